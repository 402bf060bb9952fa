using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle.Needs;

/// <summary>Files that ECS reads from S3: environment files (R15) and FireLens configurations (R16).</summary>
internal static class FileNeeds
{
    public static IEnumerable<Need> Of(TaskView task, JsonObject container, string name)
    {
        var needs = Enumerable.Empty<Need>();
        if (!task.Windows)
        {
            needs = container["EnvironmentFiles"].AsObjects()
                .SelectMany(file => OfObject(task, file["Value"].AsText() ?? "", $"environment file of {name}"));
        }

        // Fargate supports only the file type.
        var options = container["FirelensConfiguration"]?["Options"];
        return !task.OnFargate && options?["config-file-type"].AsText() == "s3"
            ? needs.Concat(OfObject(task, options["config-file-value"].AsText() ?? "", $"FireLens configuration of {name}"))
            : needs;
    }

    private static IEnumerable<Need> OfObject(TaskView task, string arn, string reason)
    {
        // The bucket's owner is taken to be the task's account, which is what aws:ResourceAccount conditions are for.
        var context = Request.Keys(("aws:ResourceAccount", task.Scope.Account));
        yield return new Need("s3:GetObject", [arn], NeedLevel.Warning, reason) { Context = context };
        yield return new Need("s3:GetBucketLocation", [arn.Split('/')[0]], NeedLevel.Warning, reason) { Context = context };
    }
}
