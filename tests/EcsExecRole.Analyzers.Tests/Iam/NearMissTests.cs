using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;
using Xunit;
using static EcsExecRole.Analyzers.Tests.Iam.Notation;

namespace EcsExecRole.Analyzers.Tests.Iam;

/// <summary>The statement that almost grants, and why it does not.</summary>
public class NearMissTests
{
    [Theory]
    [InlineData("logs:CreateLogStream", LogStream, "arn:{P}:logs:{R}:{A}:log-group:/ecs/web", nameof(MissReason.LogGroupWithoutStar))]
    [InlineData("logs:PutLogEvents", LogStream, "arn:{P}:logs:{R}:{A}:log-group:/ecs/other", nameof(MissReason.OtherResource))]
    [InlineData("secretsmanager:GetSecretValue", Secret, "arn:{P}:secretsmanager:{R}:{A}:secret:db-AbCdEf:password::", nameof(MissReason.JsonKeyTail))]
    [InlineData("secretsmanager:GetSecretValue", Secret, "arn:{P}:secretsmanager:{R}:{A}:secret:db-{S}:password", nameof(MissReason.JsonKeyTail))]
    [InlineData("secretsmanager:GetSecretValue", "{arn}", "{arn}:password::", nameof(MissReason.JsonKeyTail))]
    [InlineData("secretsmanager:GetSecretValue", Secret, "arn:{P}:secretsmanager:{R}:{A}:secret:db", nameof(MissReason.MissingSecretSuffix))]
    [InlineData("secretsmanager:GetSecretValue", Secret, "arn:{P}:secretsmanager:{R}:{A}:secret:api-{S:2}", nameof(MissReason.OtherResource))]
    [InlineData("ssm:GetParameters", Parameter, "arn:{P}:ssm:{R}:{A}:parameter//app/url", nameof(MissReason.DoubledSlash))]
    [InlineData("ssm:GetParameters", Parameter, "arn:{P}:ssm:{R}:{A}:parameter:/app/url", nameof(MissReason.DoubledSlash))]
    [InlineData("ssm:GetParameters", Parameter, "arn:{P}:ssm:{R}:{A}:parameter/web/url", nameof(MissReason.OtherResource))]
    [InlineData("ssm:GetParameters", Parameter, "/app/url", nameof(MissReason.NotAnArn))]
    [InlineData("kms:Decrypt", Key, "arn:{P}:kms:{R}:{A}:alias/app", nameof(MissReason.AliasArn))]
    [InlineData("kms:Decrypt", Key, "alias/app", nameof(MissReason.AliasArn))]
    [InlineData("kms:Decrypt", Key, "arn:{P}:kms:{R}:{A}:key/{G:other}", nameof(MissReason.OtherResource))]
    [InlineData("s3:GetObject", "arn:{P}:s3:::b/prod.env", "arn:{P}:s3:::b", nameof(MissReason.BucketOrObject))]
    [InlineData("s3:GetBucketLocation", "arn:{P}:s3:::b", "arn:{P}:s3:::b/*", nameof(MissReason.BucketOrObject))]
    [InlineData("s3:GetBucketLocation", "arn:{P}:s3:::b", "arn:{P}:s3:::c/*", nameof(MissReason.OtherResource))]
    [InlineData("ecr:BatchGetImage", Repository, "arn:{P}:ecr:{R}::repository/web", nameof(MissReason.OtherAccountOrRegion))]
    [InlineData("ecr:GetAuthorizationToken", "*", Repository, nameof(MissReason.TokenActionOnResource))]
    public void The_right_action_on_a_resource_that_can_not_match(string action, string asked, string resource, string reason) =>
        Assert.Equal(reason, NearestMiss(Request(action, asked), Allow(action, resource)).Reason.ToString());

    [Theory]
    [InlineData("ssm:GetParameters", Parameter, "ssm:GetParameter")]
    [InlineData("ssm:GetParameters", Parameter, "ssm:GetParametersByPath")]
    [InlineData("secretsmanager:GetSecretValue", Secret, "secretsmanager:DescribeSecret")]
    [InlineData("secretsmanager:GetSecretValue", Secret, "secretmanager:GetSecretValue")]
    [InlineData("ecr:GetAuthorizationToken", "*", "ecr-public:GetAuthorizationToken")]
    [InlineData("logs:CreateLogStream", LogStream, "logs:CreateLogStreams")]
    [InlineData("kms:Decrypt", Key, "kms:Encrypt")]
    public void An_action_that_is_taken_for_the_right_one(string action, string asked, string written)
    {
        var miss = NearestMiss(Request(action, asked), Allow(written, asked));
        Assert.Equal((MissReason.WrongAction, $"{written} is not {action}"), (miss.Reason, miss.Explanation));
    }

    [Fact]
    public void A_bucket_beside_other_objects_is_not_the_mistake()
    {
        var miss = NearestMiss(Request("s3:GetObject", "arn:{P}:s3:::b/prod.env"), Allow("s3:GetObject", "arn:{P}:s3:::b", "arn:{P}:s3:::b/other/*"));
        Assert.Equal(MissReason.OtherResource, miss.Reason);
        Assert.Contains("b/other/*", miss.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_action_of_the_service_on_the_right_resource() =>
        Assert.Equal(
            MissReason.OtherAction, NearestMiss(Request(EcsActions.PutLogEvents, LogStream), Allow("logs:GetLogEvents logs:FilterLogEvents", "*")).Reason);

    [Fact]
    public void A_condition_that_can_not_be_met()
    {
        var miss = NearestMiss(Request(EcsActions.GetAuthorizationToken, "*"), Allow("ecr:*", "*").When("StringEquals", "aws:SourceVpce", "vpce-1"));
        Assert.Equal((MissReason.Condition, "its condition on aws:SourceVpce can not be met"), (miss.Reason, miss.Explanation));
    }

    [Fact]
    public void A_Deny_comes_first()
    {
        var decision = Decide(Allow("ssm:GetParameters", Parameter), Allow("ssm:GetParameter", Parameter), Deny("ssm:*", "*"));
        Assert.Equal([MissReason.Deny, MissReason.WrongAction], decision.NearMisses.Select(m => m.Reason));
        Assert.False(decision.NearMisses[0].Statement.Statement.IsAllow);
    }

    [Fact]
    public void A_grant_on_another_path_names_the_path()
    {
        var prod = new GuardSpace().Equal("props.IsProd", true, "props.IsProd");
        var decision = PolicyEvaluator.Decide(Request("ssm:GetParameters", Parameter), [Allow("ssm:GetParameters", "*").Placed(prod)], Guard.Never);
        var miss = Assert.Single(decision.NearMisses);
        Assert.Equal((MissReason.OtherPath, "it is allowed only when props.IsProd"), (miss.Reason, miss.Explanation));
    }

    [Fact]
    public void An_overridden_grant_on_some_paths_may_miss_on_others()
    {
        var space = new GuardSpace();
        var (prod, vpn) = (space.Equal("props.IsProd", true, "props.IsProd"), space.Equal("props.HasVpn", true, "props.HasVpn"));
        var decision = PolicyEvaluator.Decide(
            Request("ssm:GetParameters", Parameter), [Allow("ssm:GetParameters", "*").Placed(prod), Deny("ssm:*", "*").Placed(vpn)], Guard.Never);
        Assert.Equal([MissReason.Deny, MissReason.OtherPath], decision.NearMisses.Select(m => m.Reason));
    }

    [Fact]
    public void A_statement_on_paths_where_nothing_is_missing_is_none()
    {
        var prod = new GuardSpace().Equal("props.IsProd", true, "props.IsProd");
        var decision = PolicyEvaluator.Decide(
            Request("ssm:GetParameters", Parameter),
            [Allow("ssm:GetParameters", "*").Placed(prod), Allow("ssm:GetParameter", "*").Placed(prod)],
            Guard.Never);
        Assert.Equal([MissReason.OtherPath], decision.NearMisses.Select(m => m.Reason));
    }

    [Fact]
    public void Statements_about_something_else_are_none() =>
        Assert.Empty(Decide(Allow("s3:GetObject", "*"), Allow("ssm:GetParameter", "arn:aws:ssm:*:*:parameter/web/*"), Deny("iam:*", "*")).NearMisses);

    [Fact]
    public void What_is_granted_or_open_has_none()
    {
        Assert.Empty(Decide(Allow("ssm:GetParameters", "*"), Allow("ssm:GetParameter", "*")).NearMisses);
        Assert.Empty(Decide(Allow("ssm:GetParameters", "{arn}"), Allow("ssm:GetParameter", "*")).NearMisses);
    }

    [Fact]
    public void There_are_at_most_three_and_the_nearest_is_first()
    {
        var decision = Decide(
            Allow("ssm:DeleteParameter", "*"),
            Allow("ssm:GetParameters", "arn:{P}:ssm:{R}:{A}:parameter/web/*"),
            Allow("ssm:GetParameter", "*"),
            Allow("ssm:GetParameters", "arn:{P}:ssm:{R}:{A}:parameter//app/url"));
        Assert.Equal([MissReason.DoubledSlash, MissReason.WrongAction, MissReason.OtherResource], decision.NearMisses.Select(m => m.Reason));
    }

    [Fact]
    public void Of_several_resources_the_nearest_explains() =>
        Assert.Equal(
            MissReason.LogGroupWithoutStar,
            NearestMiss(
                Request(EcsActions.PutLogEvents, LogStream),
                Allow("logs:*", "arn:{P}:logs:{R}:{A}:log-group:/other:*", "arn:{P}:logs:{R}:{A}:log-group:/ecs/web")).Reason);

    [Theory]
    [InlineData("AmazonECSTaskExecutionRolePolicy", EcsActions.CreateLogGroup, "arn:{P}:logs:{R}:{A}:log-group:x")]
    [InlineData("AmazonECS_FullAccess", EcsActions.BatchGetImage, Repository)]
    [InlineData("SecretsManagerReadWrite", EcsActions.Decrypt, Key)]
    [InlineData("ReadOnlyAccess", EcsActions.GetSecretValue, Secret)]
    [InlineData("AmazonElasticContainerRegistryPublicReadOnly", EcsActions.BatchGetImage, Repository)]
    [InlineData("AWSKeyManagementServicePowerUser", EcsActions.Decrypt, Key)]
    [InlineData("CloudWatchLogsReadOnlyAccess", EcsActions.PutLogEvents, LogStream)]
    public void A_managed_policy_that_does_not_have_it(string policy, string action, string resource)
    {
        Assert.True(ManagedPolicies.TryGetByName(policy, out var found));
        var miss = Assert.Single(PolicyEvaluator.Decide(Request(action, resource), [.. found.Place(Guard.Always, null)], Guard.Never).NearMisses);
        Assert.Equal((MissReason.NotInManagedPolicy, $"{policy} does not contain {action}"), (miss.Reason, miss.Explanation));
        Assert.Equal(policy, miss.Statement.ManagedPolicy);
    }

    [Fact]
    public void A_managed_policy_about_something_else_is_none()
    {
        Assert.True(ManagedPolicies.TryGetByName("AmazonSQSFullAccess", out var policy));
        Assert.Empty(PolicyEvaluator.Decide(Request(EcsActions.BatchGetImage, Repository), [.. policy.Place(Guard.Always, null)], Guard.Never).NearMisses);
    }

    private static IamDecision Decide(params PolicyStatement[] statements) =>
        PolicyEvaluator.Decide(Request("ssm:GetParameters", Parameter), [.. statements.Select(s => s.Placed())], Guard.Never);
}
