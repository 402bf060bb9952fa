using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What containers of L1 resources refer to by ARN or name; which construct that is, the ARN tells.</summary>
internal static class EcsReferences
{
    /// <summary>A list of objects, each with a name and a value.</summary>
    public static void AddAll(Call call, Value list, string? name, string value, IOperation? fallback, List<ReferenceEntry> into)
    {
        var items = CfnValues.Objects(call, list, out var mayHaveMore);
        foreach (var (item, guard) in items)
        {
            var on = call.On(guard);
            var origin = (item as ObjectValue)?.Origin ?? fallback;
            into.Add(new(guard, name is null ? null : CfnValues.Get(on, item, name).Text?.ToString(), CfnValues.Get(on, item, value), null, CfnValues.Where(on, item, value, origin)));
        }

        AddUnknown(call, mayHaveMore, list, fallback, into);
    }

    /// <summary>One object with a value.</summary>
    public static void AddOne(Call call, Value item, string value, IOperation? fallback, List<ReferenceEntry> into)
    {
        foreach (var (one, guard) in call.Each(item))
        {
            if (CfnValues.IsStructured(one))
            {
                into.Add(new(guard, null, CfnValues.Get(call.On(guard), one, value), null, CfnValues.Where(call, one, value, fallback)));
            }
            else if (!one.IsNull)
            {
                AddUnknown(call, guard, one, fallback, into);
            }
        }
    }

    /// <summary>A list of texts.</summary>
    public static void AddTexts(Call call, Value list, IOperation? fallback, List<ReferenceEntry> into)
    {
        var items = call.Items(list, out var mayHaveMore);
        into.AddRange(items.Where(i => !i.Value.IsNull).Select(i => new ReferenceEntry(i.Guard, null, i.Value, null, fallback)));
        AddUnknown(call, mayHaveMore, list, fallback, into);
    }

    public static void AddUnknown(Call call, Guard guard, Value of, IOperation? origin, List<ReferenceEntry> into)
    {
        if (guard.IsFeasible)
        {
            // What is still being typed stays that.
            var unknown = of.Alternatives.Select(a => a.Value).FirstOrDefault(Evaluator.IsUnwritten) ?? CfnValues.Unknown(call, "reference");
            into.Add(new(guard, null, unknown, null, origin));
        }
    }
}
