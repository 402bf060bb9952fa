using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The entries of a dictionary that a key may mean.</summary>
/// <param name="Places">Where they stand, and on which paths each is the one; the paths exclude one another.</param>
/// <param name="IsLost">Whether too many entries may be meant to follow them all.</param>
internal sealed record Lookup(IReadOnlyList<(int Place, Guard On)> Places, bool IsLost)
{
    /// <summary>A key that may be any of more entries than these is not followed.</summary>
    private const int MaxCandidates = 48;

    /// <summary>Looks for <paramref name="key"/>, which is no choice.</summary>
    public static Lookup Find(KnownCall call, DictionaryValue dictionary, Value key)
    {
        var exact = dictionary.Find(key);
        var candidates = key is ConstantValue ? dictionary.Index.Doubtful : (IReadOnlyList<int>)[.. Enumerable.Range(0, dictionary.Entries.Count)];
        if (exact >= 0 && !candidates.Contains(exact))
        {
            candidates = [.. candidates, exact];
        }

        if (candidates.Count > MaxCandidates && !(exact >= 0 && call.Guard.Implies(dictionary.Entries[exact].Guard)))
        {
            return new([], true);
        }

        var places = new List<(int, Guard)>();
        var remaining = Guard.Always;

        // What was set last holds.
        foreach (var place in (candidates.Count > MaxCandidates ? [exact] : candidates).OrderByDescending(p => p))
        {
            var entry = dictionary.Entries[place];
            var on = remaining & entry.Guard & (place == exact ? Guard.Always : Questions.Equal(call, entry.Key, key, dictionary.Identity));
            if (call.IsPossible(on))
            {
                places.Add((place, on));
                remaining = remaining.Except(on);
                if (!call.IsPossible(remaining))
                {
                    break;
                }
            }
        }

        return new(places, false);
    }

    /// <summary>The paths on which an entry is there.</summary>
    public Guard Found(KnownCall call, DictionaryValue dictionary, Value key)
    {
        var found = Places.Aggregate(Guard.Never, (sum, p) => sum | p.On);
        if (call.Guard.Implies(found))
        {
            return Guard.Always;
        }

        return IsLost ? Asks(call, Name(dictionary), key)
            : call.IsPossible(dictionary.MayHaveMore) ? found | (dictionary.MayHaveMore & Asks(call, Name(dictionary), key))
            : found;
    }

    /// <summary>The value of the entry.</summary>
    /// <param name="call">The call that reads it.</param>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="key">The key looked for.</param>
    /// <param name="missing">The value where there is none; null where that is an error that ends the path.</param>
    public Value Value(KnownCall call, DictionaryValue dictionary, Value key, Value? missing)
    {
        var unknown = Unknown(call, Name(dictionary), dictionary.Key, key);
        if (IsLost)
        {
            call.Lose(dictionary, Guard.Always, "it is found by a key that is not known");
            return unknown;
        }

        var entries = dictionary.Entries;
        var values = Places.Select(p => new Alternative(p.On, entries[p.Place].Value)).ToList();
        var rest = Places.Aggregate(Guard.Always, (left, p) => left.Except(p.On));
        if (!call.IsPossible(rest))
        {
            return ChoiceValue.Of(values);
        }

        var there = !call.IsPossible(dictionary.MayHaveMore) ? Guard.Never
            : missing is null ? dictionary.MayHaveMore
            : dictionary.MayHaveMore & Asks(call, Name(dictionary), key);
        values.Add(new(rest & there, unknown));
        if (missing is not null)
        {
            values.Add(new(rest.Except(there), missing));
        }
        else if (Places.Count == 0 && !call.IsPossible(there))
        {
            // The program fails here; nothing that follows is certain.
            return call.Evaluator.Fails("System.Collections.Generic.KeyNotFoundException") ? ConstantValue.Null : unknown;
        }

        return ChoiceValue.Of(values);
    }

    /// <summary>Whether a collection of which nothing is known has a key.</summary>
    public static Guard Asks(KnownCall call, string dictionary, Value key) =>
        call.Evaluator.Guards.Opaque(dictionary + ".ContainsKey(" + Evaluator.KeyOf(key) + ")", [dictionary, .. Evaluator.Subjects(key)], call.Display);

    /// <summary>What a collection of which nothing is known has under a key.</summary>
    public static UnknownValue Unknown(KnownCall call, string dictionary, string display, Value key) =>
        call.UnknownAs(
            dictionary + "[" + Evaluator.KeyOf(key) + "]",
            display + "[" + Evaluator.DisplayOf(key) + "]",
            call.Arguments.Items.LastOrDefault(a => a.Parameter?.RefKind == Microsoft.CodeAnalysis.RefKind.Out).Parameter?.Type ?? call.ReturnType,
            "it is an entry of a dictionary that is not known whole");

    private static string Name(DictionaryValue dictionary) =>
        (dictionary.MoreReason == Evaluator.DoesNotCompile ? Evaluator.Unwritten : "") + (dictionary.Version == 0 ? dictionary.Key : dictionary.Key + "@" + dictionary.Version);
}
