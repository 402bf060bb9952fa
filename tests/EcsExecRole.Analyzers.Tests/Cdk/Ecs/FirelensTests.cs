using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Ecs;

/// <summary>FireLens: the router that CDK adds, the program's own, and their configuration.</summary>
public class FirelensTests
{
    private const string Image = "Image = ContainerImage.FromRegistry(\"x\"), ";
    private const string Firelens = "Logging = LogDrivers.Firelens(new FireLensLogDriverProps { Options = new Dictionary<string, string> { [\"Name\"] = \"cloudwatch\" } })";
    private const string Default =
        "Allow ecr:GetAuthorizationToken, ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer, ecr:BatchGetImage on *\nAllow logs:CreateLogStream, logs:PutLogEvents on logs:log-group:${Task}:*";

    [Theory]
    [InlineData(Firelens)]
    [InlineData("Logging = new GenericLogDriver(new GenericLogDriverProps { LogDriver = \"awsfirelens\" })")]
    public void DefaultRouterIsAddedAtSynth(string logging)
    {
        var run = EcsRun.Container(Image + logging);
        Assert.Equal(Default, run.Role);
        Assert.Equal(["app", "log-router"], run.Definition.Containers.Select(c => c.Name));
        Assert.EndsWith("log-router: image ${AWS}.dkr.ecr.R.amazonaws.com/aws-for-fluent-bit:latest\nlog-router: log awslogs to ${Task}", run.Needs);
    }

    [Fact]
    public void UntilThenTheRoleIsNull()
    {
        var run = EcsRun.Container(Image + Firelens + " }); Repository.FromRepositoryName(this, \"R\", \"r\").GrantPull(td.ExecutionRole); new CfnOutput(this, \"O\", new CfnOutputProps { Value = \"x\"");
        Assert.Single(run.Graph.GrantsOnNullRole);
        Assert.Equal(Default, run.Role);
    }

    [Fact]
    public void OutputIsGrantedToTheTaskRole()
    {
        var run = EcsRun.Container(Image + Firelens);
        var statement = Assert.Single(run.Graph.Roles.Single(r => r.Name == "Task/TaskRole").Statements).Statement;
        Assert.Equal("logs:CreateLogGroup logs:CreateLogStream logs:DescribeLogStreams logs:PutLogEvents", string.Join(" ", statement.Actions.Items.Select(a => a.Text)));
    }

    [Theory]
    [InlineData("td.AddFirelensLogRouter(\"router\", new FirelensLogRouterDefinitionOptions { Image = ContainerImage.FromRegistry(\"fluent\"), FirelensConfig = new FirelensConfig { Type = FirelensLogRouterType.FLUENTBIT } });")]
    [InlineData("new FirelensLogRouter(this, \"router\", new FirelensLogRouterProps { TaskDefinition = td, Image = ContainerImage.FromRegistry(\"fluent\"), FirelensConfig = new FirelensConfig { Type = FirelensLogRouterType.FLUENTBIT } });")]
    public void RouterOfTheProgramReplacesIt(string router)
    {
        var run = EcsRun.Fargate($"td.AddContainer(\"app\", new ContainerDefinitionOptions {{ {Image} {Firelens} }}); {router}");
        Assert.Equal("none", run.Role);
        Assert.Equal("app: image x\napp: log awsfirelens\nrouter: image fluent", run.Needs);
    }

    [Fact]
    public void RouterUnderAFlagReplacesItThere()
    {
        var run = EcsRun.Fargate(
            $"td.AddContainer(\"app\", new ContainerDefinitionOptions {{ {Image} {Firelens} }}); if (own) td.AddFirelensLogRouter(\"router\", new FirelensLogRouterDefinitionOptions {{ Image = ContainerImage.FromRegistry(\"fluent\"), FirelensConfig = new FirelensConfig {{ Type = FirelensLogRouterType.FLUENTBIT }} }});",
            "bool own");
        Assert.Contains("router: image fluent when own", run.Needs);
        Assert.Contains("log-router: log awslogs to ${Task} when not own", run.Needs);
    }

    [Theory]
    [InlineData("S3", "\"arn:aws:s3:::bkt/fluent.conf\"", "arn:aws:s3:::bkt/fluent.conf", "arn:aws:s3:::bkt")]
    [InlineData("S3", "bucket.ArnForObjects(\"fluent.conf\")", "s3:::bkt/fluent.conf", "s3:::bkt")]
    [InlineData("S3", "\"s3://bkt/fluent.conf\"", null, null)]
    [InlineData("FILE", "\"/fluent.conf\"", null, null)]
    public void ConfigurationInS3IsGranted(string type, string value, string? file, string? bucket)
    {
        var run = EcsRun.Fargate($$"""
            var bucket = Bucket.FromBucketName(this, "B", "bkt");
            td.AddFirelensLogRouter("router", new FirelensLogRouterDefinitionOptions
            {
                Image = ContainerImage.FromRegistry("fluent"),
                FirelensConfig = new FirelensConfig
                {
                    Type = FirelensLogRouterType.FLUENTBIT,
                    Options = new FirelensOptions { ConfigFileType = FirelensConfigFileType.{{type}}, ConfigFileValue = {{value}} },
                },
            });
            """);
        Assert.Equal(file is null ? "none" : $"Allow s3:GetObject on {file}\nAllow s3:GetBucketLocation on {bucket}", run.Role);
        Assert.Equal("router: image fluent" + (file is null ? "" : "\nrouter: config " + file), run.Needs);
        Assert.Equal(file is not null, run.Origins.Contains(value));
    }

    [Fact]
    public void ImmutableRoleGetsNothing()
    {
        var run = EcsRun.Stack($$"""
            var role = Role.FromRoleArn(this, "Role", "arn:aws:iam::111122223333:role/r", new FromRoleArnOptions { Mutable = false });
            var td = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
            td.AddContainer("app", new ContainerDefinitionOptions { {{Image}} {{Firelens}} });
            """);
        Assert.All(run.Role.Split('\n'), l => Assert.Matches("^(dropped|unknown)", l));
        Assert.Contains("dropped ecr:GetAuthorizationToken,ecr:BatchCheckLayerAvailability,ecr:GetDownloadUrlForLayer,ecr:BatchGetImage", run.Role);
    }
}
