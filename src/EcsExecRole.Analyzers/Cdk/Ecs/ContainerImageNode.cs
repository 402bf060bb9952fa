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

    /// <summary><c>URI:TAG</c> or <c>URI@DIGEST</c>; the default tag is <c>latest</c>.</summary>
    public Value NameIn(Call call, RepositoryNode node) =>
        call.Map(tag, (one, _) => TextValue.Of(Repositories.UriOf(node, one.IsNull ? ConstantValue.Of("latest") : one)));

    public Value Name(Call call) => call.Map(repository, (one, on) => NameIn(on, Repositories.Of(on, one)));
}

/// <summary>An image that <c>cdk deploy</c> builds and pushes to the repository of the bootstrap stack.</summary>
/// <param name="asset">The <c>DockerImageAsset</c>; null (the constant) where CDK makes it at binding; may be a choice.</param>
internal sealed class AssetImageNode(Value asset) : ContainerImageNode
{
    public override void Bind(ContainerBinding binding, IOperation? origin)
    {
        foreach (var (value, guard) in binding.Call.Each(asset))
        {
            var on = binding.On(guard);
            if (value.IsNull)
            {
                Bind(on, DockerAssets.In(on.Call, on.Definition.StackOrUnknown(on.Call)), origin);
            }
            else if (Call.Node<DockerAsset>(value) is { } known)
            {
                Bind(on, known, origin);
            }
            else
            {
                ContainerImages.BindUnknown(on, value, origin);
            }
        }
    }

    private static void Bind(ContainerBinding binding, DockerAsset asset, IOperation? origin)
    {
        EcrGrants.Pull(binding.Call, asset.Repository, binding.ObtainRole(), isAutomatic: true, origin);
        binding.Container.Images.Add(new(binding.Guard, TextValue.Of(asset.Uri), asset.Repository, origin));
    }
}
