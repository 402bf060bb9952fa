namespace EcsExecRole.Analyzers.Rules;

/// <summary>A rule: reads what was judged, and adds its findings. It keeps nothing between runs.</summary>
internal interface IRule
{
    void Report(Judgement judgement, ICollection<Finding> findings);
}
