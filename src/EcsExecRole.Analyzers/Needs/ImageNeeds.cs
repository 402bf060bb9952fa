using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>
/// Pulling an image from a private ECR repository (R01 to R05, R17 of <c>ecs-needs.md</c>). <c>ecr:BatchCheckLayerAvailability</c> is not asked for any more, and
/// neither is the key of an encrypted repository, for which ECR holds its own grants.
/// </summary>
internal static class ImageNeeds
{
    private static readonly NeededAction TokenFromOutside = new([new IamRequest(EcsActions.GetAuthorizationToken, EcsActions.AnyResource)]);

    private static readonly NeededAction TokenFromAnywhere = new([TokenFromOutside.Forms[0] with { AbsentKeys = ImmutableHashSet<string>.Empty }]);

    public static void Add(NeedSink sink, ContainerNode container)
    {
        foreach (var image in container.Images)
        {
            if (image.Repository is { } repository)
            {
                var name = image.Uri.Text?.ToString() ?? repository.Name;
                Add(sink, image, image.Guard, repository.GrantArn, repository, name);
                AddCached(sink, image, image.Guard, repository.GrantArn, repository, repository.RepositoryName, name);
                continue;
            }

            foreach (var (text, guard) in sink.Texts(image.Uri, image.Guard))
            {
                switch (EcrImage.TryParse(text, out var parsed))
                {
                    case Ternary.Yes:
                        AddUri(sink, image, guard, text, parsed!);
                        break;
                    case Ternary.Unknown:
                        sink.AddDoubt(guard, $"the image `{text}` may be in a private ECR repository", image.Origin);
                        break;
                }
            }
        }
    }

    private static void AddUri(NeedSink sink, ImageEntry image, Guard guard, Template text, EcrImage parsed)
    {
        var named = Template.Concat("arn:", StackNode.Partition, ":ecr:", parsed.Region, ":", parsed.Account, ":repository/", parsed.Repository);
        var repository = sink.Graph.FindByUri(parsed.Uri) ?? sink.Graph.FindByArn<RepositoryNode>(named);
        Add(sink, image, guard, repository?.GrantArn ?? named, repository, text.ToString());
        AddCached(sink, image, guard, named, repository, parsed.Repository, text.ToString());
    }

    /// <summary>
    /// A cached image that the cache does not have yet is fetched from its upstream registry first (R05), which the registry's own policy may allow instead of the role's.
    /// A repository that the program creates is no cache.
    /// </summary>
    private static void AddCached(NeedSink sink, ImageEntry image, Guard guard, Template arn, RepositoryNode? repository, Template name, string subject)
    {
        var cached = guard & CachedOn(sink, name);
        if (repository is not { Kind: ResourceKind.Owned } && cached.IsFeasible)
        {
            sink.Add(new(NeedKind.Image, cached, $"'{subject}'", [NeedSink.Call(EcsActions.BatchImportUpstreamImage, arn)])
            {
                Origin = image.Origin,
                IsSuggestion = true,
                RequiresRole = sink.IsServerless,
            });
        }
    }

    /// <summary>The paths on which a repository of that name belongs to a pull-through cache: by the settings, or by a rule that the program makes.</summary>
    private static Guard CachedOn(NeedSink sink, Template name) =>
        IsBelowAny(name, sink.Settings.PullThroughCachePrefixes)
            ? Guard.Always
            : sink.Graph.Of<PullThroughCacheRuleNode>().Count == 0 ? Guard.Never : CachedByRules(sink, name);

    private static Guard CachedByRules(NeedSink sink, Template name) =>
        sink.Graph.Of<PullThroughCacheRuleNode>().Where(r => r.Prefix.Length > 0 && IsBelow(name, r.Prefix)).Aggregate(Guard.Never, (all, r) => all | r.Birth);

    private static bool IsBelowAny(Template name, ImmutableArray<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (IsBelow(name, prefix))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBelow(Template name, string prefix) =>
        name.Prefix is var start && start.Length > prefix.Length && start[prefix.Length] == '/' && start.StartsWith(prefix, StringComparison.Ordinal);

    private static void Add(NeedSink sink, ImageEntry image, Guard guard, Template arn, RepositoryNode? repository, string subject) =>
        sink.Add(new(NeedKind.Image, guard, $"'{subject}'",
        [
            Token(sink),
            NeedSink.Call(EcsActions.BatchGetImage, arn),
            NeedSink.Call(EcsActions.GetDownloadUrlForLayer, arn),
        ])
        {
            Origin = image.Origin,
            Resource = repository,
            // On EC2 the manual says that the instance's role pulls, the agent that the execution role does.
            IsSuggestion = !sink.IsServerless,
            RequiresRole = sink.IsServerless,
        });

    /// <summary>Fargate asks for the token from a network interface of its own; elsewhere the call may well leave from the VPC.</summary>
    private static NeededAction Token(NeedSink sink) =>
        sink.Runs(LaunchTypes.Fargate) || sink.Definition.LaunchTypes == LaunchTypes.None ? TokenFromOutside : TokenFromAnywhere;
}
