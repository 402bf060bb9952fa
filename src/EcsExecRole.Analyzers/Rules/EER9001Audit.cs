namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER9001: where it could not be told whether the role suffices, and why. Off by default.</summary>
internal sealed class EER9001Audit : IRule
{
    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        foreach (var same in judgement.Uncertain.Where(u => u.Origin is not null).GroupBy(u => (u.Origin!.Syntax, u.Use?.Role, u.Need?.Kind, u.Reason)))
        {
            var first = same.First();
            var actions = same.Where(u => u.Need is not null).SelectMany(u => u.Need!.Actions).ToList();
            var finding = new Finding(
                Descriptors.AuditUnknown,
                first.Origin!,
                first.Use is { } use ? $"execution role '{use.Role.Name}'" : "the execution role",
                actions.Count == 0 ? "all that is needed" : PolicyText.InWords(actions),
                first.Reason);
            if (actions.Count > 0)
            {
                finding.Allowing(actions);
            }

            findings.Add(first.Use is null ? finding : finding.About(first.Use.Role).About(first.Use.Task));
        }
    }
}
