using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Ecs;

/// <summary>Section 4 of the facts: what each log driver grants.</summary>
public class LogDriverTests
{
    private const string Image = "Image = ContainerImage.FromRegistry(\"x\"), ";
    private const string Write = "Allow logs:CreateLogStream, logs:PutLogEvents on ";
    private const string Read = "Allow secretsmanager:GetSecretValue, secretsmanager:DescribeSecret on ";
    private const string SecretOptions = "SecretOptions = new Dictionary<string, EcsSecret> { [\"token\"] = EcsSecret.FromSecretsManager(Secret.FromSecretNameV2(this, \"S\", \"n\")) }";
    private const string SecretNeed = "\napp: log secret token secretsmanager:secret:n of S";

    [Theory]
    [InlineData("LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = \"p\" })")]
    [InlineData("LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = \"p\", LogRetention = RetentionDays.ONE_DAY })")]
    [InlineData("new AwsLogDriver(new AwsLogDriverProps { StreamPrefix = \"p\" })")]
    public void AwsLogsMakesItsGroup(string driver)
    {
        var run = EcsRun.Container(Image + "Logging = " + driver);
        Assert.Equal(Write + "logs:log-group:${app}:*", run.Role);
        Assert.Equal("app: image x\napp: log awslogs to ${app}", run.Needs);
        Assert.Contains(driver, run.Origins);
    }

    [Theory]
    [InlineData("new LogGroup(this, \"G\")", "logs:log-group:${G}:*", "${G}")]
    [InlineData("new LogGroup(this, \"G\", new LogGroupProps { LogGroupName = \"/g\" })", "logs:log-group:/g:*", "/g")]
    [InlineData("LogGroup.FromLogGroupName(this, \"G\", \"/g\")", "logs:log-group:/g:*", "/g")]
    [InlineData("LogGroup.FromLogGroupArn(this, \"G\", \"arn:aws:logs:eu-west-1:111122223333:log-group:/g\")", "arn:aws:logs:eu-west-1:111122223333:log-group:/g:*", "/g")]
    public void AwsLogsWritesToTheGroupGiven(string group, string resource, string name)
    {
        var run = EcsRun.Container(Image + $"Logging = LogDriver.AwsLogs(new AwsLogDriverProps {{ StreamPrefix = \"p\", LogGroup = {group} }})");
        Assert.Equal(Write + resource, run.Role);
        Assert.Equal("app: image x\napp: log awslogs to " + name, run.Needs);
    }

    [Fact]
    public void L1GroupIsTakenByNewerVersions()
    {
        var run = EcsRun.Stack(
            "var td = new FargateTaskDefinition(this, \"Task\"); td.AddContainer(\"app\", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(\"x\"), Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = \"p\", LogGroup = new CfnLogGroup(this, \"G\", new CfnLogGroupProps { LogGroupName = \"/g\" }) }) });",
            cdk: "2.277.0");
        Assert.Equal(Write + "logs:log-group:/g:*", run.Role);
    }

    [Fact]
    public void OneDriverMakesAGroupForEachContainer()
    {
        var run = EcsRun.Fargate("""
            var log = new AwsLogDriver(new AwsLogDriverProps { StreamPrefix = "p" });
            td.AddContainer("a", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("x"), Logging = log });
            td.AddContainer("b", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("x"), Logging = log });
            """);
        Assert.Equal($"{Write}logs:log-group:${{a}}:*\n{Write}logs:log-group:${{b}}:*", run.Role);
        Assert.NotEqual(run.Definition.Containers[0].Logging[0].LogGroup, run.Definition.Containers[1].Logging[0].LogGroup);
    }

    [Theory]
    [InlineData("LogDrivers.Fluentd()", "fluentd")]
    [InlineData("LogDrivers.Gelf(new GelfLogDriverProps { Address = \"a\" })", "gelf")]
    [InlineData("LogDrivers.Journald()", "journald")]
    [InlineData("new JsonFileLogDriver()", "json-file")]
    [InlineData("LogDrivers.Syslog()", "syslog")]
    [InlineData("new GenericLogDriver(new GenericLogDriverProps { LogDriver = \"x\" })", "x")]
    public void OthersGrantNothing(string driver, string name)
    {
        var run = EcsRun.Container(Image + "Logging = " + driver);
        Assert.Equal("none", run.Role);
        Assert.Equal("app: image x\napp: log " + name, run.Needs);
    }

    [Fact]
    public void GenericAwsLogsGrantsNothing()
    {
        var run = EcsRun.Container(Image + """
            Logging = new GenericLogDriver(new GenericLogDriverProps
            {
                LogDriver = "awslogs",
                Options = new Dictionary<string, string> { ["awslogs-group"] = "/g", ["awslogs-create-group"] = "true", ["awslogs-region"] = "eu-west-1" },
            })
            """);
        Assert.Equal("none", run.Role);
        Assert.Equal("app: image x\napp: log awslogs to /g create true", run.Needs);
        Assert.Equal("eu-west-1", run.Definition.Containers[0].Logging[0].Region.ToString());
    }

    [Theory]
    [InlineData("new GenericLogDriver(new GenericLogDriverProps { LogDriver = \"x\", " + SecretOptions + " })", "x", SecretNeed)]
    [InlineData("LogDrivers.Splunk(new SplunkLogDriverProps { Url = \"u\", SecretToken = EcsSecret.FromSecretsManager(Secret.FromSecretNameV2(this, \"S\", \"n\")) })", "splunk", "\napp: log secret splunk-token secretsmanager:secret:n of S")]
    public void SecretsAmongTheOptionsAreGranted(string driver, string name, string need)
    {
        var run = EcsRun.Container(Image + "Logging = " + driver);
        Assert.Equal(Read + "secretsmanager:secret:n-??????", run.Role);
        Assert.Equal("app: image x\napp: log " + name + need, run.Needs);
        Assert.Contains("EcsSecret.FromSecretsManager(Secret.FromSecretNameV2(this, \"S\", \"n\"))", run.Origins);
    }

    [Fact]
    public void UnknownDriverMayHaveBeenGrantedAnything()
    {
        var run = EcsRun.Container(Image + "Logging = log", parameters: "LogDriver log");
        Assert.Equal("unknown logs/ecr/secretsmanager/ssm/kms", run.Role);
        Assert.Equal("app: image x\napp: log ?log.LogDriver", run.Needs);
    }

    [Fact]
    public void OptionsThatAreNotKnown()
    {
        var run = EcsRun.Container(Image + "Logging = new GenericLogDriver(new GenericLogDriverProps { LogDriver = \"awslogs\", Options = options })", parameters: "TextMap options");
        Assert.Equal("app: image x\napp: log awslogs to ?awslogs-group create ?awslogs-create-group", run.Needs);
    }
}
