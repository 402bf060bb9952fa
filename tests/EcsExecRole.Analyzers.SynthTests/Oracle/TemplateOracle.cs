using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.SynthTests.Oracle.Needs;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>
/// Reads what CDK synthesized and says what each task definition's execution role lacks, by ECS's needs and IAM's evaluation rules. It shares no code
/// with the analyzer: the two must come to the same answer on their own.
/// </summary>
public static partial class TemplateOracle
{
    /// <summary>Judges every task definition of the assembly.</summary>
    /// <param name="assembly">The synthesized stacks.</param>
    /// <param name="keys">Secrets and parameters outside the program, by name or ARN prefix, with their KMS keys.</param>
    /// <param name="values">Deploy-time values by parameter, SSM parameter or export name.</param>
    public static IReadOnlyList<TaskVerdict> Judge(
        CloudAssembly assembly,
        IReadOnlyList<KeyValuePair<string, string>> keys,
        IReadOnlyList<KeyValuePair<string, string>> values)
    {
        var deployTime = values.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var worlds = Worlds(assembly).Select(world =>
        {
            var deployment = new Deployment(assembly, world, deployTime);
            return new TaskJudge(deployment, new EncryptionKeys(deployment, keys)).Judge().ToList();
        }).ToList();

        var tasks = from task in worlds.SelectMany(verdicts => verdicts)
                    group task by task.Path into byPath
                    select new TaskVerdict(byPath.Key, Sorted(Combine([.. byPath.Select(task => task.Verdicts)])));
        return [.. tasks.Concat(Dropped(assembly)).OrderBy(task => task.Path, StringComparer.Ordinal)];
    }

    // The same need in all worlds is certain; in some only, it hangs on where the stack is deployed.
    private static IEnumerable<Verdict> Combine(IReadOnlyList<IReadOnlyList<Verdict>> worlds)
    {
        static (VerdictKind Kind, string Detail, NeedLevel Level, string Reason) Key(Verdict verdict) =>
            (verdict.Kind, verdict.Detail, verdict.Level, verdict.Reason);

        foreach (var same in worlds.SelectMany(verdicts => verdicts).GroupBy(Key))
        {
            var certain = worlds.All(world => world.Any(verdict => Key(verdict) == same.Key));
            yield return certain || same.Key.Kind == VerdictKind.Unknown
                ? same.First()
                : same.First() with { Kind = VerdictKind.Unknown, Detail = same.Key.Detail.Length > 0 ? same.Key.Detail : Verdict.Describe(same.Key.Kind, "", same.Key.Level) };
        }
    }

    private static IReadOnlyList<Verdict> Sorted(IEnumerable<Verdict> verdicts) =>
        [.. verdicts.DistinctBy(verdict => verdict.ToString()).OrderBy(verdict => verdict.ToString(), StringComparer.Ordinal)];

    // CDK drops managed policies added to an imported role, with a warning on the role; the template shows nothing of it.
    private static IEnumerable<TaskVerdict> Dropped(CloudAssembly assembly) =>
        from warning in assembly.Warnings
        where warning.Text.Contains("importedRoleManagedPolicyNotAdded", StringComparison.Ordinal)
        group warning by warning.Path into role
        select new TaskVerdict(role.Key, Sorted(role.Select(warning => new Verdict(
            VerdictKind.DroppedManagedPolicy, PolicyName().Match(warning.Text).Groups[1].Value, NeedLevel.Warning, role.Key, "AddManagedPolicy", warning.Text))));

    private static IEnumerable<World> Worlds(CloudAssembly assembly)
    {
        yield return World.Elsewhere;
        var agnostic = assembly.Stacks.Where(stack => stack.Account is null || stack.Region is null).ToList();
        if (agnostic.Count == 0)
        {
            yield break;
        }

        // Any stack's template may name the account that an agnostic stack goes to.
        var text = string.Concat(assembly.Stacks.Select(stack => stack.Template.ToJsonString()));
        var environments = assembly.Stacks.Where(stack => stack.Account is not null).Select(stack => (stack.Account!, stack.Region!));
        var accounts = AccountId().Matches(text).Select(match => match.Value).Concat(environments.Select(pair => pair.Item1)).Distinct().ToList();
        var regions = RegionName().Matches(text).Select(match => match.Value).Concat(environments.Select(pair => pair.Item2)).Where(region => region is not null).Distinct().ToList();
        foreach (var account in accounts.DefaultIfEmpty(World.Elsewhere.Account))
        {
            foreach (var region in regions.DefaultIfEmpty(World.Elsewhere.Region))
            {
                yield return new World(account, region);
            }
        }
    }

    [GeneratedRegex(@"(?<!\d)\d{12}(?!\d)")]
    private static partial Regex AccountId();

    [GeneratedRegex(@"\b(?:us|eu|ap|sa|ca|me|af|il|mx|cn)-(?:gov-)?(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d\b")]
    private static partial Regex RegionName();

    [GeneratedRegex(@"policy/(?:[^\s/]+/)*([^\s/]+)")]
    private static partial Regex PolicyName();
}
