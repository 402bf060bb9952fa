using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// Takes a factory call apart whose texts depend on the path (<c>Secret.FromSecretNameV2(this, "Db", prod ? "prod/db" : "dev/db")</c>): each path has a resource of its own,
/// with an ARN that can be compared.
/// </summary>
internal static class TextChoices
{
    /// <summary>More combinations than this are left together, as one resource with an unknown name.</summary>
    private const int Most = 16;

    /// <summary>Whether any argument depends on the path.</summary>
    public static bool AreIn(Arguments arguments)
    {
        foreach (var argument in arguments.Items)
        {
            if (argument.Value is ChoiceValue)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The arguments as they are on each path, with the call on those paths.</summary>
    public static IReadOnlyList<(Guard Guard, Arguments Arguments)> Each(Arguments arguments, CallSite site)
    {
        if (!AreIn(arguments))
        {
            return [(Guard.Always, arguments)];
        }

        var combinations = new List<(Guard Guard, ImmutableArray<Argument> Items)> { (Guard.Always, arguments.Items) };
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is not ChoiceValue choice || !choice.Alternatives.All(a => a.Value is ConstantValue { Content: string } or TextValue))
            {
                continue;
            }

            var index = i;
            combinations =
            [
                .. from combination in combinations
                   from alternative in choice.Alternatives
                   let guard = combination.Guard & alternative.Guard
                   where (guard & site.Guard).IsFeasible
                   select (guard, combination.Items.SetItem(index, combination.Items[index] with { Value = alternative.Value })),
            ];
            if (combinations.Count > Most)
            {
                return [(Guard.Always, arguments)];
            }
        }

        return [.. combinations.Select(c => (c.Guard, new Arguments(c.Items)))];
    }
}
