using System.Collections;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The alternatives of a value: nearly always one, the value itself. Nothing is allocated to go through them with <c>foreach</c>.</summary>
/// <param name="value">The value.</param>
internal readonly struct Alternatives(Value value) : IReadOnlyList<Alternative>
{
    public int Count => value is ChoiceValue choice ? choice.Items.Length : 1;

    public Alternative this[int index] => value is ChoiceValue choice ? choice.Items[index]
        : index == 0 ? new(Guard.Always, value)
        : throw new ArgumentOutOfRangeException(nameof(index));

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Alternative> IEnumerable<Alternative>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator(Alternatives alternatives) : IEnumerator<Alternative>
    {
        private readonly int count = alternatives.Count;
        private int index = -1;

        public readonly Alternative Current => alternatives[index];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++index < count;

        public void Reset() => index = -1;

        public readonly void Dispose()
        {
        }
    }
}
