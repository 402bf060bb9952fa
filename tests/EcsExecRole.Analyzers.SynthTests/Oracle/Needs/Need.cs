namespace EcsExecRole.Analyzers.SynthTests.Oracle.Needs;

/// <summary>A call that ECS makes with the execution role's credentials to start a task.</summary>
/// <param name="Action">The IAM action.</param>
/// <param name="Resources">The ARN asked for; several where the template leaves open which, and any of them may be right.</param>
/// <param name="Level">Info where AWS's documents leave doubt.</param>
/// <param name="Reason">What of the task definition causes the call.</param>
internal sealed record Need(string Action, IReadOnlyList<string> Resources, NeedLevel Level, string Reason)
{
    /// <summary>Condition keys that the call carries.</summary>
    public IReadOnlyDictionary<string, string[]> Context { get; init; } = Request.Keys();

    /// <summary>Condition keys that the call never carries.</summary>
    public IReadOnlySet<string> Absent { get; init; } = Request.None;
}
