using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Ecs;

/// <summary>Section 5 of the facts: CDK grants nothing for environment files and credential specs, and makes no role.</summary>
public class ContainerFileTests
{
    private const string Image = "Image = ContainerImage.FromRegistry(\"x\"), ";
    private const string Before = "var bucket = Bucket.FromBucketName(this, \"B\", \"bkt\"); var parameter = StringParameter.FromStringParameterName(this, \"P\", \"/a/b\");";

    [Theory]
    [InlineData("EnvironmentFile.FromBucket(bucket, \"app.env\")", "env file s3:::bkt/app.env of B")]
    [InlineData("EnvironmentFile.FromBucket(bucket, \"app.env\", \"version\")", "env file s3:::bkt/app.env of B")]
    [InlineData("new S3EnvironmentFile(bucket, \"app.env\")", "env file s3:::bkt/app.env of B")]
    [InlineData("EnvironmentFile.FromAsset(\"app.env\")", "env file s3:::cdk-hnb659fds-assets-A-R/${asset key} of the CDK assets bucket")]
    [InlineData("new AssetEnvironmentFile(\"app.env\")", "env file s3:::cdk-hnb659fds-assets-A-R/${asset key} of the CDK assets bucket")]
    public void EnvironmentFiles(string file, string need) => Check($"EnvironmentFiles = new EnvironmentFile[] {{ {file} }}", file, need);

    [Theory(Skip = CdkReferences.NotInOldest)]
    [InlineData("DomainJoinedCredentialSpec.FromS3Bucket(bucket, \"spec.json\")", "spec credentialspec:s3:::bkt/spec.json of B")]
    [InlineData("DomainlessCredentialSpec.FromS3Bucket(bucket, \"spec.json\")", "spec credentialspecdomainless:s3:::bkt/spec.json of B")]
    [InlineData("DomainJoinedCredentialSpec.FromSsmParameter(parameter)", "spec credentialspec:ssm:parameter/a/b of P")]
    [InlineData("new DomainJoinedCredentialSpec(\"arn:aws:s3:::b/k\")", "spec credentialspec:arn:aws:s3:::b/k")]
    [InlineData("new CredentialSpec(\"credentialspec\", \"arn:aws:s3:::b/k\")", "spec credentialspec:arn:aws:s3:::b/k")]
    public void CredentialSpecs(string spec, string need) => Check($"CredentialSpecs = new CredentialSpec[] {{ {spec} }}", spec, need);

    [Fact]
    public void ListsThatAreNotKnown()
    {
        var run = EcsRun.Container(Image + "EnvironmentFiles = files", parameters: "EnvironmentFile[] files");
        Assert.Equal("app: image x\napp: env file ?further files", run.Needs);
    }

    private static void Check(string options, string origin, string need)
    {
        var run = EcsRun.Container(Image + options, Before);
        Assert.Equal("none", run.Role);
        Assert.Equal("app: image x\napp: " + need, run.Needs);
        Assert.Contains(origin, run.Origins);
    }
}
