using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Tests.FrontDoor;

/// <summary>What code that does not compile leaves open of the rest of the program: who calls a helper, what is attached to the tree, whether a path is there at all.</summary>
public class HalfTypedProgramTests
{
    private const string Image = "Image = ContainerImage.FromRegistry(\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/api\")";

    private const string Policy = "AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonECSTaskExecutionRolePolicy\"));";

    private const string Helper = "private FargateTaskDefinition AddTask(string id) { var task = new FargateTaskDefinition(this, id); task.AddContainer(\"app\", new ContainerDefinitionOptions { " + Image + " }); return task; }";

    private const string PublicHelper = "public static class Tasks { public static FargateTaskDefinition AddTask(Construct scope, string id) { var task = new FargateTaskDefinition(scope, id); task.AddContainer(\"app\", new ContainerDefinitionOptions { " + Image + " }); return task; } } ";

    private const string Files = "Image = ContainerImage.FromRegistry(\"nginx\"), EnvironmentFiles = new EnvironmentFile[] { EnvironmentFile.FromBucket(new Bucket(this, \"Config\"), \"app.env\") }";

    private const string Aspect = "public class Granting : DeputyBase, IAspect { public void Visit(IConstruct node) { if (node is TaskDefinition task) { task.ObtainExecutionRole()." + Policy + " } } } ";

    private const string Tagging = "public class Tagging : DeputyBase, IAspect { public void Visit(IConstruct node) { Tags.Of(node).Add(\"team\", \"shop\"); } } ";

    private const string Build = "public static class Program { public static void Build(App app) { ";

    public static TheoryData<string, string> Silent => new()
    {
        { "the name of the helper that the constructor calls", Stack("var task = (\"Task\"); task.ObtainExecutionRole()." + Policy, Helper) },
        { "half of its name", Stack("var task = AddTa(\"Task\"); task.ObtainExecutionRole()." + Policy, Helper) },
        { "its name, twice", Stack("var task = AddTask AddTask(\"Task\"); task.ObtainExecutionRole()." + Policy, Helper) },
        { "the program's last class", Stack("AddTask(\"Task\");", Helper) + Aspect + "public static class Program" },
        { "the statement that makes the stack", Stack("AddTask(\"Task\");", Helper) + Aspect + Build + "new " },
        { "the statement that attaches an aspect", Stack("AddTask(\"Task\");", Helper) + Aspect + Build + "new ServiceStack(app, \"Service\"); Aspects." },
        { "its argument", Stack("AddTask(\"Task\");", Helper) + Aspect + Build + "new ServiceStack(app, \"Service\"); Aspects.Of(app).Add(new Grant()); } }" },
        { "its parenthesis", Stack("AddTask(\"Task\");", Helper) + Aspect + Build + "new ServiceStack(app, \"Service\"); Aspects.Ofapp).Add(new Granting()); } }" },
        { "the name of the stack that an aspect is attached to", Stack("AddTask(\"Task\");", Helper) + Aspect + Build + "new Servic(app, \"Service\"); Aspects.Of(app).Add(new Granting()); } }" },
        { "what an aspect visits", Stack("AddTask(\"Task\");", Helper) + Aspect.Replace("IConstruct node", "[IConstruct node", StringComparison.Ordinal) + Build + "new ServiceStack(app, \"Service\"); Aspects.Of(app).Add(new Granting()); } }" },
        { "the method of an aspect", Stack("AddTask(\"Task\");", Helper) + "public class Granting : DeputyBase, IAspect { public " },
        { "the body of an aspect's method", Stack("AddTask(\"Task\");", Helper) + "public class Granting : DeputyBase, IAspect { public void Visit(IConstruct node) { " },
        { "half of the name of what an aspect visits", Stack("AddTask(\"Task\");", Helper) + Aspect.Replace("node is", "no is", StringComparison.Ordinal) + Build + "new ServiceStack(app, \"Service\"); Aspects.Of(app).Add(new Granting()); } }" },
        { "what a stack hands to its base class", Stack("AddTask(\"Task\");", Helper).Replace(": base(", ": (", StringComparison.Ordinal) + Aspect + Build + "new ServiceStack(app, \"Service\"); Aspects.Of(app).Add(new Granting()); } }" },
        { "the type of the method that attaches an aspect", Stack("AddTask(\"Task\");", Helper) + Aspect + Build.Replace("void ", "", StringComparison.Ordinal) + "new ServiceStack(app, \"Service\"); Aspects.Of(app).Add(new Granting()); } }" },
        { "the name of what an aspect found", Stack("AddTask(\"Task\");", Helper) + Aspect.Replace("TaskDefinition task", "TaskDefinition node", StringComparison.Ordinal) + Build + "new ServiceStack(app, \"Service\"); Aspects.Of(app).Add(new Granting()); } }" },
        { "the name of a class, twice", Stack("AddTask(\"Task\"); foreach (var found in Node.FindAll().OfType<TaskDefinition>()) { found.ObtainExecutionRole()." + Policy + " }", Helper).Replace("class ServiceStack", "class ServiceStack ServiceStack", StringComparison.Ordinal) },
        { "a loop over the tree", Stack("AddTask(\"Task\"); foreach (var found in Node Node.FindAll()) { if (found is TaskDefinition other) { other.ObtainExecutionRole()." + Policy + " } }", Helper) },
        { "a dot on the way through the tree", Stack("AddTask(\"Task\"); foreach (var found in NodeFindAll().OfType<TaskDefinition>()) { found.ObtainExecutionRole()." + Policy + " }", Helper) },
        { "the scope of what is looked for in the tree", Stack("var group = new Construct(this, \"Group\") var task = new FargateTaskDefinition(group, \"Task\"); task.AddContainer(\"app\", new ContainerDefinitionOptions { " + Image + " }); foreach (var found in Node.FindAll().OfType<TaskDefinition>()) { found.ObtainExecutionRole()." + Policy + " }") },
        { "what a walk through the tree looks for", Stack("AddTask(\"Task\"); foreach (var found in Node.FindAll().OfType<>()) { found.ObtainExecutionRole()." + Policy + " }", Helper) },
        { "the name of the constructor, twice", Stack("AddTask(\"Task\"); foreach (var found in Node.FindAll().OfType<TaskDefinition>()) { found.ObtainExecutionRole()." + Policy + " }", Helper).Replace("public ServiceStack(", "public ServiceStack ServiceStack(", StringComparison.Ordinal).Replace(": base(scope, id)", "", StringComparison.Ordinal) },
        { "a grant without its arguments", Stack("var group = new LogGroup(this, \"Group\"); var task = AddTask(\"Task\"); group.GrantRead;", Helper) },
        { "half of a grant", Stack("var group = new LogGroup(this, \"Group\"); var task = AddTask(\"Task\"); group?.Grant;", Helper) },
        { "the platform of a task", Stack("var task = new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps { RuntimePlatform = new RuntimePlatform { OperatingSystemFamily = } }); task.ObtainExecutionRole(); task.AddContainer(\"app\", new ContainerDefinitionOptions { " + Files + " });") },
        { "the comma before the platform of a task", Stack("var task = new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps { Cpu = 1024 RuntimePlatform = new RuntimePlatform { OperatingSystemFamily = OperatingSystemFamily.WINDOWS_SERVER_2022_CORE } }); task.ObtainExecutionRole(); task.AddContainer(\"app\", new ContainerDefinitionOptions { " + Files + " });") },
        { "the platform of a task, by a name that is not there", Stack("_ = new CfnTaskDefinition(this, \"Task\", new CfnTaskDefinitionProps { RuntimePlatform = new CfnTaskDefinition.RuntimePlatformProperty { OperatingSystem = \"WINDOWS_SERVER_2022_CORE\" }, ExecutionRoleArn = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") }).RoleArn, ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = \"app\", Image = \"nginx\", EnvironmentFiles = new object[] { new CfnTaskDefinition.EnvironmentFileProperty { Type = \"s3\", Value = \"arn:aws:s3:::settings/app.env\" } } } } });") },
        { "the call of a public helper", Stack("var task = Tasks.AddTask(this \"Task\"); task.ObtainExecutionRole()." + Policy) + PublicHelper },
        { "its argument, by a name that is not there", Stack("var task = Tasks.AddTask(self, \"Task\"); task.ObtainExecutionRole()." + Policy) + PublicHelper },
        { "the second half of a role that is made when it is first asked for", Stack("var task = new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps { ExecutionRole = Execution() }); task.AddContainer(\"app\", new ContainerDefinitionOptions { " + Image + " });", "private Role execution; private Role Execution() => execution") },
        { "the scope of what is asked of a tree", Stack("Role.CustomizeRoles(, new CustomizeRolesOptions { UsePrecreatedRoles = new Dictionary<string, string> { [\"ServiceStack/Task/ExecutionRole\"] = \"execution\" } }); var task = AddTask(\"Task\"); task.ObtainExecutionRole();", Helper) },
        { "the options of what is asked of a tree", Stack("Role.CustomizeRoles(this, new CustomizeRole { UsePrecreatedRoles = new Dictionary<string, string> { [\"ServiceStack/Task/ExecutionRole\"] = \"execution\" } }); var task = AddTask(\"Task\"); task.ObtainExecutionRole();", Helper) },
        { "how a handler is taken from an event", Stack("var maker = new Maker(); Action<Construct> handler = s => AddTask(\"Task\"); maker.Made += handler; maker.Made handler; maker.Make(this);", Helper) + "public class Maker { public event Action<Construct> Made; public void Make(Construct scope) => Made?.Invoke(scope); }" },
        { "the equals sign of a field", Stack("foreach (var name in Names.All) { if (name == \"none\") { return; } } AddTask(\"Task\");", Helper) + "public static class Names { public static readonly string[] All { \"none\" }; }" },
        { "the end of what a `using` holds", Stack("using (Scope.Enter()) { } if (!Scope.IsLeft) { AddTask(\"Task\"); }", Helper) + "public sealed class Scope : IDisposable { public static bool IsLeft; public static Scope Enter() { return new Scope() } public void Dispose() => IsLeft = true; }" },
        { "the value of a flag", Stack("var parts = Parts.Task | Parts.Log; parts &= ~Parts.Task; if (parts.HasFlag(Parts.Task)) { AddTask(\"Task\"); }", Helper) + "[Flags] public enum Parts { None = 0, Task = = 1, Log = 2 }" },
        { "the task that obtains its role for a container", Stack("var task = new FargateTaskDefinition(this, \"Task\"); [.AddContainer(\"app\", new ContainerDefinitionOptions { " + Image + " }); task.ExecutionRole?." + Policy) },
        { "what a loop goes through", Stack("var isPrivate = true; foreach (var part in new[] { false }.Length) { isPrivate = part; } if (isPrivate) { AddTask(\"Task\"); }", Helper) },
        { "half of the name of a flag's enum", Stack("var parts = Parts.Task | Parts.Log; parts &= ~Part.Task; if (parts.HasFlag(Parts.Task)) { AddTask(\"Task\"); }", Helper) + "[Flags] public enum Parts { None = 0, Task = 1, Log = 2 }" },
        { "a number that is taken away as a text", Stack("var count = 1; count -= \"1\"; if (count == 1) { AddTask(\"Task\"); }", Helper) },
        { "a number in a variable that can't be counted up", Stack("var count = \"1\"; count++; if (count == \"1\") { AddTask(\"Task\"); }", Helper) },
        { "the name of a property that is assigned, twice", Stack("var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") }); role." + Policy + " Execution Execution = role; AddOther();", "public IRole Execution { get; } private void AddOther() { var task = new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps { ExecutionRole = Execution }); task.AddContainer(\"app\", new ContainerDefinitionOptions { " + Image + " }); }") },
        { "the sign between a field and what it is given", Stack("var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") }); role." + Policy + " execution role; var task = new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps { ExecutionRole = execution }); task.AddContainer(\"app\", new ContainerDefinitionOptions { " + Image + " });", "private IRole execution;") },
        { "the value of a constant", Stack("if (Parts.Count < 1) { AddTask(\"Task\"); }", Helper) + "public static class Parts { public const int Count = ; }" },
        { "the name of a record's parameter", Stack("foreach (var part in new[] { new Part(\"a\", 1), new Part(\"a\", 2) }.Distinct()) { if (part.Number == 2) { AddTask(\"Task\"); } }", Helper) + "public record Part(string Name, int );" },
        { "what a lambda returns", Stack("Func<string, FargateTaskDefinition> make = id => { var made = AddTask(id); return ; }; make(\"Task\").ObtainExecutionRole()." + Policy, Helper) },
        { "the body of a constructor", Stack("var task = new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps { ExecutionRole = new Platform(this, \"Platform\").Role }); task.AddContainer(\"app\", new ContainerDefinitionOptions { " + Image + " });") + "public class Platform : Construct { public Platform(Construct scope, string id) : base(scope\n Role = null; public Role Role { get; } }" },
        { "the condition of a container", Stack("var task = new FargateTaskDefinition(this, \"Task\"); if (Enabled) { task.AddContainer(\"app\", new ContainerDefinitionOptions { " + Image + " }); }") },
        { "a class whose override adds no container", Stack("foreach (var part in new Part[] { new Sidecar() }) { if (part.IsPrivate) { AddTask(\"Task\"); } }", Helper) + "public abstract class Part { public abstract string Name { ; } public virtual bool IsPrivate => true; } public class Sidecar : Part { public override string Name => \"x\"; public override bool IsPrivate => false; }" },
        { "a property of an L1 container", Stack("_ = new CfnTaskDefinition(this, \"Task\", new CfnTaskDefinitionProps { ExecutionRoleArn = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") }).RoleArn, ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Nam = \"app\", Image = \"nginx\" } } });") },
        { "the properties that a helper changes", Stack("var options = new ContainerDefinitionOptions { " + Image + " }; Equp(options); new FargateTaskDefinition(this, \"Task\").AddContainer(\"app\", options);") },
        { "the task's name in a call that obtains its role", Stack("var task = AddTask(\"Task\"); AddToExecutionRolePolicy(new PolicyStatement()); task.ExecutionRole." + Policy, Helper) },
        { "a permissions boundary that is cleared", Stack("var tight = new ManagedPolicy(this, \"Tight\", new ManagedPolicyProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:*\" }, Resources = new[] { \"*\" } }) } }); var task = AddTask(\"Task\"); task.ObtainExecutionRole()." + Policy + " var role = (Role)task.ObtainExecutionRole(); Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Apply(tight); Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Clear)();", Helper) },
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

    /// <summary>What is broken elsewhere takes nothing away from what is certain all the same.</summary>
    public static TheoryData<string, string> Judged => new()
    {
        { "a statement beside the call of a helper", Stack("var x = ; AddTask(\"Task\");", Helper) },
        { "a statement behind it", Stack("AddTask(\"Task\"); Console.WriteLine(\"x\";", Helper) },
        { "a statement behind a variable that is only named", Stack("var count = 1; count; AddTask(\"Task\");", Helper) },
        { "a public helper that other code does not name", Stack("var task = AddTas(\"Task\");") + PublicHelper },
        { "a calculation that does not fit", Stack("var count = 1 - true; count -= \"1\"; AddTask(\"Task\");", Helper) },
        { "a stack beside one that assigns to a name that is not there", Stack("AddTask(\"Task\");", Helper) + "public class OtherStack : Stack { public OtherStack(Construct scope, string id) : base(scope, id) { imag = \"nginx\"; += id; scope scope = this; } }" },
        { "a stack beside one that grants something to a name that is not there", Stack("AddTask(\"Task\");", Helper) + "public class OtherStack : Stack { public OtherStack(Construct scope, string id) : base(scope, id) { Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = ro }); } }" },
        { "another class", Stack("AddTask(\"Task\");", Helper) + "public class Other { public void Half( " },
        { "a program that makes the stack", Stack("AddTask(\"Task\");", Helper) + Build + "var x = ; new ServiceStack(app, \"Service\"); } }" },
        { "a program with an aspect that grants nothing, and is not attached yet", Stack("AddTask(\"Task\");", Helper) + Tagging + Build + "new ServiceStack(app, \"Service\"); var x = ; } }" },
        { "a class beside an aspect that is attached to another stack", Stack("AddTask(\"Task\");", Helper) + Aspect + Build + "new ServiceStack(app, \"Service\"); Aspects.Of(new Stack(app, \"Other\")).Add(new Granting()); } } public class Other { public void Half( " },
    };

    [Theory]
    [MemberData(nameof(Judged))]
    public async Task IsJudgedAsBefore(string broken, string source)
    {
        Assert.NotEmpty(broken);
        var compilation = Analysis.Compile(source);
        Assert.Contains(compilation.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);

        Assert.Contains(await Analysis.Build(compilation), d => d.Id == Descriptors.NoRoleId);
    }

    private static string Stack(string body, string members = "") => CdkSource.Usings + $$"""
        public class ServiceStack : Stack
        {
            public ServiceStack(Construct scope, string id)
                : base(scope, id)
            {
                {{body}}
            }

            {{members}}
        }

        """;
}
