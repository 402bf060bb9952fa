using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Blocks, and the jumps to labels in them.</content>
internal sealed partial class Evaluator
{
    /// <summary>The paths on their way to a label: the end of a loop or switch, its next round, a <c>goto</c>'s target.</summary>
    private readonly Dictionary<ILabelSymbol, Guard> jumps = new(SymbolEqualityComparer.Default);

    private void ExecuteAll(ImmutableArray<IOperation> operations)
    {
        var entered = Guard;
        ExecuteFrom(operations, 0);
        if (!HasLabel(operations))
        {
            return;
        }

        // What jumped backwards is a loop.
        var undecided = 0;
        for (var round = 0; FirstTarget(operations) is >= 0 and var target; round++)
        {
            if (round >= Budget.Iterations)
            {
                throw new BudgetException(nameof(Budget.Iterations));
            }

            var (done, waiting) = (Guard, jumps[((ILabeledOperation)operations[target]).Label]);
            undecided += entered.Implies(waiting) ? 0 : 1;
            entered = waiting;
            Guard = Guard.Never;
            if (undecided >= Budget.UndecidedRounds)
            {
                // One round stands for all the others.
                ForgetOn(waiting, operations);
            }

            ExecuteFrom(operations, target);
            Guard |= done;
            if (undecided >= Budget.UndecidedRounds)
            {
                while (FirstTarget(operations) is >= 0 and var last)
                {
                    Land(((ILabeledOperation)operations[last]).Label);
                }
            }
        }
    }

    private static bool HasLabel(ImmutableArray<IOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation.Kind == OperationKind.Labeled)
            {
                return true;
            }
        }

        return false;
    }

    private void ForgetOn(Guard guard, ImmutableArray<IOperation> operations) => WithGuard(guard, () =>
    {
        Forget([.. operations]);
        return 0;
    });

    private int FirstTarget(ImmutableArray<IOperation> operations)
    {
        for (var i = 0; i < operations.Length; i++)
        {
            if (operations[i] is ILabeledOperation labeled && jumps.TryGetValue(labeled.Label, out var waiting) && waiting.IsFeasible)
            {
                return i;
            }
        }

        return -1;
    }

    private void ExecuteFrom(ImmutableArray<IOperation> operations, int start)
    {
        for (var i = start; i < operations.Length; i++)
        {
            var operation = operations[i];
            if (!Guard.IsFeasible && operation is not ILabeledOperation)
            {
                continue;
            }

            if (operation is IUsingDeclarationOperation declaration)
            {
                Step();
                ExecuteUsing(declaration, operations, i + 1);
                return;
            }

            Execute(operation);
        }
    }

    private void ExecuteUsing(IUsingDeclarationOperation declaration, ImmutableArray<IOperation> operations, int rest) =>
        Using(() => DeclareUsed(declaration), () => ExecuteFrom(operations, rest));

    private List<Value> DeclareUsed(IUsingDeclarationOperation declaration)
    {
        var entry = Guard;
        var values = Declare(declaration.DeclarationGroup);
        if (errors is not null && errors.IsBroken(declaration.Syntax))
        {
            LoseNamed(entry, declaration);
        }

        return values;
    }

    private void Jump(ILabelSymbol target)
    {
        jumps.TryGetValue(target, out var waiting);
        jumps[target] = (waiting ?? Guard.Never) | Guard;
        Guard = Guard.Never;
    }

    private void Land(ILabelSymbol label)
    {
        if (jumps.TryGetValue(label, out var waiting))
        {
            jumps.Remove(label);
            Guard |= waiting;
        }
    }
}
