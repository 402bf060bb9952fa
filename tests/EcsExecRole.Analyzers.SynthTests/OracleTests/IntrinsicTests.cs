using System.Text.Json.Nodes;
using EcsExecRole.Analyzers.SynthTests.Oracle;
using Xunit;
using static EcsExecRole.Analyzers.SynthTests.OracleTests.Judged;

namespace EcsExecRole.Analyzers.SynthTests.OracleTests;

/// <summary>Intrinsic functions, exports and deploy-time values, seen through a secret that matches only if they resolve right.</summary>
public sealed class IntrinsicTests
{
    private const string Granted = "arn:aws:ssm:us-east-1:111111111111:parameter/shop/key";

    [Theory]
    [InlineData("""{ "Fn::Sub": "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/shop/key" }""")]
    [InlineData("""{ "Fn::Sub": ["arn:aws:ssm:us-east-1:${A}:parameter/${B}", { "A": { "Ref": "AWS::AccountId" }, "B": "shop/key" }] }""")]
    [InlineData("""{ "Fn::Join": ["", ["arn:aws:ssm:us-east-1:", { "Ref": "AWS::AccountId" }, ":parameter", { "Ref": "P" }]] }""")]
    [InlineData("""{ "Fn::Join": [":", { "Fn::Split": ["|", "arn|aws|ssm|us-east-1|111111111111|parameter/shop/key"] }] }""")]
    [InlineData("""{ "Fn::Select": [1, ["x", "/shop/key"]] }""")]
    [InlineData("""{ "Ref": "P" }""")]
    public void Resolve_to_the_parameter(string valueFrom) => Assert.Equal("", Of(
        $$"""{{Role(Allow("ssm:GetParameters", Granted))}}, {{Task(Secret(valueFrom))}}, "P": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "/shop/key", "Type": "String", "Value": "v" } }"""));

    [Fact]
    public void A_generated_name_equals_no_other() => Assert.Equal("missing ssm:GetParameters", Of(
        $$"""{{Role(Allow("ssm:GetParameters", Granted))}}, {{Task(Secret("""{ "Ref": "P" }"""))}}, "P": { "Type": "AWS::SSM::Parameter", "Properties": { "Type": "String", "Value": "v" } }"""));

    [Fact]
    public void Stacks_import_what_others_export()
    {
        var database = Stack("Db", """{ "Resources": { "Secret": { "Type": "AWS::SecretsManager::Secret" } }, "Outputs": { "O": { "Value": { "Ref": "Secret" }, "Export": { "Name": "Db:Secret" } } } }""");
        var service = Stack("S", $$"""
            { "Resources": { {{Role("""{ "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": { "Fn::ImportValue": "Db:Secret" } }""")}},
              {{Task(Secret("""{ "Fn::Join": ["", [{ "Fn::ImportValue": "Db:Secret" }, ":user::"]] }"""))}} } }
            """);
        Assert.Empty(Single([service, database]).Verdicts);
    }

    [Fact]
    public void Policies_attach_across_stacks_by_name()
    {
        var service = Stack("S", $$"""{ "Resources": { {{Task(Secret("\"key\""), role: """ "ExecutionRoleArn": { "Fn::ImportValue": "arn" }, """)}} } }""");
        var roles = Stack("R", $$"""
            { "Resources": { {{Role("", "\"RoleName\": \"exec\", ")}},
              "P": { "Type": "AWS::IAM::Policy", "Properties": { "Roles": ["exec"], "PolicyDocument": { "Statement": [ {{Allow("ssm:*", "*")}} ] } } } },
              "Outputs": { "O": { "Value": { "Fn::GetAtt": ["Role", "Arn"] }, "Export": { "Name": "arn" } } } }
            """);
        Assert.Empty(Single([service, roles]).Verdicts);
    }

    [Fact]
    public void A_policy_of_another_account_attaches_to_its_own_role_of_that_name()
    {
        var service = Stack("S", $$"""{ "Resources": { {{Role("", "\"RoleName\": \"exec\", ")}}, {{Task(Secret("\"key\""))}} } }""");
        var other = Stack("O", $$"""
            { "Resources": { "P": { "Type": "AWS::IAM::Policy", "Properties": { "Roles": ["exec"], "PolicyDocument": { "Statement": [ {{Allow("ssm:*", "*")}} ] } } } } }
            """) with { Account = "222222222222" };
        Assert.Equal("missing ssm:GetParameters", string.Join("; ", Single([service, other]).Verdicts));
    }

    [Fact]
    public void A_deploy_time_value_is_what_the_case_says()
    {
        var stack = Stack("S", $$"""
            { "Parameters": { "Name": { "Type": "String", "Default": "nothing" } },
              "Resources": { {{Role(Allow("ssm:GetParameters", Granted))}}, {{Task(Secret("""{ "Ref": "Name" }"""))}} } }
            """);
        Assert.Equal("missing ssm:GetParameters", string.Join("; ", Single([stack]).Verdicts));
        Assert.Empty(Single([stack], value: "Name=/shop/key").Verdicts);
    }

    [Fact]
    public void Task_definitions_are_named_by_construct_path()
    {
        var stack = Stack("S", """{ "Resources": { "T": { "Type": "AWS::ECS::TaskDefinition", "Metadata": { "aws:cdk:path": "S/Web/TaskDef/Resource" }, "Properties": {} } } }""");
        Assert.Equal("S/Web/TaskDef", Single([stack]).Path);
    }

    private static StackTemplate Stack(string name, string template) => new(name, Account, "us-east-1", JsonNode.Parse(template)!.AsObject(), "");
}
