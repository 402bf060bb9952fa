namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// Where in a list each value stands, so that a set or dictionary of thousands need not be searched. Of two values that are not the same, but may turn out
/// equal (a parameter and a literal), each has its own place; <see cref="Doubtful"/> tells which ones to ask about.
/// </summary>
internal sealed class ValueIndex(ValueIdentity identity)
{
    private readonly Dictionary<Value, int> places = new(identity);
    private readonly List<int> doubtful = [];

    /// <summary>The places of the values that may equal another value.</summary>
    public IReadOnlyList<int> Doubtful => doubtful;

    public void Add(Value value, int place)
    {
        if (!places.ContainsKey(value))
        {
            places.Add(value, place);
        }

        if (value is not ConstantValue)
        {
            doubtful.Add(place);
        }
    }

    /// <summary>The place of the first value that is the same as <paramref name="value"/>; -1 where there is none.</summary>
    public int Find(Value value) => places.TryGetValue(value, out var place) ? place : -1;
}
