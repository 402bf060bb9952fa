using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>References: <c>ref</c> locals and parameters are other names of a place.</content>
internal sealed partial class Evaluator
{
    private static bool IsReference(ISymbol symbol) => symbol is ILocalSymbol { IsRef: true } or IParameterSymbol { RefKind: RefKind.Ref };

    /// <summary>Whether an expression names a place that can be named again.</summary>
    private static bool IsPlace(IOperation operation) => operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation;

    /// <summary>Declares <c>ref var name = ref target</c>.</summary>
    private void DeclareReference(ILocalSymbol local, IOperation target)
    {
        if (IsPlace(target))
        {
            frame.Alias(local, target, frame);
            return;
        }

        Escape(Evaluate(target), target, "a part of it is named by a reference");
        foreach (var child in target.ChildOperations)
        {
            Escape(Evaluate(child), target, "a part of it is named by a reference");
        }

        frame.Declare(local, Guard, Unknown(target, "it is a reference to a part of something", local.Type));
    }

    private Value In(Frame other, Func<Value> run)
    {
        var current = frame;
        frame = other;
        try
        {
            return run();
        }
        finally
        {
            frame = current;
        }
    }
}
