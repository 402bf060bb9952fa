using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Calls.</content>
internal sealed partial class Evaluator
{
    /// <summary>The calls of each method under way: how many, and the paths on which the outermost was made.</summary>
    private readonly Dictionary<ISymbol, (int Count, Guard Entry)> active = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<ITypeSymbol, Dictionary<IMethodSymbol, IMethodSymbol?>> implementations = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<ISymbol, IOperation?> bodies = new(SymbolEqualityComparer.Default);

    /// <summary>Calls a delegate.</summary>
    /// <param name="function">A function, unknown, or a choice of these.</param>
    /// <param name="arguments">The arguments, in order.</param>
    /// <param name="operation">The call, for locations.</param>
    public Value Call(Value function, ImmutableArray<Value> arguments, IOperation operation) =>
        function is ChoiceValue ? CallEach(function, arguments, operation) : CallSingle(function, arguments, operation);

    private Value CallEach(Value functions, ImmutableArray<Value> arguments, IOperation operation) => Map(functions, one => CallSingle(one, arguments, operation));

    private Value CallSingle(Value one, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (one is FunctionValue target)
        {
            var parameters = target.Method.Parameters;
            var bound = ImmutableArray.CreateBuilder<Argument>(Math.Min(parameters.Length, arguments.Length));
            for (var i = 0; i < parameters.Length && i < arguments.Length; i++)
            {
                bound.Add(new(parameters[i], arguments[i], null));
            }

            return CallFunction(target, new Arguments(bound.MoveToImmutable()), operation);
        }

        if (one.IsNull)
        {
            return NullDereference();
        }

        foreach (var argument in arguments)
        {
            Escape(argument, operation, "an unknown delegate gets it");
        }

        return Unknown(operation, "it is what an unknown delegate returns");
    }

    /// <summary>Stores what a call assigned to an <c>out</c> or <c>ref</c> argument.</summary>
    public void AssignOut(Argument argument, Value value)
    {
        if (argument.Operation is { } target)
        {
            Assign(target, value, null);
        }
    }

    private Value CallFunction(FunctionValue function, Arguments arguments, IOperation operation)
    {
        foreach (var earlier in function.Earlier)
        {
            CallOne(earlier, arguments, operation);
        }

        return CallOne(function, arguments, operation);
    }

    private Value CallOne(FunctionValue function, Arguments arguments, IOperation operation) => function.Body switch
    {
        IAnonymousFunctionOperation lambda => RunMethod(function.Method, function.Receiver, arguments, operation, lambda.Body, function.Scope),
        ILocalFunctionOperation local => RunMethod(function.Method, function.Receiver, arguments, operation, (IOperation?)local.Body ?? local.IgnoredBody, function.Scope),
        _ => Invoke(function.Method, function.Receiver, arguments, operation, isVirtual: false),
    };

    private Value Invocation(IInvocationOperation operation)
    {
        var method = operation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            var function = operation.Instance is null ? ConstantValue.Null : Evaluate(operation.Instance);
            return Call(function, EvaluateArguments(operation.Arguments).Values, operation);
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return CallFunction(LocalFunction(method), EvaluateArguments(operation.Arguments), operation);
        }

        if (operation.Instance is null)
        {
            method = Constrained(method, operation.ConstrainedToType);
            return Invoke(method, null, EvaluateArguments(operation.Arguments), operation, isVirtual: false);
        }

        var receiver = Place(operation.Instance);
        var arguments = EvaluateArguments(operation.Arguments);
        receiver = ChoiceValue.On(Guard, receiver);
        return receiver is ChoiceValue ? InvokeEach(method, receiver, arguments, operation) : Invoke(method, receiver, arguments, operation, operation.IsVirtual);
    }

    private Value InvokeEach(IMethodSymbol method, Value receivers, Arguments arguments, IInvocationOperation operation) =>
        Map(receivers, one => Invoke(method, one, arguments, operation, operation.IsVirtual));

    /// <summary>A local function, to be called now or kept.</summary>
    private FunctionValue LocalFunction(IMethodSymbol method, bool isKept = false)
    {
        var scope = frame;
        for (var candidate = frame; candidate is not null; candidate = candidate.Outer)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.Method?.OriginalDefinition, method.ContainingSymbol?.OriginalDefinition))
            {
                scope = candidate;
                break;
            }
        }

        var body = method.OriginalDefinition.DeclaringSyntaxReferences.Select(r => Program.OperationOf(r.GetSyntax())).OfType<ILocalFunctionOperation>().FirstOrDefault();
        return new FunctionValue(method, body, isKept ? scope.Captured : scope, scope.Receiver);
    }

    private Arguments EvaluateArguments(ImmutableArray<IArgumentOperation> operations)
    {
        if (operations.IsEmpty)
        {
            return Arguments.None;
        }

        var items = new Argument[operations.Length];
        var isSorted = true;
        for (var i = 0; i < operations.Length; i++)
        {
            var operation = operations[i];
            if (operation.Parameter is not { } parameter)
            {
                Evaluate(operation.Value);
                return Arguments.None;
            }

            // What a new variable of an `out` argument holds before the call does not matter.
            var value = parameter.RefKind == RefKind.Out ? ConstantValue.Null : Evaluate(operation.Value);
            isSorted &= i == 0 || items[i - 1].Parameter.Ordinal <= parameter.Ordinal;
            items[i] = new Argument(parameter, value, operation.ArgumentKind == ArgumentKind.DefaultValue ? null : operation.Value);
        }

        if (!isSorted)
        {
            Array.Sort(items, static (a, b) => a.Parameter.Ordinal.CompareTo(b.Parameter.Ordinal));
        }

        return new Arguments(ImmutableCollectionsMarshal.AsImmutableArray(items));
    }

    /// <summary>Calls a method on a receiver that is not a choice.</summary>
    private Value Invoke(IMethodSymbol method, Value? receiver, Arguments arguments, IOperation operation, bool isVirtual)
    {
        Step();
        if (receiver is { IsNull: true } && !method.IsStatic && method.ContainingType.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T)
        {
            Library.CallOnNull((ConstantValue)receiver, method, Site(operation));
            return NullDereference();
        }

        if (receiver is FunctionValue function && method.Name == "Invoke")
        {
            return CallFunction(function, arguments, operation);
        }

        if (isVirtual && receiver is not null)
        {
            method = Implementation(method, receiver) ?? method;
        }

        var isOpen = isVirtual && IsOverridable(method) && (receiver is UnknownValue || IsIncomplete(receiver));
        if (IsSource(method) && !isOpen && BodyOf(method) is { } body)
        {
            return RunMethod(method, receiver, arguments, operation, body);
        }

        var site = Site(operation);
        if (!IsSource(method))
        {
            if (KnownLibrary.TryInvoke(this, method, receiver, arguments, site, out var known) || Library.TryInvoke(method, receiver, arguments, site, out known))
            {
                return known;
            }

            if (KnownLibrary.IsPure(method))
            {
                return UnknownResult(method, receiver, arguments, site, "it is what " + method.ContainingType.Name + "." + method.Name + " returns", isInput: false);
            }
        }

        var reason = method.ContainingType.Name + "." + method.Name + " gets it";
        if (receiver is not null)
        {
            Escape(receiver, operation, reason);
        }

        if (isOpen && receiver is ObjectValue incomplete)
        {
            // A class that is not here overrides it, and sees what its base keeps.
            foreach (var slot in incomplete.Slots.ToList())
            {
                Escape(slot.Value.Value, operation, reason);
            }
        }

        EscapeArguments(arguments, operation, reason);
        return UnknownResult(method, receiver, arguments, site, "it is what " + method.ContainingType.Name + "." + method.Name + " returns");
    }

    private void EscapeArguments(Arguments arguments, IOperation operation, string reason)
    {
        foreach (var argument in arguments.Items)
        {
            Escape(argument.Value, operation, reason);
            if (argument.Parameter.RefKind is RefKind.Out or RefKind.Ref)
            {
                AssignOut(argument, Unknown(operation, reason, argument.Parameter.Type));
            }
        }
    }

    /// <summary>Whether an object is really one of a class that derives from its type, and that the compilation does not have; or one of a class that is still being typed.</summary>
    private bool IsIncomplete(Value? receiver) =>
        receiver is ObjectValue { Type: { TypeKind: TypeKind.Class } type } && IsSource(type) && (type.IsAbstract || (errors is not null && MayOverride(type)));

    private static bool IsOverridable(IMethodSymbol method) =>
        (method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType.TypeKind == TypeKind.Interface) && !method.IsSealed && !method.ContainingType.IsSealed;

    /// <summary>The method that a virtual or interface call runs on a receiver; null where the receiver's type does not tell.</summary>
    private IMethodSymbol? Implementation(IMethodSymbol method, Value receiver)
    {
        if (receiver is not ObjectValue instance || !(method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType.TypeKind == TypeKind.Interface))
        {
            return null;
        }

        if (!implementations.TryGetValue(instance.Type, out var known))
        {
            implementations.Add(instance.Type, known = new(SymbolEqualityComparer.Default));
        }

        if (!known.TryGetValue(method, out var found))
        {
            known.Add(method, found = FindImplementation(method, instance));
        }

        return found;
    }

    private IMethodSymbol? FindImplementation(IMethodSymbol method, ObjectValue instance)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            var found = instance.Type.FindImplementationForInterfaceMember(method) as IMethodSymbol;
            return found is null || found.ContainingType.TypeKind == TypeKind.Interface ? found
                : method.IsGenericMethod && found.IsGenericMethod ? found.Construct([.. method.TypeArguments]) : Implementation(found, instance) ?? found;
        }

        for (ITypeSymbol? current = instance.Type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(method.Name))
            {
                for (var overridden = member as IMethodSymbol; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
                    {
                        return method.IsGenericMethod ? ((IMethodSymbol)member).Construct([.. method.TypeArguments]) : (IMethodSymbol)member;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The body of a method of the compilation; null where it has none.</summary>
    private IOperation? BodyOf(IMethodSymbol method)
    {
        if (!bodies.TryGetValue(method.OriginalDefinition, out var body))
        {
            bodies.Add(method.OriginalDefinition, body = FindBody(method));
        }

        return body;
    }

    /// <summary>The part of a partial member that has its body, whose own parameters the body names.</summary>
    private static IMethodSymbol Implemented(IMethodSymbol method) => method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;

    private IOperation? FindBody(IMethodSymbol method)
    {
        foreach (var reference in Implemented(method).DeclaringSyntaxReferences)
        {
            var body = reference.GetSyntax() switch
            {
                BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
                BaseMethodDeclarationSyntax declaration => Program.OperationOf(declaration),
                AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
                AccessorDeclarationSyntax accessor => Program.OperationOf(accessor),
                ArrowExpressionClauseSyntax arrow => Program.OperationOf(arrow),
                CompilationUnitSyntax unit => Program.OperationOf(unit),
                _ => null,
            };
            if (body is not null)
            {
                return body;
            }
        }

        return null;
    }

    /// <summary>Runs a method of the compilation.</summary>
    /// <param name="method">The method.</param>
    /// <param name="receiver"><c>this</c>.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="operation">The call.</param>
    /// <param name="body">What runs.</param>
    /// <param name="outer">For a lambda or local function, the variables around it.</param>
    private Value RunMethod(IMethodSymbol method, Value? receiver, Arguments arguments, IOperation operation, IOperation? body, Frame? outer = null) =>
        body is not null && IsIterator(method.OriginalDefinition, body)
            ? RunIterator(method, receiver, arguments, operation, body, outer)
            : RunMethod(method, receiver, arguments, operation, body, outer, null);

    private DeferredValue RunIterator(IMethodSymbol method, Value? receiver, Arguments arguments, IOperation operation, IOperation body, Frame? outer) =>
        Iterator(method, receiver, arguments, each => RunMethod(method, receiver, arguments, operation, body, outer, each));

    private Value RunMethod(IMethodSymbol method, Value? receiver, Arguments arguments, IOperation operation, IOperation? body, Frame? outer, Yield? each)
    {
        var definition = method.OriginalDefinition;
        active.TryGetValue(definition, out var running);
        if (body is null || NestsTooDeeply(running))
        {
            EscapeArguments(arguments, operation, "calls nest too deeply");
            return Unknown(operation, "calls nest too deeply", method.ReturnType);
        }

        reached.Add(definition);
        var caller = frame;
        frame = new Frame(definition, receiver, outer, caller.Depth + 1) { TypeArguments = TypeArgumentsOf(method, receiver, caller), OnYield = each };
        active[definition] = (running.Count + 1, running.Entry ?? Guard);
        try
        {
            var parameters = Implemented(definition).Parameters;
            for (var i = 0; i < parameters.Length; i++)
            {
                var value = i < arguments.Count ? arguments[i] : DefaultOf(parameters[i].Type);
                frame.Declare(parameters[i], Guard, parameters[i].RefKind == RefKind.None ? Passed(value) : value);
                if (parameters[i].RefKind == RefKind.Ref && i < arguments.Count && arguments.Items[i].Operation is { } target && IsPlace(target))
                {
                    frame.Alias(parameters[i], target, caller);
                }
            }

            var result = RunBody(method, body);
            for (var i = 0; i < arguments.Count && i < parameters.Length; i++)
            {
                if (parameters[i].RefKind is RefKind.Out or RefKind.Ref && frame.Find(parameters[i]) is { } slot && arguments.Items[i].Operation is not null && !frame.TryFindAlias(parameters[i], out _))
                {
                    var (callee, value) = (frame, slot.Value);
                    frame = caller;
                    AssignOut(arguments.Items[i], value);
                    frame = callee;
                }
            }

            return result;
        }
        finally
        {
            active[definition] = running;
            frame = caller;
        }
    }

    /// <summary>A recursion that is decided at each call is followed far; one that unknowns decide would double at each level.</summary>
    private bool NestsTooDeeply((int Count, Guard Entry) running) =>
        frame.Depth >= Budget.CallDepth
        || running.Count >= Budget.Recursion
        || (running.Count >= Budget.UndecidedRecursion && !running.Entry.Implies(Guard));

    private Value RunBody(IMethodSymbol method, IOperation body)
    {
        var entry = Guard;
        switch (body)
        {
            case IMethodBodyOperation methodBody:
                Execute((IOperation?)methodBody.BlockBody ?? methodBody.ExpressionBody);
                break;
            case IConstructorBodyOperation constructorBody:
                Execute(Program.Current((IOperation?)constructorBody.BlockBody ?? constructorBody.ExpressionBody));
                break;
            default:
                Execute(body);
                break;
        }

        Guard = (Guard | frame.Returned) & entry;
        return frame.Yielded is { } yielded ? yielded
            : !frame.HasReturns ? (method.IsAsync ? ConstantValue.True : DefaultOf(method.ReturnsVoid ? null : method.ReturnType))
            : frame.Returns.Count == 1 && frame.Returns[0] is { Value: not ChoiceValue } only ? (only.Guard.IsFeasible ? only.Value : ConstantValue.Null)
            : ChoiceValue.Of(frame.Returns);
    }
}
