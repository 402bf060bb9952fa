using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle.Needs;

/// <summary>The <c>awslogs</c> driver (R13, R14).</summary>
internal static class LogNeeds
{
    public static IEnumerable<Need> Of(TaskView task, JsonObject logging, string container)
    {
        if (logging["LogDriver"].AsText() != "awslogs" || (!task.RoleForPullAndLogs && task.ExecutionRoleArn is null))
        {
            yield break;
        }

        var options = logging["Options"];
        var group = options?["awslogs-group"].AsText() ?? "";
        var region = options?["awslogs-region"].AsText() ?? task.Scope.Region;
        var arn = $"arn:{task.Scope.Partition}:logs:{region}:{task.Scope.Account}:log-group:{group}";
        var stream = $"{arn}:log-stream:{options?["awslogs-stream-prefix"].AsText() ?? "ecs"}/{container}/5f1c0a6e9d2b4f7a";
        var reason = $"awslogs of {container}";
        yield return new Need("logs:CreateLogStream", [stream], NeedLevel.Warning, reason);
        yield return new Need("logs:PutLogEvents", [stream], NeedLevel.Warning, reason);
        if (string.Equals(options?["awslogs-create-group"].AsText(), "true", StringComparison.OrdinalIgnoreCase))
        {
            // The reference names the bare group; the service's own messages the group with an empty stream. Either may be granted.
            yield return new Need("logs:CreateLogGroup", [arn, arn + ":log-stream:"], NeedLevel.Warning, reason);
        }
    }
}
