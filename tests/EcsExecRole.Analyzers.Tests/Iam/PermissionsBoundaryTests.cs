using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;
using Xunit;
using static EcsExecRole.Analyzers.Tests.Iam.Notation;

namespace EcsExecRole.Analyzers.Tests.Iam;

/// <summary>What a permissions boundary leaves of what a role is allowed.</summary>
public class PermissionsBoundaryTests
{
    private static readonly IamRequest ReadSecret = Request(EcsActions.GetSecretValue, Secret);
    private static readonly PolicyStatement AllowsIt = Allow("secretsmanager:GetSecretValue", Secret);
    private static readonly PolicyStatement AllowsOther = Allow("logs:*", "*");

    private readonly GuardSpace space = new();

    [Fact]
    public void Both_have_to_allow()
    {
        Assert.True(Decide(AllowsIt, Boundary(AllowsIt)).Granted.IsAlways);
        Assert.True(Decide(AllowsIt, Boundary(AllowsOther)).Missing.IsAlways);
        Assert.True(Decide(AllowsOther, Boundary(AllowsIt)).Missing.IsAlways);
        Assert.True(Decide(AllowsIt, Boundary()).Missing.IsAlways);
    }

    [Fact]
    public void A_Deny_of_the_boundary_decides() =>
        Assert.True(Decide(AllowsIt, Boundary(AllowsIt, Deny("secretsmanager:*", "*"))).Missing.IsAlways);

    [Fact]
    public void What_the_boundary_may_allow_is_open()
    {
        Assert.True(Decide(AllowsIt, Boundary(Allow("secretsmanager:GetSecretValue", "{unknown}"))).Unknown.IsAlways);
        Assert.True(Decide(AllowsIt, Boundary() with { MaybeMore = Guard.Always }).Unknown.IsAlways);
        Assert.True(Decide(AllowsOther, Boundary() with { MaybeMore = Guard.Always }).Missing.IsAlways);
    }

    [Fact]
    public void It_counts_on_its_paths()
    {
        var prod = Flag("isProd");
        var decision = Decide(AllowsIt, Boundary(AllowsOther) with { Guard = prod });
        Assert.Same(prod, decision.Missing);
        Assert.Same(!prod, decision.Granted);
    }

    [Fact]
    public void Two_boundaries_on_two_paths()
    {
        var prod = Flag("isProd");
        var decision = Decide(AllowsIt, Boundary(AllowsOther) with { Guard = prod }, Boundary(AllowsIt) with { Guard = !prod });
        Assert.Same(prod, decision.Missing);
        Assert.Same(!prod, decision.Granted);
    }

    [Fact]
    public void It_is_the_nearest_miss_of_what_it_refuses()
    {
        var miss = Decide(AllowsIt, Boundary(AllowsOther)).NearMisses[0];
        Assert.Equal((MissReason.Boundary, "the permissions boundary 'Limits' does not allow it", "here"), (miss.Reason, miss.Explanation, miss.Statement.Origin));
        Assert.DoesNotContain(Decide(AllowsOther, Boundary(AllowsOther)).NearMisses, m => m.Reason == MissReason.Boundary);
    }

    private Guard Flag(string name) => space.Equal("props." + name, true, name);

    private static PermissionsBoundary Boundary(params PolicyStatement[] statements) => new("Limits", Guard.Always, [.. statements.Select(s => s.Placed())], Guard.Never, "here");

    private static IamDecision Decide(PolicyStatement statement, params PermissionsBoundary[] boundaries) =>
        PermissionsBoundary.Limit(PolicyEvaluator.Decide(ReadSecret, [statement.Placed()], Guard.Never), ReadSecret, [.. boundaries]);
}
