using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Arrays, spans, and the static methods of <see cref="Array"/>.</summary>
internal static class Arrays
{
    private const string Array = "System.Array";
    private static readonly string[] Spans = ["System.Span", "System.ReadOnlySpan", "System.Memory", "System.ReadOnlyMemory", "System.ArraySegment"];

    public static void Register(KnownTable table) => table
        .Method(Array, "Empty", call => call.NewSequence([]))
        .Method(Array, "AsReadOnly", call => call[0])
        .Method(Array, "ForEach", call => Lists.ForEach(call, call.Source(0), call[1]))
        .Method(Array, "Reverse", call => Source.Unwrap(call[0]) is SequenceValue sequence && call.Count == 1 ? Reverse(call, sequence) : null)
        .Method(Array, "Sort", call => Source.Unwrap(call[0]) is SequenceValue sequence ? Sort(call, sequence) : null)
        .Method(Array, "Fill", call => Source.Unwrap(call[0]) is SequenceValue sequence && call.Count == 2 ? Fill(call, sequence) : null)
        .Method(Array, "Resize Copy Clear ConstrainedCopy", Overwrite)
        .Method(Array, "Clone", call => call.Sequence() is null ? null : call.Copy(call.Source()))
        .Method(Array, "GetLength", call => call[0] is ConstantValue { Content: 0 } && call.Sequence() is not null ? Questions.Count(call, call.Source().Each, call.Source().QuestionKey("Count")) : null)
        .Method(Array, "GetValue", call => call.Sequence() is null ? null : Picks.ElementAt(call, call.Source(), call[0], null))
        .Method("System.MemoryExtensions", "AsSpan AsMemory", call => call.Count == 1 ? call[0] : null)
        .Methods(Spans, "op_Implicit", call => call[0])
        .Getters(["System.Memory", "System.ReadOnlyMemory"], "Span", call => call.Sequence());

    private static Value Reverse(KnownCall call, SequenceValue sequence)
    {
        if (sequence.Elements.All(e => e.Guard.Implies(call.Guard)))
        {
            sequence.Reorder(sequence.Elements.Reverse());
        }
        else
        {
            sequence.Shuffle();
        }

        return ConstantValue.Null;
    }

    private static Value Sort(KnownCall call, SequenceValue sequence)
    {
        if (call.Count == 1 && Orderings.TrySort(sequence.Elements, e => e.Value, descending: false, out var sorted) && sequence.Elements.All(e => e.Guard.Implies(call.Guard)))
        {
            sequence.Reorder(sorted);
        }
        else
        {
            sequence.Shuffle();
        }

        return ConstantValue.Null;
    }

    private static Value Fill(KnownCall call, SequenceValue sequence)
    {
        for (var i = 0; i < sequence.Elements.Count; i++)
        {
            sequence.Replace(i, call.Guard, call[1]);
        }

        return ConstantValue.Null;
    }

    /// <summary>Parts of arrays are overwritten: what is where is not followed.</summary>
    private static Value Overwrite(KnownCall call)
    {
        foreach (var argument in call.Arguments.Items)
        {
            foreach (var alternative in argument.Value.Alternatives)
            {
                if (Source.Unwrap(alternative.Value) is SequenceValue sequence)
                {
                    call.Lose(sequence, alternative.Guard, "its array is overwritten");
                    sequence.Shuffle();
                    sequence.Open(call.Guard & alternative.Guard, "the array is overwritten");
                }
            }
        }

        return ConstantValue.Null;
    }
}
