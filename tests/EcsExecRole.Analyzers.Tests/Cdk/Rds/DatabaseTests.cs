using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Rds;

/// <summary>The secret of a database: what <c>db.Secret</c> is for each way to give credentials.</summary>
public class DatabaseTests
{
    private const string Instance = "Engine = DatabaseInstanceEngine.POSTGRES, Vpc = null";

    [Theory]
    [InlineData($"new DatabaseInstance(this, \"D\", new DatabaseInstanceProps {{ {Instance} }})", "secretsmanager:secret:${D}-${suffix}")]
    [InlineData($"new DatabaseInstance(this, \"D\", new DatabaseInstanceProps {{ {Instance}, Credentials = Credentials.FromGeneratedSecret(\"u\") }})", "secretsmanager:secret:${D}-${suffix}")]
    [InlineData($"new DatabaseInstance(this, \"D\", new DatabaseInstanceProps {{ {Instance}, Credentials = Credentials.FromGeneratedSecret(\"u\", new CredentialsBaseOptions {{ SecretName = \"db\" }}) }})", "secretsmanager:secret:db-${suffix}")]
    [InlineData($"new DatabaseInstance(this, \"D\", new DatabaseInstanceProps {{ {Instance}, Credentials = Credentials.FromUsername(\"u\") }})", "secretsmanager:secret:${D}-${suffix}")]
    [InlineData($"new DatabaseInstance(this, \"D\", new DatabaseInstanceProps {{ {Instance}, Credentials = Credentials.FromSecret(Secret.FromSecretNameV2(this, \"S\", \"db\")) }})", "secretsmanager:secret:db-??????")]
    [InlineData("new DatabaseCluster(this, \"D\", new DatabaseClusterProps { Credentials = Credentials.FromSecret(new DatabaseSecret(this, \"S\", new DatabaseSecretProps { Username = \"u\" })) })", "secretsmanager:secret:${S}-${suffix}")]
    [InlineData("new ServerlessCluster(this, \"D\", new ServerlessClusterProps())", "secretsmanager:secret:${D}-${suffix}")]
    [InlineData("new DatabaseInstanceFromSnapshot(this, \"D\", new DatabaseInstanceFromSnapshotProps { Credentials = SnapshotCredentials.FromGeneratedSecret(\"u\") })", "secretsmanager:secret:${D}-${suffix}")]
    [InlineData("new DatabaseClusterFromSnapshot(this, \"D\", new DatabaseClusterFromSnapshotProps { SnapshotCredentials = SnapshotCredentials.FromSecret(Secret.FromSecretNameV2(this, \"S\", \"db\")) })", "secretsmanager:secret:db-??????")]
    [InlineData("new Amazon.CDK.AWS.DocDB.DatabaseCluster(this, \"D\", new Amazon.CDK.AWS.DocDB.DatabaseClusterProps { MasterUser = new Amazon.CDK.AWS.DocDB.Login { Username = \"u\", SecretName = \"db\" } })", "secretsmanager:secret:db-${suffix}")]
    public void ASecretIsGranted(string database, string resource) => Assert.Equal(
        "Allow secretsmanager:GetSecretValue, secretsmanager:DescribeSecret on " + resource,
        ResourceRun.Of($"var db = {database}; db.Secret.GrantRead(role);").Allows());

    [Theory]
    [InlineData($"new DatabaseInstance(this, \"D\", new DatabaseInstanceProps {{ {Instance}, Credentials = Credentials.FromPassword(\"u\", SecretValue.UnsafePlainText(\"p\")) }})")]
    [InlineData($"new DatabaseInstance(this, \"D\", new DatabaseInstanceProps {{ {Instance}, Credentials = Credentials.FromUsername(\"u\", new CredentialsFromUsernameOptions {{ Password = SecretValue.UnsafePlainText(\"p\") }}) }})")]
    [InlineData("new DatabaseInstanceFromSnapshot(this, \"D\", new DatabaseInstanceFromSnapshotProps())")]
    [InlineData("new Amazon.CDK.AWS.DocDB.DatabaseCluster(this, \"D\", new Amazon.CDK.AWS.DocDB.DatabaseClusterProps { MasterUser = new Amazon.CDK.AWS.DocDB.Login { Username = \"u\", Password = SecretValue.UnsafePlainText(\"p\") } })")]
    public void ThereIsNoneBesideAPassword(string database) =>
        Assert.Equal("", ResourceRun.Of($"var db = {database}; if (db.Secret != null) Secret.FromSecretNameV2(this, \"N\", \"n\").GrantRead(role);").Allows());

    [Fact]
    public void AKeyForTheGeneratedSecretGetsItsPolicy() => Assert.Equal(
        "Role: Allow kms:Decrypt on * if StringEquals kms:ViaService secretsmanager.R.amazonaws.com",
        ResourceRun.Of($"new DatabaseInstance(this, \"D\", new DatabaseInstanceProps {{ {Instance}, Credentials = Credentials.FromGeneratedSecret(\"u\", new CredentialsBaseOptions {{ EncryptionKey = new Key(this, \"K\") }}) }}).Secret.GrantRead(role);").PolicyOf<KeyNode>());

    [Fact]
    public void APasswordManagedByRdsIsASecretOfItsOwn() => Assert.Equal(
        "Allow secretsmanager:GetSecretValue, secretsmanager:DescribeSecret on secretsmanager:secret:${D}-${suffix}",
        ResourceRun.Of("new DatabaseCluster(this, \"D\", new DatabaseClusterProps { ManageMasterUserPassword = true }).Secret.GrantRead(role);", cdk: "2.277.0").Allows());

    [Fact]
    public void UnknownCredentialsMayOrMayNotComeWithASecret()
    {
        var run = ResourceRun.Of($"new DatabaseInstance(this, \"D\", new DatabaseInstanceProps {{ {Instance}, Credentials = other }}).Secret.GrantRead(role);", parameters: "Credentials other");
        Assert.Equal(ResourceKind.Unknown, Assert.Single(run.Graph.Nodes.OfType<SecretNode>()).Kind);
    }
}
