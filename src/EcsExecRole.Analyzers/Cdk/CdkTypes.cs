using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>The types of CDK that a compilation references: looked up once; null where it references no CDK with ECS.</summary>
internal sealed class CdkTypes
{
    private CdkTypes(INamedTypeSymbol construct, INamedTypeSymbol taskDefinition, bool mayGrantOnImportedAlias)
    {
        Construct = construct;
        TaskDefinition = taskDefinition;
        MayGrantOnImportedAlias = mayGrantOnImportedAlias;
    }

    /// <summary><c>Constructs.Construct</c>.</summary>
    public INamedTypeSymbol Construct { get; }

    /// <summary><c>Amazon.CDK.AWS.ECS.TaskDefinition</c>.</summary>
    public INamedTypeSymbol TaskDefinition { get; }

    /// <summary>
    /// Whether this CDK may know the feature flag <c>@aws-cdk/aws-kms:applyImportedAliasPermissionsToPrincipal</c> (2.202), which <c>cdk.json</c> sets: told by a
    /// type that is a few versions older, since the assembly does not tell its version.
    /// </summary>
    public bool MayGrantOnImportedAlias { get; }

    public static CdkTypes? TryCreate(Compilation compilation)
    {
        var construct = compilation.GetTypesByMetadataName("Constructs.Construct");
        var taskDefinition = compilation.GetTypesByMetadataName("Amazon.CDK.AWS.ECS.TaskDefinition");
        return construct.IsEmpty || taskDefinition.IsEmpty ? null
            : new(construct[0], taskDefinition[0], !compilation.GetTypesByMetadataName("Amazon.CDK.AWS.ECS.ContainerInsights").IsEmpty);
    }
}
