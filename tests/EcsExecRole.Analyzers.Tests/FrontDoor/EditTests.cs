using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Live;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.Tests.FrontDoor;

/// <summary>After an edit of a member's body the rest of the program is not bound again, and what is shown is what is right now, where it is now.</summary>
public class EditTests
{
    private const string Helper = """
        public static class Images
        {
            public static string Version { get; set; } = "1";

            public static ContainerDefinitionOptions Options() => new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(Name()) };

            public static string Name()
            {
                return "111111111111.dkr.ecr.eu-west-1.amazonaws.com/app";
            }
        }
        """;

    private const string Service = """
        public class ServiceStack : Stack
        {
            private readonly string name = "app";

            public ServiceStack(Construct scope, string id) : base(scope, id)
            {
                var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
                var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
                Add(task);
            }

            private string Name => name;

            private void Add(FargateTaskDefinition task)
            {
                new CfnTaskDefinition(this, "Other", new CfnTaskDefinitionProps { RequiresCompatibilities = new[] { "FARGATE" }, ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = Name, Image = Images.Name() } } });
            }

            private int Before { get; } = 1;
        }
        """;

    public static TheoryData<string, string, string, bool> Edits => new()
    {
        // What is edited, what it becomes, and whether the rest stays bound.
        { "a method's body", "Images.Name() }", "Images.Name() + \":1\" }", true },
        { "a method's body, with another line before what is reported", "new CfnTaskDefinition(", "// Comment.\n        new CfnTaskDefinition(", true },
        { "a constructor's body", "Add(task);", "Add(task); Add(null);", true },
        { "a constructor's body, so that another method is not called", "Add(task);", "", true },
        { "an expression body", "=> name;", "=> name + 1;", true },
        { "a comment between members", "    private string Name", "    // Comment.\n    private string Name", true },
        { "a helper in another file, so that nothing is missing", "\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/app\"", "\"nginx\"", true },
        { "a helper in another file, which then has a local function", "return \"111111111111.dkr.ecr.eu-west-1.amazonaws.com/app\";", "return Local(); string Local() { return \"111111111111.dkr.ecr.eu-west-1.amazonaws.com/app\"; }", true },
        { "a body that does not parse", "Add(task);", "Add(task", true },
        { "a body that does not bind", "Add(task);", "Add(role);", true },
        { "a field's initializer", "= \"app\";", "= \"api\";", false },
        { "a property's initializer", "= 1;", "= 2;", false },
        { "a signature", "Add(FargateTaskDefinition task)", "Add(TaskDefinition task)", false },
        { "a base class's argument", "base(scope, id)", "base(scope, id + 1)", false },
        { "a member that is gone", "private int Before { get; } = 1;", "", false },
        { "a brace too many", "Add(task);", "Add(task); }", false },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task WhatIsShownIsWhatIsRightNow(string what, string old, string edited, bool staysBound)
    {
        Assert.NotEmpty(what);
        var before = Analysis.Compile(CdkSource.Usings + Service, CdkSource.Usings + Helper, "namespace Unedited { }");
        var analyzer = new ExecutionRoleAnalyzer();
        Assert.Contains(Descriptors.NoRoleId, (await Analysis.Live(before, analyzer)).Select(d => d.Id));

        var after = Edited(before, old, edited);

        Assert.Equal(staysBound, new Baseline(before, CdkTypes.TryCreate(before)!).EditsTo(after) is not null);
        Assert.Equal((await Analysis.Build(after)).Select(Text), (await Analysis.Live(after, analyzer)).Select(Text));
    }

    [Fact]
    public async Task EachEditIsSeenNextToTheOthers()
    {
        var compilation = Analysis.Compile(CdkSource.Usings + Service, CdkSource.Usings + Helper, "namespace Unedited { }");
        var analyzer = new ExecutionRoleAnalyzer();
        foreach (var (old, edited) in new[] { ("Add(task);", "Add(task);\n\n"), ("amazonaws.com/app", "amazonaws.com/api"), ("return \"111", "return \"/111"), ("\"/111", "\"111"), ("Add(task);\n\n", "") })
        {
            compilation = Edited(compilation, old, edited);
            Assert.Equal((await Analysis.Build(compilation)).Select(Text), (await Analysis.Live(compilation, analyzer)).Select(Text));
        }
    }

    [Fact]
    public async Task OtherReferencesAreAnotherProgram()
    {
        var before = Analysis.Compile(CdkSource.Usings + Service, CdkSource.Usings + Helper, "namespace Unedited { }");
        var after = before.WithReferences(before.References.Reverse());
        var analyzer = new ExecutionRoleAnalyzer();
        await Analysis.Live(before, analyzer);

        Assert.Null(new Baseline(before, CdkTypes.TryCreate(before)!).EditsTo(after));
        Assert.Contains(Descriptors.NoRoleId, (await Analysis.Live(after, analyzer)).Select(d => d.Id));
    }

    [Fact]
    public void SeveritiesThatAHostWrapsAnewAreNoOtherProgram()
    {
        var before = Analysis.Compile(CdkSource.Usings + Service, CdkSource.Usings + Helper, "namespace Unedited { }");
        before = before.WithOptions(before.Options.WithSyntaxTreeOptionsProvider(new Severities()));
        var after = Edited(before, "Add(task);", "");

        Assert.NotNull(new Baseline(before, CdkTypes.TryCreate(before)!).EditsTo(after.WithOptions(after.Options.WithSyntaxTreeOptionsProvider(new Severities()))));
        Assert.Null(new Baseline(before, CdkTypes.TryCreate(before)!).EditsTo(after.WithOptions(after.Options.WithOverflowChecks(true))));
    }

    private sealed class Severities : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) => (severity = default) != default;

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) => (severity = default) != default;
    }

    private static CSharpCompilation Edited(CSharpCompilation compilation, string old, string edited)
    {
        var tree = compilation.SyntaxTrees.First(t => t.ToString().Contains(old, StringComparison.Ordinal));
        var text = tree.ToString();
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text.Remove(text.IndexOf(old, StringComparison.Ordinal), old.Length).Insert(text.IndexOf(old, StringComparison.Ordinal), edited))));
    }

    private static string Text(Diagnostic diagnostic) => diagnostic + " " + string.Join(" ", diagnostic.AdditionalLocations.Select(l => l.GetLineSpan()));
}
