using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// Runs a C# program symbolically over its operation tree: one pass, all paths at once. The paths that reach the current operation are the
/// <see cref="Guard"/>; what is written on some paths only becomes a choice.
/// </summary>
internal sealed partial class Evaluator(ProgramText program, Library library, GuardSpace guards, CancellationToken cancellation)
{
    private readonly Dictionary<string, StrongBox<int>> keys = new(StringComparer.Ordinal);

    private readonly HashSet<ISymbol> reached = new(SymbolEqualityComparer.Default);

    private readonly SyntaxErrors? errors = program.SyntaxErrors;

    private int steps;

    /// <summary>How many operations this run may evaluate.</summary>
    public int MaxSteps { get; init; } = Budget.Steps;

    /// <summary>How many it has evaluated.</summary>
    public int Steps => steps;

    private Frame frame = new(null, null, null, 0);

    public GuardSpace Guards { get; } = guards;

    public Library Library { get; } = library;

    public ProgramText Program { get; } = program;

    /// <summary>The methods and constructors of the compilation that this run entered.</summary>
    public IReadOnlyCollection<ISymbol> Reached => reached;

    /// <summary>The paths on which the operation under way is reached.</summary>
    public Guard Guard { get; private set; } = Guard.Always;

    /// <summary>The expression whose result the statement under way drops, or one of an earlier statement.</summary>
    private IOperation? discarded;

    /// <summary>Whether nothing asks for what a call of a method yields: not where it is a delegate that the call was given.</summary>
    public bool IsDiscarded(IMethodSymbol method, IOperation operation) =>
        ReferenceEquals(operation, discarded) && operation is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(call.TargetMethod, method);

    /// <summary>A key that no other value of this run has.</summary>
    public string NewKey(string stem) => NumberedKey(stem).ToString();

    /// <summary>The same, for a value whose key may never be asked for.</summary>
    public UniqueKey NumberedKey(string stem)
    {
        if (!keys.TryGetValue(stem, out var count))
        {
            keys.Add(stem, count = new());
        }

        return new(stem, count.Value++);
    }

    /// <summary>Runs <paramref name="run"/> on the current paths that are also in <paramref name="guard"/>; then the other paths go on, too.</summary>
    public Value Under(Guard guard, Func<Value> run)
    {
        var outer = Guard;
        Guard = outer & guard;
        if (!Guard.IsFeasible)
        {
            Guard = outer;
            return ConstantValue.Null;
        }

        var value = run();
        Guard |= outer.Except(guard);
        return value;
    }

    /// <summary>Runs one of two continuations on each path, and chooses between what they yield.</summary>
    private Value Branch(Guard condition, Func<Value> whenTrue, Func<Value> whenFalse) =>
        Branch(condition, (whenTrue, whenFalse), static (_, run) => run.whenTrue(), static (_, run) => run.whenFalse());

    /// <summary>Runs one of the two parts of a conditional on each path.</summary>
    private Value Branch(Guard condition, IConditionalOperation parts, Func<Evaluator, IOperation?, Value> run) =>
        Branch(condition, (parts, run), static (evaluator, c) => c.run(evaluator, c.parts.WhenTrue), static (evaluator, c) => c.run(evaluator, c.parts.WhenFalse));

    private Value Branch<T>(Guard condition, T state, Func<Evaluator, T, Value> whenTrue, Func<Evaluator, T, Value> whenFalse)
    {
        var outer = Guard;
        var (yes, no) = (outer & condition, outer.Except(condition));
        if (!no.IsFeasible)
        {
            return whenTrue(this, state);
        }

        if (!yes.IsFeasible)
        {
            return whenFalse(this, state);
        }

        Guard = yes;
        var first = whenTrue(this, state);
        var rest = Guard;
        Guard = no;
        var second = whenFalse(this, state);
        Guard |= rest;
        return ChoiceValue.Of(condition, first, second);
    }

    private void Step()
    {
        if (++steps > MaxSteps)
        {
            throw new BudgetException(nameof(Budget.Steps));
        }

        if ((steps & 63) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    /// <summary>Counts what is made at once, without a step for each.</summary>
    internal void Charge(int count)
    {
        steps += count;
        Step();
    }

    private CallSite Site(IOperation operation) => new(this, Guard, operation);

    private UnknownValue Unknown(IOperation operation, string reason, ITypeSymbol? type = null)
    {
        var text = operation.Syntax.ToString();
        var display = text.Length > 60 ? text.Substring(0, 57) + "..." : text;
        return new UnknownValue(NewKey(Condition.Determined + operation.Syntax.SpanStart + operation.Kind), display, type ?? operation.Type, reason);
    }
}
