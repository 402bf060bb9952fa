using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What CDK's own FireLens router is granted on the task role, by the option <c>Name</c> of the log driver that causes it.</summary>
internal static class FirelensOutputs
{
    private static readonly Dictionary<string, string[]> Actions = new(StringComparer.Ordinal)
    {
        ["cloudwatch"] = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        ["firehose"] = ["firehose:PutRecordBatch"],
        ["kinesis"] = ["kinesis:PutRecords"],
    };

    public static void Grant(Call call, Value taskRole, LogConfiguration cause)
    {
        foreach (var (output, guard) in call.Each(cause.RouterOutput))
        {
            if (output.Text?.Literal is { } name && Actions.TryGetValue(name, out var actions))
            {
                var all = name == "cloudwatch" && cause.HasRetention ? [.. actions, "logs:PutRetentionPolicy"] : actions;
                Grants.ToPrincipal(call.On(guard), taskRole, all, ["*"], isAutomatic: true, null, cause.Origin);
            }
        }
    }
}
