using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Core;

/// <summary>What cannot be seen makes exactly the affected facts unknown.</summary>
public class EscapeTests
{
    private const string Role = "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"a.amazonaws.com\") });";

    private const string Statement = "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } })";

    private const string Unseen = "[System.Runtime.InteropServices.DllImport(\"x\")] static extern void Unseen(object anything);";

    [Theory]
    [InlineData("Unseen(role);", "unknown")]
    [InlineData("Unseen(role.RoleArn);", "")]
    [InlineData("Unseen(new[] { role });", "unknown")]
    [InlineData("Unseen(new Dictionary<string, object> { [\"r\"] = role });", "unknown")]
    [InlineData("Unseen(\"role\"); Unseen(this.Region);", "")]
    [InlineData("var d = new PolicyDocument(); new Policy(this, \"P\", new PolicyProps { Document = d, Roles = new[] { role } }); Unseen(d);", "unknown")]
    [InlineData($"var s = {Statement}; role.AddToPolicy(s); Unseen(s);", "? a:B, … on *, … if …")]
    [InlineData("foreach (var c in this.Node.FindAll()) if (c is Role r) r.AddToPolicy(" + Statement + ");", "Allow a:B on *")]
    [InlineData("foreach (var c in this.Node.Children) if (c is CfnRole r) r.ManagedPolicyArns = new[] { \"x\" };", "")]
    [InlineData("new Amazon.CDK.AWS.SQS.Queue(this, \"Q\").GrantSendMessages(role);", "unknown sqs/kms")]
    [InlineData("new Amazon.CDK.AWS.SQS.Queue(this, \"Q\");", "")]
    [InlineData("new Holder(role).Policy();", "Allow a:B on *")]
    [InlineData("Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = new Grantee(role), Actions = new[] { \"a:B\" }, ResourceArns = new[] { \"*\" } });", "Allow a:B on *")]
    public void Role_(string code, string expected) => Assert.Equal(
        expected,
        CdkRun.Stack(
            Role + code,
            Unseen + $$"""
            ---
            public class Holder { readonly IRole r; public Holder(IRole r) { this.r = r; } public void Policy() => r.AddToPrincipalPolicy({{Statement}}); }
            public class Grantee : Amazon.JSII.Runtime.Deputy.DeputyBase, IGrantable { readonly IRole r; public Grantee(IRole r) { this.r = r; } public IPrincipal GrantPrincipal => r; }
            """).Describe("Role"));

    [Fact]
    public void AnInjectorMayChangeWhatIsBelow() => Assert.Equal(
        "unknown",
        CdkRun.Program(
            """
            using Amazon.CDK; using Amazon.CDK.AWS.IAM;
            public static class P
            {
                public static void Main(IPropertyInjector injector)
                {
                    var stack = new Stack(new App(new AppProps { PropertyInjectors = new[] { injector } }), "S");
                    new Role(stack, "Role", new RoleProps { AssumedBy = new AnyPrincipal() });
                }
            }
            """,
            "P",
            "Main",
            "2.277.0").Describe("Role"));

    [Theory]
    [InlineData("if (props.Env == null) {0}", "Allow a:B on *")]
    [InlineData("if (props.Env?.Account is null) {0}", "Allow a:B on *")]
    [InlineData("if (props.StackName != null) {0}", "")]
    [InlineData("if (props.Description == \"x\") {0}", "Allow a:B on *")]
    public void WhatPropsWereNotGivenIsNull(string code, string expected) => Assert.Equal(
        expected,
        CdkRun.Stack(Role + code.Replace("{0}", $"role.AddToPolicy({Statement});"), props: "new StackProps { Description = \"x\" }").Describe("Role"));
}
