using System.Diagnostics;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Needs;
using EcsExecRole.Analyzers.RobustnessTests.Support;
using EcsExecRole.Analyzers.Rules;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.RobustnessTests.RealCode;

/// <summary>
/// Runs the analyzer over code that has nothing to do with ECS: once as a build does, and once starting at each method and constructor there is, so that the evaluator
/// sees all of it and not only what builds constructs.
/// </summary>
internal sealed class Exercise
{
    /// <summary>Enough for nearly all methods; a smaller number than the analyzer's, because each method starts anew.</summary>
    private const int StepsForEach = 5_000;

    private readonly Dictionary<string, int> defects = new(StringComparer.Ordinal);

    public int Files { get; private set; }

    public long Lines { get; private set; }

    public int Roots { get; private set; }

    public long Steps { get; private set; }

    public int OverBudget { get; private set; }

    public int Diagnostics { get; private set; }

    /// <summary>The method that took longest, and how long.</summary>
    public (string Name, TimeSpan Time) Slowest { get; private set; }

    /// <summary>What went wrong, each once, and how often.</summary>
    public IReadOnlyDictionary<string, int> Defects => defects;

    public void Run(IReadOnlyCollection<(string Path, string Text)> files)
    {
        Files += files.Count;
        Lines += files.Sum(f => f.Text.AsSpan().Count('\n'));
        var compilation = Program.Compile([.. files]);
        Guarded(() => Diagnostics += Inspection.Build(compilation).Length);
        if (CdkTypes.TryCreate(compilation) is not { } types)
        {
            return;
        }

        var program = new ProgramText(compilation, t => compilation.GetSemanticModel(t), default);
        var registry = CdkRegistry.Create();
        foreach (var method in Methods(compilation.Assembly.GlobalNamespace))
        {
            var watch = Stopwatch.StartNew();
            Guarded(() => Start(program, method, new CdkModel(types, registry)));
            if (watch.Elapsed > Slowest.Time)
            {
                Slowest = (method.ToDisplayString(), watch.Elapsed);
            }
        }
    }

    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Files} files, {Lines} lines, {Roots} roots, {Steps} steps, {OverBudget} over budget, {Diagnostics} diagnostics, {defects.Values.Sum()} defects; slowest {Slowest.Name} {Slowest.Time.TotalSeconds:F2} s; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");

    private void Start(ProgramText program, IMethodSymbol method, CdkModel model)
    {
        Roots++;
        var evaluator = new Evaluator(program, model, new GuardSpace(), default) { MaxSteps = StepsForEach };
        try
        {
            evaluator.RunRoot(method);
            model.Finish();
            AllRules.Report(Judge.Of(model.Graph, evaluator.Guard, _ => Settings.Default, InParallel.No), _ => true, InParallel.No);
        }
        catch (Exception e) when (e is BudgetException or GuardBudgetException or InsufficientExecutionStackException)
        {
            OverBudget++;
        }
        finally
        {
            Steps += evaluator.Steps;
        }
    }

    private void Guarded(Action run)
    {
        try
        {
            run();
        }
        catch (Exception e)
        {
            var inner = e.GetBaseException();
            var key = inner.GetType().Name + ": " + inner.Message + "\n" + string.Join("\n", (inner.StackTrace ?? "").Split('\n').Take(6));
            defects[key] = defects.GetValueOrDefault(key) + 1;
        }
    }

    private static IEnumerable<IMethodSymbol> Methods(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is IMethodSymbol { IsAbstract: false, IsExtern: false } method && !method.DeclaringSyntaxReferences.IsEmpty)
            {
                yield return method;
            }

            foreach (var inner in member is INamespaceOrTypeSymbol nested ? Methods(nested) : [])
            {
                yield return inner;
            }
        }
    }
}
