using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Expressions.</content>
internal sealed partial class Evaluator
{
    /// <summary>What <c>with</c>, an object initializer or a conditional access is under way for: the innermost last.</summary>
    private readonly Stack<Value> implicitReceivers = new();

    private readonly Stack<Value> conditionalReceivers = new();

    /// <summary>Evaluates an expression on the current paths.</summary>
    internal Value Evaluate(IOperation? operation)
    {
        if (operation is null)
        {
            return ConstantValue.Null;
        }

        Step();
        if (operation.ConstantValue.HasValue)
        {
            return operation.Type is null ? ConstantValue.Of(operation.ConstantValue.Value) : Constant(operation.ConstantValue.Value, operation.Type);
        }

        var value = EvaluateAsWritten(operation);
        return errors is not null && errors.IsDoubtful(operation.Syntax) ? Doubtful(value, operation) : value;
    }

    private Value EvaluateAsWritten(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => Variable(local.Local, operation),
            IParameterReferenceOperation parameter => Variable(parameter.Parameter, operation),
            IInstanceReferenceOperation instance => Instance(instance),
            IFieldReferenceOperation field => FieldReference(field),
            IPropertyReferenceOperation property => PropertyReference(property),
            IInvocationOperation invocation => Invocation(invocation),
            IObjectCreationOperation creation => Creation(creation),
            IAnonymousObjectCreationOperation anonymous => AnonymousObject(anonymous),
            ITypeParameterObjectCreationOperation creation => TypeParameterCreation(creation),
            IConversionOperation conversion => Conversion(conversion),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
            IInterpolatedStringOperation text => Interpolation(text),
            IBinaryOperation binary => Binary(binary),
            IUnaryOperation unary => Unary(unary),
            IConditionalOperation conditional => Branch(Test(conditional.Condition), () => Evaluate(conditional.WhenTrue), () => Evaluate(conditional.WhenFalse)),
            ICoalesceOperation coalesce => Coalesce(coalesce),
            ICoalesceAssignmentOperation assignment => CoalesceAssignment(assignment),
            IConditionalAccessOperation access => ConditionalAccess(access),
            IConditionalAccessInstanceOperation => conditionalReceivers.Count > 0 ? conditionalReceivers.Peek() : ConstantValue.Null,
            ISimpleAssignmentOperation assignment => SimpleAssignment(assignment),
            ICompoundAssignmentOperation assignment => CompoundAssignment(assignment),
            IIncrementOrDecrementOperation increment => Increment(increment),
            IDeconstructionAssignmentOperation deconstruction => Deconstruction(deconstruction),
            IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
            IArrayCreationOperation array => ArrayCreation(array),
            IArrayElementReferenceOperation element => ArrayElement(element),
            ICollectionExpressionOperation collection => CollectionExpression(collection),
            ITupleOperation tuple => Tuple(tuple),
            IDelegateCreationOperation creation => Evaluate(creation.Target),
            IAnonymousFunctionOperation lambda => new FunctionValue(lambda.Symbol, lambda, frame, frame.Receiver),
            IMethodReferenceOperation method => MethodGroup(method),
            IIsTypeOperation isType => GuardValue.Of(Within(isType.IsNegated, IsInstance(Evaluate(isType.ValueOperand), isType.TypeOperand))),
            IIsPatternOperation isPattern => GuardValue.Of(Match(Evaluate(isPattern.Value), isPattern.Pattern)),
            ISwitchExpressionOperation @switch => SwitchExpression(@switch),
            IWithOperation with => With(with),
            IAwaitOperation await => Evaluate(await.Operation),
            ITranslatedQueryOperation query => Evaluate(query.Operation),
            IThrowOperation @throw => Throw(@throw),
            IDefaultValueOperation => DefaultOf(Resolve(operation.Type)),
            IImplicitIndexerReferenceOperation indexer => ImplicitIndexer(indexer),
            IArgumentOperation argument => Evaluate(argument.Value),
            IVariableInitializerOperation initializer => Evaluate(initializer.Value),
            ISymbolInitializerOperation initializer => Evaluate(initializer.Value),
            ITypeOfOperation or ISizeOfOperation => Unknown(operation, "it is a property of a type"),
            IInvalidOperation invalid => Invalid(invalid),
            _ => Unfollowed(operation),
        };

    /// <summary>The paths on which a condition holds.</summary>
    internal Guard Test(IOperation condition) => AsGuard(Evaluate(condition));

    internal static Value DefaultOf(ITypeSymbol? type) => type switch
    {
        null => ConstantValue.Null,
        { SpecialType: SpecialType.System_Boolean } => ConstantValue.False,
        { SpecialType: >= SpecialType.System_Char and <= SpecialType.System_Double } => ConstantValue.Of(0),
        { TypeKind: TypeKind.Enum } => Constant(0, type),
        _ => ConstantValue.Null,
    };

    internal static Value Constant(object? content, ITypeSymbol type)
    {
        if (content is null || type.TypeKind != TypeKind.Enum)
        {
            return ConstantValue.Of(content);
        }

        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && ConstantsEqual(f.ConstantValue, content));
        return ConstantValue.Of(content, member?.Name);
    }

    private static Guard Within(bool negated, Guard guard) => negated ? !guard : guard;

    private Value Variable(ISymbol symbol, IOperation operation)
    {
        if (frame.Find(symbol) is { } slot)
        {
            return ChoiceValue.On(Guard, slot.Value);
        }

        // The parameter of an extension block stands for the receiver of its members.
        if (symbol is IParameterSymbol { ContainingSymbol: INamedTypeSymbol } && frame.Receiver is { } extended)
        {
            return extended;
        }

        // A parameter of a primary constructor, used by another member.
        if (symbol is IParameterSymbol parameter && frame.Receiver is { } receiver)
        {
            return Map(receiver, one => one is ObjectValue instance && instance.TryGetSlot(CapturedKey(parameter), out var captured)
                ? ChoiceValue.On(Guard, captured.Value)
                : new UnknownValue(KeyOf(one) + "." + parameter.Name, parameter.Name, parameter.Type, "it is a parameter", operation.Syntax.GetLocation()));
        }

        return Unknown(operation, "it is a variable of another method");
    }

    private static string CapturedKey(IParameterSymbol parameter) => "<" + parameter.Name + ">";

    private Value Instance(IInstanceReferenceOperation operation) => operation.ReferenceKind switch
    {
        InstanceReferenceKind.ImplicitReceiver when implicitReceivers.Count > 0 => implicitReceivers.Peek(),
        _ => frame.Receiver ?? Unknown(operation, "it has no receiver"),
    };

    private Value Coalesce(ICoalesceOperation operation)
    {
        var value = Evaluate(operation.Value);
        return Branch(!AreEqual(value, ConstantValue.Null), () => ChoiceValue.On(Guard, value), () => Evaluate(operation.WhenNull));
    }

    private Value CoalesceAssignment(ICoalesceAssignmentOperation operation)
    {
        var value = Evaluate(operation.Target);
        return Branch(!AreEqual(value, ConstantValue.Null), () => ChoiceValue.On(Guard, value), () =>
        {
            var assigned = Evaluate(operation.Value);
            Assign(operation.Target, assigned, operation.Value);
            return assigned;
        });
    }

    private Value ConditionalAccess(IConditionalAccessOperation operation)
    {
        var value = Evaluate(operation.Operation);
        return Branch(
            !AreEqual(value, ConstantValue.Null),
            () =>
            {
                conditionalReceivers.Push(ChoiceValue.On(Guard, value));
                try
                {
                    return Evaluate(operation.WhenNotNull);
                }
                finally
                {
                    conditionalReceivers.Pop();
                }
            },
            () => ConstantValue.Null);
    }

    private Value Conversion(IConversionOperation operation)
    {
        var value = Evaluate(operation.Operand);
        if (operation.OperatorMethod is { } method)
        {
            return Invoke(method, null, new Arguments([new Argument(method.Parameters[0], value, operation.Operand)]), operation, isVirtual: false);
        }

        var type = Resolve(operation.Type);
        if (operation.IsTryCast && type is not null)
        {
            return ChoiceValue.Of(IsInstance(value, type), value, ConstantValue.Null);
        }

        return Map(value, one => one switch
        {
            // The same unknown, seen as another type.
            UnknownValue unknown when type is not null && unknown.Type?.SpecialType is SpecialType.System_Object or null => new UnknownValue(unknown.Key, unknown.Display, type, unknown.Reason, unknown.Location),
            ConstantValue { Content: not null and not string and not bool } constant when type is { TypeKind: TypeKind.Enum } => Constant(constant.Content, type),
            ConstantValue { EnumMember: not null } constant when type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double => ConstantValue.Of(constant.Content),
            _ => one,
        });
    }

    private Value MethodGroup(IMethodReferenceOperation operation)
    {
        var receiver = operation.Instance is null ? null : Evaluate(operation.Instance);
        return operation.Method.MethodKind == MethodKind.LocalFunction
            ? LocalFunction(operation.Method)
            : receiver is null ? new FunctionValue(operation.Method, null, null, null)
            : Map(receiver, one => new FunctionValue(operation.IsVirtual ? Implementation(operation.Method, one) ?? operation.Method : operation.Method, null, null, one));
    }

    private Value Throw(IThrowOperation operation)
    {
        if (operation.Exception is { } exception)
        {
            Evaluate(exception);
        }

        thrown |= Guard;
        Guard = Guard.Never;
        return ConstantValue.Null;
    }

    /// <summary>An operation that is not followed: its operands run, for what they do, and what they yield is lost to it.</summary>
    private Value Unfollowed(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            // The body of a `fixed` statement and the like.
            if (child is IBlockOperation or IVariableDeclarationGroupOperation or IExpressionStatementOperation)
            {
                Execute(child);
                continue;
            }

            Escape(Evaluate(child), operation, "it is used in code that is not followed");
        }

        return Unknown(operation, "the analyzer does not follow this expression");
    }

    /// <summary>What a type stands for where type parameters are given by the calls under way.</summary>
    private ITypeSymbol? Resolve(ITypeSymbol? type) => type is ITypeParameterSymbol parameter ? frame.Find(parameter) ?? type : type;
}
