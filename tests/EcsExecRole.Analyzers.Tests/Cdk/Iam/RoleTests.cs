using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Iam;

/// <summary>What a created role is allowed, by each way of saying so.</summary>
public class RoleTests
{
    private const string Role = "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") });";

    private const string Statement = "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } })";

    [Theory]
    [InlineData($"role.AddToPolicy({Statement});", "Allow a:B on *")]
    [InlineData($"role.AddToPrincipalPolicy({Statement});", "Allow a:B on *")]
    [InlineData($"((IRole)role).AddToPrincipalPolicy({Statement});", "Allow a:B on *")]
    [InlineData($"((IGrantable)role).GrantPrincipal.AddToPrincipalPolicy({Statement});", "Allow a:B on *")]
    [InlineData($"IRole r = role; if (props == null) r = role; r.AddToPrincipalPolicy({Statement});", "Allow a:B on *")]
    [InlineData("role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, NotActions = new[] { \"a:B\" }, NotResources = new[] { \"x\" } }));", "Deny not a:B not on x")]
    [InlineData("var s = new PolicyStatement(); role.AddToPolicy(s); s.AddActions(\"a:B\", \"a:C\"); s.AddResources(\"x\"); s.AddAllResources();", "Allow a:B, a:C on x, *")]
    [InlineData("var s = new PolicyStatement(); role.AddToPolicy(s); s.Effect = Effect.DENY; s.AddNotActions(\"a:B\"); s.AddNotResources(\"x\");", "Deny not a:B not on x")]
    [InlineData($"var s = {Statement}.Copy(new PolicyStatementProps {{ Resources = new[] {{ \"y\" }} }}); role.AddToPolicy(s);", "Allow a:B on y")]
    [InlineData($"var s = {Statement}; s.AddCondition(\"StringEquals\", new Dictionary<string, object> {{ [\"aws:K\"] = \"v\" }}); role.AddToPolicy(s);", "Allow a:B on * if StringEquals aws:K v")]
    [InlineData("role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" }, Conditions = new Dictionary<string, object> { [\"Bool\"] = new Dictionary<string, object> { [\"aws:K\"] = true, [\"aws:L\"] = new[] { \"x\", \"y\" } } } }));", "Allow a:B on * if Bool aws:K true if Bool aws:L x, y")]
    [InlineData("role.AddToPolicy(PolicyStatement.FromJson(new Dictionary<string, object> { [\"Effect\"] = \"Deny\", [\"Action\"] = \"a:B\", [\"Resource\"] = new[] { \"x\", \"y\" } }));", "Deny a:B on x, y")]
    [InlineData($"new Policy(this, \"P\", new PolicyProps {{ Roles = new[] {{ role }}, Statements = new[] {{ {Statement} }} }});", "Allow a:B on *")]
    [InlineData($"var p = new Policy(this, \"P\"); p.AddStatements({Statement}); p.AttachToRole(role);", "Allow a:B on *")]
    [InlineData($"var d = new PolicyDocument(); new Policy(this, \"P\", new PolicyProps {{ Roles = new[] {{ role }}, Document = d }}); d.AddStatements({Statement});", "Allow a:B on *")]
    [InlineData($"var p = new Policy(this, \"P\"); role.AttachInlinePolicy(p); p.Document.AddStatements({Statement});", "Allow a:B on *")]
    [InlineData($"var p = new ManagedPolicy(this, \"P\", new ManagedPolicyProps {{ Statements = new[] {{ {Statement} }} }}); role.AddManagedPolicy(p);", "Allow a:B on *")]
    [InlineData($"var p = new ManagedPolicy(this, \"P\", new ManagedPolicyProps {{ Roles = new[] {{ role }} }}); p.AddStatements({Statement});", "Allow a:B on *")]
    [InlineData("role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"CloudWatchLogsReadOnlyAccess\"));", null)]
    [InlineData("Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = role, Actions = new[] { \"a:B\" }, ResourceArns = new[] { \"x\" } });", "Allow a:B on x")]
    [InlineData("Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = role, Actions = new[] { \"a:B\" }, ResourceArns = new[] { \"x\" } }).PrincipalStatement.AddActions(\"a:C\");", "Allow a:B, a:C on x")]
    [InlineData("Grant.Drop(role, \"\");", "")]
    [InlineData("Grant.AddToPrincipalOrResource(new GrantWithResourceOptions { Grantee = role, Actions = new[] { \"a:B\" }, ResourceArns = new[] { \"x\" } });", "Allow a:B on x")]
    [InlineData("Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = new PrincipalWithConditions(role, new Dictionary<string, object>()), Actions = new[] { \"a:B\" }, ResourceArns = new[] { \"x\" } });", "Allow a:B on x")]
    [InlineData("Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = new ServicePrincipal(\"x.amazonaws.com\"), Actions = new[] { \"a:B\" }, ResourceArns = new[] { \"x\" } });", "")]
    [InlineData("var list = new List<string> { \"a:B\" }; list.Add(\"a:C\"); role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = list.ToArray(), Resources = new[] { \"*\" } }));", "Allow a:B, a:C on *")]
    [InlineData("role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Effect = props == null ? Effect.ALLOW : Effect.DENY, Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } }));", "Allow a:B on *")]
    [InlineData("var other = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"O\", \"arn:aws:iam::111122223333:role/o\"); other.GrantPassRole(role);", "Allow iam:PassRole on arn:aws:iam::111122223333:role/o")]
    [InlineData("new CfnPolicy(this, \"P\", new CfnPolicyProps { PolicyName = \"p\", Roles = new[] { role.RoleName }, PolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } }) } }) });", "Allow a:B on *")]
    [InlineData("new CfnRolePolicy(this, \"P\", new CfnRolePolicyProps { PolicyName = \"p\", RoleName = role.RoleName, PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new object[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = new[] { \"a:B\" }, [\"Resource\"] = \"*\" } } } });", "Allow a:B on *")]
    [InlineData("new CfnPolicy(this, \"P\", new CfnPolicyProps { PolicyName = \"p\", Roles = new[] { \"another\" }, PolicyDocument = new PolicyDocument() });", "")]
    [InlineData("var l1 = (CfnRole)role.Node.DefaultChild; l1.ManagedPolicyArns = new[] { \"arn:aws:iam::aws:policy/ReadOnlyNobodyKnows\" };", "unknown")]
    [InlineData($"new InstanceProfile(this, \"I\", new InstanceProfileProps {{ Role = role }}); Amazon.CDK.Tags.Of(role).Add(\"k\", \"v\"); new CfnOutput(this, \"O\", new CfnOutputProps {{ Value = role.RoleArn }}); role.ApplyRemovalPolicy(RemovalPolicy.DESTROY); role.Node.AddDependency(role);", "")]
    public void Holds(string code, string? expected)
    {
        var description = CdkRun.Stack(Role + code).Describe("Role");
        if (expected is null)
        {
            Assert.StartsWith("CloudWatchLogsReadOnlyAccess: Allow", description);
        }
        else
        {
            Assert.Equal(expected, description);
        }
    }

    [Theory]
    [InlineData("ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonECSTaskExecutionRolePolicy\") }", "AmazonECSTaskExecutionRolePolicy: Allow ecr:GetAuthorizationToken")]
    [InlineData("ManagedPolicies = new[] { ManagedPolicy.FromManagedPolicyArn(this, \"M\", \"arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy\") }", "AmazonECSTaskExecutionRolePolicy: Allow ecr:GetAuthorizationToken")]
    [InlineData("ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName(\"AmazonECSTaskExecutionRolePolicy\") }", "unknown")]
    [InlineData("ManagedPolicies = new[] { ManagedPolicy.FromManagedPolicyName(this, \"M\", \"mine\") }", "unknown")]
    [InlineData("InlinePolicies = new Dictionary<string, PolicyDocument> { [\"x\"] = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } }) } }) }", "Allow a:B on *")]
    public void TakesPoliciesFromItsProps(string property, string expected) =>
        Assert.StartsWith(expected, CdkRun.Stack($"new Role(this, \"Role\", new RoleProps {{ AssumedBy = new AnyPrincipal(), {property} }});").Describe("Role"));

    [Fact]
    public void TwoPathsAreTwoStatements() => Assert.Equal(
        "Allow a:B, a:C on * when prod\nAllow a:B on * when not prod",
        CdkRun.Stack(Role + "var s = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } }); if (prod) s.AddActions(\"a:C\"); role.AddToPolicy(s);", parameters: "bool prod").Describe("Role"));

    [Fact]
    public void AGrantUnderAFlagIsUnderThatFlag() => Assert.Equal(
        "Allow a:B on * when prod",
        CdkRun.Stack(Role + $"if (prod) role.AddToPolicy({Statement});", parameters: "bool prod").Describe("Role"));

    [Fact]
    public void AnUnseenHelperMayGrantAnything() => Assert.Equal(
        "unknown when helper",
        CdkRun.Stack(Role + "if (helper) Elsewhere(role);", "[System.Runtime.InteropServices.DllImport(\"x\")] static extern void Elsewhere(object role);", parameters: "bool helper").Describe("Role"));
}
