using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>A Docker image that CDK builds or loads and pushes to the repository of the environment's bootstrap stack.</summary>
/// <param name="repository">That repository.</param>
/// <param name="hash">The asset's hash, which is the image's tag.</param>
internal sealed class DockerAsset(RepositoryNode repository, Template hash)
{
    public RepositoryNode Repository { get; } = repository;

    public Template Hash { get; } = hash;

    public Template Uri => Template.Concat(Repository.Uri, ":", Hash);
}

/// <summary><c>Amazon.CDK.AWS.Ecr.Assets</c>: images made from directories and tarballs.</summary>
internal static class DockerAssets
{
    public static void Register(Registry r)
    {
        foreach (var type in new[] { "AWS.Ecr.Assets.DockerImageAsset", "AWS.Ecr.Assets.TarballImageAsset" })
        {
            r.Constructor(type, New)
                .Getter(type, "Repository", c => Get(c, a => c.NewResult(a.Repository)))
                .Getter(type, "ImageUri", c => Get(c, a => TextValue.Of(a.Uri)))
                .Getter(type, "ImageTag", c => Get(c, a => TextValue.Of(a.Hash)))
                .Getter(type, "AssetHash", c => Get(c, a => TextValue.Of(a.Hash)));
        }
    }

    /// <summary>The image of an asset in <paramref name="stack"/>, in the repository that the default synthesizer pushes to, imported by name.</summary>
    public static DockerAsset In(Call call, StackNode stack)
    {
        var name = Template.Concat("cdk-hnb659fds-container-assets-", stack.Account, "-", stack.Region);
        var repository = call.Graph.Add(Repositories.InStack(call, stack, name, ResourceKind.Imported));
        repository.Stack = stack;
        repository.Name = "the CDK assets repository";
        return new(repository, Template.Of(new Hole(call.Evaluator.NewKey("asset hash"), HoleKind.Any, "asset hash")));
    }

    private static Value New(Call call)
    {
        call.Instance.IsOpaque = true;
        call.Instance.Payload = In(call, Scopes.StackOf(call, call["scope"]));
        return call.Instance;
    }

    private static Value Get(Call call, Func<DockerAsset, Value> read) =>
        Call.Node<DockerAsset>(call.Receiver) is { } asset ? read(asset) : call.UnknownResult("the image asset is not known");
}
