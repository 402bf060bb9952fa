using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>EER1002: the role can't write the container's <c>awslogs</c> log.</summary>
public class EER1002Tests
{
    private const string Setup = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var image = ContainerImage.FromRegistry("nginx");
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        """;

    private static string L1(string options, string launchType = "FARGATE") => $$"""
        _ = new CfnTaskDefinition(this, "Legacy", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "{{launchType}}" },
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    LogConfiguration = {|#0:new CfnTaskDefinition.LogConfigurationProperty
                    {
                        LogDriver = "awslogs",
                        Options = new Dictionary<string, string> { {{options}} },
                    }|},
                },
            },
        });
        """;

    private const string Group = """["awslogs-group"] = "/shop/api", ["awslogs-region"] = "eu-west-1" """;

    private static DiagnosticResult Expected => VerifyRules.Result(Descriptors.Logs).WithLocation(0);

    [Fact]
    public Task L1WithoutAGrant() => VerifyRules.All(CdkSource.Stack(Setup + L1(Group)), Expected.WithMessage(
        "Execution role 'ExecutionRole' can't write to log group '/shop/api' of container 'app': it lacks logs:CreateLogStream and logs:PutLogEvents on 'arn:${AWS::Partition}:logs:eu-west-1:${AWS::AccountId}:log-group:/shop/api:log-stream:*'. ECS stops the task with ResourceInitializationError: failed to validate logger args."));

    [Fact]
    public Task AlsoOnEc2WhereTheRoleIsGiven() => VerifyRules.All(CdkSource.Stack(Setup + L1(Group, "EC2")), Expected);

    [Fact]
    public Task GenericDriver() => VerifyRules.All(CdkSource.Stack(Setup + """
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = image,
            Logging = {|EER1002:new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "awslogs",
                Options = new Dictionary<string, string> { ["awslogs-group"] = "/shop/api", ["awslogs-region"] = "eu-west-1" },
            })|},
        });
        """));

    [Fact]
    public Task CreatingTheGroupIsNotInTheManagedPolicy() => VerifyRules.Only("EER1002", CdkSource.Stack(Setup + """
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        """ + L1(Group + """, ["awslogs-create-group"] = "true" """)), Expected.WithMessage(
        "Execution role 'ExecutionRole' can't write to log group '/shop/api' of container 'app': it lacks logs:CreateLogGroup on 'arn:${AWS::Partition}:logs:eu-west-1:${AWS::AccountId}:log-group:/shop/api' (AmazonECSTaskExecutionRolePolicy does not contain logs:CreateLogGroup). ECS stops the task with ResourceInitializationError: failed to validate logger args."));

    [Fact]
    public Task TheGroupsArnWithoutItsStreams() => VerifyRules.Only("EER1002", CdkSource.Stack(Setup + """
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "logs:CreateLogStream", "logs:PutLogEvents" },
            Resources = new[] { $"arn:aws:logs:eu-west-1:{Account}:log-group:/shop/api" },
        }));
        """ + L1(Group)), Expected.WithMessage(
        "Execution role 'ExecutionRole' can't write to log group '/shop/api' of container 'app': it lacks logs:CreateLogStream and logs:PutLogEvents on 'arn:${AWS::Partition}:logs:eu-west-1:${AWS::AccountId}:log-group:/shop/api:log-stream:*' (the log group's ARN needs `:*`). ECS stops the task with ResourceInitializationError: failed to validate logger args."));

    [Theory]
    [InlineData("""role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));""")]
    [InlineData("""role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("CloudWatchLogsFullAccess"));""")]
    [InlineData("""role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "logs:*" }, Resources = new[] { "*" } }));""")]
    [InlineData("""role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "logs:CreateLogStream", "logs:PutLogEvents" }, Resources = new[] { "arn:aws:logs:*:*:log-group:/shop/*" } }));""")]
    [InlineData("""LogGroup.FromLogGroupName(this, "Group", "/shop/api").GrantWrite(role);""")]
    public Task Grants(string grant) => VerifyRules.Only("EER1002", CdkSource.Stack(Setup + grant + L1(Group).Replace("{|#0:", "").Replace("|}", "").Replace("\"eu-west-1\"", "Region")));

    [Fact]
    public Task CdkGrantsItsOwnDriver() => VerifyRules.Silent(Setup + """
        task.AddContainer("a", new ContainerDefinitionOptions { Image = image, Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "a" }) });
        task.AddContainer("b", new ContainerDefinitionOptions { Image = image, Logging = new AwsLogDriver(new AwsLogDriverProps { StreamPrefix = "b", LogGroup = new LogGroup(this, "Logs") }) });
        """);

    [Fact]
    public Task FirelensItselfNeedsNoLogPermissions() => VerifyRules.Silent(Setup + """
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = image,
            Logging = LogDrivers.Firelens(new FireLensLogDriverProps { Options = new Dictionary<string, string> { ["Name"] = "cloudwatch", ["region"] = "eu-west-1" } }),
        });
        """);

    [Theory]
    [InlineData("syslog")]
    [InlineData("json-file")]
    public Task OtherDriversNeedNothing(string driver) => VerifyRules.Silent(Setup + $$"""
        task.AddContainer("app", new ContainerDefinitionOptions { Image = image, Logging = new GenericLogDriver(new GenericLogDriverProps { LogDriver = "{{driver}}" }) });
        """);
}
