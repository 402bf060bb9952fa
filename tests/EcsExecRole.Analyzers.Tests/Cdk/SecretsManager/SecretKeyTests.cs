using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.SecretsManager;

/// <summary>The permission to decrypt a secret: in the key's policy where that is CDK's, else nowhere.</summary>
public class SecretKeyTests
{
    private const string ByService = "Role: Allow kms:Decrypt on * if StringEquals kms:ViaService secretsmanager.R.amazonaws.com";

    private const string Secret = "new Secret(this, \"S\", new SecretProps { EncryptionKey = key }).GrantRead(role);";

    [Theory]
    [InlineData("var key = new Key(this, \"K\");" + Secret)]
    [InlineData("var k = new Key(this, \"K\"); var key = new Alias(this, \"A\", new AliasProps { AliasName = \"alias/x\", TargetKey = k });" + Secret)]
    [InlineData("var k = new Key(this, \"K\"); var key = k.AddAlias(\"x\");" + Secret)]
    [InlineData("var k = new CfnKey(this, \"K\", new CfnKeyProps { KeyPolicy = new PolicyDocument() }); var key = Key.FromCfnKey(k);" + Secret)]
    [InlineData("var key = new Key(this, \"K\"); Amazon.CDK.AWS.SecretsManager.Secret.FromSecretAttributes(this, \"S\", new SecretAttributes { SecretPartialArn = \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:app\", EncryptionKey = key }).GrantRead(role);")]
    [InlineData("var key = new Key(this, \"K\"); key.GrantDecrypt(new ViaServicePrincipal($\"secretsmanager.{Region}.amazonaws.com\", role));")]
    public void GoesToAnOwnedKeysPolicy(string code)
    {
        var run = ResourceRun.Of(code);
        Assert.Equal(ByService, run.PolicyOf<KeyNode>());
        Assert.DoesNotContain("kms", run.Allows());
    }

    [Theory]
    [InlineData("var key = Key.FromKeyArn(this, \"K\", \"arn:aws:kms:eu-west-1:111122223333:key/1\");")]
    [InlineData("var key = Alias.FromAliasName(this, \"K\", \"alias/x\");")]
    [InlineData("var key = Key.FromLookup(this, \"K\", new KeyLookupOptions { AliasName = \"alias/x\" });")]
    [InlineData("IKey key = null;")]
    public void VanishesWithAnotherKey(string key)
    {
        var run = ResourceRun.Of(key + Secret);
        Assert.DoesNotContain("kms", run.Allows());
        Assert.All(run.Graph.Nodes.OfType<KeyNode>(), k => Assert.Empty(k.ResourceGrants));
    }

    [Fact]
    public void ReachesAnImmutableRoleThroughTheKeyAlone()
    {
        var run = ResourceRun.Of(
            "var key = new Key(this, \"K\");" + Secret,
            "var role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Role\", \"arn:aws:iam::111122223333:role/x\", new FromRoleArnOptions { Mutable = false });",
            env: ("111122223333", "eu-west-1"));
        Assert.Equal(ByService.Replace(".R.", ".eu-west-1."), run.PolicyOf<KeyNode>());
        Assert.Contains("dropped secretsmanager:GetSecretValue", run.Allows());
        Assert.Equal("", run.PolicyOf<SecretNode>());
    }

    [Theory]
    [InlineData("AddGrantsToResources = true, Mutable = false", "111122223333", true)]
    [InlineData("Mutable = false", "111122223333", false)]
    [InlineData("Mutable = false", null, true)]
    public void TheSecretsPolicyNamesARoleThatTakesNothingOrMayBeOfAnotherAccount(string options, string? account, bool named)
    {
        var run = ResourceRun.Of(
            "new Secret(this, \"S\").GrantRead(role);",
            $"var role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Role\", \"arn:aws:iam::111122223333:role/x\", new FromRoleArnOptions {{ {options} }});",
            env: account is null ? null : (account, "eu-west-1"));
        Assert.Equal(named, run.PolicyOf<SecretNode>().StartsWith("Role: Allow secretsmanager:GetSecretValue", StringComparison.Ordinal));
    }

    private const string Document = "new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"secretsmanager:GetSecretValue\" }, Resources = new[] { \"*\" }, Principals = new IPrincipal[] { role } }) } })";

    [Theory]
    [InlineData($"new CfnResourcePolicy(this, \"P\", new CfnResourcePolicyProps {{ SecretId = s.SecretArn, ResourcePolicy = {Document} }});", "Role: Allow secretsmanager:GetSecretValue on *")]
    [InlineData($"new CfnResourcePolicy(this, \"P\", new CfnResourcePolicyProps {{ SecretId = new Secret(this, \"Other\").SecretArn, ResourcePolicy = {Document} }});", "")]
    [InlineData("new Amazon.CDK.AWS.SecretsManager.ResourcePolicy(this, \"P\", new Amazon.CDK.AWS.SecretsManager.ResourcePolicyProps { Secret = s });", "unknown")]
    public void APolicyOfItsOwnMayNameTheRole(string code, string expected) =>
        Assert.Equal(expected, ResourceRun.Of("var s = new Secret(this, \"S\");" + code.Replace("new CfnResourcePolicy", "new Amazon.CDK.AWS.SecretsManager.CfnResourcePolicy")).PolicyOf<SecretNode>());

    [Fact]
    public void OfAnUnknownSecretIsUnknown()
    {
        var run = ResourceRun.Of("other.GrantRead(role);", parameters: "ISecret other");
        var key = Assert.Single(run.Graph.Nodes.OfType<KeyNode>());
        Assert.True(key.ResourcePolicyUnknown.IsAlways);
    }

    [Theory]
    [InlineData("KmsKeyId = new Key(this, \"K\").KeyArn", "kms:key/${K}", false)]
    [InlineData("KmsKeyId = new Key(this, \"K\").KeyId", "kms:key/${K}", false)]
    [InlineData("KmsKeyId = \"arn:aws:kms:eu-west-1:111122223333:key/1\"", "arn:aws:kms:eu-west-1:111122223333:key/1", false)]
    [InlineData("KmsKeyId = \"1234abcd-12ab-34cd-56ef-1234567890ab\"", "kms:key/1234abcd-12ab-34cd-56ef-1234567890ab", false)]
    [InlineData("KmsKeyId = \"alias/mine\"", "kms:alias/mine", true)]
    public void OfAnL1SecretIsFoundByItsText(string property, string arn, bool isAlias)
    {
        var run = ResourceRun.Of($"new CfnSecret(this, \"S\", new CfnSecretProps {{ {property} }});");
        var secret = Assert.Single(run.Graph.Nodes.OfType<SecretNode>());
        var key = Call.Node<KeyNode>(secret.EncryptionKey)!;
        Assert.Equal(arn, ResourceRun.Short(key.Arn.ToString()));
        Assert.Equal(isAlias, key.IsImportedAlias);
    }
}
