using System.Runtime.InteropServices;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Reads the lists and the conditions of policies from the program's values.</summary>
internal static class PolicyTexts
{
    /// <summary>Adds the texts of a list.</summary>
    public static void AddAll(Call call, Value list, GuardedTexts texts)
    {
        var items = call.Items(list, out var mayHaveMore);
        foreach (var (item, guard) in items)
        {
            AddText(item, guard, texts);
        }

        texts.MayHaveMore |= mayHaveMore;
    }

    /// <summary>Adds what JSON allows: a text, or a list of texts.</summary>
    public static void AddJson(Call call, Value value, GuardedTexts texts)
    {
        foreach (var (one, guard) in call.Each(value))
        {
            if (one is SequenceValue)
            {
                AddAll(call.On(guard), one, texts);
            }
            else
            {
                AddText(one, guard, texts);
            }
        }
    }

    /// <summary>The conditions of <c>{ operator: { key: value or values } }</c>.</summary>
    /// <param name="unknown">The paths on which there may be others.</param>
    public static IReadOnlyList<(Guard Guard, PolicyCondition Condition)> Conditions(Call call, Value conditions, out Guard unknown)
    {
        var result = new List<(Guard, PolicyCondition)>();
        var entries = call.Entries(conditions, out unknown);
        foreach (var (key, value, guard) in entries)
        {
            if (key.Text?.Literal is { } name)
            {
                result.AddRange(Operator(call.On(guard), name, value, ref unknown));
            }
            else
            {
                unknown |= guard;
            }
        }

        return result;
    }

    /// <summary>The conditions of one operator, <c>{ key: value or values }</c>.</summary>
    public static IReadOnlyList<(Guard Guard, PolicyCondition Condition)> Operator(Call call, string name, Value keys, ref Guard unknown)
    {
        var result = new List<(Guard, PolicyCondition)>();
        var entries = call.Entries(keys, out var mayHaveMore);
        foreach (var (key, value, guard) in entries)
        {
            if (key.Text?.Literal is not { } keyName)
            {
                unknown |= guard;
                continue;
            }

            var texts = new GuardedTexts();
            AddJson(call.On(guard), value, texts);
            result.Add((guard, new(name, keyName, On(texts, guard))));
        }

        unknown |= mayHaveMore;
        return result;
    }

    /// <summary>A list as it is on all the paths of <paramref name="guard"/>: what is there on some of them only may be there.</summary>
    public static TemplateList On(GuardedTexts texts, Guard guard)
    {
        var mayHaveMore = (texts.MayHaveMore & guard).IsFeasible;
        if (texts.Count == 0)
        {
            return mayHaveMore ? TemplateList.Unknown : TemplateList.Empty;
        }

        var (items, count) = (new Template[texts.Count], 0);
        for (var i = 0; i < items.Length; i++)
        {
            var (on, text) = texts[i];
            if (guard.Implies(on))
            {
                items[count++] = text;
            }
            else
            {
                mayHaveMore |= (on & guard).IsFeasible;
            }
        }

        if (count < items.Length)
        {
            Array.Resize(ref items, count);
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(items), mayHaveMore);
    }

    private static void AddText(Value value, Guard guard, GuardedTexts texts)
    {
        switch (value)
        {
            case { IsNull: true }:
                break;
            case ConstantValue { Content: bool flag }:
                texts.Add(guard, flag ? "true" : "false");
                break;
            case ConstantValue or TextValue:
                texts.Add(guard, value.Text!);
                break;
            case UnknownValue { Type: null or { SpecialType: SpecialType.System_String } } unknown:
                texts.Add(guard, unknown.Text);
                break;
            default:
                texts.MayHaveMore |= guard;
                break;
        }
    }
}
