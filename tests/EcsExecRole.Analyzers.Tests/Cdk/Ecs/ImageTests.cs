using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Ecs;

/// <summary>Section 2 of the facts: which images CDK grants the pull of, and which not.</summary>
public class ImageTests
{
    private const string Pull = "Allow ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer, ecr:BatchGetImage on ";
    private const string Token = "\nAllow ecr:GetAuthorizationToken on *";
    private const string Assets = "ecr:repository/cdk-hnb659fds-container-assets-A-R";
    private const string Read = "Allow secretsmanager:GetSecretValue, secretsmanager:DescribeSecret on ";

    [Theory]
    [InlineData("ContainerImage.FromRegistry(\"nginx\")", "nginx")]
    [InlineData("ContainerImage.FromRegistry(\"111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1\")", "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1")]
    [InlineData("ContainerImage.FromRegistry($\"{this.Account}.dkr.ecr.{this.Region}.amazonaws.com/app\")", "A.dkr.ecr.R.amazonaws.com/app")]
    [InlineData("ContainerImage.FromRegistry(Repository.FromRepositoryName(this, \"R\", \"app\").RepositoryUriForTag(\"1\"))", "A.dkr.ecr.R.S/app:1")]
    [InlineData("new RepositoryImage(\"public.ecr.aws/nginx/nginx\")", "public.ecr.aws/nginx/nginx")]
    public void ByNameGrantsNothingAndMakesNoRole(string image, string name)
    {
        var run = EcsRun.Container($"Image = {image}");
        Assert.Equal("none", run.Role);
        Assert.Equal("app: image " + name, run.Needs);
        Assert.Equal([image], run.Origins);
    }

    [Theory]
    [InlineData("ContainerImage.FromEcrRepository(new Repository(this, \"Repo\"))", "ecr:repository/${Repo}", "A.dkr.ecr.R.S/${Repo}:latest in Repo")]
    [InlineData("ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, \"Repo\", \"app\"), \"1\")", "ecr:repository/app", "A.dkr.ecr.R.S/app:1 in Repo")]
    [InlineData("ContainerImage.FromEcrRepository(Repository.FromRepositoryArn(this, \"Repo\", \"arn:aws:ecr:eu-west-1:111122223333:repository/app\"), \"sha256:00\")", "arn:aws:ecr:eu-west-1:111122223333:repository/app", "111122223333.dkr.ecr.eu-west-1.S/app@sha256:00 in Repo")]
    [InlineData("new EcrImage(Repository.FromRepositoryName(this, \"Repo\", \"app\"), \"1\")", "ecr:repository/app", "A.dkr.ecr.R.S/app:1 in Repo")]
    [InlineData("new TagParameterContainerImage(Repository.FromRepositoryName(this, \"Repo\", \"app\"))", "ecr:repository/app", "A.dkr.ecr.R.S/app:${tag} in Repo")]
    [InlineData("ContainerImage.FromAsset(\".\")", Assets, "A.dkr.ecr.R.S/cdk-hnb659fds-container-assets-A-R:${asset hash} in the CDK assets repository")]
    [InlineData("new AssetImage(\".\")", Assets, "A.dkr.ecr.R.S/cdk-hnb659fds-container-assets-A-R:${asset hash} in the CDK assets repository")]
    [InlineData("ContainerImage.FromTarball(\"x.tar\")", Assets, "A.dkr.ecr.R.S/cdk-hnb659fds-container-assets-A-R:${asset hash} in the CDK assets repository")]
    [InlineData("ContainerImage.FromDockerImageAsset(new Amazon.CDK.AWS.Ecr.Assets.DockerImageAsset(this, \"A\", new Amazon.CDK.AWS.Ecr.Assets.DockerImageAssetProps { Directory = \".\" }))", Assets, "A.dkr.ecr.R.S/cdk-hnb659fds-container-assets-A-R:${asset hash} in the CDK assets repository")]
    public void InARepositoryGrantsThePull(string image, string resource, string need)
    {
        var run = EcsRun.Container($"Image = {image}");
        Assert.Equal(Pull + resource + Token, run.Role);
        Assert.Equal("app: image " + need, run.Needs);
        Assert.True(run.Definition.ExecutionRole is EcsExecRole.Analyzers.Evaluation.ObjectValue { Payload: EcsExecRole.Analyzers.Cdk.RoleNode { IsAutoCreated: true } role } && role.Statements.All(s => s.IsAutomatic));
    }

    [Fact]
    public void CredentialsAreGranted()
    {
        var run = EcsRun.Container("Image = ContainerImage.FromRegistry(\"x\", new RepositoryImageProps { Credentials = secret })", "var secret = Secret.FromSecretNameV2(this, \"S\", \"n\");");
        Assert.Equal(Read + "secretsmanager:secret:n-??????", run.Role);
        Assert.Equal("app: image x\napp: credentials secretsmanager:secret:n of S", run.Needs);
        Assert.Contains("secret", run.Origins);
    }

    [Fact]
    public void ChoiceIsGrantedOnItsPaths()
    {
        var run = EcsRun.Container(
            "Image = local ? ContainerImage.FromRegistry(\"nginx\") : ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, \"Repo\", \"app\"))", parameters: "bool local");
        Assert.Equal("app: image nginx when local\napp: image A.dkr.ecr.R.S/app:latest in Repo when not local", run.Needs);
        Assert.Equal($"{Pull}ecr:repository/app when not local{Token} when not local\nnone when local", Sorted(run.Role));
    }

    [Fact]
    public void UnknownImageMayHaveBeenGrantedAnything()
    {
        var run = EcsRun.Container("Image = image", parameters: "ContainerImage image");
        Assert.Equal("unknown ecr/secretsmanager/kms", run.Role);
        Assert.Equal("app: image ?image.ImageName", run.Needs);
    }

    private static string Sorted(string lines) => string.Join("\n", lines.Split('\n').OrderBy(l => l.StartsWith("none", StringComparison.Ordinal) ? 1 : 0));
}
