using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>A <c>ContainerImage</c>: what it does to the container that it is bound to.</summary>
internal abstract class ContainerImageNode
{
    /// <summary><c>Bind</c>: the rendered image and the grants to the execution role.</summary>
    /// <param name="binding">The container.</param>
    /// <param name="origin">The expression that gives it the image.</param>
    public abstract void Bind(ContainerBinding binding, IOperation? origin);
}

/// <summary><c>RepositoryImage</c>: an image by name. CDK grants nothing for the pull, whatever the name; only the credentials of a private registry.</summary>
internal sealed class RegistryImageNode(Value name, Value credentials, IOperation? credentialsOrigin) : ContainerImageNode
{
    public override void Bind(ContainerBinding binding, IOperation? origin)
    {
        binding.Container.Images.Add(new(binding.Guard, name, null, origin));
        foreach (var (secret, on) in binding.Each(credentials))
        {
            var from = credentialsOrigin ?? origin;
            SecretsManagerGrants.Read(on.Call, secret, on.ObtainRole(), isAutomatic: true, from);
            var node = Secrets.Of(on.Call, secret);
            on.Container.Credentials.Add(new(on.Guard, null, TextValue.Of(node.Arn), node, from));
        }
    }
}

/// <summary><c>EcrImage</c> and <c>TagParameterContainerImage</c>: an image in a repository that the program knows as a construct. CDK grants the pull.</summary>
/// <param name="repository">The <c>IRepository</c>; may be a choice.</param>
/// <param name="tag">The tag, or a digest <c>sha256:…</c>.</param>
internal sealed class EcrImageNode(Value repository, Value tag) : ContainerImageNode
{
    public override void Bind(ContainerBinding binding, IOperation? origin)
    {
        foreach (var (value, on) in binding.Each(repository))
        {
            var node = Repositories.Of(on.Call, value);
            EcrGrants.Pull(on.Call, node, on.ObtainRole(), isAutomatic: true, origin);
            on.Container.Images.Add(new(on.Guard, NameIn(on.Call, node), node, origin));
        }
    }

    /// <summary><c>URI:TAG</c> or <c>URI@DIGEST</c>.</summary>
    public Value NameIn(Call call, RepositoryNode node) => call.Map(tag, (one, _) =>
    {
        var text = Text.Of(one) ?? "latest";
        return TextValue.Of(Template.Concat(node.Uri, text.Prefix.StartsWith("sha256:", StringComparison.Ordinal) ? "@" : ":", text));
    });

    public Value Name(Call call) => call.Map(repository, (one, on) => NameIn(on, Repositories.Of(on, one)));
}

/// <summary>An image that <c>cdk deploy</c> builds and pushes: into the repository of the bootstrap stack, unless the asset says another.</summary>
/// <param name="asset">The <c>DockerImageAsset</c>; null (the constant) where CDK makes it at binding.</param>
internal sealed class AssetImageNode(Value asset) : ContainerImageNode
{
    public override void Bind(ContainerBinding binding, IOperation? origin)
    {
        if (asset.IsNull)
        {
            Bind(binding, ContainerAssets.RepositoryIn(binding.Call, binding.Definition.Stack), origin);
            return;
        }

        foreach (var (value, on) in binding.Each(asset))
        {
            foreach (var (repository, where) in on.Each(on.Call.Get(value, "Repository")))
            {
                Bind(where, Repositories.Of(where.Call, repository), origin);
            }
        }
    }

    private static void Bind(ContainerBinding binding, RepositoryNode repository, IOperation? origin)
    {
        EcrGrants.Pull(binding.Call, repository, binding.ObtainRole(), isAutomatic: true, origin);
        var tag = Template.Of(new Hole(binding.Container.Key + ".AssetHash", HoleKind.Any, "hash"));
        binding.Container.Images.Add(new(binding.Guard, TextValue.Of(Template.Concat(repository.Uri, ":", tag)), repository, origin));
    }
}
