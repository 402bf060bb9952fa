using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle.Needs;

/// <summary>
/// Reads <c>AWS::Batch::JobDefinition</c> as task definitions: Batch registers one in ECS for each. Without a log configuration, Batch itself logs with
/// <c>awslogs</c> to <c>/aws/batch/job</c>.
/// </summary>
internal static class BatchJobs
{
    public static IEnumerable<TaskView> Of(Resource job)
    {
        var fargate = job.Properties["PlatformCapabilities"].AsTexts().Contains("FARGATE");
        if (job.Properties["ContainerProperties"] is JsonObject container)
        {
            yield return View(job, container, [container], fargate);
        }

        foreach (var node in job.Properties["NodeProperties"]?["NodeRangeProperties"].AsObjects() ?? [])
        {
            if (node["Container"] is JsonObject part)
            {
                yield return View(job, part, [part], fargate: false);
            }
        }

        foreach (var task in job.Properties["EcsProperties"]?["TaskProperties"].AsObjects() ?? [])
        {
            yield return View(job, task, [.. task["Containers"].AsObjects()], fargate);
        }
    }

    private static TaskView View(Resource job, JsonObject owner, IEnumerable<JsonObject> containers, bool fargate) => new(
        job,
        owner["ExecutionRoleArn"].AsText(),
        [.. containers.Select(WithDefaultLog)],
        fargate,
        fargate,
        owner["RuntimePlatform"]?["OperatingSystemFamily"].AsText()?.StartsWith("WINDOWS", StringComparison.Ordinal) == true);

    private static JsonObject WithDefaultLog(JsonObject container)
    {
        var copy = container.DeepClone().AsObject();
        copy["Name"] ??= "default";
        copy["LogConfiguration"] ??= new JsonObject { ["LogDriver"] = "awslogs" };
        if (copy["LogConfiguration"] is JsonObject logging && logging["LogDriver"].AsText() == "awslogs")
        {
            var options = logging["Options"] as JsonObject ?? [];
            options["awslogs-group"] ??= "/aws/batch/job";
            options["awslogs-stream-prefix"] ??= "job";
            logging["Options"] = options.Parent is null ? options : options.DeepClone();
        }

        return copy;
    }
}
