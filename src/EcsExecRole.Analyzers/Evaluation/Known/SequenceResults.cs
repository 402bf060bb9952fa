using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Reads collections, and makes the new ones that calls yield.</summary>
internal static class SequenceResults
{
    /// <summary>The collection that an argument is.</summary>
    public static Source Source(this KnownCall call, int index) => Evaluation.Source.Of(call, call[index]);

    /// <summary>The collection that the call is about: the receiver, or the first argument of an extension method.</summary>
    public static Source Source(this KnownCall call) => Evaluation.Source.Of(call, call.ReceiverOrNone ?? call[0]);

    /// <summary>A new sequence with these elements.</summary>
    public static SequenceValue NewSequence(this KnownCall call, IEnumerable<Element> elements) =>
        new(call.Evaluator.NewKey(call.Member.ContainingType?.Name ?? "sequence"), elements, Guard.Never) { Type = call.ReturnType };

    /// <summary>A new sequence made of <paramref name="from"/>.</summary>
    /// <param name="call">The call that yields it.</param>
    /// <param name="from">The collection it is made of.</param>
    /// <param name="elements">Its elements; those that stand for many included.</param>
    /// <param name="isShuffled">Whether its order is not known; null for as much as that of <paramref name="from"/>.</param>
    public static SequenceValue Derive(this KnownCall call, Source from, IEnumerable<Element> elements, bool? isShuffled = null) =>
        new(call.DerivedKey(from), elements, Guard.Never) { Type = call.ReturnType, IsShuffled = isShuffled ?? from.IsShuffled };

    /// <summary>A new sequence with the same elements.</summary>
    public static SequenceValue Copy(this KnownCall call, Source from) => call.Derive(from, from.Each);

    /// <summary>
    /// The identity of what is made of a collection. What is made twice of the same unknown collection in the same way is the same, so that
    /// <c>props.Items.ToList().Count</c> is one condition wherever it stands. Not so with a delegate, whose text is not its identity.
    /// </summary>
    public static string DerivedKey(this KnownCall call, Source from)
    {
        var key = from.Key + "." + call.Member.Name;
        return from.Known.Count == 0 && !call.Arguments.Items.Any(a => a.Value is FunctionValue or ChoiceValue)
            ? key + "(" + string.Join(",", call.Arguments.Items.Select(a => Evaluator.KeyOf(a.Value)).Skip(call.ReceiverOrNone is null ? 1 : 0)) + ")"
            : call.Key is { } own ? key + "#" + own : call.Evaluator.NewKey(key);
    }

    /// <summary>The key of what is asked of a collection, whatever else is asked of it.</summary>
    public static string QuestionKey(this Source source, string question) => source.Key + "." + question;
}
