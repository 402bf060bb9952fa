using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Exceptions, and what runs whether or not there is one.</content>
internal sealed partial class Evaluator
{
    /// <summary>The paths that exceptions have ended within the <c>try</c> under way, with the exceptions.</summary>
    private List<Alternative> thrown = [];

    /// <summary>How many <c>try</c> blocks are under way.</summary>
    private int tries;

    /// <summary>What the innermost <c>catch</c> has caught.</summary>
    private Value? caught;

    /// <summary>Ends the current paths with an exception of the base library, if a <c>try</c> is there to catch it.</summary>
    /// <returns>Whether they ended; else what the program does next does not matter much, for it does not get there.</returns>
    internal bool Fails(string exceptionType)
    {
        if (tries == 0)
        {
            return false;
        }

        EndPaths(NewException(exceptionType));
        return true;
    }

    private Value Throw(IThrowOperation operation)
    {
        EndPaths(operation.Exception is { } exception ? Evaluate(exception) : caught ?? NewException("System.Exception"));
        return ConstantValue.Null;
    }

    /// <summary>The paths on which a member of null is used throw, and so end.</summary>
    private Value NullDereference()
    {
        EndPaths(NewException("System.NullReferenceException"));
        return ConstantValue.Null;
    }

    private void EndPaths(Value exception)
    {
        if (tries > 0)
        {
            thrown.Add(new(Guard, exception));
        }

        Guard = Guard.Never;
    }

    private Value NewException(string type) => tries > 0 && Program.TypeNamed(type) is { } known
        ? new ObjectValue(NewKey("exception"), known, null, Guard) { IsOpaque = true }
        : ConstantValue.Null;

    private void Try(ITryOperation operation)
    {
        var entry = Guard;
        var outer = thrown;
        thrown = [];
        tries += operation.Catches.IsEmpty ? 0 : 1;
        Execute(operation.Body);
        tries -= operation.Catches.IsEmpty ? 0 : 1;
        var (after, pending) = (Guard, thrown);
        thrown = outer;

        // Whatever else may go wrong is a path of its own, which does not end the others: what was done before and after belongs to the path on which nothing fails.
        // Where the body always ends with an exception that is known, that is what happens.
        var mayFail = pending.Count > 0 && entry.Implies(pending.Aggregate(Guard.Never, (sum, p) => sum | p.Guard)) ? Guard.Never : entry;
        foreach (var clause in operation.Catches)
        {
            after |= Catch(clause, mayFail, pending);
        }

        if (tries > 0)
        {
            thrown.AddRange(pending.Where(p => p.Guard.IsFeasible));
        }

        Guard = Finally(entry, after, () => Execute(operation.Finally));
    }

    /// <summary>Runs a <c>catch</c> clause.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="mayFail">The paths on which something else may have gone wrong.</param>
    /// <param name="pending">What no clause has caught yet; then without what this one has.</param>
    /// <returns>The paths that go on behind it.</returns>
    private Guard Catch(ICatchClauseOperation clause, Guard mayFail, List<Alternative> pending)
    {
        var matched = pending.Select(p => new Alternative(p.Guard & WithGuard(p.Guard, () => p.Value.IsNull ? Guard.Always : IsInstance(p.Value, clause.ExceptionType)), p.Value)).Where(p => p.Guard.IsFeasible).ToList();
        var certain = matched.Aggregate(Guard.Never, (sum, m) => sum | m.Guard);

        var failure = mayFail & Guards.Opaque("catch@" + clause.Syntax.SpanStart + clause.Syntax.SyntaxTree.FilePath, [], "an exception is caught");
        Guard = certain | failure;
        var outerCaught = caught;
        var imagined = Unknown(clause, "it is an exception", clause.ExceptionType);
        caught = ChoiceValue.Of(matched.Append(new(failure.Except(certain), imagined)));
        if (clause.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation declarator)
        {
            frame.Declare(declarator.Symbol, Guard, caught);
        }

        if (clause.Filter is { } filter)
        {
            Guard &= Test(filter);
            certain &= Guard;
        }

        var (outerReturned, outerReturns) = (frame.Returned, frame.Returns.Count);
        if (Guard.IsFeasible)
        {
            Execute(clause.Handler);
        }

        caught = outerCaught;
        if (frame.Returned != outerReturned)
        {
            // The imagined failure does not return.
            var returns = frame.Returns.Skip(outerReturns).Select(r => r with { Guard = r.Guard & certain }).Where(r => r.Guard.IsFeasible).ToList();
            frame.Returns.RemoveRange(outerReturns, frame.Returns.Count - outerReturns);
            frame.Returns.AddRange(returns);
            frame.Returned = outerReturned | (frame.Returned & certain);
        }

        for (var i = 0; i < pending.Count; i++)
        {
            pending[i] = pending[i] with { Guard = pending[i].Guard.Except(certain) };
        }

        return Guard & certain;
    }

    /// <summary>Runs what comes at the end in any case: on all the paths that began, those that have returned or failed included.</summary>
    private Guard Finally(Guard entry, Guard after, Action run)
    {
        Guard = entry;
        run();
        return after & Guard;
    }

    /// <summary>Runs a body and then disposes of what it holds.</summary>
    private void Using(Func<IReadOnlyList<Value>> acquire, Action body)
    {
        var held = acquire();
        var entry = Guard;
        body();
        Guard = Finally(entry, Guard, () =>
        {
            foreach (var one in held.Reverse())
            {
                Map(ChoiceValue.On(Guard, one), Dispose);
            }
        });
    }

    private Value Dispose(Value value)
    {
        if (value is UnknownValue { Type: INamedTypeSymbol type, Reason: DoesNotCompile } && IsSource(type) && Disposer(type) is { } end && BodyOf(end) is { } body)
        {
            return Invoke(end, value, Arguments.None, body, isVirtual: true);
        }

        if (value is ObjectValue { Origin: { } origin } instance && IsSource(instance.Type))
        {
            switch (Disposer(instance.Type))
            {
                case null:
                    // There is a method that ends it, but it is being typed.
                    IsBroken = true;
                    LoseDeeply(value, origin);
                    break;
                case var method when IsSource(method):
                    Invoke(method, instance, Arguments.None, origin, isVirtual: false);
                    break;
            }
        }

        return ConstantValue.Null;
    }

    private IMethodSymbol? Disposer(ITypeSymbol type) =>
        new[] { ("System.IDisposable", "Dispose"), ("System.IAsyncDisposable", "DisposeAsync") }
            .Select(d => Program.TypeNamed(d.Item1)?.GetMembers(d.Item2).FirstOrDefault() is { } declared ? type.FindImplementationForInterfaceMember(declared) as IMethodSymbol : null)
            .FirstOrDefault(m => m is not null)
        ?? Disposers(type).FirstOrDefault();

    /// <summary>By name: what <c>await using</c> and the <c>using</c> of a <c>ref struct</c> go by.</summary>
    private static IEnumerable<IMethodSymbol> Disposers(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(m => m is { Name: "Dispose" or "DisposeAsync", IsStatic: false, MethodKind: MethodKind.Ordinary } && m.Parameters.All(p => p.IsOptional)))
            {
                yield return method;
            }
        }
    }
}
