using EcsExecRole.Analyzers.SynthTests.Conformance;
using EcsExecRole.Analyzers.SynthTests.Oracle;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>Every defect in every shape of code: fixed, it compiles and synthesizes, has the permission, and stays as it is when it is fixed again.</summary>
public sealed class MatrixTests
{
    private const string MissingRole = "EER2001";

    public static TheoryData<string, string> Cells => [.. from defect in Defect.All from shape in FixShape.All select (defect.Rule, shape.Name)];

    public static TheoryData<string, string> PatternCells => [.. from defect in Defect.All from shape in ShapesFor(defect) select (defect.Rule, shape.Name)];

    public static TheoryData<string, string> LevelOneCells => [.. from defect in LevelOneDefect.All from shape in LevelOneShape.All select (defect.Rule, shape.Name)];

    /// <summary>Wherever the shape has a role of the program's own.</summary>
    public static TheoryData<string, string> RoleCells => [.. from mistake in Mistake.OfRole from shape in FixShape.All where Text(shape).Contains("PROPS") || Text(shape).Contains("ROLE") select (mistake.Rule, shape.Name)];

    /// <summary>Wherever the shape has a task definition with a role, and a name for it.</summary>
    public static TheoryData<string, string> GrantCells =>
        [.. from mistake in Mistake.OfGrant from shape in FixShape.All where Text(shape).Contains("var task =") && !LacksRole(shape.Name) select (mistake.Rule, shape.Name)];

    public static TheoryData<string> NullRoleCells => [.. NullRoleShapes.All.Select(s => s.Name)];

    [Theory, MemberData(nameof(Cells))]
    public Task Fixed(string rule, string shape) => VerifyAsync(MatrixProgram.Of(Of(rule), Shape(shape)), rule, shape);

    [Theory, MemberData(nameof(PatternCells))]
    public Task FixedInPattern(string rule, string shape) => VerifyAsync(
        shape == PatternShapes.Sidecar.Name ? MatrixProgram.Of(Of(rule), PatternShapes.Sidecar) : MatrixProgram.OfPattern(Of(rule), PatternShapes.All.Single(s => s.Name == shape)), rule, shape, "/Pattern");

    [Theory, MemberData(nameof(LevelOneCells))]
    public Task FixedInLevelOne(string rule, string shape) =>
        VerifyAsync(MatrixProgram.Of(LevelOneDefect.All.Single(d => d.Rule == rule), LevelOneShape.All.Single(s => s.Name == shape)), rule, shape, "/L1");

    [Theory, MemberData(nameof(RoleCells))]
    public Task MistakenRoleFixed(string rule, string shape) => VerifyAsync(MatrixProgram.Of(Mistake.OfRole.Single(m => m.Rule == rule), Shape(shape)), rule, shape, "/Role");

    [Theory, MemberData(nameof(GrantCells))]
    public Task MistakenGrantFixed(string rule, string shape) => VerifyAsync(MatrixProgram.Of(Mistake.OfGrant.Single(m => m.Rule == rule), Shape(shape)), rule, shape, "/Grant");

    /// <summary>By its own fix, though that for the missing role would do, too; what stands in a branch makes a role there only.</summary>
    [Theory, MemberData(nameof(NullRoleCells))]
    public Task GrantOnNullRoleFixed(string shape) => VerifyAsync(MatrixProgram.OfNullRole(NullRoleShapes.All.Single(s => s.Name == shape)), "EER2008", shape, "/Null", only: shape == "Branch" ? null : "EER2008");

    private static Defect Of(string rule) => Defect.All.Single(d => d.Rule == rule);

    private static FixShape Shape(string shape) => FixShape.All.Single(s => s.Name == shape);

    /// <summary>Where there is no role at all, that is what is reported; so it is where a pattern's own log driver is left out.</summary>
    private static bool LacksRole(string shape) => shape == "NoRole" || shape.Contains("Without", StringComparison.Ordinal);

    private static string Text(FixShape shape) => shape.Body + shape.Members + shape.OtherFile;

    /// <summary>Of a pattern's own container or, where that can't have it, of one beside it. On EC2 the instance's role writes the logs.</summary>
    private static IEnumerable<FixShape> ShapesFor(Defect defect) =>
        defect.IsOfPatterns ? [.. PatternShapes.All.Where(s => !(s.Name == "OnEc2" && defect.Rule == "EER1002")), PatternShapes.Sidecar] : [PatternShapes.Sidecar];

    private static async Task VerifyAsync(Dictionary<string, string> before, string rule, string shape, string level = "", string? only = null)
    {
        Assert.SkipWhen(Synthesizer.Node is null, "See ConformanceTests.Node_is_installed.");
        var found = Analyze(before);
        Assert.True(found.Any(f => f.Id == rule || (f.Id == MissingRole && (LacksRole(shape) || level == "/Pattern"))), string.Join("\n", found.Select(f => f.Id + " " + f.Message)) + "\n" + string.Join("\n", before.Values));

        var after = await FixAsync(before, $"Matrix{level}/{rule}/{shape}", only);
        var text = string.Join("\n", after.Select(file => file.Value));
        Assert.True(!text.Contains("global::"), text);
        Assert.All(Comments(before), comment => Assert.Contains(comment, text));
        var left = Analyze(after).Where(f => f.Id == rule || FixAllRun.FixableRules.Contains(f.Id)).Select(f => f.Id + " " + f.Message).ToList();
        Assert.True(left.Count == 0, string.Join("\n", left) + "\n" + text);

        var file = CaseFile.Parse("Matrix", text.Contains("SIDECAR") ? "// flags: SIDECAR=true|false\n" : "");
        var outcome = CaseOutcome.Of(file, Synthesizer.Run(file, CaseCompiler.Emit(Compile(after))));
        Assert.All(outcome.Syntheses, synthesis => Assert.True(synthesis.Error is null, synthesis.Error + "\n" + text));

        // Whether pulls go through the endpoint that EER2007's statement asks for is not in the template.
        Assert.True(outcome.Tasks.Count > 0 && outcome.Tasks.All(task => task.Verdicts.All(v => rule == "EER2007" && v.Kind == VerdictKind.Unknown)), outcome.Report() + "\n" + text);

        var again = await FixAsync(after);
        Assert.All(after, one => Assert.Equal(one.Value, again[one.Key]));
    }

    private static IEnumerable<string> Comments(Dictionary<string, string> files) =>
        files.Values.SelectMany(text => text.Split('\n')).Where(line => line.Contains("// ")).Select(line => line[line.IndexOf("// ", StringComparison.Ordinal)..]);

    private static IReadOnlyList<AnalyzerFinding> Analyze(Dictionary<string, string> files) => CompiledAnalyzer.Shipped.Analyze(Compile(files));

    private static CSharpCompilation Compile(Dictionary<string, string> files, string name = "Matrix") => CaseCompiler.Compile(name, files.Select(file => (file.Key, file.Value)));

    private static async Task<Dictionary<string, string>> FixAsync(Dictionary<string, string> files, string name = "Matrix", string? only = null)
    {
        var texts = await FixAllRun.RunAsync(Compile(files, name), new AnalyzerOptions([], new CaseOptions(null)), TestContext.Current.CancellationToken, rounds: 1, only);
        return files.ToDictionary(file => file.Key, file => texts[file.Key + ".cs"]);
    }
}
