using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>The types of CDK that a compilation references: looked up once; null where it references no CDK with ECS.</summary>
internal sealed class CdkTypes
{
    private CdkTypes(INamedTypeSymbol construct, INamedTypeSymbol taskDefinition)
    {
        Construct = construct;
        TaskDefinition = taskDefinition;
    }

    /// <summary><c>Constructs.Construct</c>.</summary>
    public INamedTypeSymbol Construct { get; }

    /// <summary><c>Amazon.CDK.AWS.ECS.TaskDefinition</c>.</summary>
    public INamedTypeSymbol TaskDefinition { get; }

    public static CdkTypes? TryCreate(Compilation compilation)
    {
        var construct = compilation.GetTypesByMetadataName("Constructs.Construct");
        var taskDefinition = compilation.GetTypesByMetadataName("Amazon.CDK.AWS.ECS.TaskDefinition");
        return construct.IsEmpty || taskDefinition.IsEmpty ? null : new(construct[0], taskDefinition[0]);
    }
}
