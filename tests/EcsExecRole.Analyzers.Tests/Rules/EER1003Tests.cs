using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>EER1003: the role can't read a Secrets Manager secret.</summary>
public class EER1003Tests
{
    private const string Role = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        """;

    private static string L1(string valueFrom, string mark = "{|EER1003:", string end = "|}") => $$"""
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "PASSWORD", ValueFrom = {{mark}}{{valueFrom}}{{end}} } },
                },
            },
        });
        """;

    private static string Allow(string resource, string action = "secretsmanager:GetSecretValue") => $$"""
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "{{action}}" }, Resources = new[] { {{resource}} } }));
        """;

    private const string Arn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf";

    [Theory]
    [InlineData(Arn)]
    [InlineData(Arn + ":password::")]
    [InlineData(Arn + ":password:AWSCURRENT:")]
    [InlineData(Arn + ":::0123456789abcdef")]
    public Task L1WithoutAGrant(string valueFrom) => VerifyRules.All(CdkSource.Stack(Role + L1($"\"{valueFrom}\"")));

    [Fact]
    public Task SecretOfTheProgramInL1() => VerifyRules.All(CdkSource.Stack(Role + """
        var secret = new Secret(this, "Password");
        """ + L1("secret.SecretArn")));

    [Fact]
    public Task AnotherSecretIsGranted() => VerifyRules.Only("EER1003", CdkSource.Stack(Role + Allow("\"arn:aws:secretsmanager:eu-west-1:111111111111:secret:api-??????\"") + L1($"\"{Arn}\"", "{|#0:")),
        VerifyRules.Result(Descriptors.Secret).WithLocation(0).WithMessage(
            $"Execution role 'ExecutionRole' can't read secret 'PASSWORD' of container 'app': it lacks secretsmanager:GetSecretValue on '{Arn}' (it is allowed on `arn:aws:secretsmanager:eu-west-1:111111111111:secret:api-??????` only). ECS stops the task with ResourceInitializationError: unable to pull secrets or registry auth."));

    [Fact]
    public Task TheStatementNamesTheJsonKey() => VerifyRules.Only("EER1003", CdkSource.Stack(Role + Allow($"\"{Arn}:password::\"") + L1($"\"{Arn}:password::\"")));

    [Fact]
    public Task DescribingIsNotReading() => VerifyRules.Only("EER1003", CdkSource.Stack(Role + Allow("\"*\"", "secretsmanager:DescribeSecret") + L1($"\"{Arn}\"")));

    [Fact]
    public Task ADenyWins() => VerifyRules.Only("EER1003", CdkSource.Stack(Role + Allow("\"*\"") + """
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Actions = new[] { "secretsmanager:*" }, Resources = new[] { "*" } }));
        """ + L1($"\"{Arn}\"")));

    [Theory]
    [InlineData("\"" + Arn + "\"")]
    [InlineData("\"arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-??????\"")]
    [InlineData("\"arn:aws:secretsmanager:*:*:secret:*\"")]
    [InlineData("\"*\"")]
    public Task Grants(string resource) => VerifyRules.Only("EER1003", CdkSource.Stack(Role + Allow(resource) + L1($"\"{Arn}:password::\"", "", "")));

    [Fact]
    public Task GrantReadOfAConstruct() => VerifyRules.Silent(Role + """
        var secret = new Secret(this, "Password");
        secret.GrantRead(role);
        """ + L1("secret.SecretArn", "", ""));

    [Fact]
    public Task CdkGrantsTheSecretsOfItsContainers() => VerifyRules.Only("EER1003,EER1006", CdkSource.Stack(Role + """
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        var container = task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, EcsSecret>
            {
                ["A"] = EcsSecret.FromSecretsManager(new Secret(this, "A")),
                ["B"] = EcsSecret.FromSecretsManager(Secret.FromSecretNameV2(this, "B", "shop/b"), "password"),
                ["C"] = EcsSecret.FromSecretsManagerVersion(Secret.FromSecretCompleteArn(this, "C", "arn:aws:secretsmanager:eu-west-1:111111111111:secret:c-AbCdEf"), new SecretVersionInfo { VersionStage = "AWSCURRENT" }),
                ["D"] = EcsSecret.FromSecretsManager(new Secret(this, "D", new SecretProps { EncryptionKey = new Key(this, "Key") })),
            },
        });
        container.AddSecret("E", EcsSecret.FromSecretsManager(Secret.FromSecretPartialArn(this, "E", "arn:aws:secretsmanager:eu-west-1:111111111111:secret:e")));
        """));

    [Fact]
    public Task OfALogDriver() => VerifyRules.All(CdkSource.Stack(Role + $$"""
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    LogConfiguration = new CfnTaskDefinition.LogConfigurationProperty
                    {
                        LogDriver = "splunk",
                        SecretOptions = new object[] { new CfnTaskDefinition.SecretProperty { Name = "splunk-token", ValueFrom = {|EER1003:"{{Arn}}"|} } },
                    },
                },
            },
        });
        """));

    [Fact]
    public Task AnUnknownSecretIsSilence() => VerifyRules.All(CdkSource.Library("string arn, Amazon.CDK.AWS.SecretsManager.ISecret secret", Role + L1("arn", "", "") + """
        var task = new FargateTaskDefinition(this, "Other");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, EcsSecret> { ["A"] = EcsSecret.FromSecretsManager(secret) },
        });
        """));
}
