using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Iam;

/// <summary>Imported roles: when CDK may write to them, and what it drops.</summary>
public class RoleImportTests
{
    private const string Concrete = "new StackProps { Env = new Amazon.CDK.Environment { Account = \"111122223333\", Region = \"eu-west-1\" } }";

    private const string Allow = "role.AddToPrincipalPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } }));";

    private const string Policy = "ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\")";

    private const string Added = "Allow a:B on *\nunknown";

    private const string Dropped = "unknown\ndropped a:B";

    [Theory]
    [InlineData("\"arn:aws:iam::111122223333:role/r\"", Concrete, Added)]
    [InlineData("\"arn:aws:iam::111122223333:role/r\", new FromRoleArnOptions { Mutable = true }", Concrete, Added)]
    [InlineData("\"arn:aws:iam::111122223333:role/r\", new FromRoleArnOptions { Mutable = false }", Concrete, Dropped)]
    [InlineData("\"arn:aws:iam::999988887777:role/r\"", Concrete, Dropped)]
    [InlineData("\"arn:aws:iam::999988887777:role/r\", new FromRoleArnOptions { Mutable = true }", Concrete, Dropped)]
    [InlineData("\"arn:aws:iam::999988887777:role/r\"", "null", Added)]
    [InlineData("$\"arn:aws:iam::{this.Account}:role/r\"", "null", Added)]
    [InlineData("$\"arn:aws:iam::{this.Account}:role/r\"", Concrete, Added)]
    [InlineData("$\"arn:aws:iam::{Aws.ACCOUNT_ID}:role/r\"", Concrete, Added)]
    [InlineData("Fn.ImportValue(\"role\")", Concrete, Added)]
    [InlineData("new CfnParameter(this, \"P\").ValueAsString", Concrete, Added)]
    public void ByArn(string arguments, string props, string expected) =>
        Assert.Equal(expected, CdkRun.Stack($"var role = Role.FromRoleArn(this, \"Role\", {arguments}); {Allow}", props: props).Describe("Role"));

    [Fact]
    public void AnUnknownAccountMayBeImmutable() => Assert.Equal(
        "Allow a:B on * if …\nunknown",
        CdkRun.Stack($"var role = Role.FromRoleArn(this, \"Role\", arn); {Allow}", props: Concrete, parameters: "string arn").Describe("Role"));

    [Fact]
    public void AnUnknownEnvironmentMayBeImmutable() => Assert.Equal(
        "Allow a:B on * if …\nunknown",
        CdkRun.Stack(
            $"var role = Role.FromRoleArn(this, \"Role\", \"arn:aws:iam::999988887777:role/r\"); {Allow}",
            props: "new StackProps { Env = new Amazon.CDK.Environment { Account = System.Environment.GetEnvironmentVariable(\"CDK_DEFAULT_ACCOUNT\") } }").Describe("Role"));

    [Fact]
    public void OneOfTwoAccounts()
    {
        var run = CdkRun.Stack(
            $"var role = Role.FromRoleArn(this, \"Role\", \"arn:aws:iam::111122223333:role/r\"); {Allow}",
            props: "new StackProps { Env = new Amazon.CDK.Environment { Account = prod ? \"111122223333\" : \"999988887777\" } }",
            parameters: "bool prod");
        Assert.Equal(["Imported prod", "Immutable not prod"], run.Graph.Roles.Select(r => r.Kind + " " + r.Birth).OrderDescending());
        Assert.Equal("Allow a:B on * when prod\nunknown\ndropped a:B when not prod", run.Describe("Role"));
    }

    [Theory]
    [InlineData("Role.FromRoleName(this, \"Role\", \"r\")", Added)]
    [InlineData("Role.FromRoleName(this, \"Role\", \"r\", new FromRoleNameOptions { Mutable = false })", Dropped)]
    public void ByName(string import, string expected)
    {
        var run = CdkRun.Stack($"IRole role = {import}; {Allow}", props: Concrete);
        var role = run.Graph.Roles.Last();
        Assert.Equal(expected, run.Describe(role.Name));
        Assert.Equal("arn:${AWS::Partition}:iam::111122223333:role/r", role.Arn!.ToString());
    }

    [Fact]
    public void MutableByAFlag()
    {
        var run = CdkRun.Stack($"var role = Role.FromRoleName(this, \"Role\", \"r\", new FromRoleNameOptions {{ Mutable = ours }}); {Allow}", parameters: "bool ours");
        Assert.Equal(2, run.Graph.Roles.Count());
        Assert.Single(run.Graph.Roles.Single(r => r.Kind == RoleKind.Immutable).Dropped);
        Assert.Equal("ours", run.Graph.Roles.Single(r => r.Kind == RoleKind.Imported).Statements.Single().Guard.ToString());
    }

    [Theory]
    [InlineData("2.160.0", Policy, "dropped policy ReadOnlyAccess")]
    [InlineData("2.277.0", Policy, "dropped policy ReadOnlyAccess")]
    [InlineData("2.160.0", "new ManagedPolicy(this, \"Mine\")", "dropped policy Mine")]
    [InlineData("2.277.0", "new ManagedPolicy(this, \"Mine\")", "")]
    public void AManagedPolicyIsDropped(string cdk, string policy, string expected) => Assert.Equal(
        ("unknown\n" + expected).Trim(),
        CdkRun.Stack($"var role = Role.FromRoleName(this, \"Role\", \"r\"); role.AddManagedPolicy({policy});", cdk: cdk).Describe("Role"));

    [Theory]
    [InlineData("new Policy(this, \"P\", new PolicyProps { Roles = new[] { role }, Statements = new[] { s } });", true)]
    [InlineData("new Policy(this, \"P\", new PolicyProps { Statements = new[] { s } }).AttachToRole(role);", true)]
    [InlineData("new ManagedPolicy(this, \"P\", new ManagedPolicyProps { Statements = new[] { s } }).AttachToRole(role);", true)]
    [InlineData("role.AttachInlinePolicy(new Policy(this, \"P\", new PolicyProps { Statements = new[] { s } }));", false)]
    [InlineData("new CfnPolicy(this, \"P\", new CfnPolicyProps { PolicyName = \"p\", Roles = new[] { \"r\" }, PolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { s } }) });", true)]
    public void AttachingByNameReachesAnImmutableRole(string code, bool reaches) => Assert.Equal(
        reaches ? "Allow a:B on *\nunknown" : "unknown",
        CdkRun.Stack(
            "var s = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } });"
            + "var role = Role.FromRoleName(this, \"Role\", \"r\", new FromRoleNameOptions { Mutable = false });" + code).Describe("Role"));

    [Fact]
    public void ARoleOfAnotherAccountIsNotReachedByName() => Assert.Equal(
        "unknown",
        CdkRun.Stack(
            "var role = Role.FromRoleArn(this, \"Role\", \"arn:aws:iam::999988887777:role/r\");"
            + "new Policy(this, \"P\", new PolicyProps { Roles = new[] { role }, Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } }) } });",
            props: Concrete).Describe("Role"));

    [Fact]
    public void TwoImportsOfOneArnAreOneRole() => Assert.Equal(
        "Allow a:B on *\nunknown",
        CdkRun.Stack($"var role = Role.FromRoleArn(this, \"Writable\", \"arn:aws:iam::111122223333:role/r\"); Role.FromRoleArn(this, \"Role\", \"arn:aws:iam::111122223333:role/r\", new FromRoleArnOptions {{ Mutable = false }}); {Allow}").Describe("Role"));

    [Fact]
    public void AnImportOfARoleThatTheProgramCreatesIsThatRole() => Assert.Equal(
        "Allow a:B on *",
        CdkRun.Stack($"var role = new Role(this, \"Real\", new RoleProps {{ RoleName = \"r\", AssumedBy = new AnyPrincipal() }}); Role.FromRoleName(this, \"Role\", \"r\"); {Allow}").Describe("Role"));

    [Fact]
    public void AnExportedArnIsTheRoleAgain() => Assert.Equal(
        "Allow a:B on *",
        CdkRun.Stack($"var role = new Role(this, \"Real\", new RoleProps {{ AssumedBy = new AnyPrincipal() }}); new CfnOutput(this, \"O\", new CfnOutputProps {{ ExportName = \"x\", Value = role.RoleArn }}); Role.FromRoleArn(this, \"Role\", Fn.ImportValue(\"x\")); {Allow}").Describe("Role"));

    [Fact]
    public void WithoutPolicyUpdatesKeepsWhatTheRoleHas()
    {
        var run = CdkRun.Stack($"var role = new Role(this, \"Real\", new RoleProps {{ AssumedBy = new AnyPrincipal() }}); {Allow} var view = role.WithoutPolicyUpdates(); view.AddToPrincipalPolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ \"a:C\" }}, Resources = new[] {{ \"*\" }} }}));");
        var view = run.Graph.Roles.Single(r => r.Wraps is not null);
        var permissions = Permissions.Of(view, run.Graph);
        Assert.Equal("Allow a:B on *", PolicyText.Of(permissions.Statements.Single()));
        Assert.Single(permissions.Dropped);
        Assert.False(permissions.UnknownFor("a").IsFeasible);
    }

    [Theory]
    [InlineData("new Role(this, \"Role\", new RoleProps { AssumedBy = new AnyPrincipal() })")]
    [InlineData("Role.FromRoleArn(this, \"Role\", \"arn:aws:iam::111122223333:role/r\")")]
    public void CustomizedRolesAreNotWrittenTo(string make) => Assert.Equal(
        Dropped,
        CdkRun.Stack($"Role.CustomizeRoles(this, new CustomizeRolesOptions {{ UsePrecreatedRoles = new Dictionary<string, string>() }}); var role = {make}; {Allow}").Describe("Role"));

    [Fact]
    public void AParameterMayBeAnyRole() => Assert.Equal(
        "Allow a:B on *\nunknown",
        CdkRun.Stack(Allow, parameters: "IRole role").Describe("role"));

    [Theory]
    [InlineData("new RoleLookupOptions { RoleName = \"r\" }", "Allow a:B on * if …\nunknown")]
    [InlineData("new RoleLookupOptions { RoleName = \"r\", Mutable = false }", Dropped)]
    public void ByLookup(string options, string expected) => Assert.Equal(
        expected,
        CdkRun.Stack($"var role = Role.FromLookup(this, \"Role\", {options}); {Allow}", props: Concrete, cdk: "2.277.0").Describe("Role"));

    [Fact]
    public void ALazyRoleIsTheProgramsOwn() => Assert.Equal(
        "Allow a:B on *",
        CdkRun.Stack($"var role = new LazyRole(this, \"Role\", new LazyRoleProps {{ AssumedBy = new AnyPrincipal() }}); {Allow}").Describe("Role"));
}
