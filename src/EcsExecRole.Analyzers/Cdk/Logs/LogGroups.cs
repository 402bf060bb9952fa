using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Amazon.CDK.AWS.Logs.ILogGroup</c> and <c>ILogGroupRef</c>: the log groups of a program.</summary>
internal static class LogGroups
{
    /// <summary>The log group that <paramref name="logGroup"/> (not a choice) is.</summary>
    public static LogGroupNode Of(Call call, Value logGroup) => Resources.Of(call, logGroup, unknown =>
    {
        var arn = unknown.Member("LogGroupArn", null).Text;
        return new LogGroupNode(unknown.Key, null, Guard.Always, ResourceKind.Unknown) { Arn = arn, GrantArn = arn, LogGroupName = unknown.Member("LogGroupName", null).Text };
    });
}
