namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>A name that no other value of a run has: a stem, and a number where the stem alone is taken. Most are never spelt out.</summary>
/// <param name="Stem">What it is a name for.</param>
/// <param name="Number">0 for the first of its stem.</param>
internal readonly record struct UniqueKey(string Stem, int Number)
{
    public static implicit operator UniqueKey(string key) => new(key, 0);

    public override string ToString() => Number == 0 ? Stem : Stem + "#" + Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
