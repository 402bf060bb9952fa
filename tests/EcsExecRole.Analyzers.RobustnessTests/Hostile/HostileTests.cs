using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.RobustnessTests.Support;

namespace EcsExecRole.Analyzers.RobustnessTests.Hostile;

/// <summary>No code ends the analysis, or keeps it from the code beside it.</summary>
public class HostileTests
{
    public static TheoryData<string> Names => [.. HostilePrograms.All.Keys];

    public static TheoryData<string> NewSyntaxNames => [.. NewSyntax.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheStackBesideItIsAnalysed(string name) => Assert.Equal(1, Healthy(HostilePrograms.All[name]));

    [Theory]
    [MemberData(nameof(NewSyntaxNames))]
    public void NewSyntaxIsNoObstacle(string name) => Assert.Equal(1, Healthy(NewSyntax.All[name]));

    [Fact]
    public void TheWholeBudgetComesToAnEnd() => Assert.Equal(1, Healthy(HostilePrograms.All["every method calls every other"], Budget.Steps));

    /// <summary>A library of many such roots does not take as long as each of them may.</summary>
    [Fact]
    public void WorkAtConditionsIsBoundedForAllRootsTogether()
    {
        var compilation = Program.Compile(HostilePrograms.All["conditions without number"]);
        var types = CdkTypes.TryCreate(compilation)!;
        Assert.Contains(Runs(Budget.TotalGuardWork), r => r.Root.ContainingType.Name == "HealthyStack");
        Assert.Empty(Runs(10_000));

        IEnumerable<Run> Runs(int maxGuardWork) => new Roots(
            new ProgramText(compilation, t => compilation.GetSemanticModel(t), CancellationToken.None),
            () => new CdkModel(types, CdkRegistry.Create()),
            CancellationToken.None) { MaxGuardWork = maxGuardWork }.RunAll();
    }

    private static int Healthy(string text, int? steps = null) =>
        Inspection.Build(Program.Compile(text), false, new ExecutionRoleAnalyzer { MaxSteps = steps ?? LongRun.Steps }).Count(d => d.Id == Descriptors.NoRoleId && d.GetMessage().Contains("'Healthy'", StringComparison.Ordinal));
}
