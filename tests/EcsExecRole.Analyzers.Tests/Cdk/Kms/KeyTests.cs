using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Kms;

public class KeyTests
{
    private const string Arn = "arn:aws:kms:eu-west-1:111122223333:key/1";

    [Theory]
    [InlineData("new Key(this, \"K\").GrantDecrypt(role)", "Allow kms:Decrypt on kms:key/${K}")]
    [InlineData("new Key(this, \"K\").GrantEncrypt(role)", "Allow kms:Encrypt, kms:ReEncrypt*, kms:GenerateDataKey* on kms:key/${K}")]
    [InlineData("new Key(this, \"K\").GrantEncryptDecrypt(role)", "Allow kms:Decrypt, kms:Encrypt, kms:ReEncrypt*, kms:GenerateDataKey* on kms:key/${K}")]
    [InlineData("new Key(this, \"K\").Grant(role, \"kms:Decrypt\", \"kms:DescribeKey\")", "Allow kms:Decrypt, kms:DescribeKey on kms:key/${K}")]
    [InlineData($"Key.FromKeyArn(this, \"K\", \"{Arn}\").GrantDecrypt(role)", $"Allow kms:Decrypt on {Arn}")]
    [InlineData("Key.FromLookup(this, \"K\", new KeyLookupOptions { AliasName = \"alias/x\" }).GrantDecrypt(role)", "Allow kms:Decrypt on kms:key/${key of \"alias/x\"}")]
    [InlineData($"new Alias(this, \"A\", new AliasProps {{ AliasName = \"alias/x\", TargetKey = Key.FromKeyArn(this, \"K\", \"{Arn}\") }}).GrantDecrypt(role)", $"Allow kms:Decrypt on {Arn}")]
    [InlineData($"Alias.FromAliasAttributes(this, \"A\", new AliasAttributes {{ AliasName = \"alias/x\", AliasTargetKey = Key.FromKeyArn(this, \"K\", \"{Arn}\") }}).GrantDecrypt(role)", $"Allow kms:Decrypt on {Arn}")]
    [InlineData("Alias.FromAliasName(this, \"A\", \"alias/x\").GrantDecrypt(role)", "", Skip = CdkReferences.NotInNewest)]
    [InlineData("other.GrantDecrypt(role)", "Allow kms:Decrypt on ${other.KeyArn}")]
    public void Grants(string code, string expected) => Assert.Equal(expected, ResourceRun.Of(code + ";", parameters: "IKey other").Allows());

    [Theory]
    [InlineData("new Key(this, \"K\").Grants.Decrypt(role)", "Allow kms:Decrypt on kms:key/${K}")]
    [InlineData("new Key(this, \"K\").Grants.Actions(role, \"kms:Decrypt\")", "Allow kms:Decrypt on kms:key/${K}")]
    [InlineData("KeyGrants.FromKey(new Key(this, \"K\")).EncryptDecrypt(role)", "Allow kms:Decrypt, kms:Encrypt, kms:ReEncrypt*, kms:GenerateDataKey* on kms:key/${K}")]
    [InlineData("Alias.FromAliasName(this, \"A\", \"alias/x\").GrantDecrypt(role)", "unknown kms")]
    public void GrantsOfTheNewestCdk(string code, string expected) => Assert.Equal(expected, ResourceRun.Of(code + ";", cdk: "2.277.0").Allows());

    [Fact]
    public void TheL2KeyOverAnL1KeyIsGrantedInBothPolicies()
    {
        var run = ResourceRun.Of("Key.FromCfnKey(new CfnKey(this, \"K\", new CfnKeyProps { KeyPolicy = new PolicyDocument() })).GrantDecrypt(role);");
        Assert.Equal("Allow kms:Decrypt on kms:key/${K}", run.Allows());
        Assert.Equal("Role: Allow kms:Decrypt on *", run.PolicyOf<KeyNode>());
    }

    private const string Statement = "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"kms:Decrypt\" }, Resources = new[] { \"*\" }, Principals = new IPrincipal[] { PRINCIPAL } })";

    [Theory]
    [InlineData("new Key(this, \"K\")", "role", "Role: Allow kms:Decrypt on *")]
    [InlineData("new Key(this, \"K\")", "new ArnPrincipal(role.RoleArn)", "Role: Allow kms:Decrypt on *")]
    [InlineData("new Key(this, \"K\")", "new ArnPrincipal(\"arn:aws:iam::111122223333:role/other\")", "")]
    [InlineData("new Key(this, \"K\")", "new AnyPrincipal()", "Role: Allow kms:Decrypt on *")]
    [InlineData("new Key(this, \"K\")", "new AccountRootPrincipal()", "")]
    [InlineData("new Key(this, \"K\")", "new ServicePrincipal(\"logs.amazonaws.com\")", "")]
    [InlineData("new Key(this, \"K\")", "someone", "unknown")]
    [InlineData("new Key(this, \"K\").AddAlias(\"x\")", "role", "Role: Allow kms:Decrypt on *")]
    public void AKeyPolicyMayNameTheRole(string key, string principal, string expected)
    {
        var statement = Statement.Replace("PRINCIPAL", principal);
        Assert.Equal(expected, ResourceRun.Of($"{key}.AddToResourcePolicy({statement});", parameters: "IPrincipal someone").PolicyOf<KeyNode>());
        if (!key.EndsWith(")\")", StringComparison.Ordinal) && !key.Contains("AddAlias"))
        {
            var document = $"new PolicyDocument(new PolicyDocumentProps {{ Statements = new[] {{ {statement} }} }})";
            Assert.Equal(expected, ResourceRun.Of($"new Key(this, \"K\", new KeyProps {{ Policy = {document} }});", parameters: "IPrincipal someone").PolicyOf<KeyNode>());
        }
    }

    [Fact]
    public void AnImportedKeysPolicyIsNotCdks()
    {
        var run = ResourceRun.Of($"var key = Key.FromKeyArn(this, \"K\", \"{Arn}\"); key.AddToResourcePolicy({Statement.Replace("PRINCIPAL", "role")});");
        Assert.Empty(Assert.Single(run.Graph.Nodes.OfType<KeyNode>()).ResourceGrants);
    }

    [Fact]
    public void AStatementAddedMayStillGetItsPrincipal() => Assert.Equal("Role: Allow kms:Decrypt on *", ResourceRun.Of(
        "var s = new PolicyStatement(); new Key(this, \"K\").AddToResourcePolicy(s); s.AddActions(\"kms:Decrypt\"); s.AddAllResources(); s.AddArnPrincipal(role.RoleArn);").PolicyOf<KeyNode>());

    [Theory]
    [InlineData("new Key(this, \"K\").KeyArn", "kms:key/${K}")]
    [InlineData("new Key(this, \"K\").KeyId", "${K}")]
    [InlineData("new CfnKey(this, \"K\", new CfnKeyProps { KeyPolicy = new PolicyDocument() }).AttrArn", "kms:key/${K}")]
    [InlineData("new CfnKey(this, \"K\", new CfnKeyProps { KeyPolicy = new PolicyDocument() }).Ref", "${K}")]
    [InlineData($"Key.FromKeyArn(this, \"K\", \"{Arn}\").KeyId", "1")]
    [InlineData("Alias.FromAliasName(this, \"A\", \"alias/x\").KeyArn", "kms:alias/x")]
    [InlineData("Alias.FromAliasName(this, \"A\", \"alias/x\").AliasName", "alias/x")]
    [InlineData("new Key(this, \"K\").AddAlias(\"x\").AliasName", "alias/x")]
    [InlineData("new Key(this, \"K\").AddAlias(\"x\").KeyArn", "kms:alias/x")]
    [InlineData("new Key(this, \"K\").AddAlias(\"x\").AliasTargetKey.KeyArn", "kms:key/${K}")]
    [InlineData("other.KeyArn", "${other.KeyArn}")]
    public void Text(string expression, string expected) => Assert.Equal(expected, ResourceRun.TextOf(expression, "IKey other"));
}
