using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>EER1005: the role can't read the private registry's credentials.</summary>
public class EER1005Tests
{
    private const string Role = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        """;

    private static string L1(string credentials) => $$"""
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "EC2" },
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "registry.example.com/app",
                    RepositoryCredentials = new CfnTaskDefinition.RepositoryCredentialsProperty { CredentialsParameter = {{credentials}} },
                },
            },
        });
        """;

    [Fact]
    public Task ByArn() => VerifyRules.All(CdkSource.Stack(Role + L1("""{|EER1005:"arn:aws:secretsmanager:eu-west-1:111111111111:secret:registry-AbCdEf"|}""")));

    [Fact]
    public Task ByNameItIsASecretNotAParameter() => VerifyRules.All(CdkSource.Stack(Role + L1("""{|#0:"registry"|}""")),
        VerifyRules.Result(Descriptors.RegistryCredentials).WithLocation(0).WithMessage(
            "Execution role 'ExecutionRole' can't read registry credentials 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:registry' of container 'app': it lacks secretsmanager:GetSecretValue on 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:registry-??????'. ECS stops the task, since it can't log in to the registry."));

    [Fact]
    public Task ConstructOfTheProgram() => VerifyRules.All(CdkSource.Stack(Role + """
        var secret = new Secret(this, "Registry");
        """ + L1("{|EER1005:secret.SecretArn|}")));

    [Fact]
    public Task Granted() => VerifyRules.Silent(Role + """
        var secret = new Secret(this, "Registry");
        secret.GrantRead(role);
        """ + L1("secret.SecretArn"));

    [Fact]
    public Task CdkGrantsTheCredentialsOfItsImages() => VerifyRules.Silent(Role + """
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("registry.example.com/app", new RepositoryImageProps { Credentials = new Secret(this, "Registry") }),
        });
        """);
}
