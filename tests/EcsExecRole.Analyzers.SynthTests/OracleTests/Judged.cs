using System.Text.Json.Nodes;
using EcsExecRole.Analyzers.SynthTests.Oracle;

namespace EcsExecRole.Analyzers.SynthTests.OracleTests;

/// <summary>Judges small templates written by hand.</summary>
internal static class Judged
{
    public const string Account = "111111111111";

    /// <summary>The verdicts on the only task definition of one stack, as authors write them.</summary>
    public static string Of(string resources, string? account = Account, string cmk = "", string value = "")
    {
        var template = new JsonObject { ["Resources"] = JsonNode.Parse("{" + resources + "}") };
        var stack = new StackTemplate("S", account, account is null ? null : "us-east-1", template, "");
        return string.Join("; ", Single([stack], cmk, value).Verdicts);
    }

    /// <summary>The only task definition of several stacks.</summary>
    public static TaskVerdict Single(IReadOnlyList<StackTemplate> stacks, string cmk = "", string value = "") =>
        TemplateOracle.Judge(new CloudAssembly(stacks, []), Pairs(cmk), Pairs(value)).Single();

    /// <summary>A role that ECS may assume, with one inline policy.</summary>
    public static string Role(string statements, string more = "") =>
        $$"""
        "Role": { "Type": "AWS::IAM::Role", "Properties": {
          "AssumeRolePolicyDocument": { "Statement": [ { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ecs-tasks.amazonaws.com" } } ] },
          {{more}}
          "Policies": [ { "PolicyName": "inline", "PolicyDocument": { "Statement": [ {{statements}} ] } } ] } }
        """;

    /// <summary>A task definition with one container and, unless told otherwise, the role of <see cref="Role"/>.</summary>
    public static string Task(
        string container,
        string launch = "FARGATE",
        string role = """ "ExecutionRoleArn": { "Fn::GetAtt": ["Role", "Arn"] }, """) =>
        $$"""
        "Task": { "Type": "AWS::ECS::TaskDefinition", "Properties": { {{role}} "RequiresCompatibilities": ["{{launch}}"],
          "ContainerDefinitions": [ { "Name": "app", "Image": "nginx", {{container}} } ] } }
        """;

    /// <summary>A container's secret.</summary>
    public static string Secret(string valueFrom) => $$""" "Secrets": [ { "Name": "X", "ValueFrom": {{valueFrom}} } ] """;

    /// <summary>A container's log configuration.</summary>
    public static string AwsLogs(string group, string more = "") =>
        $$""" "LogConfiguration": { "LogDriver": "awslogs", "Options": { "awslogs-group": "{{group}}", "awslogs-region": "us-east-1"{{more}} } } """;

    /// <summary>An Allow statement.</summary>
    public static string Allow(string action, string resource, string condition = "{}") =>
        $$"""{ "Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}", "Condition": {{condition}} }""";

    private static IReadOnlyList<KeyValuePair<string, string>> Pairs(string text) =>
        text.Length == 0 ? [] : [KeyValuePair.Create(text[..text.IndexOf('=')], text[(text.IndexOf('=') + 1)..])];
}
