using EcsExecRole.Analyzers.Needs;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Tests.Needs;

public class EcrImageTests
{
    [Theory]
    [InlineData("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.4", "111111111111", "eu-west-1", "shop/api")]
    [InlineData("111111111111.dkr.ecr.eu-west-1.amazonaws.com/api", "111111111111", "eu-west-1", "api")]
    [InlineData("111111111111.dkr.ecr.eu-west-1.amazonaws.com/api@sha256:0123", "111111111111", "eu-west-1", "api")]
    [InlineData("111111111111.dkr.ecr.cn-north-1.amazonaws.com.cn/api:1", "111111111111", "cn-north-1", "api")]
    [InlineData("111111111111.dkr.ecr-fips.us-gov-west-1.amazonaws.com/api:1", "111111111111", "us-gov-west-1", "api")]
    [InlineData("111111111111.dkr-ecr.eu-west-1.on.aws/api:1", "111111111111", "eu-west-1", "api")]
    [InlineData("https://111111111111.dkr.ecr.eu-west-1.amazonaws.com/api", "111111111111", "eu-west-1", "api")]
    public void PrivateEcr(string image, string account, string region, string repository)
    {
        Assert.Equal(Ternary.Yes, EcrImage.TryParse(image, out var parsed));
        Assert.Equal((account, region, repository), (parsed!.Account.Literal, parsed.Region.Literal, parsed.Repository.Literal));
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("nginx:latest")]
    [InlineData("library/nginx")]
    [InlineData("public.ecr.aws/nginx/nginx:stable")]
    [InlineData("ghcr.io/acme/app:1")]
    [InlineData("amazonaws.com/app")]
    [InlineData("1234.dkr.ecr.eu-west-1.amazonaws.com/app")]
    [InlineData("111111111111.dkr.ecr.eu-west-1.example.com/app")]
    [InlineData("")]
    public void Elsewhere(string image) => Assert.Equal(Ternary.No, EcrImage.TryParse(image, out _));

    [Fact]
    public void HolesInTheRightPlaces()
    {
        var image = Template.Concat(Hole("account"), ".dkr.ecr.", Hole("region"), ".amazonaws.com/shop/", Hole("name"), ":", Hole("tag"));
        Assert.Equal(Ternary.Yes, EcrImage.TryParse(image, out var parsed));
        Assert.Equal("${account}/${region}/shop/${name}", $"{parsed!.Account}/{parsed.Region}/{parsed.Repository}");
    }

    [Fact]
    public void ATokenForThePartitionsSuffix()
    {
        var image = Template.Concat(Hole("account"), ".dkr.ecr.", Hole("region"), ".", Hole("AWS::URLSuffix"), "/app");
        Assert.Equal(Ternary.Yes, EcrImage.TryParse(image, out _));
    }

    [Fact]
    public void AWholeUnknownMayBeOne()
    {
        Assert.Equal(Ternary.Unknown, EcrImage.TryParse(Hole("image"), out _));
        Assert.Equal(Ternary.Unknown, EcrImage.TryParse(Template.Concat(Hole("registry"), "/app:1"), out _));
        Assert.Equal(Ternary.Unknown, EcrImage.TryParse(Template.Concat("1111", Hole("rest")), out _));
    }

    [Fact]
    public void AnUnknownAfterAPublicRegistryIsNone()
    {
        Assert.Equal(Ternary.No, EcrImage.TryParse(Template.Concat("public.ecr.aws/", Hole("image")), out _));
        Assert.Equal(Ternary.No, EcrImage.TryParse(Template.Concat("nginx:", Hole("tag")), out _));
    }

    private static Template Hole(string name) => Template.Of(new Hole(name, HoleKind.Any, name));
}
