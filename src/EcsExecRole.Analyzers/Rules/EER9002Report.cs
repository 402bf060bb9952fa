namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER9002: what each task definition's execution role needs, with the policy document. Off by default.</summary>
internal sealed class EER9002Report : IRule
{
    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        foreach (var task in judgement.Tasks)
        {
            var actions = task.Needs.Needs.Where(n => !n.IsSuggestion).SelectMany(n => n.Actions).ToList();
            if (actions.Count > 0 && task.Node.Origin is { } origin)
            {
                findings.Add(new Finding(Descriptors.Report, origin, task.Node.Name, PolicyText.InWords(actions, int.MaxValue)).Allowing(actions).About(task.Node));
            }
        }
    }
}
