using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Ssm;

public class ParameterTests
{
    private const string Read = "Allow ssm:DescribeParameters, ssm:GetParameters, ssm:GetParameter, ssm:GetParameterHistory on ";

    [Theory]
    [InlineData("new StringParameter(this, \"P\", new StringParameterProps { StringValue = \"v\" })", "ssm:parameter/${P}")]
    [InlineData("new StringParameter(this, \"P\", new StringParameterProps { ParameterName = \"/a/b\", StringValue = \"v\" })", "ssm:parameter/a/b")]
    [InlineData("new StringParameter(this, \"P\", new StringParameterProps { ParameterName = \"ab\", StringValue = \"v\" })", "ssm:parameter/ab")]
    [InlineData("new StringListParameter(this, \"P\", new StringListParameterProps { ParameterName = \"/a/b\", StringListValue = new[] { \"v\" } })", "ssm:parameter/a/b")]
    [InlineData("StringParameter.FromStringParameterName(this, \"P\", \"/a/b\")", "ssm:parameter/a/b")]
    [InlineData("StringParameter.FromStringParameterName(this, \"P\", \"ab\")", "ssm:parameter/ab")]
    [InlineData("StringParameter.FromStringParameterName(this, \"P\", $\"/{name}/b\")", "ssm:parameter/${name}/b")]
    [InlineData("StringParameter.FromStringParameterAttributes(this, \"P\", new StringParameterAttributes { ParameterName = \"/a/b\", Version = 2 })", "ssm:parameter/a/b")]
    [InlineData("StringParameter.FromStringParameterAttributes(this, \"P\", new StringParameterAttributes { ParameterName = name, SimpleName = true })", "ssm:parameter/${name}")]
    [InlineData("StringParameter.FromStringParameterAttributes(this, \"P\", new StringParameterAttributes { ParameterName = name, SimpleName = false })", "ssm:parameter${name}")]
    [InlineData("StringParameter.FromSecureStringParameterAttributes(this, \"P\", new SecureStringParameterAttributes { ParameterName = \"/a/b\" })", "ssm:parameter/a/b")]
    [InlineData("StringParameter.FromStringParameterArn(this, \"P\", \"arn:aws:ssm:eu-west-1:111122223333:parameter/a/b\")", "arn:aws:ssm:eu-west-1:111122223333:parameter/a/b", Skip = CdkReferences.NotInOldest)]
    [InlineData("StringListParameter.FromStringListParameterName(this, \"P\", \"/a/b\")", "ssm:parameter/a/b")]
    [InlineData("StringListParameter.FromListParameterAttributes(this, \"P\", new ListParameterAttributes { ParameterName = \"/a/b\" })", "ssm:parameter/a/b")]
    [InlineData("StringParameter.FromStringParameterName(this, \"P\", \"/aws/reference/secretsmanager/x\")", "ssm:parameter/aws/reference/secretsmanager/x")]
    public void ReadIsGrantedOn(string parameter, string resource) =>
        Assert.Equal(Read + resource, ResourceRun.Of($"var p = {parameter}; p.GrantRead(role);", parameters: "string name").Allows());

    [Fact]
    public void AnUnknownParameterMayHaveAKeyOfItsOwn() => Assert.Equal(
        "Allow kms:Decrypt on ${other.EncryptionKey.KeyArn}\n" + Read + "${other.ParameterArn}",
        ResourceRun.Of("other.GrantRead(role);", parameters: "IParameter other").Allows());

    [Fact]
    public void ANameThatMayOrMayNotStartWithASlashMatchesEitherForm()
    {
        var run = ResourceRun.Of("StringParameter.FromStringParameterName(this, \"P\", name);", parameters: "string name");
        var arn = Assert.Single(run.Graph.Nodes.OfType<ParameterNode>()).Arn;
        foreach (var pattern in new[] { "parameter/x", "parameter/x/y", "parameter*" })
        {
            var covers = EcsExecRole.Analyzers.Iam.Matching.TemplateMatcher.Covers(EcsExecRole.Analyzers.Symbolic.Template.Of("arn:aws:ssm:eu-west-1:111122223333:") + pattern, arn);
            Assert.Equal(EcsExecRole.Analyzers.Symbolic.Ternary.Unknown, covers);
        }
    }

    private const string Secure = "StringParameter.FromSecureStringParameterAttributes(this, \"P\", new SecureStringParameterAttributes { ParameterName = \"/a\", EncryptionKey = key }).GrantRead(role);";

    [Theory]
    [InlineData("var key = new Key(this, \"K\");", "Allow kms:Decrypt on kms:key/${K}\n")]
    [InlineData("var key = Key.FromKeyArn(this, \"K\", \"arn:aws:kms:eu-west-1:111122223333:key/1\");", "Allow kms:Decrypt on arn:aws:kms:eu-west-1:111122223333:key/1\n")]
    [InlineData("var key = Alias.FromAliasName(this, \"K\", \"alias/x\");", "", Skip = CdkReferences.NotInNewest)]
    [InlineData("IKey key = null;", "")]
    [InlineData("var key = flag ? new Key(this, \"K\") : null;", "Allow kms:Decrypt on kms:key/${K} when flag\n")]
    public void TheKeysPermissionGoesToTheRole(string key, string expected) =>
        Assert.Equal(expected + Read + "ssm:parameter/a", ResourceRun.Of(key + Secure, parameters: "bool flag").Allows());

    [Fact]
    public void AnImmutableRoleLosesAll() => Assert.Equal(
        "unknown\ndropped kms:Decrypt\ndropped ssm:DescribeParameters,ssm:GetParameters,ssm:GetParameter,ssm:GetParameterHistory",
        ResourceRun.Of("var key = new Key(this, \"K\");" + Secure, "var role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Role\", \"arn:aws:iam::111122223333:role/x\", new FromRoleArnOptions { Mutable = false });", env: ("111122223333", "eu-west-1")).Allows());

    [Theory]
    [InlineData("new StringParameter(this, \"P\", new StringParameterProps { ParameterName = \"/a/b\", StringValue = \"v\" }).ParameterName", "/a/b")]
    [InlineData("new StringParameter(this, \"P\", new StringParameterProps { ParameterName = \"/a/b\", StringValue = \"v\" }).ParameterArn", "ssm:parameter/a/b")]
    [InlineData("new Amazon.CDK.AWS.SSM.CfnParameter(this, \"P\", new Amazon.CDK.AWS.SSM.CfnParameterProps { Name = \"/a/b\", Type = \"String\", Value = \"v\" }).Ref", "/a/b")]
    [InlineData("StringParameter.ValueForStringParameter(this, \"/a/b\")", "${value of /a/b}")]
    [InlineData("StringParameter.ValueFromLookup(this, \"/a/b\")", "${value of /a/b}")]
    public void Text(string expression, string expected) => Assert.Equal(expected, ResourceRun.TextOf(expression));

    [Theory]
    [InlineData("StringParameter.ValueForStringParameter(this, \"/a\")", "StringParameter.ValueForStringParameter(this, \"/a\")", true)]
    [InlineData("StringParameter.ValueForStringParameter(this, \"/a\")", "StringParameter.FromStringParameterName(this, \"P\", \"/a\").StringValue", true)]
    [InlineData("StringParameter.ValueForStringParameter(this, \"/a\")", "StringParameter.ValueForStringParameter(this, \"/b\")", false)]
    [InlineData("StringParameter.ValueForStringParameter(this, \"/a\")", "StringParameter.ValueForStringParameter(this, \"/a\", 1)", false)]
    public void TheSameParameterIsTheSameText(string one, string other, bool same)
    {
        var run = ResourceRun.Of($"Secret.FromSecretCompleteArn(this, \"A\", {one}); Secret.FromSecretCompleteArn(this, \"B\", {other});");
        var arns = run.Graph.Nodes.OfType<SecretNode>().Select(s => s.Arn).ToList();
        Assert.Equal(same, arns[0].Equals(arns[1]));
    }
}
