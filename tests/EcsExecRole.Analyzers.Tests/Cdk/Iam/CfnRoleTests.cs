using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Iam;

/// <summary>Roles and policies written as L1 resources.</summary>
public class CfnRoleTests
{
    private const string Document = """
        new Dictionary<string, object>
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new[]
            {
                new Dictionary<string, object> { ["Effect"] = "Allow", ["Action"] = "a:B", ["Resource"] = "*", ["Condition"] = new Dictionary<string, object> { ["Bool"] = new Dictionary<string, object> { ["aws:K"] = "true" } } },
            },
        }
        """;

    private const string Trust = """
        new Dictionary<string, object>
        {
            ["Statement"] = new object[]
            {
                new Dictionary<string, object> { ["Effect"] = "Allow", ["Action"] = "sts:AssumeRole", ["Principal"] = new Dictionary<string, object> { ["Service"] = new[] { "ecs-tasks.amazonaws.com" } } },
            },
        }
        """;

    private const string Allowed = "Allow a:B on * if Bool aws:K true";

    [Theory]
    [InlineData($"Policies = new[] {{ new CfnRole.PolicyProperty {{ PolicyName = \"p\", PolicyDocument = {Document} }} }}", Allowed)]
    [InlineData("ManagedPolicyArns = new[] { \"arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy\" }", "AmazonECSTaskExecutionRolePolicy: Allow ecr:GetAuthorizationToken")]
    [InlineData("ManagedPolicyArns = new[] { ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonECSTaskExecutionRolePolicy\").ManagedPolicyArn }", "AmazonECSTaskExecutionRolePolicy: Allow ecr:GetAuthorizationToken")]
    [InlineData($"ManagedPolicyArns = new[] {{ new CfnManagedPolicy(this, \"M\", new CfnManagedPolicyProps {{ PolicyDocument = {Document} }}).Ref }}", Allowed)]
    [InlineData("Description = \"x\"", "")]
    public void TakesItsProps(string property, string expected)
    {
        var run = CdkRun.Stack($"new CfnRole(this, \"Role\", new CfnRoleProps {{ AssumeRolePolicyDocument = {Trust}, {property} }});");
        Assert.StartsWith(expected, run.Describe("Role"));
        Assert.Equal("Allow ecs-tasks.amazonaws.com sts:AssumeRole", run.Trust("Role"));
    }

    [Theory]
    [InlineData($"new CfnPolicy(this, \"P\", new CfnPolicyProps {{ PolicyName = \"p\", Roles = new[] {{ role.Ref }}, PolicyDocument = {Document} }});", Allowed)]
    [InlineData($"new CfnPolicy(this, \"P\", new CfnPolicyProps {{ PolicyName = \"p\", Roles = new[] {{ \"named\" }}, PolicyDocument = {Document} }});", Allowed)]
    [InlineData($"new CfnPolicy(this, \"P\", new CfnPolicyProps {{ PolicyName = \"p\", Roles = new[] {{ other }}, PolicyDocument = {Document} }});", Allowed + " if …")]
    [InlineData($"new CfnRolePolicy(this, \"P\", new CfnRolePolicyProps {{ PolicyName = \"p\", RoleName = role.Ref, PolicyDocument = {Document} }});", Allowed)]
    [InlineData($"new CfnManagedPolicy(this, \"P\", new CfnManagedPolicyProps {{ Roles = new[] {{ role.Ref }}, PolicyDocument = {Document} }});", Allowed)]
    [InlineData($"role.Policies = new object[] {{ new CfnRole.PolicyProperty {{ PolicyName = \"p\", PolicyDocument = {Document} }} }};", Allowed)]
    [InlineData("role.AddPropertyOverride(\"ManagedPolicyArns\", new[] { \"arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy\" });", "AmazonECSTaskExecutionRolePolicy:")]
    [InlineData("role.AddOverride(\"Properties.Policies.0\", new object());", "unknown")]
    [InlineData("role.AddOverride(path, \"x\");", "unknown")]
    [InlineData("role.AddOverride(\"DeletionPolicy\", \"Retain\"); role.AddDeletionOverride(\"Metadata.x\");", "")]
    public void MayBeChangedLater(string code, string expected)
    {
        var description = CdkRun.Stack($"var role = new CfnRole(this, \"Role\", new CfnRoleProps {{ AssumeRolePolicyDocument = {Trust}, RoleName = \"named\" }});" + code, parameters: "string other, string path").Describe("Role");
        Assert.True(expected.EndsWith(':') ? description.StartsWith(expected, StringComparison.Ordinal) : description == expected, description);
    }

    [Fact]
    public void AnOverrideReplacesWhatTheConstructRenders() => Assert.Equal(
        "",
        CdkRun.Stack("var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new AnyPrincipal(), ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\") } }); ((CfnRole)role.Node.DefaultChild).AddPropertyDeletionOverride(\"ManagedPolicyArns\");").Describe("Role"));
}
