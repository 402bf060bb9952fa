namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>One call of ECS (or of a service on its behalf) that IAM has to decide.</summary>
/// <param name="Action">The action.</param>
/// <param name="Resource">The resource's ARN, or <c>*</c> where the action has no resource type.</param>
/// <param name="Context">Condition keys that the call is known to carry, in any case.</param>
/// <param name="Absent">Condition keys that the call is known never to carry.</param>
internal sealed record Request(
    string Action,
    string Resource,
    IReadOnlyDictionary<string, string[]> Context,
    IReadOnlySet<string> Absent)
{
    public static IReadOnlyDictionary<string, string[]> Keys(params (string Key, string Value)[] keys) =>
        keys.ToDictionary(pair => pair.Key, pair => new[] { pair.Value }, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlySet<string> None { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
