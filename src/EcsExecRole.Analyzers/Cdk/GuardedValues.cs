using System.Collections;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Each value that a value may be on some paths, with those paths. Nothing is allocated to go through them with <c>foreach</c>.</summary>
/// <param name="value">The value.</param>
/// <param name="guard">The paths.</param>
internal readonly struct GuardedValues(Value value, Guard guard) : IEnumerable<(Value Value, Guard Guard)>
{
    public Enumerator GetEnumerator() => new(value.Alternatives, guard);

    IEnumerator<(Value Value, Guard Guard)> IEnumerable<(Value Value, Guard Guard)>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator(Alternatives alternatives, Guard guard) : IEnumerator<(Value Value, Guard Guard)>
    {
        private readonly int count = alternatives.Count;
        private int next;

        public (Value Value, Guard Guard) Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            while (next < count)
            {
                var alternative = alternatives[next++];
                var on = guard & alternative.Guard;
                if (on.IsFeasible)
                {
                    Current = (alternative.Value, on);
                    return true;
                }
            }

            return false;
        }

        public void Reset() => next = 0;

        public readonly void Dispose()
        {
        }
    }
}
