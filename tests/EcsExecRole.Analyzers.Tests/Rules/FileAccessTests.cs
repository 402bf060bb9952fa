using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>EER1007 to EER1010: environment files, FireLens configurations, gMSA credential specs, FSx volumes.</summary>
public class FileAccessTests
{
    private const string Role = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var image = ContainerImage.FromRegistry("nginx");
        """;

    private static string L1(string container, string launchType = "EC2", string task = "") => $$"""
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "{{launchType}}" },
            ExecutionRoleArn = role.RoleArn,
            {{task}}
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "nginx", {{container}} },
            },
        });
        """;

    private static string Allow(string actions, string resources) => $$"""
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {{actions}} }, Resources = new[] { {{resources}} } }));
        """;

    [Fact]
    public Task EnvironmentFileOfABucket() => VerifyRules.All(CdkSource.Stack(Role + """
        var bucket = new Bucket(this, "Bucket", new BucketProps { BucketName = "settings" });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = image, EnvironmentFiles = new[] { {|#0:EnvironmentFile.FromBucket(bucket, "app.env")|} } });
        """), VerifyRules.Result(Descriptors.EnvironmentFile).WithLocation(0).WithMessage(
        "Execution role 'ExecutionRole' can't read environment file 'arn:${AWS::Partition}:s3:::settings/app.env' of container 'app': it lacks s3:GetObject on 'arn:${AWS::Partition}:s3:::settings/app.env' and s3:GetBucketLocation on 'arn:${AWS::Partition}:s3:::settings'. ECS stops the task with ResourceInitializationError: failed to download env files."));

    [Fact]
    public Task EnvironmentFileGranted() => VerifyRules.Silent(Role + """
        var bucket = new Bucket(this, "Bucket");
        bucket.GrantRead(role, "app.env");
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = image, EnvironmentFiles = new[] { EnvironmentFile.FromBucket(bucket, "app.env") } });
        """);

    [Fact]
    public Task EnvironmentFileInAnEncryptedBucket() => VerifyRules.Only("EER1007", CdkSource.Stack(Role + """
        var bucket = new Bucket(this, "Bucket", new BucketProps { EncryptionKey = new Key(this, "Key") });
        """ + Allow("\"s3:GetObject\", \"s3:GetBucketLocation\"", "bucket.BucketArn, bucket.ArnForObjects(\"*\")") + """
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = image, EnvironmentFiles = new[] { {|EER1007:EnvironmentFile.FromBucket(bucket, "app.env")|} } });
        """));

    [Fact]
    public Task WindowsContainersHaveNone() => VerifyRules.Silent(Role + L1(
        """EnvironmentFiles = new object[] { new CfnTaskDefinition.EnvironmentFileProperty { Type = "s3", Value = "arn:aws:s3:::settings/app.env" } },""",
        task: """RuntimePlatform = new CfnTaskDefinition.RuntimePlatformProperty { OperatingSystemFamily = "WINDOWS_SERVER_2022_CORE" },"""));

    [Fact]
    public Task L1EnvironmentFile() => VerifyRules.Only("EER1007", CdkSource.Stack(Role + L1(
        """EnvironmentFiles = new object[] { new CfnTaskDefinition.EnvironmentFileProperty { Type = "s3", Value = {|EER1007:"arn:aws:s3:::settings/app.env"|} } },""")));

    private const string Firelens = """
        FirelensConfiguration = new CfnTaskDefinition.FirelensConfigurationProperty
        {
            Type = "fluentbit",
            Options = new Dictionary<string, string> { ["config-file-type"] = "s3", ["config-file-value"] = "arn:aws:s3:::logging/router.conf" },
        },
        """;

    [Fact]
    public async Task FirelensFileOnEc2() =>
        Assert.Equal(["EER1008"], (await Analysis.Build(CdkSource.Stack(Role + L1(Firelens)))).Where(d => d.Id.StartsWith("EER1", StringComparison.Ordinal)).Select(d => d.Id));

    [Fact]
    public Task OnFargateFirelensFilesDoNotWorkAtAll() => VerifyRules.Only("EER1008", CdkSource.Stack(Role + L1(Firelens, "FARGATE")));

    [Fact]
    public Task CdkGrantsTheFirelensFileOfARouter() => VerifyRules.Only("EER1008", CdkSource.Stack(Role + """
        var task = new Ec2TaskDefinition(this, "Task", new Ec2TaskDefinitionProps { ExecutionRole = role });
        task.AddFirelensLogRouter("router", new FirelensLogRouterDefinitionOptions
        {
            Image = image,
            MemoryReservationMiB = 64,
            FirelensConfig = new FirelensConfig
            {
                Type = FirelensLogRouterType.FLUENTBIT,
                Options = new FirelensOptions { ConfigFileType = FirelensConfigFileType.S3, ConfigFileValue = "arn:aws:s3:::logging/router.conf" },
            },
        });
        """));

    [Theory(Skip = CdkReferences.NotInOldest)]
    [InlineData("EC2", "credentialspec:arn:aws:s3:::gmsa/app.json")]
    [InlineData("FARGATE", "credentialspecdomainless:arn:aws:s3:::gmsa/app.json")]
    [InlineData("EC2", "credentialspec:arn:aws:ssm:eu-west-1:111111111111:parameter/gmsa")]
    public async Task CredentialSpecs(string launchType, string spec)
    {
        var source = CdkSource.Stack(Role + L1($$"""CredentialSpecs = new[] { "{{spec}}" },""", launchType));
        Assert.Equal(["EER1009"], (await Analysis.Build(source)).Where(d => d.Id.StartsWith("EER1", StringComparison.Ordinal)).Select(d => d.Id));
    }

    [Fact(Skip = CdkReferences.NotInOldest)]
    public Task CredentialSpecOfAParameterOnFargateDoesNotWork() => VerifyRules.Only("EER1009", CdkSource.Stack(Role + L1(
        """CredentialSpecs = new[] { "credentialspec:arn:aws:ssm:eu-west-1:111111111111:parameter/gmsa" },""", "FARGATE")));

    [Fact(Skip = CdkReferences.NotInOldest)]
    public Task CredentialSpecOfABucketL2() => VerifyRules.Only("EER1009", CdkSource.Stack(Role + """
        var bucket = new Bucket(this, "Bucket");
        var task = new Ec2TaskDefinition(this, "Task", new Ec2TaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = image, MemoryLimitMiB = 64, CredentialSpecs = new[] { {|EER1009:DomainlessCredentialSpec.FromS3Bucket(bucket, "app.json")|} } });
        """));

    [Fact(Skip = CdkReferences.NotInOldest)]
    public Task CredentialSpecGranted() => VerifyRules.Only("EER1009", CdkSource.Stack(Role + Allow("\"s3:GetObject\"", "\"arn:aws:s3:::gmsa/*\"") + L1(
        """CredentialSpecs = new[] { "credentialspec:arn:aws:s3:::gmsa/app.json" },""")));

    private const string Volumes = """
        Volumes = new object[]
        {
            new CfnTaskDefinition.VolumeProperty
            {
                Name = "shared",
                FSxWindowsFileServerVolumeConfiguration = new CfnTaskDefinition.FSxWindowsFileServerVolumeConfigurationProperty
                {
                    FileSystemId = "fs-0123456789",
                    RootDirectory = "share",
                    AuthorizationConfig = new CfnTaskDefinition.FSxAuthorizationConfigProperty
                    {
                        CredentialsParameter = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:fsx-AbCdEf",
                        Domain = "corp.example.com",
                    },
                },
            },
        },
        """;

    [Fact(Skip = CdkReferences.NotInOldest)]
    public async Task FsxVolume()
    {
        var finding = Assert.Single((await Analysis.Build(CdkSource.Stack(Role + L1("", task: Volumes)))).Where(d => d.Id.StartsWith("EER1", StringComparison.Ordinal)));
        Assert.Equal("EER1010", finding.Id);
        Assert.Equal("fsx:DescribeFileSystems,secretsmanager:GetSecretValue", finding.Properties["Actions"]);
    }

    [Fact(Skip = CdkReferences.NotInOldest)]
    public Task FsxVolumeGranted() => VerifyRules.Only("EER1010", CdkSource.Stack(Role
        + Allow("\"fsx:DescribeFileSystems\"", "\"*\"")
        + Allow("\"secretsmanager:GetSecretValue\"", "\"arn:aws:secretsmanager:*:*:secret:fsx-*\"")
        + L1("", task: Volumes)));
}
