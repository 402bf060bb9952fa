using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Expressions.</content>
internal sealed partial class Evaluator
{
    /// <summary>What <c>with</c>, an object initializer or a conditional access is under way for: the innermost last.</summary>
    private readonly Stack<Value> implicitReceivers = new();

    private readonly Stack<Value> conditionalReceivers = new();

    private readonly Dictionary<string, ConstantValue> literals = new(StringComparer.Ordinal);

    private readonly Dictionary<(ISymbol Type, int Number), Value> enumConstants = [];

    /// <summary>Evaluates an expression on the current paths.</summary>
    internal Value Evaluate(IOperation? operation)
    {
        if (operation is null)
        {
            return ConstantValue.Null;
        }

        Step();
        if (pinned.Count > 0 && pinned.TryGetValue(operation, out var known))
        {
            return known;
        }

        var kind = operation.Kind;
        if (!IsNeverConstant(kind) && operation.ConstantValue is { HasValue: true } constant)
        {
            return constant.Value is string text ? Literal(text)
                : operation.Type is null ? ConstantValue.Of(constant.Value)
                : operation.Type.TypeKind == TypeKind.Enum ? EnumConstant(constant.Value, operation.Type)
                : ConstantValue.Of(constant.Value);
        }

        var value = EvaluateAsWritten(operation, kind);
        return errors is not null && errors.IsDoubtful(operation.Syntax) ? Doubtful(value, operation) : value;
    }

    /// <summary>A string of the program's: the same ones come again and again.</summary>
    private ConstantValue Literal(string text)
    {
        if (!literals.TryGetValue(text, out var known))
        {
            literals.Add(text, known = ConstantValue.Of(text));
        }

        return known;
    }

    /// <summary>A member of an enum: to look for its name among all of them is slow.</summary>
    private Value EnumConstant(object? content, ITypeSymbol type)
    {
        if (content is not int number)
        {
            return Constant(content, type);
        }

        if (!enumConstants.TryGetValue((type, number), out var known))
        {
            enumConstants.Add((type, number), known = Constant(content, type));
        }

        return known;
    }

    /// <summary>Whether an expression of a kind has no constant value, which need not be asked for then.</summary>
    private static bool IsNeverConstant(OperationKind kind) => kind is OperationKind.PropertyReference or OperationKind.SimpleAssignment or OperationKind.ObjectCreation
        or OperationKind.Invocation or OperationKind.ArrayCreation or OperationKind.ParameterReference or OperationKind.InstanceReference;

    private Value EvaluateAsWritten(IOperation operation, OperationKind kind)
    {
        // The most frequent kinds first: a test of the kind costs much less than one of an interface.
        switch (kind)
        {
            case OperationKind.PropertyReference:
                return PropertyReference((IPropertyReferenceOperation)operation);
            case OperationKind.Conversion:
                return Conversion((IConversionOperation)operation);
            case OperationKind.SimpleAssignment:
                return SimpleAssignment((ISimpleAssignmentOperation)operation);
            case OperationKind.ObjectCreation:
                return Creation((IObjectCreationOperation)operation);
            case OperationKind.Invocation:
                return Invocation((IInvocationOperation)operation);
            case OperationKind.ArrayCreation:
                return ArrayCreation((IArrayCreationOperation)operation);
            case OperationKind.LocalReference:
                return Variable(((ILocalReferenceOperation)operation).Local, operation);
            case OperationKind.ParameterReference:
                return Variable(((IParameterReferenceOperation)operation).Parameter, operation);
            case OperationKind.InstanceReference:
                return Instance((IInstanceReferenceOperation)operation);
            case OperationKind.FieldReference:
                return FieldReference((IFieldReferenceOperation)operation);
            case OperationKind.InterpolatedString:
                return Interpolation((IInterpolatedStringOperation)operation);
            case OperationKind.Conditional:
                return Conditional((IConditionalOperation)operation);
            case OperationKind.Binary when operation is IBinaryOperation binary:
                return Binary(binary);
            case OperationKind.AnonymousFunction:
                return Function((IAnonymousFunctionOperation)operation);
            case OperationKind.DelegateCreation:
                return Evaluate(((IDelegateCreationOperation)operation).Target);
        }

        return operation switch
        {
            IAnonymousObjectCreationOperation anonymous => AnonymousObject(anonymous),
            ITypeParameterObjectCreationOperation creation => TypeParameterCreation(creation),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
            IUnaryOperation unary => Unary(unary),
            ICoalesceOperation coalesce => Coalesce(coalesce),
            ICoalesceAssignmentOperation assignment => CoalesceAssignment(assignment),
            IConditionalAccessOperation access => ConditionalAccess(access),
            IConditionalAccessInstanceOperation => conditionalReceivers.Count > 0 ? conditionalReceivers.Peek() : ConstantValue.Null,
            ICompoundAssignmentOperation assignment => CompoundAssignment(assignment),
            IIncrementOrDecrementOperation increment => Increment(increment),
            IDeconstructionAssignmentOperation deconstruction => Deconstruction(deconstruction),
            IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
            IArrayElementReferenceOperation element => ArrayElement(element),
            ICollectionExpressionOperation collection => CollectionExpression(collection),
            ITupleOperation tuple => Tuple(tuple),
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
            IEventAssignmentOperation assignment => EventAssignment(assignment),
            IEventReferenceOperation reference => EventReference(reference),
            ITypeOfOperation type => Resolve(type.TypeOperand) is INamedTypeSymbol named && !named.TypeArguments.Any(a => a is ITypeParameterSymbol) ? ConstantValue.Of(named) : Unknown(operation, "it is a property of a type"),
            ISizeOfOperation => Unknown(operation, "it is a property of a type"),
            IInvalidOperation invalid => Invalid(invalid),
            _ => Unfollowed(operation),
        };
    }

    private FunctionValue Function(IAnonymousFunctionOperation lambda) => new(lambda.Symbol, lambda, frame.Captured, frame.Receiver);

    private Value Conditional(IConditionalOperation operation) =>
        Branch(Test(operation.Condition), operation, static (evaluator, part) => evaluator.Evaluate(part));

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

        return ConstantValue.Of(content, EnumMember(type, content));
    }

    private static string? EnumMember(ITypeSymbol type, object content)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && ConstantsEqual(field.ConstantValue, content))
            {
                return field.Name;
            }
        }

        return null;
    }

    private static Guard Within(bool negated, Guard guard) => negated ? !guard : guard;

    private Value Variable(ISymbol symbol, IOperation operation)
    {
        if (IsReference(symbol) && frame.TryFindAlias(symbol, out var alias))
        {
            return Aliased(alias);
        }

        return frame.Find(symbol) is { } slot ? ChoiceValue.On(Guard, slot.Value) : VariableElsewhere(symbol, operation);
    }

    private Value Aliased((IOperation Target, Frame Frame) alias) => In(alias.Frame, () => Evaluate(alias.Target));

    private Value VariableElsewhere(ISymbol symbol, IOperation operation)
    {
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
                : new UnknownValue(KeyOf(one) + "." + parameter.Name, parameter.Name, parameter.Type, "it is a parameter"));
        }

        return Unknown(operation, "it is a variable of another method");
    }

    private static string CapturedKey(IParameterSymbol parameter) => "<" + parameter.ContainingType?.Name + "." + parameter.Name + ">";

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
        var parts = PartsOf(operation.Target);
        var value = Pinned(parts, () => Evaluate(operation.Target));
        return Branch(!AreEqual(value, ConstantValue.Null), () => ChoiceValue.On(Guard, value), () =>
        {
            var assigned = Evaluate(operation.Value);
            return Pinned(parts, () =>
            {
                Assign(operation.Target, assigned, operation.Value);
                return assigned;
            });
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
            () =>
            {
                if (operation.WhenNotNull is IInvocationOperation invocation)
                {
                    foreach (var left in value.Alternatives.Where(a => a.Value is ConstantValue { IsNull: true } && (a.Guard & Guard).IsFeasible))
                    {
                        Library.CallOnNull((ConstantValue)left.Value, invocation.TargetMethod, Site(operation).On(left.Guard));
                    }
                }

                return ConstantValue.Null;
            });
    }

    private Value Conversion(IConversionOperation operation)
    {
        var value = Evaluate(operation.Operand);
        if (!operation.GetConversion().Exists)
        {
            return Inconvertible(value, operation);
        }

        if (operation.OperatorMethod is { } method)
        {
            return Invoke(method, null, new Arguments([new Argument(method.Parameters[0], value, operation.Operand)]), operation, isVirtual: false);
        }

        var type = Resolve(operation.Type);
        if (operation.IsTryCast && type is not null)
        {
            return ChoiceValue.Of(IsInstance(value, type), value, ConstantValue.Null);
        }

        return value is ChoiceValue ? ConvertedEach(value, type) : Converted(value, type);
    }

    private Value ConvertedEach(Value value, ITypeSymbol? type) => Map(value, one => Converted(one, type));

    private static Value Converted(Value value, ITypeSymbol? type) => value switch
    {
        // The same unknown, seen as another type.
        UnknownValue unknown when type is not null && unknown.Type?.SpecialType is SpecialType.System_Object or null => new UnknownValue(unknown.Key, unknown.Display, type, unknown.Reason),
        ConstantValue { Content: not null and not string and not bool } constant when type is { TypeKind: TypeKind.Enum } => Constant(constant.Content, type),
        ConstantValue constant when type is not null => Resized(constant, type),
        _ => value,
    };

    private Value MethodGroup(IMethodReferenceOperation operation)
    {
        var receiver = operation.Instance is null ? null : Evaluate(operation.Instance);
        return operation.Method.MethodKind == MethodKind.LocalFunction
            ? LocalFunction(operation.Method, isKept: true)
            : receiver is null ? new FunctionValue(operation.Method, null, null, null)
            : Map(receiver, one => new FunctionValue(operation.IsVirtual ? Implementation(operation.Method, one) ?? operation.Method : operation.Method, null, null, one));
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
}
