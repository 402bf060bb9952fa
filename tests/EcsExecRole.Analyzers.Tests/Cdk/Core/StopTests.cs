using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Core;

/// <summary>Where the analyzer stops, as the page on how it works lists it: the affected facts are unknown, the others are not. A test's name begins with the page's words.</summary>
public class StopTests
{
    private const string Roles = """
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("a.amazonaws.com") });
        var other = new Role(this, "Other", new RoleProps { AssumedBy = new ServicePrincipal("a.amazonaws.com") });
        """;

    private const string Unseen = "[System.Runtime.InteropServices.DllImport(\"x\")] static extern void Unseen(object anything);";

    private static void RoleIsLost(string code, string parameters = "", string members = "")
    {
        var run = CdkRun.Stack(Roles + code, members, parameters: parameters);
        Assert.Equal("unknown", run.Describe("Role"));
        Assert.Equal("", run.Describe("Other"));
    }

    [Fact]
    public void Helpers_of_other_assemblies__that_get_a_role() => RoleIsLost("Unseen(role);", members: Unseen);

    [Fact]
    public void Helpers_of_other_assemblies__that_get_a_lambda() => RoleIsLost("System.Action grant = () => role.AddToPolicy(new PolicyStatement()); Unseen(grant);", members: Unseen);

    [Fact]
    public void Helpers_of_other_assemblies__that_get_a_sequence() => RoleIsLost("Unseen(new[] { role }.Select(r => r.RoleArn));", members: Unseen);

    [Fact]
    public void CDK_members_that_are_not_modelled__which_grant_only_of_their_own_service() =>
        Assert.Equal("unknown sqs/kms", CdkRun.Stack(Roles + "new Amazon.CDK.AWS.SQS.Queue(this, \"Q\").GrantSendMessages(role);").Describe("Role"));

    [Fact]
    public void Aspects_and_property_injectors__whose_source_is_elsewhere() => RoleIsLost("Aspects.Of(role).Add(aspect);", parameters: "IAspect aspect");

    [Fact]
    public void Included_templates__say_nothing_of_the_programs_own_roles() => Assert.Equal(
        "",
        CdkRun.Stack(Roles + "new Amazon.CDK.CloudFormation.Include.CfnInclude(this, \"I\", new Amazon.CDK.CloudFormation.Include.CfnIncludeProps { TemplateFile = \"t.json\" });").Describe("Role"));

    [Fact]
    public void Included_templates__say_not_what_their_resources_are() => Assert.Equal(
        "unknown",
        CdkRun.Stack("var include = new Amazon.CDK.CloudFormation.Include.CfnInclude(this, \"I\", new Amazon.CDK.CloudFormation.Include.CfnIncludeProps { TemplateFile = \"t.json\" }); var role = Role.FromRoleArn(this, \"Role\", ((CfnRole)include.GetResource(\"R\")).AttrArn);").Describe("Role"));

    [Fact]
    public void The_constructs_that_Node_finds__handed_on() => Assert.StartsWith("unknown", CdkRun.Stack(Roles + "foreach (var child in this.Node.FindAll()) Unseen(child);", Unseen).Describe("Role"), StringComparison.Ordinal);
}
