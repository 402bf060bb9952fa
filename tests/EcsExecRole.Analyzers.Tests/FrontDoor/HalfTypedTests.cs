using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Tests.FrontDoor;

/// <summary>What does not compile may be anything: what it names is unknown, and the code around it is judged as before.</summary>
public class HalfTypedTests
{
    private const string Granted = "role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonECSTaskExecutionRolePolicy\"));";

    private const string Trusted = "AssumedBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\")";

    private const string NamedRole = $"new Role(this, \"ExecutionRole\", new RoleProps {{ RoleName = \"execution\", {Trusted} }})";

    private const string Finally = "public sealed class Finally(Action action) : IDisposable { public void Dispose() => action(); }";

    /// <summary>Programs in which a grant, a role or a trust policy is under the cursor.</summary>
    public static TheoryData<string, string> Silent => new()
    {
        { "a grant's arguments", Body(grant: "role.AddToPolicy(") },
        { "a grant's name", Body(grant: "role.AddMan") },
        { "a member of a role", Body(grant: "role.") },
        { "a grant to a role that is an argument of nothing", Body(grant: "Grnt(role);") },
        { "a method of this class that is not there", Body(grant: "GrantAll();") },
        { "a local function that is not there, by its receiver", Body(grant: "this.GrantAll();") },
        { "a helper's class that is not there", Body(grant: "Grants.To(role);") },
        { "a condition around the grant", Body(grant: "if ( " + Granted) },
        { "a lambda around the grant", Body(grant: "Action grant = () => { " + Granted + "; grant();") },
        { "text without an end", Body(grant: "var text = \"x; " + Granted) },
        { "a comment without an end", Body(grant: "/* " + Granted) },
        { "a raw text without an end", Body(grant: "var text = \"\"\" " + Granted) },
        { "a directive without an end", Body(grant: "\n#if X\n" + Granted) },
        { "one brace too many", Body(grant: "} " + Granted) },
        { "one brace too few", Body(grant: "{ " + Granted) },
        { "a stray parenthesis that ends the method", Body(grant: "Add(new PolicyStatement(new PolicyStatementProps { Effect = )Effect.ALLOW }));") },
        { "the role's trust", Body(role: "new Role(this, \"ExecutionRole\", new RoleProps { = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") })", grant: Granted) },
        { "the role's properties", Body(role: "new Role(this, \"ExecutionRole\", new RoleProps { AssumeBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") })", grant: Granted) },
        { "the role's policies", Body(role: $"new Role(this, \"ExecutionRole\", new RoleProps {{ {Trusted}, ManagedPolicies }})") },
        { "the role's creation", Body(role: $"new Rol(this, \"ExecutionRole\", new RoleProps {{ {Trusted} }})") },
        { "the role's variable", Body(role: $"= new Role(this, \"ExecutionRole\", new RoleProps {{ {Trusted} }})") },
        { "the role of the task", Body(task: "{ ExecutionRole role }") },
        { "the role of the task, by a name that is not there", Body(task: "{ ExecutionRol = role }") },
        { "the role of the task, not yet given", Body(task: "{ ExecutionRole = }") },
        { "a keyword after the last argument", Body(task: "{ ExecutionRole = role }", after: "Repository.FromRepositoryName(this, \"Same\", \"api\").GrantPull(role public;") },
        { "a role whose type may be null", "#nullable enable\n" + Body(role: "new Role(this, \"ExecutionRole\", new RoleProps { AssumedBy = new ServicePrincipal(\"x\" \"y\") })").Replace("Role role =", "var role =") },
        { "the name of an override", Body(grant: "Grant(role);", members: "protected virtual void Grant(Role role) { }").Replace("public class", "public abstract class") + "public class Derived : ServiceStack { public Derived(Construct s, string id) : base(s, id) { } protected override void (Role role) { " + Granted + " } }" },
        { "the call of a helper that reaches the role by a field", Body(grant: "kept = role; Allow);", members: "private Role kept; private void Allow() => " + Granted.Replace("role.", "kept.", StringComparison.Ordinal)) },
        { "an argument of a policy's own method", Body(grant: "role.AddManagedPolicy(new TeamPolicy(this));") + "public class TeamPolicy : ManagedPolicy { public TeamPolicy(Construct scope) : base(scope, \"Team\") { AddStatements(PolicyStatement(new PolicyStatementProps { Actions = new[] { \"ecr:*\" }, Resources = new[] { \"*\" } })); } }" },
        { "an out parameter that has another name now", Body(role: "null", grant: "Make(out role, out var count);", members: "private void Make(out Role ro out int count) { role = new Role(this, \"Made\", new RoleProps { " + Trusted + " }); " + Granted + " count = 1; }") },
        { "a role given by ref", Body(role: "null", grant: "Make(out role);") },
        { "the comma of a tuple that two roles change places by", Body(grant: "var other = new Role(this, \"Other\", new RoleProps { " + Trusted + " }); " + Granted.Replace("role.", "other.", StringComparison.Ordinal) + " (other, role) = (role role, other);") },
        { "the parenthesis of a local function's call", Body(grant: "Allow\"ecr:*\"); void Allow(string action) => role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { action }, Resources = new[] { \"*\" } }));") },
        { "a class where a construct is meant", Body(grant: "Grant(Repository.Node, role);") },
        { "the name of a helper's parameter", Body(grant: "Grant(role);", members: "private static void Grant(Role ) => " + Granted) },
        { "a helper's parameter, by another name", Body(grant: "Grant(role);", members: "private static void Grant(Role rol) => role.AssumeRolePolicy!.AddStatements(new PolicyStatement());") },
        { "the return of a helper", Body(role: "Make()", members: $"private Role Make() {{ var role = new Role(this, \"Made\", new RoleProps {{ {Trusted} }}); {Granted} role; }}") },
        { "a variable that is not declared", Body(grant: "same = role; " + Granted.Replace("role.", "same.", StringComparison.Ordinal)) },
        { "the value of the property before the role of the task", Body(task: "{ Family = ExecutionRole = role }") },
        { "dots behind a property", Body(role: $"new Role(this, \"ExecutionRole\", new RoleProps {{ {Trusted}, ManagedPolicies.. = [ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonECSTaskExecutionRolePolicy\")] }})") },
        { "a helper that is only named", Body(grant: "kept = role; this.Allow;", members: "private Role kept; private void Allow() => " + Granted.Replace("role.", "kept.", StringComparison.Ordinal)) },
        { "what a role does at the end of its scope, without the method's type", Body(grant: "using (new Finally(() => " + Granted.TrimEnd(';') + ")) { }") + Finally.Replace("void ", "", StringComparison.Ordinal) },
        { "the same, with its type twice", Body(grant: "using (new Finally(() => " + Granted.TrimEnd(';') + ")) { }") + Finally.Replace("void", "void void", StringComparison.Ordinal) },
        { "the same, without its interface", Body(grant: "using (new Finally(() => " + Granted.TrimEnd(';') + ")) { }") + Finally.Replace("IDisposable", "IDispos", StringComparison.Ordinal) },
        { "what it calls", Body(grant: "using (new Finally(() => " + Granted.TrimEnd(';') + ")) { }") + Finally.Replace("=> action()", "=> ()", StringComparison.Ordinal) },
        { "the name of what it calls, twice", Body(grant: "using (new Finally(() => " + Granted.TrimEnd(';') + ")) { }") + Finally.Replace("=> action", "=> action action", StringComparison.Ordinal) },
        { "the dot in a lambda that nothing takes", Body(grant: "using (new Finally(() => roleAddToPolicy(new PolicyStatement()))) { }") + Finally },
        { "a policy that names the role by a text", Body(role: NamedRole, grant: "_ = new CfnPolicy(this \"Policy\", new CfnPolicyProps { Roles = new[] { \"execution\" }, PolicyDocument = new PolicyDocument() });") },
        { "the class of such a policy", Body(role: NamedRole, grant: "_ = new Cfn(this, \"Policy\", new CfnPolicyProps { Roles = new[] { \"execution\" } });") },
        { "the class of such a policy, left out", Body(role: NamedRole, grant: "_ = new (this, \"Policy\", new CfnPolicyProps { Roles = new[] { \"execution\" } });") },
        { "such a policy before the role", Body(role: "null", grant: "_ = new CfnPolicy(this \"Policy\", new CfnPolicyProps { Roles = new[] { Named }, PolicyDocument = new PolicyDocument() }); role = " + NamedRole + ";", members: "private const string Named = \"execution\";") },
        { "what a reference refers to", Body(grant: "ref var image = ref [0]; image = \"nginx\";") },
        { "the first half of a reference", Body(grant: "var image = ref images[0]; image = \"nginx\";") },
        { "the name of a reference, twice", Body(grant: "ref var image image = ref images[0]; image = \"nginx\";") },
        { "what a reference is given", Body(grant: "ref var image = ref images[0]; image;") },
        { "the sign between the reference and what it is given", Body(grant: "ref var image = ref images[0]; image \"nginx\";") },
        { "the name of a reference that is assigned, twice", Body(grant: "ref var image = ref images[0]; image image = \"nginx\";") },
        { "the properties of a policy that names the role by its name", Body(grant: "_ = new CfnRolePolicy(this, \"Policy\", new { PolicyName = \"policy\", RoleName = role.RoleName });") },
        { "the call of a partial method, twice", Body(grant: "kept = role; Allow Allow();", members: "private Role kept; private void Allow() => " + Granted.Replace("role.", "kept.", StringComparison.Ordinal)) },
        { "what is assigned to a role where it is given away", Body(after: "Repository.FromRepositoryName(this, \"Same\", \"api\").GrantPull(role=;") },
        { "the role that a variable gets in place of another", Body(after: "role = Roles.Main; " + Granted) },
        { "the second half of a tuple that two roles change places by", Body(grant: "var other = new Role(this, \"Other\", new RoleProps { " + Trusted + " });", after: "(other, other.AddToPolicy(new PolicyStatement());") },
        { "half of the name of the role that a grant's options name", Body(grant: "Allow(role);", members: "private static void Allow(Role role) { Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = ro, Actions = new[] { \"ecr:*\" }, ResourceArns = new[] { \"*\" } }).AssertSuccess(); }") },
        { "the name of a delegate that is given a second method", Body(role: "null", grant: "Action<Role> configure = r => { }; += Allow; images = new[] { Private }; role = new Role(this, \"ExecutionRole\", new RoleProps { " + Trusted + " }); configure(role);", members: "private const string Private = \"111111111111.dkr.ecr.eu-west-1.amazonaws.com/api\"; private static void Allow(Role role) { " + Granted + " }") },
        { "half of it", Body(role: "null", grant: "Action<Role> configure = r => { }; confi += Allow; images = new[] { Private }; role = new Role(this, \"ExecutionRole\", new RoleProps { " + Trusted + " }); configure(role);", members: "private const string Private = \"111111111111.dkr.ecr.eu-west-1.amazonaws.com/api\"; private static void Allow(Role role) { " + Granted + " }") },
        { "half of the name of a text that is assigned", Body(role: "null", grant: "var image = images[0]; imag = \"nginx\"; images = new[] { image }; role = new Role(this, \"ExecutionRole\", new RoleProps { " + Trusted + " });") },
        { "the one whose method a list goes to", Body(grant: "new[] { \"AmazonEC2ContainerRegistryReadOnly\" }.Select(ManagedPolicy.FromAwsManagedPolicyName).ToList().ForEach(.AddManagedPolicy);") },
        { "half of its name", Body(grant: "new[] { \"AmazonEC2ContainerRegistryReadOnly\" }.Select(ManagedPolicy.FromAwsManagedPolicyName).ToList().ForEach(ro.AddManagedPolicy);") },
        { "half of the name of the one that a policy is attached to", Body(grant: "new Policy(this, \"Policy\").AttachToRole(ro);") },
        { "the name and properties of a policy", Body(grant: "_ = new CfnManagedPolicy(this);") },
        { "half of the name of a class that keeps a policy's roles", Body(grant: "new Policy(this, \"Policy\", new PolicyProps { Roles = new IRole[] { Rol.Main } });") },
        { "the same for a variable", Body(grant: "IRole same = Rol.Main; Repository.FromRepositoryName(this, \"Same\", \"api\").GrantPull(same);") },
        { "the name of a static field that is assigned, twice", Body(grant: "Settings.Use(); images = new[] { Settings.Pulled };") + "public static class Settings { public static string Pulled = \"111111111111.dkr.ecr.eu-west-1.amazonaws.com/api\"; public static void Use() { Pulled Pulled = \"nginx\"; } }" },
        { "a policy that a role without updates drops", Body(role: "null", grant: "var view = new Role(this, \"ExecutionRole\", new RoleProps { " + Trusted + ", ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName(\"AdministratorAccess\") } }).WithoutPolicyUpdates(); view.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonECSTaskExecutionRolePolicy\",);", task: "{ ExecutionRole = view }") },
        { "an entry of a dictionary", Body(grant: "foreach (var pair in new Dictionary<string, string[]> { [\"ecr:*\" = [\"*\"] }) { role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { pair.Key }, Resources = pair.Value })); }") },
    };

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task IsSilence(string cursor, string source)
    {
        Assert.NotEmpty(cursor);
        var compilation = Analysis.Compile(source);
        Assert.Contains(compilation.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);

        Assert.Empty((await Analysis.Build(compilation)).Where(d => d.Severity == DiagnosticSeverity.Warning));
    }

    /// <summary>Errors that have nothing to do with the role.</summary>
    [Theory]
    [InlineData("var x = ;")]
    [InlineData("new Bucket(this, \"b\", new BucketProps { BucketNam = \"x\" });")]
    [InlineData("Console.WriteLine(\"x\";")]
    [InlineData("int number = \"text\";")]
    [InlineData("new Bucket(this, \"b\", new BucketProps { EncryptionKey = Keys.Main });")]
    [InlineData("var monitor = new Monitor(scope, \"m\");")]
    [InlineData("foreach (var x in ) { }")]
    public async Task TheCodeAroundIsJudgedAsBefore(string other) =>
        Assert.Contains(await Analysis.Build(Body(grant: other)), d => d.Id == Descriptors.ImageId);

    [Fact]
    public async Task AMemberBehindTheCursorIsJudgedAsBefore() =>
        Assert.Contains(await Analysis.Build(Body() + "class Other { public void Half( "), d => d.Id == Descriptors.ImageId);

    private static string Body(string role = $"new Role(this, \"ExecutionRole\", new RoleProps {{ {Trusted} }})", string grant = "", string task = "{ ExecutionRole = role }", string after = "", string members = "") => CdkSource.Usings + $$"""
        public class ServiceStack : Stack
        {
            public ServiceStack(Construct scope, string id)
                : base(scope, id)
            {
                var images = new[] { "111111111111.dkr.ecr.eu-west-1.amazonaws.com/api" };
                Role role = {{role}};
                {{grant}}
                var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps {{task}});
                task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(images[0]) });
                {{after}}
            }

            {{members}}

            private void Add(PolicyStatement statement) { }
        }

        """;
}
