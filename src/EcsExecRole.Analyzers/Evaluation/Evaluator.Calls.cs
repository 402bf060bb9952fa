using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Calls.</content>
internal sealed partial class Evaluator
{
    /// <summary>Calls a delegate.</summary>
    /// <param name="function">A function, unknown, or a choice of these.</param>
    /// <param name="arguments">The arguments, in order.</param>
    /// <param name="operation">The call, for locations.</param>
    public Value Call(Value function, ImmutableArray<Value> arguments, IOperation operation) => throw new NotImplementedException();
}
