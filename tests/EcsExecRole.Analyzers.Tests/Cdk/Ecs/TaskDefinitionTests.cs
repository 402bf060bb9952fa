using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Ecs;

/// <summary>Section 1 of the facts: task definitions and how they come by their roles.</summary>
public class TaskDefinitionTests
{
    private const string Statement = "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } })";
    private const string Role = "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") });";

    [Theory]
    [InlineData("new FargateTaskDefinition(this, \"Task\")", LaunchTypes.Fargate)]
    [InlineData("new Ec2TaskDefinition(this, \"Task\")", LaunchTypes.Ec2)]
    [InlineData("new ExternalTaskDefinition(this, \"Task\")", LaunchTypes.External)]
    [InlineData("new TaskDefinition(this, \"Task\", new TaskDefinitionProps { Compatibility = Compatibility.EC2_AND_FARGATE })", LaunchTypes.Ec2 | LaunchTypes.Fargate)]
    [InlineData("new TaskDefinition(this, \"Task\", new TaskDefinitionProps { Compatibility = Compatibility.EXTERNAL })", LaunchTypes.External)]
    [InlineData("new TaskDefinition(this, \"Task\", new TaskDefinitionProps { Compatibility = any })", LaunchTypes.None)]
    [InlineData("new Own(this)", LaunchTypes.Fargate)]
    public void Run(string creation, object expected)
    {
        var run = EcsRun.Stack($"var td = {creation};", "--- public class Own : FargateTaskDefinition { public Own(Construct scope) : base(scope, \"Task\") { } }", "Compatibility any");
        Assert.Equal(expected, run.Definition.LaunchTypes);
        Assert.Equal("none", run.Role);
        Assert.Equal("", run.Needs);
    }

    [Theory]
    [InlineData("OperatingSystemFamily.WINDOWS_SERVER_2019_CORE", true)]
    [InlineData("OperatingSystemFamily.LINUX", false)]
    [InlineData("OperatingSystemFamily.Of(\"WINDOWS_SERVER_2030_CORE\")", true)]
    [InlineData("null", false)]
    [InlineData("any", null)]
    [InlineData("flag ? OperatingSystemFamily.LINUX : OperatingSystemFamily.WINDOWS_SERVER_2019_CORE", null)]
    public void TellTheirPlatform(string family, bool? expected)
    {
        var run = EcsRun.Stack(
            $"new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps {{ RuntimePlatform = new RuntimePlatform {{ OperatingSystemFamily = {family} }} }});",
            parameters: "OperatingSystemFamily any, bool flag");
        Assert.Equal(expected, run.Definition.IsWindows);
    }

    [Theory]
    [InlineData("td.ObtainExecutionRole();")]
    [InlineData("td.AddToExecutionRolePolicy(" + Statement + ");")]
    [InlineData("td.AddContainer(\"app\", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(\"x\") }).AddToExecutionPolicy(" + Statement + ");")]
    public void MakeARoleOnceItIsObtained(string code)
    {
        var run = EcsRun.Fargate(code + "td.ObtainExecutionRole().AddToPrincipalPolicy(" + Statement + "); td.ExecutionRole.AddToPrincipalPolicy(" + Statement + ");");
        var role = run.Graph.Roles.Single(r => r.Name == "Task/ExecutionRole");
        Assert.True(role.IsAutoCreated);
        Assert.Equal(code.Contains("a:B") ? 3 : 2, role.Statements.Count);
        Assert.Equal("Allow ecs-tasks.amazonaws.com sts:AssumeRole", run.Run.Trust("Task/ExecutionRole"));
        Assert.Empty(run.Graph.GrantsOnNullRole);
        Assert.True(run.Definition.HasNoRoleYet.IsNever);
    }

    [Fact]
    public void MakeItOnlyWhereItIsObtained()
    {
        var run = EcsRun.Fargate("if (flag) { td.AddToExecutionRolePolicy(" + Statement + "); }", "bool flag");
        Assert.Contains("Allow a:B on * when flag", run.Role);
        Assert.Contains("none when not flag", run.Role);
        Assert.Equal("not flag", run.Definition.HasNoRoleYet.ToString());
    }

    [Theory]
    [InlineData("role", "Allow a:B on *")]
    [InlineData("flag ? role : null", "Allow a:B on *|Allow a:B on *")]
    public void UseTheRoleGiven(string given, string expected)
    {
        var run = EcsRun.Stack(
            Role + $"var td = new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps {{ ExecutionRole = {given} }}); td.AddToExecutionRolePolicy({Statement});",
            parameters: "bool flag");
        Assert.Equal(expected.Split('|').Length, run.Definition.ExecutionRole.Alternatives.Count);
        Assert.All(run.Role.Split('\n'), l => Assert.StartsWith("Allow a:B on *", l));
        Assert.Equal(given, run.Definition.ExecutionRoleOperation!.Syntax.ToString());
    }

    [Fact]
    public void GrantToAnUnknownRole()
    {
        var run = EcsRun.Stack($"var td = new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps {{ ExecutionRole = role }}); td.AddToExecutionRolePolicy({Statement});", parameters: "IRole role");
        Assert.Equal("unknown role", run.Role);
        Assert.Equal("Allow a:B on *\nunknown", run.Describe(run.Graph.Roles.Single(r => r.Kind == RoleKind.Unknown)));
    }

    [Theory]
    [InlineData("", "Task/TaskRole")]
    [InlineData("TaskRole = role", "Role")]
    public void HaveATaskRole(string props, string name)
    {
        var run = EcsRun.Stack(Role + $"var td = new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps {{ {props} }}); td.AddToTaskRolePolicy({Statement}); td.TaskRole.AddToPrincipalPolicy({Statement});");
        Assert.Equal(2, run.Graph.Roles.Single(r => r.Name == name).Statements.Count);
    }

    [Theory]
    [InlineData("FargateTaskDefinition.FromFargateTaskDefinitionArn(this, \"T\", \"arn\")")]
    [InlineData("FargateTaskDefinition.FromFargateTaskDefinitionAttributes(this, \"T\", new FargateTaskDefinitionAttributes { TaskDefinitionArn = \"arn\", ExecutionRole = role })")]
    [InlineData("TaskDefinition.FromTaskDefinitionArn(this, \"T\", \"arn\")")]
    public void AreNotThoseThatAreImported(string import)
    {
        var run = EcsRun.Stack(Role + $"ITaskDefinition td = {import}; if (td.ExecutionRole != null) {{ td.ExecutionRole.AddToPrincipalPolicy({Statement}); }}");
        Assert.Empty(run.Graph.TaskDefinitions);
        Assert.Equal(import.Contains("role"), run.Run.Role("Role").Statements.Count == 1);
    }

    [Fact]
    public void TakeContainersOfTheirOwn()
    {
        var run = EcsRun.Fargate("new ContainerDefinition(this, \"app\", new ContainerDefinitionProps { TaskDefinition = td, Image = ContainerImage.FromRegistry(\"x\") });");
        Assert.Equal("app: image x", run.Needs);
    }

    [Fact]
    public void TakeAContainerOnlyWhereItIsTheirs()
    {
        var run = EcsRun.Stack("""
            var a = new FargateTaskDefinition(this, "A");
            var b = new FargateTaskDefinition(this, "B");
            (flag ? a : b).AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "R", "r")) });
            new ContainerDefinition(this, "other", new ContainerDefinitionProps { TaskDefinition = flag ? b : a, Image = ContainerImage.FromRegistry("x") });
            """, parameters: "bool flag");
        var a = run.Graph.TaskDefinitions.Single(t => t.Name == "A");
        Assert.Equal(["flag", "not flag"], a.Containers.Select(c => c.Birth.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal("not flag", a.HasNoRoleYet.ToString());
    }

    [Fact]
    public void OfALibraryAreUnknown()
    {
        var run = EcsRun.Stack("td.AddContainer(\"app\", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(\"x\") }); td.ObtainExecutionRole().AddToPrincipalPolicy(" + Statement + ");", parameters: "FargateTaskDefinition td");
        Assert.Equal("unknown role", run.Role);
        Assert.Equal("app: image x\nmore", run.Needs);
        Assert.Equal("Allow a:B on *\nunknown", run.Describe(run.Graph.Roles.Single()));
    }

    [Fact]
    public void RunExtensionsOfTheProgram()
    {
        var run = EcsRun.Fargate(
            "td.AddExtension(new Sidecar());",
            members: "--- public class Sidecar : Amazon.JSII.Runtime.Deputy.DeputyBase, ITaskDefinitionExtension { public void Extend(TaskDefinition taskDefinition) { taskDefinition.AddContainer(\"side\", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(\"x\") }); } }");
        Assert.Equal("side: image x", run.Needs);
    }

    [Theory]
    [InlineData("td.ObtainExecutionRole(); td.AddExtension(extension);", "unknown", "more")]
    [InlineData("td.AddExtension(extension);", "unknown role", "more")]
    [InlineData("act(td);", "unknown role", "more")]
    [InlineData("act(td); td.ObtainExecutionRole();", "unknown", "more")]
    [InlineData("actOnContainer(td.AddContainer(\"app\", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(\"x\") }));", "unknown role", "app: image x\nmore")]
    public void AreLostOnCodeThatCannotBeSeen(string code, string role, string needs)
    {
        var run = EcsRun.Fargate(code, "ITaskDefinitionExtension extension, TaskAction act, ContainerAction actOnContainer", "--- public delegate void TaskAction(TaskDefinition td); public delegate void ContainerAction(ContainerDefinition c);");
        Assert.Equal(role, run.Role);
        Assert.Equal(needs, run.Needs);
    }
}
