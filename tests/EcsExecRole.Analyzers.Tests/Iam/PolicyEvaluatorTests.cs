using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;
using Xunit;
using static EcsExecRole.Analyzers.Tests.Iam.Notation;

namespace EcsExecRole.Analyzers.Tests.Iam;

/// <summary>Statements together, on the paths of a program.</summary>
public class PolicyEvaluatorTests
{
    private static readonly IamRequest ReadSecret = Request(EcsActions.GetSecretValue, Secret);
    private static readonly PolicyStatement AllowsIt = Allow("secretsmanager:GetSecretValue", Secret);
    private static readonly PolicyStatement MayAllowIt = Allow("secretsmanager:GetSecretValue", "{unknown}");
    private static readonly PolicyStatement DeniesIt = Deny("secretsmanager:*", "*");

    private readonly GuardSpace space = new();

    [Fact]
    public void Nothing_allows_nothing() => Assert.True(Decide().Missing.IsAlways);

    [Fact]
    public void A_matching_Allow_grants() => Assert.True(Decide(AllowsIt.Placed()).Granted.IsAlways);

    [Fact]
    public void An_Allow_that_may_match_leaves_it_open() => Assert.True(Decide(MayAllowIt.Placed()).Unknown.IsAlways);

    [Fact]
    public void A_Deny_wins() => Assert.True(Decide(AllowsIt.Placed(), DeniesIt.Placed()).Missing.IsAlways);

    [Fact]
    public void A_Deny_that_may_match_leaves_it_open() =>
        Assert.True(Decide(AllowsIt.Placed(), (DeniesIt with { ConditionsUnknown = true }).Placed()).Unknown.IsAlways);

    [Fact]
    public void A_Deny_that_may_match_does_not_allow() =>
        Assert.True(Decide((DeniesIt with { ConditionsUnknown = true }).Placed()).Missing.IsAlways);

    [Fact]
    public void An_unknown_effect_leaves_it_open()
    {
        Assert.True(Decide((AllowsIt with { EffectUnknown = true }).Placed()).Unknown.IsAlways);
        Assert.True(Decide(AllowsIt.Placed(), (AllowsIt with { EffectUnknown = true }).Placed()).Unknown.IsAlways);
    }

    [Fact]
    public void What_was_not_seen_may_allow()
    {
        var prod = Flag("isProd");
        var decision = PolicyEvaluator.Decide(ReadSecret, [], prod);
        Assert.Same(prod, decision.Unknown);
        Assert.Same(!prod, decision.Missing);
    }

    [Fact]
    public void Statements_count_on_their_paths()
    {
        var (prod, vpn) = (Flag("isProd"), Flag("hasVpn"));
        var decision = Decide(AllowsIt.Placed(prod), MayAllowIt.Placed(vpn), DeniesIt.Placed(prod & vpn));
        Assert.Same(prod & !vpn, decision.Granted);
        Assert.Same((prod & vpn) | (!prod & !vpn), decision.Missing);
        Assert.Same(!prod & vpn, decision.Unknown);
    }

    [Fact]
    public void Grants_on_both_branches_cover_every_path()
    {
        var prod = Flag("isProd");
        Assert.True(Decide(AllowsIt.Placed(prod), AllowsIt.Placed(!prod)).Granted.IsAlways);
    }

    [Fact]
    public void The_three_answers_are_disjoint_and_complete()
    {
        var guards = new[] { Guard.Always, Guard.Never, Flag("a"), Flag("b"), Flag("a") & !Flag("b") };
        PolicyStatement[] statements = [AllowsIt, MayAllowIt, DeniesIt, DeniesIt with { ConditionsUnknown = true }, AllowsIt with { EffectUnknown = true }];
        foreach (var first in statements)
        {
            foreach (var second in statements)
            {
                foreach (var one in guards)
                {
                    foreach (var two in guards)
                    {
                        var d = PolicyEvaluator.Decide(ReadSecret, [first.Placed(one), second.Placed(two)], two);
                        Assert.True((d.Granted | d.Missing | d.Unknown).IsAlways);
                        Assert.True((d.Granted & d.Missing).IsNever && (d.Granted & d.Unknown).IsNever && (d.Missing & d.Unknown).IsNever);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("secretsmanager:GetSecretValue", "Yes")]
    [InlineData("SecretsManager:getsecretvalue", "Yes")]
    [InlineData("secretsmanager:Get*", "Yes")]
    [InlineData("secretsmanager:GetSecret?alue", "Yes")]
    [InlineData("*:GetSecretValue", "Yes")]
    [InlineData("*", "Yes")]
    [InlineData("secretsmanager:Describe* secretsmanager:GetSecretValue", "Yes")]
    [InlineData("secretsmanager:GetSecretValues", "No")]
    [InlineData("GetSecretValue", "No")]
    [InlineData("ssm:Get*", "No")]
    [InlineData("secretsmanager:{operation}", "Unknown")]
    public void Actions_match_by_IAM_s_rules(string actions, string expected) => Matches(expected, Allow(actions, "*"), ReadSecret);

    [Fact]
    public void A_list_with_unknown_elements_may_contain_anything()
    {
        Matches("Unknown", new() { Actions = TemplateList.Unknown, Resources = List("*") }, ReadSecret);
        Matches("Unknown", new() { Actions = List("secretsmanager:GetSecretValue"), Resources = new([T("arn:aws:s3:::b")], true) }, ReadSecret);
        Matches("Yes", new() { Actions = List("secretsmanager:GetSecretValue"), Resources = new([T(Secret)], true) }, ReadSecret);
    }

    [Theory]
    [InlineData("iam:*", "Yes")]
    [InlineData("iam:* secretsmanager:*", "No")]
    [InlineData("iam:* {action}", "Unknown")]
    public void NotAction_is_everything_else(string others, string expected) =>
        Matches(expected, new() { NotActions = List(others.Split(' ')), Resources = List("*") }, ReadSecret);

    [Theory]
    [InlineData("arn:aws:s3:::b", "Yes")]
    [InlineData("arn:aws:secretsmanager:*", "No")]
    [InlineData("arn:aws:secretsmanager:*:*:secret:{name}", "Unknown")]
    public void NotResource_is_everything_else(string other, string expected) =>
        Matches(expected, new() { Actions = List("secretsmanager:GetSecretValue"), NotResources = List(other) }, ReadSecret);

    [Fact]
    public void Without_any_resource_nothing_is_certain() => Matches("Unknown", new() { Actions = List("*") }, ReadSecret);

    [Theory]
    [InlineData(EcsActions.GetAuthorizationToken)]
    [InlineData(EcsActions.DescribeFileSystems)]
    public void An_action_without_a_resource_is_allowed_on_star_only(string action)
    {
        var request = Request(action, Repository);
        Matches("Yes", Allow(action, "*"), request);
        Matches("Yes", Allow(action, Repository, "*"), request);
        Matches("No", Allow(action, Repository), request);
        Matches("No", Allow(action, "arn:aws:ecr:*"), request);
        Matches("Unknown", Allow(action, "{arn}"), request);
        Matches("Yes", new() { Actions = List(action), NotResources = List(Repository) }, request);
    }

    [Theory]
    [InlineData("arn:{P}:logs:{R}:{A}:log-group:/ecs/web:*", "Yes")]
    [InlineData("arn:{P}:logs:{R}:{A}:log-group:/ecs/*", "Yes")]
    [InlineData("arn:{P}:logs:{R}:{A}:log-group:/ecs/web:log-stream:*", "Yes")]
    [InlineData("arn:aws:logs:*:*:*", "Yes")]
    [InlineData("arn:{P}:logs:{R}:{A}:log-group:/ecs/web", "No")]
    [InlineData("arn:{P}:logs:{R}:{A}:log-group:/ecs/other:*", "No")]
    [InlineData("arn:{P}:logs:eu-west-1:{A}:log-group:/ecs/web:*", "Unknown")]
    public void Logs_are_written_to_streams(string resource, string expected) =>
        Matches(expected, Allow("logs:PutLogEvents", resource), Request(EcsActions.PutLogEvents, LogStream));

    [Theory]
    [InlineData("arn:{P}:logs:{R}:{A}:log-group:/ecs/web", "Yes")]
    [InlineData("arn:{P}:logs:{R}:{A}:log-group:/ecs/web:*", "Yes")]
    [InlineData("arn:{P}:logs:{R}:{A}:log-group:/ecs/api:*", "No")]
    public void A_log_group_is_created_by_either_form_of_its_ARN(string resource, string expected) =>
        Matches(expected, Allow("logs:CreateLogGroup", resource), Request(EcsActions.CreateLogGroup, "arn:{P}:logs:{R}:{A}:log-group:/ecs/web"));

    private static void Matches(string expected, PolicyStatement statement, IamRequest request) =>
        Assert.Equal(expected, PolicyEvaluator.Matches(statement, request).ToString());

    private static IamDecision Decide(params PlacedStatement[] statements) => PolicyEvaluator.Decide(ReadSecret, [.. statements], Guard.Never);

    private Guard Flag(string name) => space.Equal("props." + name, true, name);
}
