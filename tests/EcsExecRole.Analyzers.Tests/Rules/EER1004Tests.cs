using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>EER1004: the role can't read an SSM parameter, or the secret that it references.</summary>
public class EER1004Tests
{
    private const string Role = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        """;

    private const string Arn = "arn:aws:ssm:eu-west-1:111111111111:parameter/shop/flags";

    private static string L1(string valueFrom) => $$"""
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
                    Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "FLAGS", ValueFrom = {{valueFrom}} } },
                },
            },
        });
        """;

    private static string L2(string parameter) => $$"""
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, EcsSecret> { ["FLAGS"] = {{parameter}} },
        });
        """;

    private static string Allow(string resource, string action) => $$"""
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "{{action}}" }, Resources = new[] { "{{resource}}" } }));
        """;

    [Theory]
    [InlineData(Arn)]
    [InlineData("/shop/flags")]
    [InlineData("flags")]
    public Task L1WithoutAGrant(string valueFrom) => VerifyRules.All(CdkSource.Stack(Role + L1($"{{|EER1004:\"{valueFrom}\"|}}")));

    [Fact]
    public Task TheSingularIsAnotherAction() => VerifyRules.Only("EER1004", CdkSource.Stack(Role + Allow(Arn, "ssm:GetParameter") + L1($"{{|#0:\"{Arn}\"|}}")),
        VerifyRules.Result(Descriptors.Parameter).WithLocation(0).WithMessage(
            $"Execution role 'ExecutionRole' can't read parameter 'FLAGS' of container 'app': it lacks ssm:GetParameters on '{Arn}' (ssm:GetParameter is not ssm:GetParameters). ECS stops the task with ResourceInitializationError: unable to pull secrets or registry auth."));

    [Fact]
    public Task ADoubledSlashNeverMatches() => VerifyRules.Only("EER1004", CdkSource.Stack(
        Role + Allow("arn:aws:ssm:eu-west-1:111111111111:parameter//shop/flags", "ssm:GetParameters") + L1($"{{|EER1004:\"{Arn}\"|}}")));

    [Theory]
    [InlineData(Arn, "ssm:GetParameters")]
    [InlineData("arn:aws:ssm:*:*:parameter/shop/*", "ssm:GetParameters")]
    [InlineData("*", "ssm:Get*")]
    public Task Grants(string resource, string action) => VerifyRules.Only("EER1004", CdkSource.Stack(Role + Allow(resource, action) + L1($"\"{Arn}\"")));

    [Fact]
    public Task CdkGrantsTheParameter() => VerifyRules.Silent(Role + """
        var parameter = new StringParameter(this, "Flags", new StringParameterProps { ParameterName = "/shop/flags", StringValue = "{}" });
        """ + L2("EcsSecret.FromSsmParameter(parameter)"));

    [Fact]
    public Task ButNotTheSecretThatItReferences() => VerifyRules.All(CdkSource.Stack(Role + """
        var parameter = StringParameter.FromSecureStringParameterAttributes(this, "Key", new SecureStringParameterAttributes { ParameterName = "/aws/reference/secretsmanager/search/key" });
        """ + L2("{|#0:EcsSecret.FromSsmParameter(parameter)|}")),
        VerifyRules.Result(Descriptors.Parameter).WithLocation(0).WithMessage(
            "Execution role 'ExecutionRole' can't read parameter 'FLAGS' of container 'app': it lacks secretsmanager:GetSecretValue on 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:search/key-??????'. ECS stops the task with ResourceInitializationError: unable to pull secrets or registry auth."));

    [Fact]
    public Task TheReferencedSecretIsGranted() => VerifyRules.Only("EER1004", CdkSource.Stack(Role + """
        var parameter = StringParameter.FromSecureStringParameterAttributes(this, "Key", new SecureStringParameterAttributes { ParameterName = "/aws/reference/secretsmanager/search/key" });
        Secret.FromSecretNameV2(this, "Secret", "search/key").GrantRead(role);
        """ + L2("EcsSecret.FromSsmParameter(parameter)")));
}
