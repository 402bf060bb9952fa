using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>One run of a program from a root.</summary>
/// <param name="Root">The method or constructor it started with.</param>
/// <param name="Library">What the program built.</param>
/// <param name="Completed">The paths on which the root ran to its end; on the others the program throws, and nothing is deployed.</param>
/// <param name="Result">What the root returned.</param>
internal sealed record Run(IMethodSymbol Root, Library Library, Guard Completed, Value Result);

/// <summary>
/// Chooses where evaluation starts: at the entry point, so that a program is evaluated as it runs; then at whatever no earlier root reached, with unknown
/// arguments, so that a library is evaluated class by class.
/// </summary>
internal sealed class Roots(ProgramText program, Func<Library> newLibrary, CancellationToken cancellation)
{
    private readonly HashSet<ISymbol> reached = new(SymbolEqualityComparer.Default);

    private readonly UsedNames used = new(program, cancellation);

    private Orphans? orphans;

    private bool isBroken = program.SyntaxErrors is not null;

    private readonly HashSet<string> brokenWords = new(StringComparer.Ordinal);

    private int stepsLeft = Budget.TotalSteps;

    private int guardWork;

    // That of the run before: it is still at work while the run is judged.
    private GuardSpace guards = new();

    /// <summary>How many operations one run may evaluate.</summary>
    public int MaxSteps { get; init; } = Budget.Steps;

    /// <summary>How much work at conditions there may be in all runs together.</summary>
    public int MaxGuardWork { get; init; } = Budget.TotalGuardWork;

    /// <summary>Where an exception of the evaluator itself goes: silence for the root, and a failure for tests that listen.</summary>
    public Action<IMethodSymbol, Exception>? OnFailure { get; init; }

    public IEnumerable<Run> RunAll()
    {
        if (program.EntryPoint is { } entryPoint && Start(entryPoint) is { } main)
        {
            yield return main;
        }

        var finder = new RootFinder(program, newLibrary(), used, reached.Contains, cancellation);
        foreach (var root in finder.Find())
        {
            isBroken |= finder.IsBroken;
            if (!reached.Contains(root) && !Orphans.Contains(root, isBroken, brokenWords) && Start(root) is { } run)
            {
                yield return run;
            }
        }
    }

    private Orphans Orphans => orphans ??= new(program, newLibrary());

    /// <summary>Runs one root; null where the program goes beyond what is followed.</summary>
    public Run? Start(IMethodSymbol root)
    {
        guardWork += guards.Work;
        guards = new GuardSpace { MaxWork = Math.Min(GuardSpace.WorkOfOneRun, MaxGuardWork - guardWork) };
        if (stepsLeft <= 0 || guardWork >= MaxGuardWork)
        {
            return null;
        }

        var library = newLibrary();
        var evaluator = new Evaluator(program, library, guards, cancellation) { MaxSteps = Math.Min(MaxSteps, stepsLeft) };
        try
        {
            var result = evaluator.RunRoot(root);
            isBroken |= evaluator.IsBroken;
            brokenWords.UnionWith(evaluator.BrokenWords);
            if (isBroken)
            {
                evaluator.Attach(Orphans.VisitorsBeyond(evaluator.Reached), root);
            }

            library.Finish();
            reached.UnionWith(evaluator.Reached);
            return new Run(root, library, evaluator.Guard, result);
        }
        catch (Exception e) when (e is BudgetException or GuardBudgetException or InsufficientExecutionStackException)
        {
            reached.UnionWith(evaluator.Reached);
            return null;
        }
        catch (Exception e) when (e is not (OperationCanceledException or EditException))
        {
            reached.UnionWith(evaluator.Reached);
            OnFailure?.Invoke(root, e);
            return null;
        }
        finally
        {
            stepsLeft -= evaluator.Steps;
        }
    }
}
