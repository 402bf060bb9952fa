using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Statements.</content>
internal sealed partial class Evaluator
{
    /// <summary>The paths on their way to a label: the end of a loop or switch, its next round, a <c>goto</c>'s target.</summary>
    private readonly Dictionary<ILabelSymbol, Guard> jumps = new(SymbolEqualityComparer.Default);

    /// <summary>Executes a statement on the current paths; <see cref="Guard"/> is then the paths that go on behind it.</summary>
    private void Execute(IOperation? operation)
    {
        if (operation is null)
        {
            return;
        }

        Step();
        var entry = Guard;
        ExecuteAsWritten(operation);
        if (errors is not null && errors.IsBroken(operation.Syntax))
        {
            WithGuard(entry, () => LoseNamed(operation));
        }
    }

    private void ExecuteAsWritten(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation block:
                ExecuteAll(block.Operations);
                break;
            case IExpressionStatementOperation statement:
                Evaluate(statement.Operation);
                break;
            case IVariableDeclarationGroupOperation group:
                Declare(group);
                break;
            case IUsingDeclarationOperation declaration:
                Declare(declaration.DeclarationGroup);
                break;
            case IReturnOperation statement:
                Return(statement);
                break;
            case IConditionalOperation conditional:
                Branch(
                    Test(conditional.Condition),
                    () => Run(conditional.WhenTrue),
                    () => Run(conditional.WhenFalse));
                break;
            case IForEachLoopOperation loop:
                ForEach(loop);
                break;
            case IForLoopOperation loop:
                ExecuteAll(loop.Before);
                Loop(loop, loop.Condition, () => ExecuteAll(loop.AtLoopBottom), testFirst: true);
                break;
            case IWhileLoopOperation loop:
                Loop(loop, loop.Condition, null, loop.ConditionIsTop, loop.ConditionIsUntil);
                break;
            case ISwitchOperation @switch:
                Switch(@switch);
                break;
            case IBranchOperation branch:
                Jump(branch.Target);
                break;
            case ILabeledOperation labeled:
                Land(labeled.Label);
                Execute(labeled.Operation);
                break;
            case IThrowOperation @throw:
                Throw(@throw);
                break;
            case ITryOperation @try:
                Try(@try);
                break;
            case IUsingOperation @using:
                Execute(@using.Resources is IVariableDeclarationGroupOperation ? @using.Resources : null);
                if (@using.Resources is not IVariableDeclarationGroupOperation)
                {
                    Evaluate(@using.Resources);
                }

                Execute(@using.Body);
                break;
            case ILockOperation @lock:
                Evaluate(@lock.LockedValue);
                Execute(@lock.Body);
                break;
            case ILocalFunctionOperation or IEmptyOperation:
                break;
            case IMethodBodyOperation method:
                Execute((IOperation?)method.BlockBody ?? method.ExpressionBody);
                break;
            default:
                Evaluate(operation);
                break;
        }
    }

    private Value Run(IOperation? operation)
    {
        Execute(operation);
        return ConstantValue.Null;
    }

    private void ExecuteAll(ImmutableArray<IOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (!Guard.IsFeasible && operation is not ILabeledOperation)
            {
                continue;
            }

            Execute(operation);
        }
    }

    private void Declare(IVariableDeclarationGroupOperation group)
    {
        foreach (var declaration in group.Declarations)
        {
            foreach (var declarator in declaration.Declarators)
            {
                var initializer = declarator.Initializer ?? declaration.Initializer;
                var value = initializer is null ? DefaultOf(declarator.Symbol.Type) : Evaluate(initializer.Value);
                frame.Declare(declarator.Symbol, Guard, Stored(value, declarator.Symbol.Name));
            }
        }
    }

    private void Return(IReturnOperation operation)
    {
        var value = operation.ReturnedValue is null ? ConstantValue.Null : Evaluate(operation.ReturnedValue);
        switch (operation.Kind)
        {
            case OperationKind.YieldReturn:
                frame.Yielded ??= new SequenceValue(NewKey("yield"), [], Guard.Never);
                frame.Yielded.Add(Guard, value);
                return;
            case OperationKind.YieldBreak:
                frame.Yielded ??= new SequenceValue(NewKey("yield"), [], Guard.Never);
                break;
            default:
                frame.Returns.Add(new(Guard.Except(frame.Returned), value));
                break;
        }

        frame.Returned |= Guard;
        Guard = Guard.Never;
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

    private void Switch(ISwitchOperation operation)
    {
        var value = Evaluate(operation.Value);
        var remaining = Guard;
        var entries = new Dictionary<ISwitchCaseOperation, Guard>();
        ISwitchCaseOperation? defaultCase = null;
        foreach (var section in operation.Cases)
        {
            var entry = Guard.Never;
            foreach (var clause in section.Clauses)
            {
                if (clause is IDefaultCaseClauseOperation)
                {
                    defaultCase = section;
                    continue;
                }

                Guard = remaining;
                var matched = remaining & Matches(value, clause);
                entry |= matched;
                remaining = remaining.Except(matched);
            }

            entries[section] = entry;
        }

        if (defaultCase is not null)
        {
            entries[defaultCase] |= remaining;
            remaining = Guard.Never;
        }

        var after = remaining;
        foreach (var section in operation.Cases)
        {
            Guard = entries[section];
            foreach (var clause in section.Clauses)
            {
                if (clause.Label is { } label)
                {
                    Land(label);
                }
            }

            if (Guard.IsFeasible)
            {
                ExecuteAll(section.Body);
                after |= Guard;
            }
        }

        Guard = after;
        Land(operation.ExitLabel);
    }

    private Guard Matches(Value value, ICaseClauseOperation clause)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                return AreEqual(value, Evaluate(single.Value));
            case IPatternCaseClauseOperation pattern:
                var matched = Match(value, pattern.Pattern);
                if (pattern.Guard is null)
                {
                    return matched;
                }

                Guard &= matched;
                return Guard.IsFeasible ? matched & Test(pattern.Guard) : matched;
            default:
                return Guards.Opaque(NewKey("case"), [.. Subjects(value)], clause.Syntax.ToString());
        }
    }

    private void Try(ITryOperation operation)
    {
        var entry = Guard;
        var outerThrown = thrown;
        thrown = Guard.Never;
        Execute(operation.Body);
        var (after, thrownHere) = (Guard, thrown);
        thrown = outerThrown;
        if (operation.Catches.IsEmpty)
        {
            thrown |= thrownHere;
        }

        var pending = thrownHere;
        foreach (var clause in operation.Catches)
        {
            // What the body throws for certain goes to the first clause. Whatever else may go wrong is a path of its own, which does not end the others: what
            // was done before and after belongs to the path on which nothing fails.
            var failure = Guards.Opaque("catch@" + clause.Syntax.SpanStart + clause.Syntax.SyntaxTree.FilePath, [], "an exception is caught");
            Guard = pending | (entry & failure);
            if (clause.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation declarator)
            {
                frame.Declare(declarator.Symbol, Guard, Unknown(declarator, "it is an exception", declarator.Symbol.Type));
            }

            var outerReturned = frame.Returned;
            var outerReturns = frame.Returns.Count;
            Execute(clause.Handler);
            if (!pending.IsFeasible && frame.Returned != outerReturned)
            {
                // Only the imagined failure returns here.
                frame.Returns.RemoveRange(outerReturns, frame.Returns.Count - outerReturns);
                frame.Returned = outerReturned;
            }

            after |= Guard & pending;
            pending = Guard.Never;
        }

        if (operation.Finally is not null)
        {
            Guard = entry;
            Execute(operation.Finally);
            after &= Guard;
        }

        Guard = after;
    }
}
