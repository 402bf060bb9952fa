using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        target = WithoutConversion(target);
        if (IsPlace(target))
        {
            frame.Alias(local, target, frame);
            return;
        }

        Escape(Evaluate(target), target, "a part of it is named by a reference");
        if (target.Kind == OperationKind.Invalid)
        {
            LosePlace(target);
        }

        foreach (var child in target.ChildOperations)
        {
            Escape(Evaluate(child), target, "a part of it is named by a reference");
        }

        frame.Declare(local, Guard, Unknown(target, "it is a reference to a part of something", local.Type));
    }

    /// <summary>What a variable refers to that is no reference yet, or a reference whose target is being typed: what it is given goes there, or to anything at hand.</summary>
    private void LosePlace(IOperation target)
    {
        IsBroken = true;
        target = WithoutConversion(target);
        if (IsPlace(target))
        {
            Assign(target, Unknown(target, DoesNotCompile), null);
        }
        else
        {
            LoseAtHand(target);
        }
    }

    private static IOperation WithoutConversion(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary><c>name = ref target</c>: what it refers to from now on, and what it did, are one or the other.</summary>
    private Value ReferElsewhere(ISimpleAssignmentOperation operation)
    {
        if (operation.Target is ILocalReferenceOperation { Local: var local } && (!frame.TryFindAlias(local, out _) || IsBesideDeclaration(local, operation)))
        {
            DeclareReference(local, operation.Value);
            return Variable(local, operation);
        }

        var unknown = Unknown(operation, "it is a reference that refers to one thing or another", operation.Target.Type);
        Assign(operation.Target, unknown, operation.Value);
        if (IsPlace(operation.Value))
        {
            Assign(operation.Value, unknown, operation.Value);
        }

        return unknown;
    }

    /// <summary>Whether it is reached wherever the variable is declared.</summary>
    private static bool IsBesideDeclaration(ILocalSymbol local, IOperation operation) =>
        local.DeclaringSyntaxReferences.Select(r => BlockOf(r.GetSyntax())).FirstOrDefault() is { } block && block == BlockOf(operation.Syntax);

    private static SyntaxNode? BlockOf(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>()?.Parent;

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
