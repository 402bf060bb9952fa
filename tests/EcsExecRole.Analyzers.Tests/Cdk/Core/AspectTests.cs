using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Core;

/// <summary>Aspects: run where their source is here, feared where it is not.</summary>
public class AspectTests
{
    private const string Role = "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"a.amazonaws.com\") });";

    private static string Aspect(string visit) => $"--- public class MyAspect : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect {{ public void Visit(IConstruct node) {{ {visit} }} }}";

    [Theory]
    [InlineData("if (node is Role r) r.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"nobody-knows-it\"));", "unknown")]
    [InlineData("if (node is CfnRole r) r.ManagedPolicyArns = new[] { \"arn:aws:iam::aws:policy/nobody-knows-it\" };", "unknown")]
    [InlineData("if (node is Role r) r.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } }));", "Allow a:B on *")]
    [InlineData("if (node is CfnRole r) r.PermissionsBoundary = \"arn:aws:iam::1:policy/b\";", "")]
    public void OfTheProgramIsRun(string visit, string expected) =>
        Assert.Equal(expected, CdkRun.Stack(Role + "Aspects.Of(this).Add(new MyAspect());", Aspect(visit)).Describe("Role"));

    [Fact]
    public void UnseenMayChangeTheRolesBelow()
    {
        var run = CdkRun.Stack(Role + "Aspects.Of(role).Add(aspect); new Role(this, \"Other\", new RoleProps { AssumedBy = new AnyPrincipal() });", parameters: "IAspect aspect");
        Assert.Equal("unknown", run.Describe("Role"));
        Assert.Equal("", run.Describe("Other"));
    }

    [Fact]
    public void ReachesFromTheApp() => Assert.Equal(
        "unknown",
        CdkRun.Stack(Role + "Aspects.Of(scope).Add(aspect);", parameters: "IAspect aspect").Describe("Role"));

    [Fact]
    public void CdksOwnTouchNoPolicy() => Assert.Equal("", CdkRun.Stack(Role + "Aspects.Of(this).Add(new Tag(\"k\", \"v\"));").Describe("Role"));
}
