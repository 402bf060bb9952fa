namespace EcsExecRole.Analyzers.Cdk;

/// <summary>The whole model: one line for each service's part.</summary>
internal static class CdkRegistry
{
    public static Registry Create()
    {
        var r = new Registry();
        CfnReferences.Register(r);
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
        DockerAssets.Register(r);
        LogGroups.Register(r);
        LogGroupGrants.Register(r);
        Buckets.Register(r);
        BucketGrants.Register(r);
        FileAssets.Register(r);
        DatabaseCredentials.Register(r);
        Databases.Register(r);
        return r;
    }
}
