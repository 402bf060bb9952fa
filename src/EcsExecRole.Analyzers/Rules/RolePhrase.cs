namespace EcsExecRole.Analyzers.Rules;

/// <summary>How a message speaks of an execution role.</summary>
internal static class RolePhrase
{
    /// <summary>At the start of a sentence.</summary>
    public static string Of(RoleUse use) => use.Role.IsAutoCreated
        ? $"The execution role that CDK makes for task definition '{use.Task.Name}'"
        : $"Execution role '{use.Role.Name}'";
}
