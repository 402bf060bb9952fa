using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER2005: a missing permission was granted to the task role. It stands at the wrong grant; the warning beside it names that as its nearest miss.</summary>
internal sealed class EER2005TaskRoleGrant : IRule
{
    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        var mistakes = from shortfall in judgement.Shortfalls
                       from mistake in NearestMiss.OnTaskRole(shortfall, judgement)
                       where mistake.Miss.Origin is not null
                       group (shortfall, mistake.Action) by (mistake.Miss.Origin!.Syntax, mistake.TaskRole, shortfall.Use.Role) into same
                       select same;
        foreach (var mistake in mistakes)
        {
            var (shortfall, _) = mistake.First();
            var origin = NearestMiss.OnTaskRole(shortfall, judgement).First(m => m.Miss.Origin?.Syntax == mistake.Key.Syntax).Miss.Origin!;
            var actions = mistake.Select(m => m.Action.Action).ToList();
            var finding = new Finding(
                    Descriptors.TaskRoleGrant,
                    origin,
                    PolicyText.And([.. actions.Select(a => a.Action).Distinct().OrderBy(a => a, StringComparer.Ordinal)]),
                    mistake.Key.TaskRole.Name,
                    mistake.Key.Role.Name)
                .Allowing(actions)
                .About(mistake.Key.Role)
                .About([.. mistake.Select(m => m.shortfall.Use.Task).Distinct()])
                .At(FindingProperties.NearMissLocation, shortfall.Need.Origin);
            findings.Add(finding.With(FindingProperties.Needs, NeedList.Of(NeedList.Missing(mistake), finding)));
        }
    }
}
