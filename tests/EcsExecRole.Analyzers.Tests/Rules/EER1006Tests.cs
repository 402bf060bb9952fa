using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>EER1006: the role can't decrypt with the customer-managed key of a secret, parameter or registry credential.</summary>
public class EER1006Tests
{
    private const string KeyArn = "arn:aws:kms:eu-west-1:111111111111:key/11111111-2222-3333-4444-555555555555";

    private const string Setup = $$"""
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var key = Key.FromKeyArn(this, "Key", "{{KeyArn}}");
        var secret = Secret.FromSecretAttributes(this, "Payment", new SecretAttributes
        {
            SecretCompleteArn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:payment-AbCdEf",
            EncryptionKey = key,
        });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        """;

    private static string Container(string secret) => $$"""
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, EcsSecret> { ["PAYMENT"] = {{secret}} },
        });
        """;

    [Fact]
    public Task CdkDropsTheGrantOnAnImportedKey() => VerifyRules.All(CdkSource.Stack(Setup + Container("{|#0:EcsSecret.FromSecretsManager(secret)|}")),
        VerifyRules.Result(Descriptors.Key).WithLocation(0).WithMessage(
            $"Execution role 'ExecutionRole' can't decrypt 'PAYMENT' (Payment) of container 'app': it lacks kms:Decrypt on '{KeyArn}'. ECS stops the task with AccessDeniedException: Access to KMS is not allowed."));

    [Fact]
    public Task OfRegistryCredentials() => VerifyRules.All(CdkSource.Stack(Setup + """
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("registry.example.com/app", new RepositoryImageProps { Credentials = {|EER1006:secret|} }),
        });
        """));

    [Fact]
    public Task AnAliasIsNotItsKey() => VerifyRules.Only("EER1006", CdkSource.Stack(Setup + """
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "kms:Decrypt" }, Resources = new[] { "arn:aws:kms:eu-west-1:111111111111:alias/payments" } }));
        """ + Container("{|EER1006:EcsSecret.FromSecretsManager(secret)|}")));

    [Fact]
    public Task OfAnImportedAliasNothingIsGranted() => VerifyRules.Only("EER1006", CdkSource.Stack(Setup + """
        var other = Secret.FromSecretAttributes(this, "Other", new SecretAttributes
        {
            SecretCompleteArn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:other-AbCdEf",
            EncryptionKey = Alias.FromAliasName(this, "Alias", "alias/payments"),
        });
        """ + Container("{|EER1006:EcsSecret.FromSecretsManager(other)|}")));

    [Fact]
    public Task SecretsManagersPolicyDoesNotContainIt() => VerifyRules.Only("EER1006", CdkSource.Stack(Setup + """
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("SecretsManagerReadWrite"));
        """ + Container("{|#0:EcsSecret.FromSecretsManager(secret)|}")),
        VerifyRules.Result(Descriptors.Key).WithLocation(0).WithMessage(
            $"Execution role 'ExecutionRole' can't decrypt 'PAYMENT' (Payment) of container 'app': it lacks kms:Decrypt on '{KeyArn}' (SecretsManagerReadWrite does not contain kms:Decrypt). ECS stops the task with AccessDeniedException: Access to KMS is not allowed."));

    [Theory]
    [InlineData("key.GrantDecrypt(role);")]
    [InlineData("""role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "kms:Decrypt" }, Resources = new[] { key.KeyArn } }));""")]
    [InlineData("""
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "kms:Decrypt" },
            Resources = new[] { "*" },
            Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["kms:ViaService"] = "secretsmanager.eu-west-1.amazonaws.com" } },
        }));
        """)]
    public Task Grants(string grant) => VerifyRules.Only("EER1006", CdkSource.Stack(Setup + grant + Container("EcsSecret.FromSecretsManager(secret)")));

    [Fact]
    public Task ThroughTheWrongService() => VerifyRules.Only("EER1006", CdkSource.Stack(Setup + """
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "kms:Decrypt" },
            Resources = new[] { "*" },
            Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["kms:ViaService"] = "ssm.eu-west-1.amazonaws.com" } },
        }));
        """ + Container("{|EER1006:EcsSecret.FromSecretsManager(secret)|}")));

    [Fact]
    public Task AKeyOfTheProgramHasItInItsPolicy() => VerifyRules.Only("EER1006", CdkSource.Stack(Setup + """
        var own = new Secret(this, "Own", new SecretProps { EncryptionKey = new Key(this, "OwnKey") });
        """ + Container("EcsSecret.FromSecretsManager(own)")));

    [Fact]
    public Task OfAParameterCdkGrantsItDirectly() => VerifyRules.Only("EER1006", CdkSource.Stack(Setup + """
        var parameter = StringParameter.FromSecureStringParameterAttributes(this, "Parameter", new SecureStringParameterAttributes { ParameterName = "/shop/key", EncryptionKey = key });
        """ + Container("EcsSecret.FromSsmParameter(parameter)")));

    [Fact]
    public Task TheDefaultKeyNeedsNoGrant() => VerifyRules.Only("EER1006", CdkSource.Stack(Setup + Container("""EcsSecret.FromSecretsManager(new Secret(this, "Plain"))""")));

    [Fact]
    public Task AnUnknownKeyIsSilence() => VerifyRules.Only("EER1006", CdkSource.Library("IKey given", Setup + """
        var other = new Secret(this, "Other", new SecretProps { EncryptionKey = given });
        """ + Container("EcsSecret.FromSecretsManager(other)")));

    [Theory]
    [InlineData("MasterUserSecret = new Amazon.CDK.AWS.RDS.CfnDBCluster.MasterUserSecretProperty { KmsKeyId = key.KeyArn }", "")]
    [InlineData("", "database.MasterUserSecret = new Amazon.CDK.AWS.RDS.CfnDBCluster.MasterUserSecretProperty { KmsKeyId = key.KeyArn };")]
    public Task ThePasswordThatADatabaseManages(string property, string statement) => VerifyRules.Only("EER1006", CdkSource.Stack(Setup + $$"""
        var database = new Amazon.CDK.AWS.RDS.CfnDBCluster(this, "Database", new Amazon.CDK.AWS.RDS.CfnDBClusterProps { ManageMasterUserPassword = true, {{property}} });
        {{statement}}
        var password = Secret.FromSecretCompleteArn(this, "Password", database.AttrMasterUserSecretSecretArn);
        """ + Container("{|EER1006:EcsSecret.FromSecretsManager(password)|}")));

    [Fact]
    public Task ThePasswordThatADatabaseManagesWithTheDefaultKey() => VerifyRules.Only("EER1006", CdkSource.Stack(Setup + """
        var database = new Amazon.CDK.AWS.RDS.CfnDBInstance(this, "Database", new Amazon.CDK.AWS.RDS.CfnDBInstanceProps { ManageMasterUserPassword = true });
        var password = Secret.FromSecretCompleteArn(this, "Password", database.AttrMasterUserSecretSecretArn);
        """ + Container("EcsSecret.FromSecretsManager(password)")));

    [Fact]
    public Task ASecondImportOfTheSameSecret() => VerifyRules.Only("EER1006", CdkSource.Stack(Setup + """
        var again = Secret.FromSecretCompleteArn(this, "Again", secret.SecretArn);
        """ + Container("{|EER1006:EcsSecret.FromSecretsManager(again)|}")));
}
