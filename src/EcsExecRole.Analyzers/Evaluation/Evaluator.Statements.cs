using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Statements.</content>
internal sealed partial class Evaluator
{
    /// <summary>How often <c>goto case</c> may jump back within one switch.</summary>
    private const int MaxCasePasses = 64;

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
            LoseNamed(entry, operation);
        }
    }

    private void LoseNamed(Guard entry, IOperation operation) => WithGuard(entry, () => LoseNamed(operation));

    private void ExecuteAsWritten(IOperation operation)
    {
        // The most frequent kinds first: a test of the kind costs much less than one of an interface.
        switch (operation.Kind)
        {
            case OperationKind.Block:
                ExecuteAll(((IBlockOperation)operation).Operations);
                return;
            case OperationKind.ExpressionStatement:
                var expression = ((IExpressionStatementOperation)operation).Operation;
                var value = Evaluate(discarded = expression);
                if (expression.Kind is not (OperationKind.Invocation or OperationKind.SimpleAssignment) && IsOnlyNamed(expression.Syntax))
                {
                    Unfinished(expression, value);
                }

                return;
            case OperationKind.VariableDeclarationGroup:
                Declare((IVariableDeclarationGroupOperation)operation, null);
                return;
            case OperationKind.Return or OperationKind.YieldReturn or OperationKind.YieldBreak:
                Return((IReturnOperation)operation);
                return;
            case OperationKind.Conditional:
                ExecuteConditional((IConditionalOperation)operation);
                return;
            case OperationKind.Loop:
                ExecuteLoop((ILoopOperation)operation);
                return;
            case OperationKind.Using:
                ExecuteUsing((IUsingOperation)operation);
                return;
        }

        switch (operation)
        {
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
            case ILockOperation @lock:
                Evaluate(@lock.LockedValue);
                Execute(@lock.Body);
                break;
            case ILocalFunctionOperation { Body: null, IgnoredBody: null, Symbol.IsExtern: false }:
                // It has a type in front, and was meant to be a call.
                IsBroken = true;
                LoseAtHand(operation);
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

    private void ExecuteConditional(IConditionalOperation operation) =>
        Branch(Test(operation.Condition), operation, static (evaluator, part) => evaluator.Run(part));

    private void ExecuteLoop(ILoopOperation operation)
    {
        switch (operation)
        {
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
            default:
                Evaluate(operation);
                break;
        }
    }

    private void ExecuteUsing(IUsingOperation operation) =>
        Using(() => operation.Resources is IVariableDeclarationGroupOperation group ? Declare(group) : [Evaluate(operation.Resources)], () => Execute(operation.Body));

    private Value Run(IOperation? operation)
    {
        Execute(operation);
        return ConstantValue.Null;
    }

    private List<Value> Declare(IVariableDeclarationGroupOperation group)
    {
        var values = new List<Value>();
        Declare(group, values);
        return values;
    }

    /// <param name="values">Where to put the variables' values; null where no one asks.</param>
    private void Declare(IVariableDeclarationGroupOperation group, List<Value>? values)
    {
        foreach (var declaration in group.Declarations)
        {
            foreach (var declarator in declaration.Declarators)
            {
                var initializer = declarator.Initializer ?? declaration.Initializer;
                if (initializer is not null && declarator.Symbol.IsRef)
                {
                    DeclareReference(declarator.Symbol, initializer.Value);
                    continue;
                }

                var value = Stored(initializer is null ? DefaultOf(declarator.Symbol.Type) : Evaluate(initializer.Value), declarator.Symbol.Name);
                frame.Declare(declarator.Symbol, Guard, value);
                values?.Add(value);
                if (declarator.Symbol.Type.TypeKind == TypeKind.Error || initializer?.Syntax is EqualsValueClauseSyntax { Value: RefExpressionSyntax })
                {
                    LoseDeclared(declarator, initializer);
                }
            }
        }
    }

    private void Return(IReturnOperation operation)
    {
        var value = operation.ReturnedValue is not null ? Evaluate(operation.ReturnedValue)
            : operation.Kind == OperationKind.Return && frame.Method is { ReturnsVoid: false, IsAsync: false } method ? ReturnsNothing(operation, method.ReturnType)
            : ConstantValue.Null;
        if (errors is not null && operation.ReturnedValue is not null && (errors.IsBroken(operation.Syntax) || (operation.Syntax.Parent is ArrowExpressionClauseSyntax arrow && errors.IsBroken(arrow))))
        {
            LoseDeeply(value, operation);
            value = Unknown(operation, DoesNotCompile, operation.ReturnedValue.Type);
        }

        switch (operation.Kind)
        {
            case OperationKind.YieldReturn:
                YieldReturn(value);
                return;
            case OperationKind.YieldBreak:
                break;
            default:
                frame.Returns.Add(new(Guard.Except(frame.Returned), value));
                break;
        }

        frame.Returned |= Guard;
        Guard = Guard.Never;
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
        for (var pass = 0; pass == 0 || operation.Cases.Any(IsAwaited); pass++)
        {
            if (pass > MaxCasePasses)
            {
                throw new BudgetException(nameof(MaxCasePasses));
            }

            foreach (var section in operation.Cases)
            {
                Guard = pass == 0 ? entries[section] : Guard.Never;
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
        }

        Guard = after;
        Land(operation.ExitLabel);
    }

    /// <summary>Whether a <c>goto case</c> further down has jumped to a section.</summary>
    private bool IsAwaited(ISwitchCaseOperation section) => section.Clauses.Any(c => c.Label is { } label && jumps.TryGetValue(label, out var waiting) && waiting.IsFeasible);

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
}
