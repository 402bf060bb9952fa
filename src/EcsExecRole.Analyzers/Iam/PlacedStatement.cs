using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>A statement in force for a role (or on a resource).</summary>
/// <param name="Guard">The paths of the program on which it is in force.</param>
/// <param name="Origin">Where it was made, for the caller: this floor only hands it back.</param>
internal sealed record PlacedStatement(PolicyStatement Statement, Guard Guard, object? Origin)
{
    /// <summary>The name of the AWS managed policy that it is part of; null if the program wrote it.</summary>
    public string? ManagedPolicy { get; init; }
}
