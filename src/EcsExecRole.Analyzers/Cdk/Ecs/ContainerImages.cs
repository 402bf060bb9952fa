using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>ContainerImage</c>'s factories and the classes behind them.</summary>
internal static class ContainerImages
{
    /// <summary>What an image that is not known may be granted on.</summary>
    private static readonly ImmutableArray<string> Services = ["ecr", "secretsmanager", "kms"];

    public static void Register(Registry r) => r
        .Method("AWS.ECS.ContainerImage", "FromRegistry", c => c.NewResult(ByName(c, "name")))
        .Method("AWS.ECS.ContainerImage", "FromEcrRepository", c => c.NewResult(InRepository(c, "tag")))
        .Method("AWS.ECS.ContainerImage", "FromAsset", c => c.NewResult(new AssetImageNode(ConstantValue.Null)))
        .Method("AWS.ECS.ContainerImage", "FromTarball", c => c.NewResult(new AssetImageNode(ConstantValue.Null)))
        .Method("AWS.ECS.ContainerImage", "FromDockerImageAsset", c => c.NewResult(new AssetImageNode(c["asset"])))
        .Constructor("AWS.ECS.RepositoryImage", c => Construct(c, ByName(c, "imageName")))
        .Constructor("AWS.ECS.EcrImage", c => Construct(c, InRepository(c, "tagOrDigest")))
        .Constructor("AWS.ECS.TagParameterContainerImage", c => Construct(c, new EcrImageNode(c["repository"], TextValue.Of(Tokens.Of(c.Instance.Key + ".ImageTagParam", "tag")))))
        .Constructor("AWS.ECS.AssetImage", c => Construct(c, new AssetImageNode(ConstantValue.Null)))
        .Getter("AWS.ECS.EcrImage", "ImageName", c => Call.Node<EcrImageNode>(c.Receiver)?.Name(c) ?? c.UnknownResult("the image is not known"));

    /// <summary>Binds an image, which is not a choice, to a container.</summary>
    public static void Bind(ContainerBinding binding, Value image, IOperation? origin)
    {
        if (Call.Node<ContainerImageNode>(image) is { } node)
        {
            node.Bind(binding, (image as ObjectValue)?.Origin ?? origin);
        }
        else
        {
            BindUnknown(binding, image, origin);
        }
    }

    /// <summary>Binds a class of the program's own, or a parameter: what it may be granted is unknown, and so is its name.</summary>
    public static void BindUnknown(ContainerBinding binding, Value image, IOperation? origin)
    {
        binding.GrantUnknown(Services, "an image that is not known is granted to it", origin);
        binding.Container.Images.Add(new(binding.Guard, Unknowns.MemberOf(image, "ImageName"), null, origin));
    }

    private static RegistryImageNode ByName(Call call, string name) =>
        new(call[name], call.Prop("Credentials"), call.Where(call["props"], "Credentials"));

    private static EcrImageNode InRepository(Call call, string tag) => new(call["repository"], call[tag]);

    private static Value Construct(Call call, ContainerImageNode image)
    {
        call.Instance.Payload = image;
        return ConstantValue.Null;
    }
}
