using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>A lambda, local function or method group.</summary>
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

    public override string ToString() => Method.Name;
}
