using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Creates the collections that are a sequence of elements, and tells their length.</summary>
internal static class Sequences
{
    private const string Generic = "System.Collections.Generic.";
    private const string Concurrent = "System.Collections.Concurrent.";
    private const string Models = "System.Collections.ObjectModel.";

    public static void Register(KnownTable table) => table
        .Constructors(
            [
                Generic + "List", Generic + "LinkedList", Generic + "Queue", Models + "Collection", Models + "ObservableCollection", "System.Collections.ArrayList",
                Concurrent + "ConcurrentBag", Concurrent + "ConcurrentQueue", "System.Span", "System.ReadOnlySpan", "System.Memory", "System.ReadOnlyMemory",
            ],
            call => New(call, set: false))
        .Constructors([Generic + "HashSet", Generic + "SortedSet"], call => New(call, set: true))
        .Constructors([Generic + "Stack", Concurrent + "ConcurrentStack"], NewStack)
        .Constructor(Models + "ReadOnlyCollection", call => call[0])
        .Getters(
            [
                Generic + "ICollection", Generic + "IReadOnlyCollection", "System.Collections.ICollection",
                Generic + "Stack", Generic + "Queue",
            ],
            "Count",
            Length)
        .Getters(["System.Array", "System.Span", "System.ReadOnlySpan", "System.Collections.Immutable.ImmutableArray"], "Length", Length)
        .Getter("System.Array", "LongLength", Length)
        .Getters(["System.Collections.Immutable.ImmutableArray", "System.Span", "System.ReadOnlySpan", Concurrent + "ConcurrentBag", Concurrent + "ConcurrentQueue", Concurrent + "ConcurrentStack"], "IsEmpty", IsEmpty)
        .Getter("System.Collections.Immutable.ImmutableArray", "IsDefaultOrEmpty", IsEmpty)
        .Methods(["System.Collections.Generic.IEnumerable", "System.Collections.IEnumerable"], "GetEnumerator", call => Source.Unwrap(call.Receiver) is SequenceValue or DictionaryValue or DeferredValue ? call.Receiver : null)
        .Getter("System.Collections.Immutable.ImmutableArray", "IsDefault", call => call.Receiver is SequenceValue ? ConstantValue.False : null);

    /// <summary>Whether the elements are told apart: <c>Add</c> of one that is there does nothing.</summary>
    public static bool IsSet(SequenceValue sequence) => sequence.Type is { Name: "HashSet" or "SortedSet" or "ISet" or "ImmutableHashSet" or "ImmutableSortedSet" } or { Name: "Builder", ContainingType.Name: "ImmutableHashSet" or "ImmutableSortedSet" };

    /// <summary>The sequence that a call is about; null where the receiver is not one that is known.</summary>
    public static SequenceValue? Sequence(this KnownCall call) => Source.Unwrap(call.Receiver) as SequenceValue;

    /// <summary>What tells keys apart: the comparer among the arguments.</summary>
    public static ValueIdentity? Comparer(this KnownCall call)
    {
        foreach (var argument in call.Arguments.Items)
        {
            if (argument.Parameter.Type.Name is "IEqualityComparer" or "IComparer")
            {
                return argument.Value switch
                {
                    { IsNull: true } => ValueIdentity.Exact,
                    UnknownValue { Key: "StringComparer.OrdinalIgnoreCase" or "StringComparer.InvariantCultureIgnoreCase" or "StringComparer.CurrentCultureIgnoreCase" } => ValueIdentity.IgnoreCase,
                    UnknownValue { Key: "StringComparer.Ordinal" or "StringComparer.InvariantCulture" or "StringComparer.CurrentCulture" } => ValueIdentity.Exact,
                    _ => null,
                };
            }
        }

        return ValueIdentity.Exact;
    }

    /// <summary>The collection that a constructor copies, if it takes one.</summary>
    public static Source? CopiedCollection(KnownCall call)
    {
        for (var i = 0; i < call.Count; i++)
        {
            if (call.Arguments.Items[i].Parameter.Type is var type && (Source.ElementTypeOf(type) is not null || type.Name is "ICollection" or "IEnumerable"))
            {
                return call.Source(i);
            }
        }

        return null;
    }

    private static Value New(KnownCall call, bool set)
    {
        var from = CopiedCollection(call);
        var key = from is null ? call.Evaluator.NumberedKey(call.ReturnType!.Name) : call.DerivedKey(from);
        if (!set)
        {
            return new SequenceValue(key, from?.Each ?? [], Guard.Never) { Type = call.ReturnType, IsShuffled = from?.IsShuffled ?? false };
        }

        var result = new SequenceValue(key, [], Guard.Never)
        {
            Type = call.ReturnType,
            Identity = call.Comparer() ?? ValueIdentity.Exact,
            IsShuffled = call.ReturnType!.Name == "SortedSet",
        };
        foreach (var element in from?.Each ?? [])
        {
            Sets.AddTo(call, result, element);
        }

        return result;
    }

    private static Value NewStack(KnownCall call) => CopiedCollection(call) is { } from
        ? call.Derive(from, from.Each.Reverse())
        : call.NewSequence([]);

    private static Value? Length(KnownCall call) => call.Sequence() is { } whole && whole.IsCertainUpTo(whole.Elements.Count, call.Guard) && !call.IsPossible(whole.MayHaveMore)
        // What a loop asks each time.
        ? ConstantValue.Of(whole.Elements.Count)
        : Source.Unwrap(call.Receiver) is SequenceValue or DictionaryValue or ConstantValue { Content: string }
        ? Questions.Count(call, call.Source().Each, call.Source().QuestionKey("Count"))
        : null;

    private static Value? IsEmpty(KnownCall call) => call.Sequence() is null ? null : GuardValue.Of(!Questions.Any(call, call.Source()));
}
