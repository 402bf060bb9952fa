using EcsExecRole.Analyzers.Needs;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Tests.Needs;

public class SecretArnTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db";

    [Theory]
    [InlineData(Arn, Arn, null)]
    [InlineData(Arn + ":password::", Arn, null)]
    [InlineData(Arn + ":password:AWSPREVIOUS:", Arn, "AWSPREVIOUS")]
    [InlineData(Arn + "::AWSCURRENT:", Arn, "AWSCURRENT")]
    public void TheTailIsNotPartOfTheArn(string valueFrom, string arn, string? stage)
    {
        Assert.Equal(arn, SecretArn.WithoutTail(valueFrom, out var found).Literal);
        Assert.Equal(stage, found);
    }

    [Fact]
    public void AHoleMayHoldTheWholeArn()
    {
        var secret = Template.Of(new Hole("secret", HoleKind.Any, "secret"));
        Assert.Equal(secret, SecretArn.WithoutTail(Template.Concat(secret, ":password:AWSPENDING:"), out var stage));
        Assert.Equal("AWSPENDING", stage);
    }

    [Theory]
    [InlineData(Arn, new[] { Arn + "-${suffix}" })]
    [InlineData(Arn + "-AbCdEf", new[] { Arn + "-AbCdEf", Arn + "-AbCdEf-${suffix}" })]
    [InlineData(Arn + "-master", new[] { Arn + "-master", Arn + "-master-${suffix}" })]
    [InlineData(Arn + "-abc_ef", new[] { Arn + "-abc_ef-${suffix}" })]
    public void TheTextNeedNotTellWhetherTheSuffixIsThere(string arn, string[] forms) =>
        Assert.Equal(forms, SecretArn.Forms(arn).Select(f => f.ToString()));
}
