using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Ecr;

public class RepositoryTests
{
    private const string Pull = "Allow ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer, ecr:BatchGetImage on ";

    private const string Token = "Allow ecr:GetAuthorizationToken on *";

    private const string Arn = "arn:aws:ecr:us-east-1:111122223333:repository/team/app";

    [Theory]
    [InlineData("new Repository(this, \"R\")", "ecr:repository/${R}")]
    [InlineData("new Repository(this, \"R\", new RepositoryProps { RepositoryName = \"team/app\" })", "ecr:repository/team/app")]
    [InlineData("Repository.FromRepositoryName(this, \"R\", \"team/app\")", "ecr:repository/team/app")]
    [InlineData($"Repository.FromRepositoryArn(this, \"R\", \"{Arn}\")", Arn)]
    [InlineData($"Repository.FromRepositoryAttributes(this, \"R\", new RepositoryAttributes {{ RepositoryArn = \"{Arn}\", RepositoryName = \"team/app\" }})", Arn)]
    [InlineData("new DockerImageAsset(this, \"R\", new DockerImageAssetProps { Directory = \".\" }).Repository", "ecr:repository/cdk-hnb659fds-container-assets-A-R")]
    [InlineData("new TarballImageAsset(this, \"R\", new TarballImageAssetProps { TarballFile = \"x\" }).Repository", "ecr:repository/cdk-hnb659fds-container-assets-A-R")]
    [InlineData("other", "${other.RepositoryArn}")]
    public void PullIsGrantedOn(string repository, string resource) =>
        Assert.Equal(Pull + resource + "\n" + Token, ResourceRun.Of($"var r = {repository}; r.GrantPull(role);", parameters: "IRepository other").Allows());

    [Theory]
    [InlineData("r.GrantRead(role)", "Allow ecr:DescribeRepositories, ecr:DescribeImages on ecr:repository/app")]
    [InlineData("r.GrantPush(role)", "Allow ecr:CompleteLayerUpload, ecr:UploadLayerPart, ecr:InitiateLayerUpload, ecr:BatchCheckLayerAvailability, ecr:PutImage on ecr:repository/app\n" + Token)]
    [InlineData("r.GrantPullPush(role)", "Allow ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer, ecr:BatchGetImage, ecr:CompleteLayerUpload, ecr:UploadLayerPart, ecr:InitiateLayerUpload, ecr:PutImage on ecr:repository/app\n" + Token)]
    [InlineData("r.Grant(role, \"ecr:BatchGetImage\")", "Allow ecr:BatchGetImage on ecr:repository/app")]
    [InlineData("r.Grant(role, actions)", "Allow … on ecr:repository/app")]
    [InlineData("AuthorizationToken.GrantRead(role)", Token)]
    [InlineData("PublicGalleryAuthorizationToken.GrantRead(role)", "Allow ecr-public:GetAuthorizationToken, sts:GetServiceBearerToken on *")]
    public void Grants(string code, string expected) =>
        Assert.Equal(expected, ResourceRun.Of($"var r = Repository.FromRepositoryName(this, \"R\", \"app\"); {code};", parameters: "string[] actions").Allows());

    [Fact]
    public void FromLookupIsInTheStacksEnvironment() => Assert.Equal(
        Pull + "ecr:repository/app\n" + Token,
        ResourceRun.Of("Repository.FromLookup(this, \"R\", new RepositoryLookupOptions { RepositoryName = \"app\" }).GrantPull(role);", cdk: "2.277.0").Allows());

    [Theory]
    [InlineData("new Repository(this, \"R\", new RepositoryProps { RepositoryName = \"app\" }).RepositoryUri", "A.dkr.ecr.R.S/app")]
    [InlineData("new Repository(this, \"R\").RepositoryUriForTag(\"v1\")", "A.dkr.ecr.R.S/${R}:v1")]
    [InlineData("new Repository(this, \"R\").RepositoryUriForTag()", "A.dkr.ecr.R.S/${R}")]
    [InlineData("Repository.FromRepositoryName(this, \"R\", \"app\").RepositoryUriForDigest(\"sha256:abc\")", "A.dkr.ecr.R.S/app@sha256:abc")]
    [InlineData("Repository.FromRepositoryName(this, \"R\", \"app\").RepositoryUriForTagOrDigest(\"sha256:abc\")", "A.dkr.ecr.R.S/app@sha256:abc")]
    [InlineData("Repository.FromRepositoryName(this, \"R\", \"app\").RepositoryUriForTagOrDigest(\"v1\")", "A.dkr.ecr.R.S/app:v1")]
    [InlineData($"Repository.FromRepositoryArn(this, \"R\", \"{Arn}\").RepositoryUri", "111122223333.dkr.ecr.us-east-1.S/team/app")]
    [InlineData($"Repository.FromRepositoryArn(this, \"R\", \"{Arn}\").RepositoryName", "team/app")]
    [InlineData("new CfnRepository(this, \"R\", new CfnRepositoryProps { RepositoryName = \"app\" }).Ref", "app")]
    [InlineData("new CfnRepository(this, \"R\", new CfnRepositoryProps { RepositoryName = \"app\" }).AttrArn", "ecr:repository/app")]
    [InlineData("new CfnRepository(this, \"R\", new CfnRepositoryProps { RepositoryName = \"app\" }).AttrRepositoryUri", "A.dkr.ecr.R.S/app")]
    [InlineData("Repository.ArnForLocalRepository(\"app\", this)", "ecr:repository/app")]
    [InlineData("new DockerImageAsset(this, \"R\", new DockerImageAssetProps { Directory = \".\" }).ImageUri", "A.dkr.ecr.R.S/cdk-hnb659fds-container-assets-A-R:${asset hash}")]
    [InlineData("other.RepositoryUri", "${other.RepositoryUri}")]
    public void Text(string expression, string expected) => Assert.Equal(expected, ResourceRun.TextOf(expression, "IRepository other"));

    [Fact]
    public void TextOfTheNewestCdk() => Assert.Equal("A.dkr.ecr.R.S", ResourceRun.TextOf("new Repository(this, \"R\").RegistryUri", cdk: "2.277.0"));

    [Theory]
    [InlineData("new Repository(this, \"R\")", "new ArnPrincipal(role.RoleArn)", "Role: Allow ecr:BatchGetImage")]
    [InlineData("Repository.FromRepositoryName(this, \"R\", \"app\")", "new ArnPrincipal(role.RoleArn)", null)]
    public void ItsOwnPolicyMayNameTheRole(string repository, string principal, string? expected)
    {
        var run = ResourceRun.Of($"var r = {repository}; r.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ \"ecr:BatchGetImage\" }}, Principals = new IPrincipal[] {{ {principal} }} }}));");
        if (expected is null)
        {
            Assert.Empty(Assert.Single(run.Graph.Nodes.OfType<RepositoryNode>()).ResourceGrants);
        }
        else
        {
            Assert.Equal(expected, run.PolicyOf<RepositoryNode>());
        }
    }

    [Fact]
    public void ARoleThatTakesGrantsOnResourcesLosesTheToken()
    {
        var run = ResourceRun.Of(
            "new Repository(this, \"R\").GrantPull(role);",
            "var role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Role\", \"arn:aws:iam::111122223333:role/x\", new FromRoleArnOptions { Mutable = false, AddGrantsToResources = true });",
            env: ("111122223333", "eu-west-1"));
        Assert.Equal("Role: " + Pull + "ecr:eu-west-1:111122223333:repository/${R}", run.PolicyOf<RepositoryNode>());
        Assert.Contains("dropped ecr:GetAuthorizationToken", run.Allows());
    }
}
