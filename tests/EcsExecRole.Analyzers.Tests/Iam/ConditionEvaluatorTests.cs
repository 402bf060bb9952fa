using EcsExecRole.Analyzers.Iam;
using Xunit;
using static EcsExecRole.Analyzers.Tests.Iam.Notation;

namespace EcsExecRole.Analyzers.Tests.Iam;

/// <summary>Condition blocks: what ECS's call certainly meets, certainly does not, and what remains open.</summary>
public class ConditionEvaluatorTests
{
    private static readonly IamRequest Token = Request(EcsActions.GetAuthorizationToken, "*");
    private static readonly IamRequest Pull = Request(EcsActions.BatchGetImage, Repository);
    private static readonly IamRequest Decrypt = Request(
        EcsActions.Decrypt, Key,
        ("kms:ViaService", "secretsmanager.{R}.amazonaws.com"),
        ("kms:EncryptionContext:SecretARN", Secret));

    [Theory]
    [InlineData("StringEquals", "aws:SourceVpc", "vpc-1")]
    [InlineData("StringEquals", "aws:sourceVpce", "vpce-1")]
    [InlineData("StringLike", "AWS:SOURCEVPCE", "vpce-*")]
    [InlineData("ForAnyValue:StringEquals", "aws:SourceVpce", "vpce-1")]
    [InlineData("Null", "aws:SourceVpce", "false")]
    public void On_Fargate_the_token_is_never_asked_for_from_the_VPC(string op, string key, string value)
    {
        Holds("No", Allow("ecr:*", "*").When(op, key, value), Token);
        Holds("Yes", Allow("ecr:*", "*").When(op, key, value), Pull);
    }

    [Theory]
    [InlineData("StringEqualsIfExists")]
    [InlineData("StringNotEquals")]
    [InlineData("ForAllValues:StringEquals")]
    public void What_holds_without_the_key_holds_for_the_token(string op) =>
        Holds("Yes", Allow("ecr:*", "*").When(op, "aws:SourceVpce", "vpce-1"), Token);

    [Fact]
    public void Null_true_holds_where_the_key_is_absent() => Holds("Yes", Allow("ecr:*", "*").When("Null", "aws:SourceVpce", "true"), Token);

    [Fact]
    public void A_host_in_the_VPC_asks_for_the_token_from_there() =>
        Holds("Yes", Allow("ecr:*", "*").When("StringEquals", "aws:SourceVpc", "vpc-1"), Token with { AbsentKeys = [] });

    [Theory]
    [InlineData("kms:ViaService", "StringEquals", "secretsmanager.{R}.amazonaws.com", "Yes")]
    [InlineData("KMS:viaservice", "StringLike", "secretsmanager.*.amazonaws.com", "Yes")]
    [InlineData("kms:ViaService", "StringEquals", "secretsmanager.*.amazonaws.com", "No")]
    [InlineData("kms:ViaService", "StringEquals", "ssm.{R}.amazonaws.com", "No")]
    [InlineData("kms:ViaService", "StringNotEquals", "ssm.{R}.amazonaws.com", "Yes")]
    [InlineData("kms:ViaService", "StringNotEquals", "secretsmanager.{R}.amazonaws.com", "No")]
    [InlineData("kms:ViaService", "StringEqualsIgnoreCase", "SecretsManager.{R}.amazonaws.com", "Yes")]
    [InlineData("kms:ViaService", "StringEquals", "SecretsManager.{R}.amazonaws.com", "No")]
    [InlineData("kms:ViaService", "ForAnyValue:StringEquals", "secretsmanager.{R}.amazonaws.com", "Yes")]
    [InlineData("kms:ViaService", "ForAllValues:StringEquals", "ssm.{R}.amazonaws.com", "No")]
    [InlineData("kms:ViaService", "StringEqualsIfExists", "ssm.{R}.amazonaws.com", "No")]
    [InlineData("kms:ViaService", "Null", "true", "No")]
    [InlineData("kms:ViaService", "Null", "false", "Yes")]
    [InlineData("kms:EncryptionContext:SecretARN", "ArnLike", "arn:aws:secretsmanager:*:*:secret:db-??????", "Yes")]
    [InlineData("kms:EncryptionContext:SecretARN", "ArnEquals", "arn:aws:secretsmanager:*:*:secret:api-*", "No")]
    [InlineData("kms:EncryptionContext:SecretARN", "ArnNotLike", "arn:aws:secretsmanager:*:*:secret:api-*", "Yes")]
    public void A_known_key_is_compared(string key, string op, string value, string expected) =>
        Holds(expected, Allow("kms:Decrypt", "*").When(op, key, value), Decrypt);

    [Fact]
    public void One_value_of_a_condition_suffices() =>
        Holds("Yes", Allow("kms:Decrypt", "*").When("StringEquals", "kms:ViaService", "ssm.{R}.amazonaws.com", "secretsmanager.{R}.amazonaws.com"), Decrypt);

    [Fact]
    public void All_conditions_have_to_hold() =>
        Holds("No", Allow("kms:Decrypt", "*")
            .When("StringLike", "kms:ViaService", "secretsmanager.*")
            .When("StringLike", "kms:EncryptionContext:SecretARN", "*:secret:api-*"), Decrypt);

    [Theory]
    [InlineData("aws:ResourceAccount", "123456789012")]
    [InlineData("aws:PrincipalOrgID", "o-1")]
    [InlineData("aws:RequestedRegion", "eu-west-1")]
    [InlineData("aws:SourceIp", "10.0.0.0/8")]
    public void An_Allow_may_be_narrowed_as_AWS_recommends(string key, string value)
    {
        Holds("Yes", Allow("ecr:*", "*").When("StringEquals", key, value), Pull);
        Holds("Unknown", Deny("ecr:*", "*").When("StringNotEquals", key, value), Pull);
    }

    [Theory]
    [InlineData("aws:RequestedRegion", "eu-west-1", "eu-*")]
    [InlineData("aws:ResourceAccount", "999999999999", "9*")]
    public void The_ARN_tells_region_and_owner(string key, string own, string pattern)
    {
        var request = Request(EcsActions.GetSecretValue, "arn:aws:secretsmanager:eu-west-1:999999999999:secret:db-a1B2c3");
        Holds("No", Allow("*", "*").When("StringEquals", key, "other"), request);
        Holds("Yes", Deny("*", "*").When("StringNotEquals", key, "other"), request);
        Holds("No", Deny("*", "*").When("StringNotEquals", key, "other", own), request);
        Holds("Yes", Allow("*", "*").When("StringLike", key, pattern), request);
        Holds("Unknown", Deny("*", "*").When("StringNotEquals", key, "other"), Request(EcsActions.GetObject, "arn:aws:s3:::files/app.env"));
    }

    [Fact]
    public void A_region_spelt_out_is_where_its_author_deploys()
    {
        Holds("Yes", Allow("kms:Decrypt", "*").When("StringEquals", "kms:ViaService", "secretsmanager.eu-west-1.amazonaws.com"), Decrypt);
        Holds("Unknown", Deny("kms:Decrypt", "*").When("StringNotEquals", "kms:ViaService", "secretsmanager.eu-west-1.amazonaws.com"), Decrypt);
    }

    [Theory]
    [InlineData("StringEquals", "aws:ResourceTag/team")]
    [InlineData("StringEquals", "kms:ResourceAliases")]
    [InlineData("Bool", "aws:MultiFactorAuthPresent")]
    [InlineData("Nonsense", "secretsmanager:VersionStage")]
    public void Of_other_keys_nothing_is_known(string op, string key) => Holds("Unknown", Allow("ecr:*", "*").When(op, key, "x"), Pull);

    [Fact]
    public void An_operator_that_is_not_known_decides_nothing() =>
        Holds("Unknown", Deny("kms:*", "*").When("NumericLessThan", "kms:ViaService", "1"), Decrypt);

    [Fact]
    public void ECS_calls_over_TLS()
    {
        Holds("No", Deny("ecr:*", "*").When("Bool", "aws:SecureTransport", "false"), Pull);
        Holds("Yes", Allow("ecr:*", "*").When("Bool", "aws:SecureTransport", "True"), Pull);
    }

    [Fact]
    public void Unknown_conditions_leave_it_open()
    {
        Holds("Unknown", Allow("ecr:*", "*") with { ConditionsUnknown = true }, Pull);
        Holds("No", Allow("ecr:*", "*").When("StringEquals", "aws:SourceVpc", "vpc-1") with { ConditionsUnknown = true }, Token);
    }

    [Fact]
    public void Values_that_may_have_more_may_fit()
    {
        var condition = new PolicyCondition("StringEquals", "kms:EncryptionContext:SecretARN", new([T("x")], true));
        Holds("Unknown", Deny("kms:*", "*") with { Conditions = [condition] }, Decrypt);
    }

    private static void Holds(string expected, PolicyStatement statement, IamRequest request) =>
        Assert.Equal(expected, ConditionEvaluator.Holds(statement, request).ToString());
}
