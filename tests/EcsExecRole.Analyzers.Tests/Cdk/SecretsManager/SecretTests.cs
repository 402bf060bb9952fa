using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.SecretsManager;

public class SecretTests
{
    private const string Read = "Allow secretsmanager:GetSecretValue, secretsmanager:DescribeSecret on ";

    [Theory]
    [InlineData("new Secret(this, \"S\")", "secretsmanager:secret:${S}-${suffix}")]
    [InlineData("new Secret(this, \"S\", new SecretProps { SecretName = \"app/db\" })", "secretsmanager:secret:app/db-${suffix}")]
    [InlineData("new DatabaseSecret(this, \"S\", new DatabaseSecretProps { Username = \"u\", SecretName = \"app/db\" })", "secretsmanager:secret:app/db-${suffix}")]
    [InlineData("Secret.FromSecretNameV2(this, \"S\", \"app/db\")", "secretsmanager:secret:app/db-??????")]
    [InlineData("Secret.FromSecretCompleteArn(this, \"S\", \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-AbCdEf\")", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-AbCdEf")]
    [InlineData("Secret.FromSecretPartialArn(this, \"S\", \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:app\")", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-??????")]
    [InlineData("Secret.FromSecretAttributes(this, \"S\", new SecretAttributes { SecretPartialArn = \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:app\" })", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-??????")]
    [InlineData("Secret.FromSecretAttributes(this, \"S\", new SecretAttributes { SecretCompleteArn = \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-AbCdEf\" })", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-AbCdEf")]
    [InlineData("(ISecret)new SecretTargetAttachment(this, \"A\", new SecretTargetAttachmentProps { Secret = Secret.FromSecretNameV2(this, \"S\", \"app/db\"), Target = null })", "secretsmanager:secret:app/db-??????")]
    [InlineData("Secret.FromSecretNameV2(this, \"S\", \"app/db\").Attach(null)", "secretsmanager:secret:app/db-??????")]
    [InlineData("other", "${other.SecretArn}")]
    public void ReadIsGrantedOn(string secret, string resource) =>
        Assert.Equal(Read + resource, ResourceRun.Of($"var secret = {secret}; secret.GrantRead(role);", parameters: "ISecret other").Allows());

    [Theory]
    [InlineData("new Secret(this, \"S\", new SecretProps { SecretName = \"app/db\" }).SecretArn", "secretsmanager:secret:app/db-${suffix}")]
    [InlineData("new Secret(this, \"S\", new SecretProps { SecretName = \"app/db\" }).SecretName", "app/db")]
    [InlineData("new Secret(this, \"S\").SecretFullArn", "secretsmanager:secret:${S}-${suffix}")]
    [InlineData("new CfnSecret(this, \"S\", new CfnSecretProps { Name = \"app/db\" }).Ref", "secretsmanager:secret:app/db-${suffix}")]
    [InlineData("new CfnSecret(this, \"S\").AttrId", "secretsmanager:secret:${S}-${suffix}")]
    [InlineData("((CfnSecret)new Secret(this, \"S\").Node.DefaultChild).Ref", "secretsmanager:secret:${S}-${suffix}")]
    [InlineData("Secret.FromSecretNameV2(this, \"S\", \"app/db\").SecretArn", "secretsmanager:secret:app/db")]
    [InlineData("Secret.FromSecretNameV2(this, \"S\", \"app/db\").SecretFullArn ?? \"none\"", "none")]
    [InlineData("Secret.FromSecretCompleteArn(this, \"S\", \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-db-AbCdEf\").SecretName", "app-db")]
    [InlineData("Secret.FromSecretPartialArn(this, \"S\", \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-db\").SecretName", "app-db")]
    [InlineData("other.SecretArn", "${other.SecretArn}")]
    public void Text(string expression, string expected) => Assert.Equal(expected, ResourceRun.TextOf(expression, "ISecret other"));

    [Fact]
    public void VersionStagesAreACondition() => Assert.Equal(
        Read + "secretsmanager:secret:app-?????? if ForAnyValue:StringEquals secretsmanager:VersionStage AWSCURRENT",
        ResourceRun.Of("Secret.FromSecretNameV2(this, \"S\", \"app\").GrantRead(role, new[] { \"AWSCURRENT\" });").Allows());

    [Fact]
    public void TheStatementOfTheResultIsTheOneGranted() => Assert.Equal(
        Read.Replace("DescribeSecret", "DescribeSecret, secretsmanager:ListSecrets") + "secretsmanager:secret:app-??????",
        ResourceRun.Of("Secret.FromSecretNameV2(this, \"S\", \"app\").GrantRead(role).PrincipalStatement.AddActions(\"secretsmanager:ListSecrets\");").Allows());

    [Fact]
    public void AChoiceOfSecretsIsGrantedPathByPath() => Assert.Equal(
        Read + "secretsmanager:secret:a-?????? when flag\n" + Read + "secretsmanager:secret:b-?????? when not flag",
        ResourceRun.Of("ISecret s = flag ? Secret.FromSecretNameV2(this, \"A\", \"a\") : Secret.FromSecretNameV2(this, \"B\", \"b\"); s.GrantRead(role);", parameters: "bool flag").Allows());

    [Fact]
    public void TwoSecretsWithoutNamesAreNotTheSame()
    {
        var run = ResourceRun.Of("new Secret(this, \"A\").GrantRead(role); new Secret(this, \"B\");");
        var arns = run.Graph.Nodes.OfType<SecretNode>().Select(s => s.Arn).ToList();
        Assert.Equal(2, arns.Count);
        Assert.NotEqual(arns[0], arns[1]);
        Assert.Equal(EcsExecRole.Analyzers.Symbolic.Ternary.No, EcsExecRole.Analyzers.Iam.Matching.TemplateMatcher.Covers(arns[0], arns[1]));
    }
}
