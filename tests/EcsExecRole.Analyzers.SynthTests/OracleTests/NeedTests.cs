using Xunit;
using static EcsExecRole.Analyzers.SynthTests.OracleTests.Judged;

namespace EcsExecRole.Analyzers.SynthTests.OracleTests;

/// <summary>What ECS needs, by launch type and trigger (ecs-needs.md sections 1 to 3).</summary>
public sealed class NeedTests
{
    private const string NoRole = "";
    private const string Pull = "missing ecr:BatchGetImage; missing ecr:GetAuthorizationToken; missing ecr:GetDownloadUrlForLayer";

    private static string TaskWithImage(string image, string launch = "FARGATE", string role = """ "ExecutionRoleArn": { "Fn::GetAtt": ["Role", "Arn"] }, """) =>
        Task("\"Cpu\": 1", launch, role).Replace("\"nginx\"", "\"" + image + "\"");

    [Theory]
    [InlineData("nginx", "")]
    [InlineData("public.ecr.aws/nginx/nginx", "")]
    [InlineData("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1", Pull)]
    [InlineData("111111111111.dkr.ecr-fips.us-east-1.amazonaws.com/shop/api@sha256:0a", Pull)]
    [InlineData("111111111111.dkr-ecr.us-east-1.on.aws/shop/api", Pull)]
    [InlineData("111111111111.dkr.ecr.us-east-1.amazonaws.com/ecr-public/nginx/nginx", "info missing ecr:BatchImportUpstreamImage; " + Pull)]
    public void Images(string image, string expected) => Assert.Equal(expected, Of(Role("") + "," + TaskWithImage(image)));

    [Theory]
    [InlineData("FARGATE", "no role")]
    [InlineData("EXTERNAL", "no role")]
    [InlineData("MANAGED_INSTANCES", "no role")]
    [InlineData("EC2", "")]
    public void An_image_without_a_role(string launch, string expected) =>
        Assert.Equal(expected, Of(TaskWithImage("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api", launch, NoRole)));

    [Fact]
    public void On_EC2_a_role_that_cannot_pull_is_a_doubt() => Assert.Equal(
        "info missing ecr:BatchGetImage; info missing ecr:GetAuthorizationToken; info missing ecr:GetDownloadUrlForLayer",
        Of(Role("") + "," + TaskWithImage("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api", "EC2")));

    [Fact]
    public void Pull_on_one_repository_and_the_token_on_all() => Assert.Equal("", Of(
        Role(Allow("ecr:BatchGetImage", "arn:aws:ecr:us-east-1:111111111111:repository/shop/api") + ","
            + Allow("ecr:GetDownloadUrlForLayer", "arn:aws:ecr:us-east-1:111111111111:repository/shop/*") + ","
            + Allow("ecr:GetAuthorizationToken", "*")) + "," + TaskWithImage("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1")));

    [Fact]
    public void The_token_has_no_repository() => Assert.Equal("missing ecr:GetAuthorizationToken", Of(
        Role(Allow("ecr:*", "arn:aws:ecr:us-east-1:111111111111:repository/*")) + "," + TaskWithImage("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api")));

    [Theory]
    [InlineData("arn:aws:logs:us-east-1:111111111111:log-group:/ecs/app:*", "")]
    [InlineData("arn:aws:logs:us-east-1:111111111111:log-group:/ecs/app", "missing logs:CreateLogStream; missing logs:PutLogEvents")]
    [InlineData("arn:aws:logs:us-east-1:111111111111:log-group:/ecs/app:log-stream:*", "")]
    [InlineData("arn:aws:logs:eu-west-1:111111111111:log-group:/ecs/app:*", "missing logs:CreateLogStream; missing logs:PutLogEvents")]
    public void Logs(string resource, string expected) =>
        Assert.Equal(expected, Of(Role(Allow("logs:*", resource)) + "," + Task(AwsLogs("/ecs/app"))));

    [Fact]
    public void Creating_the_group_is_one_more_action() => Assert.Equal("missing logs:CreateLogGroup", Of(
        Role("{ \"Effect\": \"Allow\", \"Action\": [\"logs:CreateLogStream\", \"logs:PutLogEvents\"], \"Resource\": \"*\" }") + ","
        + Task(AwsLogs("g", ", \"awslogs-create-group\": \"true\""))));

    [Theory]
    [InlineData("EC2", "", "")]
    [InlineData("FARGATE", "", "no role")]
    public void Awslogs_without_a_role(string launch, string role, string expected) => Assert.Equal(expected, Of(Task(AwsLogs("g"), launch, role)));

    [Fact]
    public void Awsfirelens_on_Fargate_without_a_role_is_a_doubt() =>
        Assert.Equal("info no role", Of(Task("\"LogConfiguration\": { \"LogDriver\": \"awsfirelens\" }", "FARGATE", NoRole)));

    [Theory]
    [InlineData("arn:aws:secretsmanager:us-east-1:111111111111:secret:db-AbCdEf", "arn:aws:secretsmanager:us-east-1:111111111111:secret:db-AbCdEf", "")]
    [InlineData("arn:aws:secretsmanager:us-east-1:111111111111:secret:db-AbCdEf:user::", "arn:aws:secretsmanager:us-east-1:111111111111:secret:db-AbCdEf", "")]
    [InlineData("arn:aws:secretsmanager:us-east-1:111111111111:secret:db-AbCdEf:user::", "arn:aws:secretsmanager:us-east-1:111111111111:secret:db-AbCdEf:user::", "missing secretsmanager:GetSecretValue")]
    [InlineData("arn:aws:secretsmanager:us-east-1:111111111111:secret:db", "arn:aws:secretsmanager:us-east-1:111111111111:secret:db-??????", "")]
    [InlineData("arn:aws:secretsmanager:us-east-1:111111111111:secret:db", "arn:aws:secretsmanager:us-east-1:111111111111:secret:db", "missing secretsmanager:GetSecretValue")]
    // "secret" has six letters: the text may be a name or a whole ARN.
    [InlineData("arn:aws:secretsmanager:us-east-1:111111111111:secret:db-secret", "arn:aws:secretsmanager:us-east-1:111111111111:secret:db-secret-??????", "")]
    [InlineData("arn:aws:secretsmanager:us-east-1:111111111111:secret:other", "arn:aws:secretsmanager:us-east-1:111111111111:secret:db-*", "missing secretsmanager:GetSecretValue")]
    public void Secrets(string valueFrom, string resource, string expected) => Assert.Equal(expected, Of(
        Role(Allow("secretsmanager:GetSecretValue", resource)) + "," + Task(Secret($"\"{valueFrom}\""))));

    [Theory]
    [InlineData("/shop/key", "ssm:GetParameters", "arn:aws:ssm:us-east-1:111111111111:parameter/shop/key", "")]
    [InlineData("arn:aws:ssm:us-east-1:111111111111:parameter/shop/key", "ssm:GetParameters", "arn:aws:ssm:us-east-1:111111111111:parameter/shop/*", "")]
    [InlineData("/shop/key", "ssm:GetParameters", "arn:aws:ssm:us-east-1:111111111111:parameter//shop/key", "missing ssm:GetParameters")]
    [InlineData("key", "ssm:GetParameter", "*", "missing ssm:GetParameters")]
    [InlineData("key", "ssm:GetParameter*", "*", "")]
    public void Parameters(string valueFrom, string action, string resource, string expected) =>
        Assert.Equal(expected, Of(Role(Allow(action, resource)) + "," + Task(Secret($"\"{valueFrom}\""))));

    [Fact]
    public void A_parameter_that_refers_to_a_secret_needs_both() => Assert.Equal("missing secretsmanager:GetSecretValue", Of(
        Role(Allow("ssm:GetParameters", "*")) + "," + Task(Secret("\"/aws/reference/secretsmanager/shop/db\""))));

    [Theory]
    [InlineData("EC2")]
    [InlineData("FARGATE")]
    public void Secrets_need_a_role_everywhere(string launch) => Assert.Equal("no role", Of(Task(Secret("\"key\""), launch, NoRole)));

    [Fact]
    public void Registry_credentials_may_be_a_name() => Assert.Equal("", Of(
        Role(Allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:111111111111:secret:hub-??????")) + ","
        + Task("\"RepositoryCredentials\": { \"CredentialsParameter\": \"hub\" }")));

    [Fact]
    public void Environment_files_need_the_object_and_its_bucket() => Assert.Equal("missing s3:GetBucketLocation", Of(
        Role(Allow("s3:Get*", "arn:aws:s3:::b/*")) + "," + Task("\"EnvironmentFiles\": [ { \"Type\": \"s3\", \"Value\": \"arn:aws:s3:::b/k.env\" } ]")));

    [Theory]
    [InlineData("EC2", "missing s3:GetBucketLocation; missing s3:GetObject")]
    [InlineData("FARGATE", "")]
    public void FireLens_reads_S3_on_EC2_only(string launch, string expected) => Assert.Equal(expected, Of(Role("") + "," + Task(
        "\"FirelensConfiguration\": { \"Type\": \"fluentbit\", \"Options\": { \"config-file-type\": \"s3\", \"config-file-value\": \"arn:aws:s3:::b/k\" } }", launch)));

    [Theory]
    [InlineData("credentialspec:arn:aws:s3:::b/k", "EC2", "missing s3:GetObject")]
    [InlineData("credentialspecdomainless:arn:aws:s3:::b/k", "FARGATE", "missing s3:GetObject")]
    [InlineData("credentialspec:arn:aws:ssm:us-east-1:111111111111:parameter/spec", "EC2", "missing ssm:GetParameters")]
    [InlineData("credentialspec:file://spec.json", "EC2", "")]
    public void Credential_specs(string spec, string launch, string expected) =>
        Assert.Equal(expected, Of(Role("") + "," + Task($"\"CredentialSpecs\": [\"{spec}\"]", launch)));

    [Fact]
    public void FSx_credentials() => Assert.Equal("missing fsx:DescribeFileSystems; missing ssm:GetParameters", Of(Role("") + "," +
        Task("\"Cpu\": 1", "EC2").Replace("\"ContainerDefinitions\"",
            "\"Volumes\": [ { \"Name\": \"v\", \"FSxWindowsFileServerVolumeConfiguration\": { \"FileSystemId\": \"fs-1\", \"AuthorizationConfig\": { \"CredentialsParameter\": \"arn:aws:ssm:us-east-1:111111111111:parameter/fsx\", \"Domain\": \"d\" } } } ], \"ContainerDefinitions\"")));

    [Theory]
    [InlineData("FARGATE", "", "missing logs:CreateLogStream; missing logs:PutLogEvents")]
    [InlineData("FARGATE", "\"LogConfiguration\": { \"LogDriver\": \"json-file\" }, ", "")]
    public void Batch_logs_by_itself_unless_told(string platform, string container, string expected) => Assert.Equal(expected, Of(Role("") + "," +
        $$"""
        "Job": { "Type": "AWS::Batch::JobDefinition", "Properties": { "Type": "container", "PlatformCapabilities": ["{{platform}}"],
          "ContainerProperties": { {{container}} "Image": "nginx", "ExecutionRoleArn": { "Fn::GetAtt": ["Role", "Arn"] } } } }
        """));

    [Theory]
    [InlineData("EC2", "")]
    [InlineData("FARGATE", "no role")]
    public void Batch_without_a_role(string platform, string expected) => Assert.Equal(expected, Of(
        $$"""
        "Job": { "Type": "AWS::Batch::JobDefinition", "Properties": { "Type": "container", "PlatformCapabilities": ["{{platform}}"],
          "ContainerProperties": { "Image": "nginx" } } }
        """));
}
