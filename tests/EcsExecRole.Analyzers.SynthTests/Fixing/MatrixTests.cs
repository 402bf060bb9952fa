using EcsExecRole.Analyzers.SynthTests.Conformance;
using EcsExecRole.Analyzers.SynthTests.Oracle;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>Every defect in every shape of code: fixed, it compiles and synthesizes, has the permission, and stays as it is when it is fixed again.</summary>
public sealed class MatrixTests
{
    private const string Usings = """
        using Amazon.CDK;
        using Amazon.CDK.AWS.ECS;
        using Amazon.CDK.AWS.IAM;
        using Amazon.CDK.AWS.KMS;
        using Amazon.CDK.AWS.S3;
        using Amazon.CDK.AWS.SSM;
        using Constructs;
        using EcsSecret = Amazon.CDK.AWS.ECS.Secret;
        using Secret = Amazon.CDK.AWS.SecretsManager.Secret;
        using SecretAttributes = Amazon.CDK.AWS.SecretsManager.SecretAttributes;

        namespace Cases.Matrix;

        """;

    public static TheoryData<string, string> Cells => [.. from defect in Defect.All from shape in FixShape.All select (defect.Rule, shape.Name)];

    public static TheoryData<string, string> LevelOneCells => [.. from defect in LevelOneDefect.All from shape in LevelOneShape.All select (defect.Rule, shape.Name)];

    [Theory, MemberData(nameof(Cells))]
    public Task Fixed(string rule, string shape)
    {
        var defect = Defect.All.Single(d => d.Rule == rule);
        var code = FixShape.All.Single(s => s.Name == shape);
        return VerifyAsync(Program(code.Body, code.Members, code.OtherFile, text => Filled(text, defect)), rule, shape);
    }

    [Theory, MemberData(nameof(LevelOneCells))]
    public Task FixedInLevelOne(string rule, string shape)
    {
        var defect = LevelOneDefect.All.Single(d => d.Rule == rule);
        var code = LevelOneShape.All.Single(s => s.Name == shape);
        return VerifyAsync(Program(code.Body, code.Members, "", text => Filled(text, defect, code.Given)), rule, shape, "/L1");
    }

    private static async Task VerifyAsync(Dictionary<string, string> before, string rule, string shape, string level = "")
    {
        Assert.SkipWhen(Synthesizer.Node is null, "See ConformanceTests.Node_is_installed.");
        Assert.Contains(Analyze(before), f => f.Id == rule || (f.Id == "EER2001" && shape == "NoRole"));

        var after = await FixAsync(before, $"Matrix{level}/{rule}/{shape}");
        var text = string.Join("\n", after.Select(file => file.Value));
        Assert.True(!text.Contains("global::"), text);
        Assert.All(Comments(before), comment => Assert.Contains(comment, text));
        var left = Analyze(after).Where(f => FixAllRun.FixableRules.Contains(f.Id)).Select(f => f.Id + " " + f.Message).ToList();
        Assert.True(left.Count == 0, string.Join("\n", left) + "\n" + text);

        var file = CaseFile.Parse("Matrix", "// flags: SIDECAR=true|false\n");
        var outcome = CaseOutcome.Of(file, Synthesizer.Run(file, CaseCompiler.Emit(Compile(after))));
        Assert.All(outcome.Syntheses, synthesis => Assert.True(synthesis.Error is null, synthesis.Error + "\n" + text));
        Assert.True(outcome.Tasks.Count > 0 && outcome.Tasks.All(task => task.Verdicts.Count == 0), outcome.Report() + "\n" + text);

        var again = await FixAsync(after);
        Assert.All(after, one => Assert.Equal(one.Value, again[one.Key]));
    }

    private static Dictionary<string, string> Program(string body, string members, string otherFile, Func<string, string> fill)
    {
        var stack = $$"""
            {{Usings}}
            public class ServiceStack : Stack
            {
                public ServiceStack(Construct scope, string id, IStackProps props)
                    : base(scope, id, props)
                {
                    {{fill(body).Replace("\n", "\n        ")}}
                }

                {{fill(members).Replace("\n", "\n    ")}}
            }

            public static class Program
            {
                public static void Build(App app) => new ServiceStack(app, "Service", new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } });
            }
            """;
        var files = new Dictionary<string, string> { ["Stack"] = stack };
        if (otherFile.Length > 0)
        {
            files["Other"] = Usings + fill(otherFile);
        }

        return files;
    }

    private static string Filled(string text, Defect defect) => text
        .Replace("OPTIONS", $"new ContainerDefinitionOptions {{ {defect.Options} }}")
        .Replace("PROPERTIES", defect.Options)
        .Replace("ROLE", """new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") })""")
        .Replace("SCOPE", text.Contains("var task =") || text.Contains("TaskDefinition task") ? "task" : "this");

    private static string Filled(string text, LevelOneDefect defect, string role) => text.Replace("TASK", $$"""
        new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            NetworkMode = "awsvpc",
            ExecutionRoleArn = {{role}},
            ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", {{defect.Container}} } },
        })
        """);

    private static IEnumerable<string> Comments(Dictionary<string, string> files) =>
        files.Values.SelectMany(text => text.Split('\n')).Where(line => line.Contains("// ")).Select(line => line[line.IndexOf("// ", StringComparison.Ordinal)..]);

    private static IReadOnlyList<AnalyzerFinding> Analyze(Dictionary<string, string> files) => CompiledAnalyzer.Shipped.Analyze(Compile(files));

    private static CSharpCompilation Compile(Dictionary<string, string> files, string name = "Matrix") => CaseCompiler.Compile(name, files.Select(file => (file.Key, file.Value)));

    private static async Task<Dictionary<string, string>> FixAsync(Dictionary<string, string> files, string name = "Matrix")
    {
        var texts = await FixAllRun.RunAsync(Compile(files, name), new AnalyzerOptions([], new CaseOptions(null)), TestContext.Current.CancellationToken, rounds: 1);
        return files.ToDictionary(file => file.Key, file => texts[file.Key + ".cs"]);
    }
}
