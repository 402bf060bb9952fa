using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Ecs;

/// <summary>Escape hatches from an L2 task definition to its rendered properties.</summary>
public class OverrideTests
{
    private const string Setup = """
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        td.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("x"),
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = "p", LogGroup = LogGroup.FromLogGroupName(this, "G", "/g") }),
            Secrets = new Dictionary<string, EcsSecret> { ["K"] = EcsSecret.FromSecretsManager(Secret.FromSecretNameV2(this, "S", "n")) },
        });
        var cfn = (CfnTaskDefinition)td.Node.DefaultChild;
        """;

    private const string Image = "app: image x\n";
    private const string Log = "app: log awslogs to /g\n";
    private const string Secret = "app: secret K secretsmanager:secret:n of S";

    [Theory]
    [InlineData("cfn.ExecutionRoleArn = role.RoleArn;", "Role")]
    [InlineData("cfn.AddPropertyOverride(\"ExecutionRoleArn\", role.RoleArn);", "Role")]
    [InlineData("cfn.AddOverride(\"Properties.ExecutionRoleArn\", role.RoleArn);", "Role")]
    [InlineData("cfn.AddPropertyDeletionOverride(\"ExecutionRoleArn\");", null)]
    [InlineData("cfn.AddDeletionOverride(\"Properties.ExecutionRoleArn\");", null)]
    [InlineData("cfn.AddPropertyOverride(\"Family\", \"f\"); cfn.AddDeletionOverride(\"DeletionPolicy\");", "Task/ExecutionRole")]
    public void ReplaceTheRole(string code, string? name)
    {
        var run = EcsRun.Fargate(Setup + code);
        Assert.Equal(name, run.ExecutionRole?.Name);
        Assert.Equal(Image + Log + Secret, run.Needs);

        // What CDK grants still goes to the role that the L2 definition knows.
        Assert.Equal(2, run.Graph.Roles.Single(r => r.Name == "Task/ExecutionRole").Statements.Count);
    }

    [Theory]
    [InlineData("\"ContainerDefinitions.0.Image\", \"y\"", "app: image y\n" + Log + Secret)]
    [InlineData("\"ContainerDefinitions.0.Image\", any", "app: image ?any\n" + Log + Secret)]
    [InlineData("\"ContainerDefinitions.0.Cpu\", 1", Image + Log + Secret)]
    [InlineData("\"ContainerDefinitions.0.Secrets\", new object[] { new Dictionary<string, object> { [\"Name\"] = \"L\", [\"ValueFrom\"] = \"v\" } }", Image + Log + "app: secret L v")]
    [InlineData("\"ContainerDefinitions.0.Secrets.0.ValueFrom\", \"v\"", Image + Log + "app: secret ?reference")]
    [InlineData("\"ContainerDefinitions.0.LogConfiguration.Options.awslogs-create-group\", \"true\"", Image + "app: log awslogs to /g create true\n" + Secret)]
    [InlineData("\"ContainerDefinitions.0.LogConfiguration.Options.awslogs-group\", \"/h\"", Image + "app: log awslogs to /h\n" + Secret)]
    [InlineData("\"ContainerDefinitions.0.LogConfiguration.Options.mode\", \"x\"", Image + Log + Secret)]
    [InlineData("\"ContainerDefinitions.0.LogConfiguration\", new Dictionary<string, object> { [\"LogDriver\"] = \"json-file\" }", Image + "app: log json-file\n" + Secret)]
    [InlineData("\"ContainerDefinitions.0.RepositoryCredentials.CredentialsParameter\", \"c\"", Image + Log + Secret + "\napp: credentials c")]
    [InlineData("\"ContainerDefinitions.0.EnvironmentFiles\", new object[] { new Dictionary<string, object> { [\"Type\"] = \"s3\", [\"Value\"] = \"arn:aws:s3:::b/k\" } }", Image + Log + Secret + "\napp: env file arn:aws:s3:::b/k")]
    [InlineData("\"ContainerDefinitions.0.CredentialSpecs\", new[] { \"credentialspec:arn:aws:s3:::b/k\" }", Image + Log + Secret + "\napp: spec credentialspec:arn:aws:s3:::b/k")]
    [InlineData("\"ContainerDefinitions.1.Image\", \"y\"", "more")]
    [InlineData("\"Volumes\", new object[] { new Dictionary<string, object> { [\"Name\"] = \"v\", [\"FSxWindowsFileServerVolumeConfiguration\"] = new Dictionary<string, object> { [\"AuthorizationConfig\"] = new Dictionary<string, object> { [\"CredentialsParameter\"] = \"c\" } } } }", Image + Log + Secret + "\nvolume v c")]
    [InlineData("path, \"y\"", Image + Log + Secret + "\nmore")]
    public void ReplaceProperties(string arguments, string needs) =>
        Assert.Equal(needs, EcsRun.Fargate(Setup + $"cfn.AddPropertyOverride({arguments});", "object any, string path").Needs);

    [Fact]
    public void HoldOnTheirPaths()
    {
        var run = EcsRun.Fargate(Setup + "if (flag) { cfn.AddPropertyOverride(\"ContainerDefinitions.0.Image\", \"y\"); cfn.ExecutionRoleArn = role.RoleArn; }", "bool flag");
        Assert.StartsWith("app: image x when not flag\napp: image y when flag", run.Needs);
        Assert.Equal(["Role when flag", "Task/ExecutionRole when not flag"], run.ExecutionRoles);
    }

    [Fact]
    public void DeletedPropertiesAreGone()
    {
        var run = EcsRun.Fargate(Setup + "cfn.AddPropertyDeletionOverride(\"ContainerDefinitions.0.Secrets\"); cfn.AddPropertyDeletionOverride(\"ContainerDefinitions.0.LogConfiguration\");");
        Assert.Equal("app: image x", run.Needs);
    }

    [Fact]
    public void UnknownPathLosesTheRole()
    {
        var run = EcsRun.Fargate(Setup + "cfn.AddPropertyOverride(path, \"y\");", "string path");
        Assert.Contains("unknown", run.Role);
    }
}
