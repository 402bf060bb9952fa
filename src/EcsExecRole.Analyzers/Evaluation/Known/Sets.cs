using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Sets that can be changed: an element that equals another one is not added.</summary>
internal static class Sets
{
    /// <summary>In a set of more elements than these, one that is not a constant is taken to be new.</summary>
    private const int MaxCompared = 64;

    private const string Set = "System.Collections.Generic.ISet";

    public static void Register(KnownTable table) => table
        .Method(Set, "Add", call => call.Sequence() is { } set ? GuardValue.Of(AddTo(call, set, new Element(call.Guard, call[0]))) : null)
        .Method(Set, "UnionWith", call => Lists.Change(call, s => Lists.Append(call, s, call.Source(0))))
        .Method(Set, "ExceptWith", call => Lists.Change(call, s => Keep(call, s, found: false)))
        .Method(Set, "IntersectWith", call => Lists.Change(call, s => Keep(call, s, found: true)))
        .Method("System.Collections.Generic.HashSet", "RemoveWhere", RemoveWhere)
        .Methods([Set, "System.Collections.Generic.IReadOnlySet"], "IsSubsetOf", call => call.Sequence() is null ? null : GuardValue.Of(IsSubset(call, call.Source(), call.Source(0))))
        .Methods([Set, "System.Collections.Generic.IReadOnlySet"], "IsSupersetOf", call => call.Sequence() is null ? null : GuardValue.Of(IsSubset(call, call.Source(0), call.Source())))
        .Methods([Set, "System.Collections.Generic.IReadOnlySet"], "SetEquals", call => call.Sequence() is null ? null : GuardValue.Of(IsSubset(call, call.Source(0), call.Source()) & IsSubset(call, call.Source(), call.Source(0))))
        .Methods([Set, "System.Collections.Generic.IReadOnlySet"], "Overlaps", call => call.Sequence() is null ? null : GuardValue.Of(Overlap(call, call.Source(), call.Source(0))));

    /// <summary>Adds an element on its paths, except for those on which it is there.</summary>
    /// <returns>The paths on which it was not there.</returns>
    public static Guard AddTo(KnownCall call, SequenceValue set, Element element)
    {
        var added = Guard.Never;
        foreach (var alternative in KnownCall.Split(ChoiceValue.On(call.Guard, element.Value)).Alternatives)
        {
            var on = element.Guard & alternative.Guard;
            var there = Find(call, set, alternative.Value);
            var place = set.Index.Find(alternative.Value);
            var fresh = on.Except(there);
            added |= alternative.Guard.Except(there);
            if (place >= 0)
            {
                set.Widen(place, fresh);
            }
            else if (fresh.IsAlways || call.IsPossible(fresh))
            {
                set.Add(call.Added(set, element with { Guard = fresh, Value = alternative.Value }));
            }
        }

        return added;
    }

    /// <summary>The paths on which a value, no choice, is in the set.</summary>
    public static Guard Find(KnownCall call, SequenceValue set, Value value)
    {
        var exact = set.Index.Find(value);
        var found = exact >= 0 ? set.Elements[exact].Guard : Guard.Never;
        if (call.Guard.Implies(found))
        {
            return Guard.Always;
        }

        var candidates = value is ConstantValue ? set.Index.Doubtful : (IReadOnlyList<int>)[.. Enumerable.Range(0, set.Elements.Count)];
        foreach (var place in candidates.Count > MaxCompared ? [] : candidates)
        {
            var element = set.Elements[place];
            found |= element.Guard & Questions.Equal(call, element.Value, value, set.Identity);
        }

        return call.IsPossible(set.MayHaveMore)
            ? found | (set.MayHaveMore & call.Ask(set.Key + "@" + set.Version + ".Contains(" + Evaluator.KeyOf(value) + ")", set, value))
            : found;
    }

    /// <summary>The paths on which every element of one collection is in the other.</summary>
    private static Guard IsSubset(KnownCall call, Source of, Source all) =>
        of.Each.Aggregate(Guard.Always, (sum, e) => sum & (!e.Guard | Questions.Contains(call, all, e.Value, all.Identity)));

    private static Guard Overlap(KnownCall call, Source left, Source right) =>
        right.Each.Aggregate(Guard.Never, (sum, e) => sum | (e.Guard & Questions.Contains(call, left, e.Value, left.Identity)));

    private static void Keep(KnownCall call, SequenceValue set, bool found)
    {
        var other = call.Source(0);
        set.IsShuffled = true;
        for (var i = set.Elements.Count - 1; i >= 0; i--)
        {
            var there = Questions.Contains(call, other, set.Elements[i].Value, set.Identity);
            var gone = call.Guard & (found ? !there : there);
            if (gone.IsFeasible)
            {
                set.Remove(i, gone);
            }
        }
    }

    private static Value? RemoveWhere(KnownCall call)
    {
        if (call.Sequence() is not { } set)
        {
            return null;
        }

        set.IsShuffled = true;
        var gone = set.Elements.Select(e => e with { Guard = call.Test(e, call[0], e.Value) }).ToList();
        for (var i = gone.Count - 1; i >= 0; i--)
        {
            if (call.IsPossible(gone[i].Guard))
            {
                set.Remove(i, call.Guard & gone[i].Guard);
            }
        }

        return Questions.Count(call, gone, call.Evaluator.NewKey(set.Key + ".RemoveWhere"));
    }
}
