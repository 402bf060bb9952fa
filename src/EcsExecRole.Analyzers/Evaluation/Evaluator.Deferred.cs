using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Sequences that are made while they are enumerated.</content>
internal sealed partial class Evaluator
{
    // By the body: an edit may have given the same method another one.
    private static readonly ConditionalWeakTable<IOperation, StrongBox<bool>> Iterators = new();

    /// <summary>What enumerating a value yields: the elements of a deferred sequence, or of an object of the program's own that has a <c>GetEnumerator</c>.</summary>
    internal Value Forced(Value value) => value switch
    {
        DeferredValue deferred => deferred.Enumerate(),
        ObjectValue { Payload: null } instance when EnumeratorOf(instance) is { } method && EnumerationSite(instance) is { } site => Forced(Invoke(method, instance, Arguments.None, site, isVirtual: true)),
        ChoiceValue choice when choice.Alternatives.Any(a => a.Value is DeferredValue or ObjectValue { Payload: null }) => Map(value, Forced),
        _ => value,
    };

    private IMethodSymbol? EnumeratorOf(ObjectValue instance) => IsSource(instance.Type)
        ? instance.Type.GetMembers("GetEnumerator").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.IsEmpty)
        : null;

    private static IOperation? EnumerationSite(ObjectValue instance) => instance.Origin;

    /// <summary>What an operator of LINQ yields: its delegates run when someone enumerates it.</summary>
    /// <param name="method">The operator.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="site">The call.</param>
    /// <param name="enumerate">Makes the elements, for the key of the sequence and the paths of the enumeration; null where that is not modelled.</param>
    internal DeferredValue Defer(IMethodSymbol method, Arguments arguments, CallSite site, Func<string, CallSite, Value?> enumerate)
    {
        var (key, made) = (NewKey(method.Name), frame);
        return new DeferredValue(key, method.ReturnType, [.. arguments.Items.Select(a => a.Value)], _ =>
        {
            var current = frame;
            frame = made;
            try
            {
                var now = Site(site.Operation);
                if (enumerate(key, now) is { } elements)
                {
                    return elements;
                }

                EscapeArguments(arguments, site.Operation, method.Name + " gets it");
                return UnknownResult(method, null, arguments, now, "it is what " + method.Name + " yields");
            }
            finally
            {
                frame = current;
            }
        })
        {
            Operator = (method, arguments),
        };
    }

    /// <summary>What a call of an iterator yields: its body runs when someone enumerates it.</summary>
    private DeferredValue Iterator(IMethodSymbol method, Value? receiver, Arguments arguments, Func<Yield?, Value> run)
    {
        var parts = arguments.Items.Select(a => a.Value);
        return new DeferredValue(NewKey(method.Name), method.ReturnType, [.. receiver is null ? parts : parts.Prepend(receiver)], each =>
        {
            var elements = run(each);
            return each is not null ? null : elements as SequenceValue ?? new SequenceValue(NewKey("yield"), [], Guard.Never);
        });
    }

    /// <summary>Whether the body of a method has a <c>yield</c>.</summary>
    private static bool IsIterator(IMethodSymbol definition, IOperation body) =>
        definition is { ReturnsVoid: false, ReturnType: { TypeKind: TypeKind.Interface, Name: "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator" } } && Yields(body);

    private static bool Yields(IOperation body) => Iterators.GetValue(body, static b => new(HasYield(b))).Value;

    private static bool HasYield(IOperation operation) => operation.ChildOperations.Any(o =>
        o is IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } || (o is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && HasYield(o)));

    private void YieldReturn(Value value)
    {
        if (frame.OnYield is { } each)
        {
            each(value, frame.OpenRounds > 0);
            return;
        }

        frame.Yielded ??= new SequenceValue(NewKey("yield"), [], Guard.Never);
        frame.Yielded.Add(new Element(Guard, value) { IsMany = frame.OpenRounds > 0 });
    }
}
