using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>
/// What the rules EER1xxx have in common: a kind of need that the role does not meet. One diagnostic for each pair of the need's origin and role, with all the missing
/// actions together.
/// </summary>
internal abstract class PermissionRule(DiagnosticDescriptor descriptor, NeedKind kind) : IRule
{
    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        var groups = judgement.Shortfalls
            .Where(s => s.Need.Kind == kind && s.Need.Origin is not null)
            .GroupBy(s => (s.Need.Origin!.Syntax, s.Use.Role));
        foreach (var group in groups)
        {
            findings.Add(Finding([.. group], judgement));
        }
    }

    private Finding Finding(ImmutableArray<Shortfall> shortfalls, Judgement judgement)
    {
        var first = shortfalls[0];
        var role = first.Use.Role;
        var actions = shortfalls.SelectMany(s => s.Actions).Select(a => a.Action).ToList();
        var nearest = NearestMiss.Of(first, judgement);
        var subjects = shortfalls.Select(s => s.Need.Subject).Distinct().ToList();
        var finding = new Finding(
            descriptor,
            first.Need.Origin!,
            RolePhrase.Of(first.Use),
            subjects[0] + (subjects.Count > 1 ? $" (and {subjects.Count - 1} more)" : ""),
            Containers(shortfalls),
            shortfalls.Select(s => s.Path).FirstOrDefault(p => p.Length == 0) ?? first.Path,
            PolicyText.InWords(actions),
            nearest is null ? "" : $" ({nearest.Explanation})")
        {
            Severity = shortfalls.All(s => s.Need.IsSuggestion) ? DiagnosticSeverity.Info : null,
        };
        return finding
            .Allowing(actions)
            .About(role)
            .About([.. shortfalls.Select(s => s.Use.Task).Distinct()])
            .About(shortfalls.Select(s => s.Need.Resource).FirstOrDefault(r => r is not null))
            .With(FindingProperties.Container, first.Need.Container)
            .At(FindingProperties.ContainerLocation, first.Need.ContainerOrigin)
            .With(FindingProperties.NearMiss, nearest?.Reason)
            .At(FindingProperties.NearMissLocation, nearest?.Origin);
    }

    private static string Containers(ImmutableArray<Shortfall> shortfalls)
    {
        var names = shortfalls.Select(s => s.Need.Container).OfType<string>().Distinct().ToList();
        return names.Count switch
        {
            0 => "",
            1 => $" of container '{names[0]}'",
            _ => $" of containers '{names[0]}' and {names.Count - 1} more",
        };
    }
}
