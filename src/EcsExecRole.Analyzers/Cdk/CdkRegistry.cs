namespace EcsExecRole.Analyzers.Cdk;

/// <summary>All members of CDK that the model knows.</summary>
internal static class CdkRegistry
{
    public static Registry Create()
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
        ManagedPolicyHandlers.Register(r);
        Policies.Register(r);
        PolicyDocuments.Register(r);
        Statements.Register(r);
        PrincipalHandlers.Register(r);
        GrantHandlers.Register(r);
        CfnRoles.Register(r);
        CfnPolicies.Register(r);
        return r;
    }
}
