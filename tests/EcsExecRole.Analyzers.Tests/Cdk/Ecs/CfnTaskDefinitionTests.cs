using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Ecs;

/// <summary>Section 9 of the facts: L1 task definitions, for which nothing is granted.</summary>
public class CfnTaskDefinitionTests
{
    private const string Role = "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") }); var cfnRole = new CfnRole(this, \"CfnRole\", new CfnRoleProps { AssumeRolePolicyDocument = new PolicyDocument() });";

    [Theory]
    [InlineData("role.RoleArn", "Role")]
    [InlineData("cfnRole.AttrArn", "CfnRole")]
    [InlineData("((CfnRole)role.Node.DefaultChild).AttrArn", "Role")]
    [InlineData("\"arn:aws:iam::111122223333:role/other\"", "arn:aws:iam::111122223333:role/other")]
    [InlineData("$\"arn:aws:iam::{this.Account}:role/other\"", "arn:aws:iam::${AWS::AccountId}:role/other")]
    public void KnowTheirRoleByItsArn(string arn, string name)
    {
        var run = EcsRun.Stack(Role + $"new CfnTaskDefinition(this, \"Task\", new CfnTaskDefinitionProps {{ ExecutionRoleArn = {arn} }});");
        var role = run.ExecutionRole;
        Assert.Equal(name, role!.Name);
        Assert.Equal(name.StartsWith("arn:") ? RoleKind.Imported : RoleKind.Created, role.Kind);
        Assert.Equal(arn, run.Definition.ExecutionRoleOperation!.Syntax.ToString());
    }

    [Theory]
    [InlineData("role")]
    [InlineData("role.RoleArn")]
    public void TakeARoleItselfInNewerVersions(string given)
    {
        var run = EcsRun.Stack(Role + $"new CfnTaskDefinition(this, \"Task\", new CfnTaskDefinitionProps {{ ExecutionRoleArn = {given} }});", cdk: "2.277.0");
        Assert.Equal("Role", run.ExecutionRole!.Name);
    }

    [Theory]
    [InlineData("null", "none")]
    [InlineData("arn", "unknown role")]
    [InlineData("Fn.ImportValue(\"x\")", "unknown role")]
    [InlineData("flag ? role.RoleArn : null", "none when not flag")]
    public void MayHaveNoRoleOrAnUnknownOne(string given, string expected)
    {
        var run = EcsRun.Stack(Role + $"new CfnTaskDefinition(this, \"Task\", new CfnTaskDefinitionProps {{ ExecutionRoleArn = {given} }});", parameters: "string arn, bool flag");
        Assert.Contains(expected, run.Role);
    }

    [Fact(Skip = CdkReferences.NotInOldest)]
    public void SayWhatTheirContainersReferTo()
    {
        var run = EcsRun.Stack("""
            new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
            {
                RequiresCompatibilities = new[] { "FARGATE", "EC2" },
                ContainerDefinitions = new[]
                {
                    new CfnTaskDefinition.ContainerDefinitionProperty
                    {
                        Name = "app",
                        Image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app",
                        Secrets = new[] { new CfnTaskDefinition.SecretProperty { Name = "K", ValueFrom = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:n" } },
                        RepositoryCredentials = new CfnTaskDefinition.RepositoryCredentialsProperty { CredentialsParameter = "creds" },
                        EnvironmentFiles = new[] { new CfnTaskDefinition.EnvironmentFileProperty { Type = "s3", Value = "arn:aws:s3:::b/k" } },
                        CredentialSpecs = new[] { "credentialspec:arn:aws:s3:::b/s" },
                        LogConfiguration = new CfnTaskDefinition.LogConfigurationProperty
                        {
                            LogDriver = "awslogs",
                            Options = new Dictionary<string, string> { ["awslogs-group"] = "/g", ["awslogs-create-group"] = "true" },
                            SecretOptions = new[] { new CfnTaskDefinition.SecretProperty { Name = "T", ValueFrom = "name" } },
                        },
                    },
                    new CfnTaskDefinition.ContainerDefinitionProperty
                    {
                        Name = "router",
                        Image = "fluent",
                        FirelensConfiguration = new CfnTaskDefinition.FirelensConfigurationProperty
                        {
                            Type = "fluentbit",
                            Options = new Dictionary<string, string> { ["config-file-type"] = "s3", ["config-file-value"] = "arn:aws:s3:::b/c" },
                        },
                    },
                },
                Volumes = new[]
                {
                    new CfnTaskDefinition.VolumeProperty
                    {
                        Name = "share",
                        FSxWindowsFileServerVolumeConfiguration = new CfnTaskDefinition.FSxWindowsFileServerVolumeConfigurationProperty
                        {
                            FileSystemId = "fs",
                            RootDirectory = "/",
                            AuthorizationConfig = new CfnTaskDefinition.FSxAuthorizationConfigProperty { CredentialsParameter = "arn:aws:ssm:eu-west-1:111122223333:parameter/p", Domain = "d" },
                        },
                    },
                },
            });
            """);
        Assert.Equal("""
            app: image 111122223333.dkr.ecr.eu-west-1.amazonaws.com/app
            app: log awslogs to /g create true
            app: log secret T name
            app: secret K arn:aws:secretsmanager:eu-west-1:111122223333:secret:n
            app: credentials creds
            app: env file arn:aws:s3:::b/k
            app: spec credentialspec:arn:aws:s3:::b/s
            router: image fluent
            router: config arn:aws:s3:::b/c
            volume share arn:aws:ssm:eu-west-1:111122223333:parameter/p
            """, run.Needs);
        Assert.Equal("none", run.Role);
        Assert.Equal(LaunchTypes.Fargate | LaunchTypes.Ec2, run.Definition.LaunchTypes);
        Assert.Contains("\"arn:aws:secretsmanager:eu-west-1:111122223333:secret:n\"", run.Origins);
        Assert.Contains("\"111122223333.dkr.ecr.eu-west-1.amazonaws.com/app\"", run.Origins);
    }

    [Theory]
    [InlineData("task.ExecutionRoleArn = role.RoleArn;", "Role", "app: image x")]
    [InlineData("task.ContainerDefinitions = new[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = \"other\", Image = \"y\" } };", null, "other: image y")]
    [InlineData("if (flag) { task.ContainerDefinitions = new[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = \"other\", Image = \"y\" } }; }", null, "other: image y when flag\napp: image x when not flag")]
    [InlineData("task.ContainerDefinitions = Token.AsAny(\"x\");", null, "more")]
    [InlineData("task.AddPropertyOverride(\"ContainerDefinitions.0.Image\", \"z\");", null, "app: image z")]
    public void MayBeChangedLater(string code, string? role, string needs)
    {
        var run = EcsRun.Stack(
            Role + "var task = new CfnTaskDefinition(this, \"Task\", new CfnTaskDefinitionProps { ContainerDefinitions = new[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = \"app\", Image = \"x\" } } });" + code,
            parameters: "bool flag");
        Assert.Equal(role, run.ExecutionRole?.Name);
        Assert.Equal(needs, run.Needs);
    }

    [Theory]
    [InlineData("ContainerDefinitions = any")]
    [InlineData("ContainerDefinitions = Lazy.Any(null)")]
    [InlineData("ContainerDefinitions = new object[] { any }")]
    public void MayHaveContainersThatAreNotKnown(string property)
    {
        var run = EcsRun.Stack($"new CfnTaskDefinition(this, \"Task\", new CfnTaskDefinitionProps {{ {property} }});", parameters: "object any");
        Assert.Equal("more", run.Needs);
    }

    [Fact]
    public void SecretOfTheProgramIsFoundByItsArn()
    {
        var run = EcsRun.Stack("""
            var secret = new Secret(this, "S");
            new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
            {
                ContainerDefinitions = new[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "x", Secrets = new[] { new CfnTaskDefinition.SecretProperty { Name = "K", ValueFrom = secret.SecretArn } } } },
            });
            """);
        var value = run.Definition.Containers[0].Secrets[0].Value.Text!;
        Assert.Equal("S", run.Graph.FindByArn<SecretNode>(value)!.Name);
    }

    [Fact]
    public void ExpressServicesAreTaskDefinitionsToo()
    {
        var run = EcsRun.Stack(Role + """
            new CfnExpressGatewayService(this, "Svc", new CfnExpressGatewayServiceProps
            {
                InfrastructureRoleArn = "arn:aws:iam::111122223333:role/infra",
                ExecutionRoleArn = role.RoleArn,
                PrimaryContainer = new CfnExpressGatewayService.ExpressGatewayContainerProperty
                {
                    Image = "x",
                    Secrets = new[] { new CfnExpressGatewayService.SecretProperty { Name = "K", ValueFrom = "name" } },
                    AwsLogsConfiguration = new CfnExpressGatewayService.ExpressGatewayServiceAwsLogsConfigurationProperty { LogGroup = "/g", LogStreamPrefix = "p" },
                },
            });
            """, cdk: "2.277.0");
        Assert.Equal("Svc: image x\nSvc: log awslogs to /g\nSvc: secret K name", run.Needs);
        Assert.Equal((TaskDefinitionKind.ExpressGateway, "Role"), (run.Definition.Kind, run.ExecutionRole!.Name));
    }

    [Fact]
    public void DaemonsAreTaskDefinitionsToo()
    {
        var run = EcsRun.Stack(Role + """
            new CfnDaemonTaskDefinition(this, "Daemon", new CfnDaemonTaskDefinitionProps
            {
                ExecutionRoleArn = role.RoleArn,
                ContainerDefinitions = new[] { new CfnDaemonTaskDefinition.DaemonContainerDefinitionProperty { Name = "app", Image = "x" } },
            });
            """, cdk: "2.277.0");
        Assert.Equal("app: image x", run.Needs);
        Assert.Equal((TaskDefinitionKind.Daemon, LaunchTypes.ManagedInstances, "Role"), (run.Definition.Kind, run.Definition.LaunchTypes, run.ExecutionRole!.Name));
    }
}
