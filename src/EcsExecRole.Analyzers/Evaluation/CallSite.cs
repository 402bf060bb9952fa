using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Where in the program, and on which paths, something happens; and the evaluator, for what a library model needs of it.</summary>
/// <param name="evaluator">The evaluation under way.</param>
/// <param name="guard">The paths on which the call is reached.</param>
/// <param name="operation">The call, creation or access.</param>
internal readonly struct CallSite(Evaluator evaluator, Guard guard, IOperation operation)
{
    public Evaluator Evaluator { get; } = evaluator;

    public Guard Guard { get; } = guard;

    public IOperation Operation { get; } = operation;

    /// <summary>The same place on fewer paths.</summary>
    public CallSite On(Guard guard) => new(Evaluator, Guard & guard, Operation);
}
