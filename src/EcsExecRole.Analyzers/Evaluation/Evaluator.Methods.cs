using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Methods of the program: what a call of one runs.</content>
internal sealed partial class Evaluator
{
    /// <summary>The calls of each method under way: how many, and the paths on which the outermost was made.</summary>
    private readonly Dictionary<ISymbol, (int Count, Guard Entry)> active = new(SymbolEqualityComparer.Default);

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
        if (errors is not null && errors.IsHeadBroken(definition))
        {
            LoseArguments(arguments, operation);
        }

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
            Leave(definition, running);
            frame = caller;
        }
    }

    private void Leave(IMethodSymbol definition, (int Count, Guard Entry) running)
    {
        if (running.Count == 0)
        {
            active.Remove(definition);
        }
        else
        {
            active[definition] = running;
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

        if (!frame.HasReturns && !method.ReturnsVoid && !method.IsAsync && frame is { Yielded: null, OnYield: null } && Guard.IsFeasible)
        {
            // It comes to its end without a result: the statement that returns one is being typed.
            frame.Returns.Add(new(Guard, Unknown(body, DoesNotCompile, method.ReturnType)));
        }

        Guard = (Guard | frame.Returned) & entry;
        return frame.Yielded is { } yielded ? yielded
            : !frame.HasReturns ? (method.IsAsync ? ConstantValue.True : DefaultOf(method.ReturnsVoid ? null : method.ReturnType))
            : frame.Returns.Count == 1 && frame.Returns[0] is { Value: not ChoiceValue } only ? (only.Guard.IsFeasible ? only.Value : ConstantValue.Null)
            : ChoiceValue.Of(frame.Returns);
    }
}
