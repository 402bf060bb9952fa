using System.Text.RegularExpressions;

namespace EcsExecRole.Analyzers.SynthTests.Oracle.Needs;

/// <summary>Pulling an image from a private ECR repository (R01 to R05, R17).</summary>
internal static partial class ImageNeeds
{
    // The namespaces that the console and the documentation propose for pull-through cache rules.
    private static readonly string[] CachePrefixes = ["ecr-public", "docker-hub", "quay", "kubernetes", "github", "gitlab"];

    // Fargate's and ECS's calls for the token do not come through the VPC endpoint (R20).
    private static readonly HashSet<string> NoVpc = new(["aws:SourceVpc", "aws:SourceVpce"], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<Need> Of(TaskView task, string image, string container, Deployment deployment)
    {
        if (Uri().Match(image) is not { Success: true } uri || (!task.RoleForPullAndLogs && task.ExecutionRoleArn is null))
        {
            yield break;
        }

        // On EC2, documents and agent disagree on whose credentials pull.
        var level = task.RoleForPullAndLogs ? NeedLevel.Warning : NeedLevel.Info;
        var repository = Tag().Replace(uri.Groups["repository"].Value, "");
        var arn = $"arn:{task.Scope.Partition}:ecr:{uri.Groups["region"].Value}:{uri.Groups["account"].Value}:repository/{repository}";
        var reason = $"image of {container}";
        yield return new Need("ecr:GetAuthorizationToken", ["*"], level, reason) { Absent = NoVpc };
        yield return new Need("ecr:BatchGetImage", [arn], level, reason);
        yield return new Need("ecr:GetDownloadUrlForLayer", [arn], level, reason);

        var rules = deployment.OfType("AWS::ECR::PullThroughCacheRule").Select(rule => rule.Text("EcrRepositoryPrefix")).OfType<string>();
        if (CachePrefixes.Concat(rules).Any(prefix => repository.StartsWith(prefix + "/", StringComparison.Ordinal)) && deployment.WithArn(arn) is null)
        {
            // May come from the registry's or the repository's policy instead.
            yield return new Need("ecr:BatchImportUpstreamImage", [arn], NeedLevel.Info, reason);
        }
    }

    [GeneratedRegex(@"^(?:https?://)?(?<account>\d{12})\.dkr[.-]ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws|on\.amazonwebservices\.com\.cn)/(?<repository>.+)$")]
    private static partial Regex Uri();

    [GeneratedRegex(@"(:[^/@]*)?(@.*)?$")]
    private static partial Regex Tag();
}
