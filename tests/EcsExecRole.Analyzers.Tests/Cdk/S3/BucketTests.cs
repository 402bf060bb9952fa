using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.S3;

public class BucketTests
{
    private const string Read = "Allow s3:GetObject*, s3:GetBucket*, s3:List* on ";

    private const string Write = "s3:DeleteObject*, s3:PutObject, s3:PutObjectLegalHold, s3:PutObjectRetention, s3:PutObjectTagging, s3:PutObjectVersionTagging, s3:Abort*";

    [Theory]
    [InlineData("new Bucket(this, \"B\")", "s3:::${B}, s3:::${B}/*")]
    [InlineData("new Bucket(this, \"B\", new BucketProps { BucketName = \"b\" })", "s3:::b, s3:::b/*")]
    [InlineData("Bucket.FromBucketName(this, \"B\", \"b\")", "s3:::b, s3:::b/*")]
    [InlineData("Bucket.FromBucketArn(this, \"B\", \"arn:aws:s3:::b\")", "arn:aws:s3:::b, arn:aws:s3:::b/*")]
    [InlineData("Bucket.FromBucketAttributes(this, \"B\", new BucketAttributes { BucketName = \"b\" })", "s3:::b, s3:::b/*")]
    [InlineData("Bucket.FromBucketAttributes(this, \"B\", new BucketAttributes { BucketArn = \"arn:aws:s3:::b\" })", "arn:aws:s3:::b, arn:aws:s3:::b/*")]
    [InlineData("Bucket.FromCfnBucket(new CfnBucket(this, \"B\", new CfnBucketProps { BucketName = \"b\" }))", "s3:::b, s3:::b/*")]
    [InlineData("new Asset(this, \"B\", new AssetProps { Path = \".\" }).Bucket", "s3:::cdk-hnb659fds-assets-A-R, s3:::cdk-hnb659fds-assets-A-R/*")]
    [InlineData("new Asset(this, \"B\", new AssetProps { Path = \".\" })", "s3:::cdk-hnb659fds-assets-A-R, s3:::cdk-hnb659fds-assets-A-R/*")]
    [InlineData("other", "${other.BucketArn}, ${other.BucketArn}/*")]
    public void ReadIsGrantedOn(string bucket, string resources)
    {
        var allows = ResourceRun.Of($"var b = {bucket}; b.GrantRead(role);", parameters: "IBucket other").Allows();
        Assert.Equal(Read + resources, allows.Split('\n').Single(l => l.Contains("s3:")));
        Assert.Equal(bucket == "other", allows.Contains("kms"));
    }

    [Theory]
    [InlineData("b.GrantRead(role, \"env/*\")", Read + "s3:::b, s3:::b/env/*")]
    [InlineData("b.GrantWrite(role)", "Allow " + Write + " on s3:::b, s3:::b/*")]
    [InlineData("b.GrantWrite(role, \"x\", new[] { \"s3:PutObject\" })", "Allow s3:PutObject on s3:::b, s3:::b/x")]
    [InlineData("b.GrantReadWrite(role)", "Allow s3:GetObject*, s3:GetBucket*, s3:List*, " + Write + " on s3:::b, s3:::b/*")]
    [InlineData("b.GrantPut(role, \"x\")", "Allow s3:PutObject, s3:PutObjectLegalHold, s3:PutObjectRetention, s3:PutObjectTagging, s3:PutObjectVersionTagging, s3:Abort* on s3:::b/x")]
    [InlineData("b.GrantPutAcl(role)", "Allow s3:PutObjectAcl, s3:PutObjectVersionAcl on s3:::b/*")]
    [InlineData("b.GrantDelete(role)", "Allow s3:DeleteObject* on s3:::b/*")]
    public void Grants(string code, string expected) =>
        Assert.Equal(expected, ResourceRun.Of($"var b = Bucket.FromBucketName(this, \"B\", \"b\"); {code};").Allows());

    [Fact]
    public void GrantsOfTheNewestCdk() => Assert.Equal(
        Read + "s3:::${B}, s3:::${B}/k\n" + Read + "s3:::c, s3:::c/*",
        ResourceRun.Of("new Bucket(this, \"B\").Grants.Read(role, \"k\"); BucketGrants.FromBucket(Bucket.FromBucketName(this, \"C\", \"c\")).Read(role);", cdk: "2.277.0").Allows());

    [Theory]
    [InlineData("EncryptionKey = new Key(this, \"K\")", "\nAllow kms:Decrypt, kms:DescribeKey on kms:key/${K}")]
    [InlineData("Encryption = BucketEncryption.KMS", "\nAllow kms:Decrypt, kms:DescribeKey on kms:key/${B}")]
    [InlineData("Encryption = BucketEncryption.S3_MANAGED", "")]
    [InlineData("Encryption = flag ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED", "\nAllow kms:Decrypt, kms:DescribeKey on kms:key/${B} when flag")]
    public void ItsKeyIsGrantedToTheRole(string property, string expected) => Assert.Equal(
        Read + "s3:::b, s3:::b/*" + expected,
        ResourceRun.Of($"new Bucket(this, \"B\", new BucketProps {{ BucketName = \"b\", {property} }}).GrantRead(role);", parameters: "bool flag").Allows());

    [Theory]
    [InlineData("new Bucket(this, \"B\", new BucketProps { BucketName = \"b\" }).BucketName", "b")]
    [InlineData("new Bucket(this, \"B\").BucketArn", "s3:::${B}")]
    [InlineData("new Bucket(this, \"B\").ArnForObjects(\"x/*\")", "s3:::${B}/x/*")]
    [InlineData("Bucket.FromBucketArn(this, \"B\", \"arn:aws:s3:::b\").BucketName", "b")]
    [InlineData("new CfnBucket(this, \"B\", new CfnBucketProps { BucketName = \"b\" }).Ref", "b")]
    [InlineData("new CfnBucket(this, \"B\", new CfnBucketProps { BucketName = \"b\" }).AttrArn", "s3:::b")]
    [InlineData("new Asset(this, \"B\", new AssetProps { Path = \".\" }).S3BucketName", "cdk-hnb659fds-assets-A-R")]
    public void Text(string expression, string expected) => Assert.Equal(expected, ResourceRun.TextOf(expression));

    [Fact]
    public void AnL1PolicyMayNameTheRole() => Assert.Equal("Role: Allow s3:GetObject on *", ResourceRun.Of(
        "var b = new Bucket(this, \"B\"); var d = new PolicyDocument(); new CfnBucketPolicy(this, \"P\", new CfnBucketPolicyProps { Bucket = b.BucketName, PolicyDocument = d });"
        + "d.AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\" }, Resources = new[] { \"*\" }, Principals = new IPrincipal[] { role } }));").PolicyOf<BucketNode>());

    [Fact]
    public void ItsOwnPolicyMayNameTheRole() => Assert.Equal("Role: Allow s3:GetObject on s3:::${B}/*", ResourceRun.Of(
        "var b = new Bucket(this, \"B\"); b.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\" }, Resources = new[] { b.ArnForObjects(\"*\") }, Principals = new IPrincipal[] { role } }));").PolicyOf<BucketNode>());
}
