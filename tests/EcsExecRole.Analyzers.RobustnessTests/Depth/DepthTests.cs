using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Needs;
using EcsExecRole.Analyzers.RobustnessTests.Support;
using EcsExecRole.Analyzers.Rules;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.RobustnessTests.Depth;

/// <summary>The deepest input does not overflow the stack, however small: that would end the process, and with it the compiler or the editor.</summary>
public class DepthTests
{
    private const int Kilobyte = 1024;

    public static TheoryData<string> Names => [.. DeepPrograms.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void NoStackOverflows(string name)
    {
        var compilation = Program.Compile(DeepPrograms.All[name]);
        var types = CdkTypes.TryCreate(compilation)!;

        // The compiler's own recursion is not what is tested: the largest stack comes first, and keeps what it has bound for the others.
        var program = new ProgramText(compilation, t => compilation.GetSemanticModel(t), CancellationToken.None);
        foreach (var size in new[] { 16 * 1024, 1024, 256 })
        {
            OnThread(size * Kilobyte, () => Run(program, types));
        }
    }

    private static void Run(ProgramText program, CdkTypes types)
    {
        var registry = CdkRegistry.Create();
        var roots = new Roots(program, () => new CdkModel(types, registry), CancellationToken.None) { OnFailure = (_, e) => throw new AnalyzerDefectException(e) };
        foreach (var run in roots.RunAll())
        {
            try
            {
                AllRules.Report(Judge.Of(((CdkModel)run.Library).Graph, run.Completed, _ => Settings.Default, InParallel.No), _ => true, InParallel.No);
            }
            catch (Exception e) when (e is GuardBudgetException or InsufficientExecutionStackException)
            {
            }
        }
    }

    private static void OnThread(int stack, Action run)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(run), stack);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }
}
