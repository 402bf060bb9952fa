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

    /// <summary>The same for combinations of conditions.</summary>
    private const int GuardWorkForEach = 100_000;

    private readonly Dictionary<string, (int Count, string First)> defects = new(StringComparer.Ordinal);

    public int Files { get; private set; }

    public long Lines { get; private set; }

    public int Roots { get; private set; }

    public long Steps { get; private set; }

    public int OverBudget { get; private set; }

    public int Diagnostics { get; private set; }

    /// <summary>The method that took longest, and how long.</summary>
    public (string Name, TimeSpan Time) Slowest { get; private set; }

    /// <summary>What went wrong, each once; how often, and where first.</summary>
    public IReadOnlyDictionary<string, (int Count, string First)> Defects => defects;

    /// <summary>What all of it took.</summary>
    public TimeSpan Time { get; private set; }

    public void Run(IReadOnlyCollection<(string Path, string Text)> files)
    {
        var watch = Stopwatch.StartNew();
        Files += files.Count;
        Lines += files.Sum(f => f.Text.AsSpan().Count('\n'));
        Guarded("the build", () =>
        {
            // Files say themselves whether they are about null; most foreign code is not.
            var compilation = Program.Compile([.. files]);
            compilation = compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable));
            (Compilation, Func<SyntaxTree, SemanticModel>)? bound = null;
            Diagnostics += Inspection.Build(compilation, false, new ExecutionRoleAnalyzer(), new EveryMethod((whole, modelOf) => bound = (whole, modelOf))).Length;
            if (bound is var (program, models))
            {
                StartAll(program, models);
            }
        });
        Time += watch.Elapsed;
    }

    private void StartAll(Compilation compilation, Func<SyntaxTree, SemanticModel> modelOf)
    {
        if (CdkTypes.TryCreate(compilation) is not { } types)
        {
            return;
        }

        var program = new ProgramText(compilation, modelOf, default);
        var registry = CdkRegistry.Create();
        foreach (var method in Methods(compilation.Assembly.GlobalNamespace))
        {
            var watch = Stopwatch.StartNew();
            Guarded(method.ToDisplayString(), () => Start(program, method, new CdkModel(types, registry)));
            if (watch.Elapsed > Slowest.Time)
            {
                Slowest = (method.ToDisplayString(), watch.Elapsed);
            }
        }
    }

    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Files} files, {Lines} lines, {Roots} roots, {Steps} steps, {OverBudget} over budget, {Diagnostics} diagnostics, {Time.TotalSeconds:F0} s, {defects.Values.Sum(d => d.Count)} defects; slowest {Slowest.Name} {Slowest.Time.TotalSeconds:F2} s; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");

    private void Start(ProgramText program, IMethodSymbol method, CdkModel model)
    {
        Roots++;
        var evaluator = new Evaluator(program, model, new GuardSpace { MaxWork = GuardWorkForEach }, default) { MaxSteps = StepsForEach };
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

    private void Guarded(string name, Action run)
    {
        try
        {
            run();
        }
        catch (Exception e)
        {
            var inner = e.GetBaseException();
            var key = inner.GetType().Name + ": " + inner.Message + "\n" + string.Join("\n", (inner.StackTrace ?? "").Split('\n').Take(6));
            var (count, first) = defects.GetValueOrDefault(key, (0, name));
            defects[key] = (count + 1, first);
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
