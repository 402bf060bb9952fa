using System.Collections.Immutable;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.Tests.FrontDoor;

/// <summary>Each diagnostic is reported while the member that contains it is analysed, so that editors show what a build shows.</summary>
public class LiveTests
{
    private const string Task = """
        new FargateTaskDefinition(this, "Task")
        """;

    private const string Container = """
        new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/app") }
        """;

    /// <summary>The same missing role, written in members of every kind.</summary>
    public static TheoryData<string, string> Places => new()
    {
        { "constructor", Stack($"public ServiceStack(Construct scope, string id) : base(scope, id) {{ {Task}.AddContainer(\"app\", {Container}); }}") },
        { "method", Stack($"public ServiceStack(Construct scope, string id) : base(scope, id) {{ Add(); }} private void Add() {{ {Task}.AddContainer(\"app\", {Container}); }}") },
        { "expression body", Stack($"public ServiceStack(Construct scope, string id) : base(scope, id) => {Task}.AddContainer(\"app\", {Container});") },
        { "property", Stack($"public ServiceStack(Construct scope, string id) : base(scope, id) => Task.AddContainer(\"app\", {Container}); private FargateTaskDefinition task; private FargateTaskDefinition Task => task ??= {Task};") },
        { "local function", Stack($"public ServiceStack(Construct scope, string id) : base(scope, id) {{ Add(); void Add() => {Task}.AddContainer(\"app\", {Container}); }}") },
        { "lambda", Stack($"public ServiceStack(Construct scope, string id) : base(scope, id) {{ Action add = () => {Task}.AddContainer(\"app\", {Container}); add(); }}") },
        { "static field initializer", Stack($"public ServiceStack(Construct scope, string id) : base(scope, id) => Make(this).AddContainer(\"app\", {Container}); private static readonly Func<Construct, FargateTaskDefinition> Make = s => new FargateTaskDefinition(s, \"Task\");") },
        { "auto-property initializer", Stack($"public ServiceStack(Construct scope, string id) : base(scope, id) => Make(this).AddContainer(\"app\", {Container}); private Func<Construct, FargateTaskDefinition> Make {{ get; }} = s => new FargateTaskDefinition(s, \"Task\");") },
        { "constructor initializer", Stack($"public ServiceStack(Construct scope, string id) : this(scope, id, s => new FargateTaskDefinition(s, \"Task\")) {{ }} public ServiceStack(Construct scope, string id, Func<Construct, FargateTaskDefinition> make) : base(scope, id) {{ make(this).AddContainer(\"app\", {Container}); }}") },
        { "base argument of a primary constructor", CdkSource.Usings + $$"""
            public class BaseStack : Stack
            {
                public BaseStack(Construct scope, string id, Func<Construct, FargateTaskDefinition> make) : base(scope, id) => make(this).AddContainer("app", {{Container}});
            }

            public class ServiceStack(Construct scope, string id) : BaseStack(scope, id, s => new FargateTaskDefinition(s, "Task"));
            """ },
        { "field initializer of a class with a primary constructor", CdkSource.Usings + $$"""
            public class Service(Construct scope)
            {
                public FargateTaskDefinition Task { get; } = new FargateTaskDefinition(scope, "Task");
            }

            public class ServiceStack : Stack
            {
                public ServiceStack(Construct scope, string id) : base(scope, id) => new Service(this).Task.AddContainer("app", {{Container}});
            }
            """ },
        { "extension method", Stack("public ServiceStack(Construct scope, string id) : base(scope, id) => this.Make();") + $$"""
            public static class Extensions
            {
                public static void Make(this Construct scope) => new FargateTaskDefinition(scope, "Task").AddContainer("app", {{Container}});
            }
            """ },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task EditorsShowWhatABuildShows(string place, string source)
    {
        Assert.NotEmpty(place);
        var compilation = Analysis.Compile(source);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));

        var build = await Analysis.Build(compilation);
        var live = await Analysis.Live(compilation);

        Assert.Equal([Descriptors.NoRoleId], build.Select(d => d.Id));
        Assert.Equal(build.Select(Text), live.Select(Text));
    }

    [Fact]
    public async Task TopLevelStatements()
    {
        var source = CdkSource.Usings + $$"""
            var app = new App();
            var stack = new Stack(app, "Service");
            new FargateTaskDefinition(stack, "Task").AddContainer("app", {{Container}});
            """;
        var compilation = Analysis.Compile(source).WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication));

        var build = await Analysis.Build(compilation);

        Assert.Equal([Descriptors.NoRoleId], build.Select(d => d.Id));
        Assert.Equal(build.Select(Text), (await Analysis.Live(compilation)).Select(Text));
    }

    [Fact]
    public async Task ATypeBehindTopLevelStatementsIsReportedOnce()
    {
        var source = CdkSource.Usings + $$"""
            var app = new App();
            _ = new ServiceStack(app, "Service");
            public class ServiceStack : Stack
            {
                public ServiceStack(Construct scope, string id) : base(scope, id) => {{Task}}.AddContainer("app", {{Container}});
            }
            """;
        var compilation = Analysis.Compile(source).WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication));

        var build = await Analysis.Build(compilation);

        Assert.Equal([Descriptors.NoRoleId], build.Select(d => d.Id));
        Assert.Equal(build.Select(Text), (await Analysis.Live(compilation)).Select(Text));
    }

    [Fact]
    public async Task ADiagnosticInAnotherFileIsReportedThere()
    {
        var compilation = Analysis.Compile(
            Stack("public ServiceStack(Construct scope, string id) : base(scope, id) => Tasks.Add(this);"),
            CdkSource.Usings + $$"""
                public static class Tasks
                {
                    public static void Add(Construct scope) => new FargateTaskDefinition(scope, "Task").AddContainer("app", {{Container}});
                }
                """);

        var live = await Analysis.Live(compilation);

        Assert.Equal("File1.cs", Assert.Single(live).Location.SourceTree!.FilePath);
        Assert.Equal((await Analysis.Build(compilation)).Select(Text), live.Select(Text));
    }

    [Fact]
    public async Task GeneratedCodeIsSkipped()
    {
        var source = Stack($"public ServiceStack(Construct scope, string id) : base(scope, id) {{ {Task}.AddContainer(\"app\", {Container}); }}");
        Assert.Single(await Analysis.Build(source));
        Assert.Empty(await Analysis.Build("// <auto-generated/>\n" + source));
    }

    [Fact]
    public async Task WithoutCdkNothingIsDone()
    {
        var compilation = CSharpCompilation.Create("app", [CSharpSyntaxTree.ParseText("class C { void M() { } }", cancellationToken: TestContext.Current.CancellationToken)], CdkReferences.Runtime, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(await Analysis.Build(compilation));
    }

    [Fact]
    public async Task ACancelledRunIsNotKept()
    {
        var source = Stack($"public ServiceStack(Construct scope, string id) : base(scope, id) {{ {Task}.AddContainer(\"app\", {Container}); }}");
        var with = Analysis.With(Analysis.Compile(source));
        var tree = with.Compilation.SyntaxTrees.Single();
        var model = with.Compilation.GetSemanticModel(tree);
        using (var cancelled = new CancellationTokenSource())
        {
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => with.GetAnalyzerSemanticDiagnosticsAsync(model, null, cancelled.Token));
        }

        Assert.Single(await with.GetAnalyzerSemanticDiagnosticsAsync(model, null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("new FargateTaskDefinition(this, ")]
    [InlineData("var t = new FargateTaskDefinition(this, \"T\", new FargateTaskDefinitionProps { ExecutionRole = }); t.AddContainer(\"a\", new ContainerDefinitionOptions { Image = ContainerImage. });")]
    [InlineData("new NoSuchTask(this, \"T\").AddContainer(\"a\", null);")]
    [InlineData("FargateTaskDefinition t = null; t.AddContainer(null, null);")]
    [InlineData("foreach (var x in unknown) { new FargateTaskDefinition(this, x).AddContainer(x, x); }")]
    [InlineData("new FargateTaskDefinition().AddContainer();")]
    public async Task HalfTypedCodeIsSilence(string body) =>
        Assert.Empty(await Analysis.Build(Stack($"public ServiceStack(Construct scope, string id) : base(scope, id) {{ {body} }}")));

    private static string Stack(string members) => CdkSource.Usings + $$"""
        public class ServiceStack : Stack
        {
            {{members}}
        }

        """;

    private static string Text(Diagnostic diagnostic) => diagnostic.ToString();
}
