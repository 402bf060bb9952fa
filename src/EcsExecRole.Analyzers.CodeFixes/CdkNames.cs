using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>CDK's types: as metadata names, and as new code writes them before they are shortened.</summary>
internal static class CdkNames
{
    public const string TaskDefinition = "Amazon.CDK.AWS.ECS.TaskDefinition";
    public const string ContainerDefinition = "Amazon.CDK.AWS.ECS.ContainerDefinition";
    public const string IRole = "Amazon.CDK.AWS.IAM.IRole";
    public const string Role = "Amazon.CDK.AWS.IAM.Role";
    public const string LazyRole = "Amazon.CDK.AWS.IAM.LazyRole";
    public const string ServicePrincipal = "Amazon.CDK.AWS.IAM.ServicePrincipal";
    public const string CfnTaskDefinition = "Amazon.CDK.AWS.ECS.CfnTaskDefinition";
    public const string CfnJobDefinition = "Amazon.CDK.AWS.Batch.CfnJobDefinition";
    public const string EcsPatterns = "Amazon.CDK.AWS.ECS.Patterns";
    public const string CfnRole = "Amazon.CDK.AWS.IAM.CfnRole";
    public const string CfnPolicy = "Amazon.CDK.AWS.IAM.CfnPolicy";
    public const string CfnParameter = "Amazon.CDK.CfnParameter";
    public const string IVpcEndpoint = "Amazon.CDK.AWS.EC2.IInterfaceVpcEndpoint";
    public const string IVpc = "Amazon.CDK.AWS.EC2.IVpc";
    public const string Stack = "Amazon.CDK.Stack";
    public const string Aws = "Amazon.CDK.Aws";
    public const string Construct = "Constructs.Construct";
    public const string CfnSecret = "Amazon.CDK.AWS.SecretsManager.CfnSecret";
    public const string ISecret = "Amazon.CDK.AWS.SecretsManager.ISecret";

    public const string PolicyStatement = "global::Amazon.CDK.AWS.IAM.PolicyStatement";
    public const string PolicyDocument = "global::Amazon.CDK.AWS.IAM.PolicyDocument";
    public const string Effect = "global::Amazon.CDK.AWS.IAM.Effect";
    public const string ManagedPolicy = "global::Amazon.CDK.AWS.IAM.ManagedPolicy";
    public const string ContainerImage = "global::Amazon.CDK.AWS.ECS.ContainerImage";
    public const string EnvironmentFile = "global::Amazon.CDK.AWS.ECS.EnvironmentFile";
    public const string Asset = "global::Amazon.CDK.AWS.S3.Assets.Asset";
    public const string Dictionary = "global::System.Collections.Generic.Dictionary<string, object>";

    /// <summary>The policy that AWS keeps for execution roles, as <c>FromAwsManagedPolicyName</c> wants its name.</summary>
    public const string ExecutionRolePolicy = "service-role/AmazonECSTaskExecutionRolePolicy";

    /// <summary>Whether the type is the one of that name, or derives from it or implements it.</summary>
    public static bool Is(this ITypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.ToDisplayString(Plain) == name)
            {
                return true;
            }
        }

        return type is not null && type.AllInterfaces.Any(i => i.ToDisplayString(Plain) == name);
    }

    /// <summary>The type as new code writes it.</summary>
    public static string Global(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static SymbolDisplayFormat Plain { get; } = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);
}
