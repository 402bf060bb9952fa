namespace EcsExecRole.Analyzers.Cdk;

/// <summary>All members of CDK that the model knows.</summary>
internal static class CdkRegistry
{
    private static readonly Registry All = Register();

    /// <summary>A registry for one compilation.</summary>
    public static Registry Create() => new(All);

    private static Registry Register()
    {
        var r = new Registry();
        // Core
        Stacks.Register(r);
        ConstructTree.Register(r);
        Intrinsics.Register(r);
        Arns.Register(r);
        Elements.Register(r);
        Overrides.Register(r);
        Aspects.Register(r);

        // IAM
        Roles.Register(r);
        RoleImports.Register(r);
        CustomizedRoles.Register(r);
        ManagedPolicyHandlers.Register(r);
        Policies.Register(r);
        PolicyDocuments.Register(r);
        Statements.Register(r);
        PrincipalHandlers.Register(r);
        GrantHandlers.Register(r);
        CfnRoles.Register(r);
        PermissionsBoundaries.Register(r);
        CfnPolicies.Register(r);

        // Resources
        Keys.Register(r);
        Aliases.Register(r);
        KmsGrants.Register(r);
        ViaServicePrincipal.Register(r);
        Secrets.Register(r);
        SecretsManagerGrants.Register(r);
        Parameters.Register(r);
        ParameterValues.Register(r);
        SsmGrants.Register(r);
        Repositories.Register(r);
        EcrGrants.Register(r);
        PullThroughCacheRules.Register(r);
        DockerAssets.Register(r);
        LogGroups.Register(r);
        LogGroupGrants.Register(r);
        Buckets.Register(r);
        BucketGrants.Register(r);
        FileAssets.Register(r);
        DatabaseCredentials.Register(r);
        Databases.Register(r);
        CfnDatabases.Register(r);

        // ECS
        TaskDefinitions.Register(r);
        OperatingSystems.Register(r);
        ContainerDefinitions.Register(r);
        ContainerImages.Register(r);
        ContainerFiles.Register(r);
        EcsSecrets.Register(r);
        LogDrivers.Register(r);
        CfnTaskDefinitions.Register(r);
        EcsServices.Register(r);
        CfnServices.Register(r);
        RunOverrides.Register(r);
        EcsPatterns.Register(r);
        BatchContainers.Register(r);
        CfnJobDefinitions.Register(r);
        return r;
    }
}
