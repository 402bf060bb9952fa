using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What the grant methods of a log group write.</summary>
internal static class LogGroupGrants
{
    private static readonly string[] ReadActions =
        ["logs:FilterLogEvents", "logs:GetLogEvents", "logs:GetLogGroupFields", "logs:DescribeLogGroups", "logs:DescribeLogStreams"];

    /// <summary>What writing to a log group takes, and what the awslogs driver is granted.</summary>
    public static readonly string[] WriteActions = ["logs:CreateLogStream", "logs:PutLogEvents"];

    public static void Register(Registry r) => r
        .Method("AWS.Logs.ILogGroup", "GrantWrite", Write)
        .Method("AWS.Logs.ILogGroup", "GrantRead", Read)
        .Method("AWS.Logs.ILogGroup", "Grant", Actions)
        .Getter("AWS.Logs.LogGroup", "Grants", c => c.NewResult(LogGroups.Of(c, c.Receiver!)))
        .Method("AWS.Logs.LogGroupGrants", "FromLogGroup", c => c.Map(c["resource"], (group, on) => on.NewResult(LogGroups.Of(on, group))))
        .Method("AWS.Logs.LogGroupGrants", "Write", Write)
        .Method("AWS.Logs.LogGroupGrants", "Read", Read)
        .Method("AWS.Logs.LogGroupGrants", "Actions", Actions);

    private static Value Write(Call call) => Grant(call, new(WriteActions), false);

    private static Value Read(Call call) => Grant(call, new(ReadActions), true);

    /// <summary>On the group with and without its streams (the former alone in older versions of CDK), or on the resources of its options.</summary>
    private static Value Actions(Call call)
    {
        var arns = call.Prop("ResourceArns", "options");
        if (arns.IsNull)
        {
            return Grant(call, ResourceGrants.TextsOf(call), true);
        }

        var resources = call.Items(arns, out var mayHaveMore).Select(i => Text.Of(i.Value) ?? Template.Empty).ToList();
        if (mayHaveMore.IsFeasible)
        {
            resources.Add(Text.Of(call.UnknownResult("the resources are not known"))!);
        }

        return GrantHandlers.Result(call, ResourceGrants.ToPrincipal(call, call["grantee"], new(ResourceGrants.TextsOf(call), resources)));
    }

    private static Value Grant(Call call, GuardedTexts actions, bool onGroupItself)
    {
        var arn = LogGroups.Of(call, call.Receiver!).GrantArn;
        return GrantHandlers.Result(call, ResourceGrants.ToPrincipal(call, call["grantee"], new(actions, onGroupItself ? [LogGroups.WithoutStreams(arn), arn] : [arn])));
    }
}
