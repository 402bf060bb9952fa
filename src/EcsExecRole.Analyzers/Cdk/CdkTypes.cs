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

    /// <summary>Whether CDK is among the references, by the names of their assemblies: nothing is loaded to see that.</summary>
    public static bool MayBeIn(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(a => IsOfCdk(a.Name));

    public static CdkTypes? TryCreate(Compilation compilation)
    {
        // To look into every reference would load all of them, before anything else needs them.
        var assemblies = compilation.SourceModule.ReferencedAssemblySymbols.Where(a => IsOfCdk(a.Name) || a.Name == "Constructs").ToList();
        return Find("Constructs.Construct") is { } construct && Find("Amazon.CDK.AWS.ECS.TaskDefinition") is { } taskDefinition
            ? new(construct, taskDefinition, Find("Amazon.CDK.AWS.ECS.ContainerInsights") is not null)
            : null;

        INamedTypeSymbol? Find(string metadataName) => assemblies.Select(a => a.GetTypeByMetadataName(metadataName)).FirstOrDefault(t => t is not null);
    }

    /// <summary><c>Amazon.CDK.Lib</c>, or one of the assemblies of version 1.</summary>
    public static bool IsOfCdk(string assembly) => assembly.StartsWith("Amazon.CDK", StringComparison.Ordinal);
}
