using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Calls.</content>
internal sealed partial class Evaluator
{
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
        var (isSorted, last) = (true, -1);
        for (var i = 0; i < operations.Length; i++)
        {
            var operation = operations[i];
            if (operation.Parameter is not { } parameter)
            {
                Evaluate(operation.Value);
                return Arguments.None;
            }

            // What a new variable of an `out` argument holds before the call does not matter: code that compiles assigns it.
            var value = parameter.RefKind != RefKind.Out ? Evaluate(operation.Value) : errors is null ? ConstantValue.Null : Unknown(operation, DoesNotCompile, parameter.Type);
            var ordinal = operations.Length == 1 ? 0 : parameter.Ordinal;
            (isSorted, last) = (isSorted && last <= ordinal, ordinal);
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

        if (IsBroken && receiver is UnknownValue && IsUnwritten(receiver))
        {
            LoseLike(method.ContainingType, operation);
        }

        if (receiver is FunctionValue function && method.Name == "Invoke")
        {
            return CallFunction(function, arguments, operation);
        }

        var facts = FactsOf(method);
        if (isVirtual && facts.IsDispatched && receiver is not null && Implementation(method, receiver) is { } actual)
        {
            method = actual;
            facts = FactsOf(actual);
        }

        var isOpen = isVirtual && facts.IsOverridable && (receiver is UnknownValue || IsIncomplete(receiver));
        if (facts.IsSource && !isOpen && BodyOf(method) is { } body)
        {
            return RunMethod(method, receiver, arguments, operation, body);
        }

        var site = Site(operation);
        if (!facts.IsSource)
        {
            if ((facts.IsKnown && KnownLibrary.TryInvoke(this, method, receiver, arguments, site, out var known)) || Library.TryInvoke(method, receiver, arguments, site, out known))
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
}

