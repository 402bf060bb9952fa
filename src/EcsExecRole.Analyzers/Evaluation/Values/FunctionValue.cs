using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>A lambda, local function or method group; or several, which run one after the other.</summary>
/// <param name="method">The method that runs.</param>
/// <param name="body">The lambda or local function itself; null for an ordinary method.</param>
/// <param name="scope">The variables that it captured; null for an ordinary method.</param>
/// <param name="receiver">The object it is bound to, if any.</param>
internal sealed class FunctionValue(IMethodSymbol method, IOperation? body, Frame? scope, Value? receiver) : Value
{
    public IMethodSymbol Method { get; } = method;

    public IOperation? Body { get; } = body;

    public Frame? Scope { get; } = scope;

    public Value? Receiver { get; } = receiver;

    /// <summary>The functions that run before this one.</summary>
    public ImmutableArray<FunctionValue> Earlier { get; private init; } = [];

    /// <summary>Each function by itself, in the order in which they run.</summary>
    private IEnumerable<FunctionValue> All => Earlier.Append(Earlier.IsEmpty ? this : new FunctionValue(Method, Body, Scope, Receiver));

    /// <summary>First the one, then this.</summary>
    public FunctionValue After(FunctionValue first) => List([.. first.All, .. All])!;

    /// <summary>The functions without the last that is <paramref name="removed"/>; null (the constant) if none is left.</summary>
    public Value Without(FunctionValue removed)
    {
        var all = All.ToList();
        var last = removed.Earlier.IsEmpty ? all.FindLastIndex(f => f.Runs(removed)) : -1;
        if (last < 0)
        {
            return this;
        }

        all.RemoveAt(last);
        return (Value?)List(all) ?? ConstantValue.Null;
    }

    public override string ToString() => Method.Name;

    private static FunctionValue? List(List<FunctionValue> all) => all.Count == 0
        ? null
        : new FunctionValue(all[all.Count - 1].Method, all[all.Count - 1].Body, all[all.Count - 1].Scope, all[all.Count - 1].Receiver) { Earlier = [.. all.Take(all.Count - 1)] };

    private bool Runs(FunctionValue other) =>
        SymbolEqualityComparer.Default.Equals(Method, other.Method) && ReferenceEquals(Body, other.Body) && ReferenceEquals(Scope, other.Scope) && ReferenceEquals(Receiver, other.Receiver);
}
