using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;
using Xunit;
using static EcsExecRole.Analyzers.Tests.Iam.Notation;

namespace EcsExecRole.Analyzers.Tests.Iam;

/// <summary>Who may assume a role.</summary>
public class TrustPolicyTests
{
    [Theory]
    [InlineData("ecs-tasks.amazonaws.com", "Yes")]
    [InlineData("ec2.amazonaws.com ecs-tasks.amazonaws.com", "Yes")]
    [InlineData("ecs.amazonaws.com", "No")]
    [InlineData("ec2.amazonaws.com", "No")]
    [InlineData("ecs-task.amazonaws.com", "No")]
    [InlineData("{service}", "Unknown")]
    [InlineData("{service}.amazonaws.com", "Unknown")]
    [InlineData("ecs-tasks.{suffix}", "Unknown")]
    [InlineData("ecs-tasks.eu-west-1.amazonaws.com", "Unknown")]
    [InlineData("*", "Unknown")]
    public void A_service_is_named_by_its_principal(string services, string expected) => Allows(expected, Trust(services));

    [Theory]
    [InlineData("sts:AssumeRole", "Yes")]
    [InlineData("sts:*", "Yes")]
    [InlineData("sts:assumerole", "Yes")]
    [InlineData("sts:TagSession", "No")]
    [InlineData("sts:AssumeRoleWithWebIdentity", "No")]
    public void The_action_has_to_be_AssumeRole(string action, string expected) =>
        Allows(expected, Trust("ecs-tasks.amazonaws.com") with { Actions = List(action) });

    [Theory]
    [InlineData("StringEquals", "aws:SourceAccount", "123456789012", "Yes")]
    [InlineData("StringEquals", "aws:SourceAccount", "my-account", "No")]
    [InlineData("ArnLike", "aws:SourceArn", "arn:aws:ecs:eu-west-1:123456789012:*", "Yes")]
    [InlineData("ArnLike", "aws:SourceArn", "arn:aws:ecs:{R}:{A}:*", "Yes")]
    [InlineData("ArnLike", "aws:SourceArn", "arn:aws:lambda:eu-west-1:123456789012:*", "No")]
    [InlineData("StringEquals", "sts:ExternalId", "x", "Unknown")]
    public void Conditions_may_narrow_whose_tasks(string op, string key, string value, string expected) =>
        Allows(expected, Trust("ecs-tasks.amazonaws.com").When(op, key, value));

    [Fact]
    public void Accounts_and_roles_are_not_the_service()
    {
        Allows("No", Trust() with { Principals = PolicyPrincipals.None with { Aws = List("arn:aws:iam::{A}:root") } });
        Allows("Unknown", Trust() with { Principals = PolicyPrincipals.Everyone });
        Allows("Unknown", Trust() with { Principals = PolicyPrincipals.Unknown });
        Allows("Unknown", Trust() with { Principals = null, NotPrincipals = PolicyPrincipals.Service("ec2.amazonaws.com") });
    }

    [Fact]
    public void Statements_add_up_and_a_Deny_wins()
    {
        var prod = new GuardSpace().Equal("props.IsProd", true, "props.IsProd");
        var decision = TrustPolicy.Decide(
            [Trust("ec2.amazonaws.com").Placed(), Trust("ecs-tasks.amazonaws.com").Placed(), (Trust("ecs-tasks.amazonaws.com") with { IsAllow = false }).Placed(prod)],
            Guard.Never);
        Assert.Same(prod, decision.Missing);
        Assert.Same(!prod, decision.Granted);
        Assert.Equal(MissReason.Deny, decision.NearMisses[0].Reason);
    }

    [Fact]
    public void The_wrong_service_is_the_nearest_miss()
    {
        var decision = TrustPolicy.Decide([Trust("ecs.amazonaws.com").Placed()], Guard.Never);
        var miss = Assert.Single(decision.NearMisses);
        Assert.Equal((MissReason.OtherPrincipal, "ecs.amazonaws.com is not ecs-tasks.amazonaws.com"), (miss.Reason, miss.Explanation));
    }

    [Fact]
    public void So_are_the_wrong_action_and_an_impossible_condition()
    {
        Assert.Equal(MissReason.WrongAction, Nearest(Trust("ecs-tasks.amazonaws.com") with { Actions = List("sts:TagSession") }));
        Assert.Equal(MissReason.Condition, Nearest(Trust("ecs-tasks.amazonaws.com").When("StringEquals", "aws:SourceAccount", "prod")));

        static MissReason Nearest(PolicyStatement statement) => TrustPolicy.Decide([statement.Placed()], Guard.Never).NearMisses[0].Reason;
    }

    [Fact]
    public void What_was_not_seen_may_trust() => Assert.True(TrustPolicy.Decide([], Guard.Always).Unknown.IsAlways);

    private static PolicyStatement Trust(string services = "") =>
        new() { Actions = List("sts:AssumeRole"), Principals = PolicyPrincipals.None with { Services = List(services.Split(' ')) } };

    private static void Allows(string expected, PolicyStatement statement) => Assert.Equal(expected, TrustPolicy.AllowsService(statement).ToString());
}
