using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Batch;

/// <summary>Batch jobs on ECS: each with an execution role.</summary>
public class BatchTests
{
    private const string Usings = "using Amazon.CDK.AWS.Batch; using BatchSecret = Amazon.CDK.AWS.Batch.Secret;";
    private const string Role = "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") });";
    private const string WriteDefault = "Allow logs:CreateLogStream, logs:PutLogEvents on logs:log-group:/aws/batch/job:*";
    private const string Image = "Cpu = 1, Memory = Size.Mebibytes(1), Image = ContainerImage.FromRegistry(\"x\"), ";

    [Theory]
    [InlineData("", "Job: image x\nJob: log awslogs to /aws/batch/job", WriteDefault)]
    [InlineData("ExecutionRole = role, ", "Job: image x\nJob: log awslogs to /aws/batch/job", "")]
    [InlineData("Logging = LogDrivers.JsonFile(), ", "Job: image x\nJob: log json-file", "")]
    [InlineData("ExecutionRole = role, Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = \"p\", LogGroup = LogGroup.FromLogGroupName(this, \"G\", \"/g\") }), ", "Job: image x\nJob: log awslogs to /g", "Allow logs:CreateLogStream, logs:PutLogEvents on logs:log-group:/g:*")]
    [InlineData("ExecutionRole = role, Secrets = new Dictionary<string, BatchSecret> { [\"K\"] = BatchSecret.FromSecretsManager(Secret.FromSecretNameV2(this, \"S\", \"n\"), \"f\") }, Logging = LogDrivers.JsonFile()", "Job: image x\nJob: log json-file\nJob: secret K secretsmanager:secret:n:f:: of S", "Allow secretsmanager:GetSecretValue, secretsmanager:DescribeSecret on secretsmanager:secret:n-??????")]
    public void OnlyTheRoleThatIsMadeMayLogByDefault(string options, string needs, string role)
    {
        foreach (var (type, launchTypes) in new[] { ("EcsFargateContainerDefinition", LaunchTypes.Fargate), ("EcsEc2ContainerDefinition", LaunchTypes.Ec2) })
        {
            var run = EcsRun.Stack($"{Role} new EcsJobDefinition(this, \"Definition\", new EcsJobDefinitionProps {{ Container = new {type}(this, \"Job\", new {type}Props {{ {Image} {options} }}) }});", usings: Usings);
            Assert.Equal((needs, role), (run.Needs, run.Role));
            Assert.Equal((TaskDefinitionKind.Batch, launchTypes), (run.Definition.Kind, run.Definition.LaunchTypes));
        }
    }

    [Fact]
    public void RoleIsReachedThroughTheContainer()
    {
        var run = EcsRun.Stack(
            $"var job = new EcsJobDefinition(this, \"D\", new EcsJobDefinitionProps {{ Container = new EcsFargateContainerDefinition(this, \"Job\", new EcsFargateContainerDefinitionProps {{ {Image} Logging = LogDrivers.JsonFile() }}) }}); Repository.FromRepositoryName(this, \"R\", \"r\").GrantPull(job.Container.ExecutionRole);",
            usings: Usings);
        Assert.Equal("Allow ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer, ecr:BatchGetImage on ecr:repository/r\nAllow ecr:GetAuthorizationToken on *", run.Role);
    }

    [Theory]
    [InlineData("PlatformCapabilities = new[] { \"FARGATE\" }, ContainerProperties = new CfnJobDefinition.ContainerPropertiesProperty { ExecutionRoleArn = role.RoleArn, Image = \"x\", Secrets = new[] { new CfnJobDefinition.SecretProperty { Name = \"K\", ValueFrom = \"v\" } }, LogConfiguration = new CfnJobDefinition.LogConfigurationProperty { LogDriver = \"splunk\" } }", LaunchTypes.Fargate, "Job: image x\nJob: log splunk\nJob: secret K v")]
    [InlineData("ContainerProperties = new CfnJobDefinition.ContainerPropertiesProperty { ExecutionRoleArn = role.RoleArn, Image = \"x\" }", LaunchTypes.Ec2, "Job: image x\nJob: log awslogs to /aws/batch/job")]
    [InlineData("PlatformCapabilities = new[] { \"FARGATE\" }, EcsProperties = new CfnJobDefinition.EcsPropertiesProperty { TaskProperties = new[] { new CfnJobDefinition.EcsTaskPropertiesProperty { ExecutionRoleArn = role.RoleArn, Containers = new[] { new CfnJobDefinition.TaskContainerPropertiesProperty { Name = \"c\", Image = \"x\" } } } } }", LaunchTypes.Fargate, "c: image x\nc: log awslogs to /aws/batch/job")]
    [InlineData("NodeProperties = new CfnJobDefinition.NodePropertiesProperty { MainNode = 0, NumNodes = 1, NodeRangeProperties = new[] { new CfnJobDefinition.NodeRangePropertyProperty { TargetNodes = \"0:\", Container = new CfnJobDefinition.ContainerPropertiesProperty { ExecutionRoleArn = role.RoleArn, Image = \"x\" } } } }", LaunchTypes.Ec2, "Job: image x\nJob: log awslogs to /aws/batch/job")]
    public void L1JobsAreGrantedNothing(string properties, object launchTypes, string needs)
    {
        var run = EcsRun.Stack($"{Role} new CfnJobDefinition(this, \"Job\", new CfnJobDefinitionProps {{ Type = \"container\", {properties} }});", usings: Usings, cdk: "2.277.0");
        Assert.Equal(("Role", needs, ""), (run.ExecutionRole!.Name, run.Needs, run.Role));
        Assert.Equal(launchTypes, run.Definition.LaunchTypes);
    }

    [Fact]
    public void L1JobsMayBeChangedLater()
    {
        var run = EcsRun.Stack(
            $"{Role} var job = new CfnJobDefinition(this, \"Job\", new CfnJobDefinitionProps {{ Type = \"container\" }}); job.ContainerProperties = new CfnJobDefinition.ContainerPropertiesProperty {{ Image = \"x\" }};", usings: Usings);
        Assert.Equal(("Job: image x\nJob: log awslogs to /aws/batch/job", "none"), (run.Needs, run.Role));
    }
}
