using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary><c>GroupBy</c> and lookups: sequences of sequences that have a key.</summary>
internal static class Groupings
{
    private const string Linq = "System.Linq.Enumerable";

    public static void Register(KnownTable table) => table
        .Method(Linq, "GroupBy", GroupBy)
        .Method(Linq, "ToLookup", call => Group(call, ElementSelector(call)))
        .Method(Linq, "CountBy", CountBy)
        .Getter("System.Linq.IGrouping", "Key", call => call.Sequence()?.GroupKey)
        .Getter("System.Linq.ILookup", "[]", OfKey)
        .Getter("System.Linq.ILookup", "Count", call => call.Sequence() is null ? null : Questions.Count(call, call.Source().Each, call.Source().QuestionKey("Count")))
        .Method("System.Linq.ILookup", "Contains", call => call.Sequence() is { } lookup
            ? GuardValue.Of(lookup.Elements.Aggregate(Guard.Never, (sum, e) => sum | (e.Guard & Questions.Equal(call, KeyOf(e), call[0], lookup.Identity))))
            : null);

    private static Value KeyOf(Element group) => (group.Value as SequenceValue)?.GroupKey ?? ConstantValue.Null;

    private static Value? ElementSelector(KnownCall call) => call.Given("elementSelector");

    private static Value? GroupBy(KnownCall call)
    {
        if (Group(call, ElementSelector(call)) is not { } groups)
        {
            return null;
        }

        if (call.Given("resultSelector") is not { } selector)
        {
            return groups;
        }

        var results = groups.Elements.Select(g => g with { Value = call.Run(g, selector, KeyOf(g), g.Value) }).ToList();
        return call.Derive(call.Source(), results);
    }

    /// <summary>The groups in the order of their first elements.</summary>
    private static SequenceValue? Group(KnownCall call, Value? elementSelector)
    {
        if (call.Comparer() is not { } identity)
        {
            return null;
        }

        var source = call.Source();
        var groups = new List<(Value Key, Guard Guard, bool IsMany, List<Element> Members)>();
        var index = new Dictionary<Value, int>(identity);
        foreach (var element in source.Each)
        {
            var key = call.Run(element, call[1], element.Value);
            var value = elementSelector is null ? element.Value : call.Run(element, elementSelector, element.Value);
            foreach (var alternative in KnownCall.Split(ChoiceValue.On(call.Guard, key)).Alternatives)
            {
                var on = element.Guard & alternative.Guard;
                if (!on.IsAlways && !call.IsPossible(on))
                {
                    continue;
                }

                // Keys that are not the same may still turn out equal; the groups are told apart by how the program spells them.
                var member = element with { Guard = on, Value = value };
                if (index.TryGetValue(alternative.Value, out var place))
                {
                    groups[place].Members.Add(member);
                    groups[place] = groups[place] with { Guard = groups[place].Guard | on, IsMany = groups[place].IsMany && element.IsMany };
                }
                else
                {
                    index.Add(alternative.Value, groups.Count);
                    groups.Add((alternative.Value, on, element.IsMany, [member]));
                }
            }
        }

        var type = Source.ElementTypeOf(call.ReturnType);
        return new SequenceValue(
            call.DerivedKey(source),
            groups.Select(g => new Element(g.Guard, new SequenceValue(call.Evaluator.NewKey("group"), g.Members, Guard.Never) { GroupKey = g.Key, Type = type }) { IsMany = g.IsMany }).ToList(),
            Guard.Never)
        {
            Type = call.ReturnType,
            Identity = identity,
            IsShuffled = source.IsShuffled,
        };
    }

    private static Value? OfKey(KnownCall call) => call.Sequence() is { } lookup
        ? call.Map(call[0], key =>
        {
            var members = lookup.Elements
                .Select(g => (Group: g, On: g.Guard & Questions.Equal(call, KeyOf(g), key, lookup.Identity)))
                .Where(g => call.IsPossible(g.On))
                .SelectMany(g => ((SequenceValue)g.Group.Value).Elements.Select(e => e with { Guard = e.Guard & g.On }));
            return call.NewSequence(members.ToList());
        })
        : null;

    private static Value? CountBy(KnownCall call) => Group(call, null) is { } groups
        ? call.Derive(call.Source(), groups.Elements.Select(g => g with
        {
            Value = call.NewPair(Source.ElementTypeOf(call.ReturnType), KeyOf(g), Questions.Count(call, ((SequenceValue)g.Value).Elements, call.Evaluator.NewKey("CountBy"))),
        }).ToList())
        : null;
}
