using Xunit;
using static EcsExecRole.Analyzers.SynthTests.OracleTests.Judged;

namespace EcsExecRole.Analyzers.SynthTests.OracleTests;

/// <summary>Customer-managed keys (R11, R12) and resource policies.</summary>
public sealed class KeyTests
{
    private const string Missing = "missing kms:Decrypt";
    private const string Root = """{ "Effect": "Allow", "Action": "kms:*", "Resource": "*", "Principal": { "AWS": "arn:aws:iam::111111111111:root" } }""";
    private const string Direct =
        """
        { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Principal": { "AWS": { "Fn::GetAtt": ["Role", "Arn"] } },
          "Condition": { "StringEquals": { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" } } }
        """;

    private static readonly string GetSecret = Allow("secretsmanager:GetSecretValue", "*");
    private static readonly string Reader = Task(Secret("""{ "Ref": "Secret" }"""));

    private static string Encrypted(string keyPolicy, string statements, string keyId = """{ "Fn::GetAtt": ["Key", "Arn"] }""", string more = "") => Of(
        $$"""
        {{Role(GetSecret + statements)}}, {{Reader}},
        "Secret": { "Type": "AWS::SecretsManager::Secret", "Properties": { "KmsKeyId": {{keyId}} } },
        "Key": { "Type": "AWS::KMS::Key", "Properties": { "KeyPolicy": { "Statement": [ {{keyPolicy}} ] } } } {{more}}
        """);

    [Fact]
    public void The_key_policy_alone_suffices() => Assert.Equal("", Encrypted(Root + "," + Direct, ""));

    [Fact]
    public void Another_services_grant_does_not() => Assert.Equal(Missing, Encrypted(Root + "," + Direct.Replace("secretsmanager.", "ssm."), ""));

    [Fact]
    public void The_roles_policy_counts_where_the_key_leaves_it_to_the_account()
    {
        Assert.Equal("", Encrypted(Root, ", " + Allow("kms:Decrypt", "*")));
        Assert.Equal(Missing, Encrypted(Root, ""));
        Assert.Equal(Missing, Encrypted(Root.Replace("111111111111", "222222222222"), ", " + Allow("kms:Decrypt", "*")));
    }

    [Theory]
    [InlineData("arn:aws:kms:us-east-1:111111111111:key/1", "{}", "")]
    [InlineData("arn:aws:kms:us-east-1:111111111111:key/2", "{}", Missing)]
    [InlineData("arn:aws:kms:us-east-1:111111111111:alias/app", "{}", Missing)]
    [InlineData("*", """{ "StringLike": { "kms:ViaService": "secretsmanager.*.amazonaws.com" } }""", "")]
    [InlineData("*", """{ "StringEquals": { "kms:ViaService": "ssm.us-east-1.amazonaws.com" } }""", Missing)]
    public void An_imported_key_needs_the_roles_policy(string resource, string condition, string expected) => Assert.Equal(expected, Encrypted(
        Root, ", " + Allow("kms:Decrypt", resource, condition), "\"arn:aws:kms:us-east-1:111111111111:key/1\""));

    [Fact]
    public void An_alias_leads_to_its_key() => Assert.Equal("", Encrypted(
        Root + "," + Direct, "", "\"alias/app\"", """, "A": { "Type": "AWS::KMS::Alias", "Properties": { "AliasName": "alias/app", "TargetKeyId": { "Fn::GetAtt": ["Key", "Arn"] } } }"""));

    [Fact]
    public void A_foreign_alias_is_matched_by_condition_only()
    {
        const string Alias = "\"arn:aws:kms:us-east-1:111111111111:alias/app\"";
        Assert.Equal(Missing, Encrypted(Root, ", " + Allow("kms:Decrypt", "arn:aws:kms:us-east-1:111111111111:alias/app"), Alias));
        Assert.Equal("", Encrypted(Root, ", " + Allow("kms:Decrypt", "arn:aws:kms:us-east-1:111111111111:key/*", """{ "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } }"""), Alias));
    }

    [Theory]
    [InlineData("")]
    [InlineData("shop/key=arn:aws:kms:us-east-1:111111111111:key/1")]
    public void A_parameters_key_is_told_by_the_case(string cmk) => Assert.Equal(
        cmk.Length == 0 ? "" : Missing, Of(Role(Allow("ssm:GetParameters", "*")) + "," + Task(Secret("\"/shop/key\"")), cmk: cmk));

    [Fact]
    public void An_attachment_is_its_secret() => Assert.Equal(Missing, Of(
        $$"""
        {{Role(Allow("secretsmanager:GetSecretValue", "*"))}}, {{Task(Secret("""{ "Ref": "Attachment" }"""))}},
        "Attachment": { "Type": "AWS::SecretsManager::SecretTargetAttachment", "Properties": { "SecretId": { "Ref": "Secret" }, "TargetId": "db", "TargetType": "AWS::RDS::DBInstance" } },
        "Secret": { "Type": "AWS::SecretsManager::Secret", "Properties": { "KmsKeyId": "arn:aws:kms:us-east-1:111111111111:key/1" } }
        """));

    [Theory]
    [InlineData("""{ "AWS": { "Fn::GetAtt": ["Role", "Arn"] } }""", "")]
    [InlineData("\"*\"", "")]
    [InlineData("""{ "AWS": "arn:aws:iam::111111111111:root" }""", "missing ecr:BatchGetImage; missing ecr:GetDownloadUrlForLayer")]
    public void A_repository_may_allow_the_role_itself(string principal, string expected) => Assert.Equal(expected, Of(
        $$"""
        {{Role(Allow("ecr:GetAuthorizationToken", "*"))}},
        {{Task("\"Cpu\": 1").Replace("\"nginx\"", """{ "Fn::GetAtt": ["Repo", "RepositoryUri"] }""")}},
        "Repo": { "Type": "AWS::ECR::Repository", "Properties": { "RepositoryPolicyText": { "Statement": [
            { "Effect": "Allow", "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], "Principal": {{principal}} } ] } } }
        """));
}
