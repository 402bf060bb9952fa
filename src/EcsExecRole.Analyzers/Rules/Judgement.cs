using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Needs;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>What one run of the program comes to, judged: what every rule reads.</summary>
/// <param name="Graph">What the program built.</param>
/// <param name="Completed">The paths on which it ran to its end.</param>
/// <param name="Tasks">Its task definitions.</param>
/// <param name="Shortfalls">The permissions that are certainly missing on some path.</param>
/// <param name="Uncertain">Those of which it can't be told.</param>
/// <param name="Access">What roles are allowed.</param>
internal sealed record Judgement(
    CdkGraph Graph,
    Guard Completed,
    ImmutableArray<TaskView> Tasks,
    ImmutableArray<Shortfall> Shortfalls,
    ImmutableArray<Uncertainty> Uncertain,
    AccessBook Access)
{
    private readonly Dictionary<TaskDefinitionNode, TaskView> views = Tasks.ToDictionary(t => t.Node);

    /// <summary>The roles that task definitions use as execution roles, each with its uses.</summary>
    public IReadOnlyList<IGrouping<RoleNode, RoleUse>> ExecutionRoles { get; } = [.. Tasks.SelectMany(t => t.Roles).GroupBy(u => u.Role)];

    /// <summary>The task definitions of some uses of a role, each once.</summary>
    public List<TaskView> TasksOf(IEnumerable<RoleUse> uses) => [.. uses.Select(u => views[u.Task]).Distinct()];
}

/// <summary>A task definition and the roles it may have.</summary>
/// <param name="Node">The task definition.</param>
/// <param name="Needs">What ECS needs.</param>
/// <param name="Roles">The execution roles, each with its paths.</param>
/// <param name="NoRole">The paths on which it has none.</param>
/// <param name="RoleUnknown">The paths on which it is not known which one it has.</param>
internal sealed record TaskView(TaskDefinitionNode Node, TaskNeeds Needs, ImmutableArray<RoleUse> Roles, Guard NoRole, Guard RoleUnknown);

/// <summary>A role as execution role of a task definition.</summary>
/// <param name="Task">The task definition.</param>
/// <param name="Role">The role.</param>
/// <param name="Guard">The paths on which it is that.</param>
/// <param name="IsSufficient">Whether the user vouches for the role (<c>ecs_exec_role.sufficient_roles</c>).</param>
internal sealed record RoleUse(TaskDefinitionNode Task, RoleNode Role, Guard Guard, bool IsSufficient);

/// <summary>A need that a role certainly does not meet on some path.</summary>
/// <param name="Use">The role.</param>
/// <param name="Need">The need.</param>
/// <param name="Actions">The actions that are missing.</param>
/// <param name="Path">The paths, as a clause for the message; empty where it is all paths of the need.</param>
internal sealed record Shortfall(RoleUse Use, Need Need, ImmutableArray<MissingAction> Actions, string Path);

/// <summary>An action that is missing.</summary>
/// <param name="Action">The action and its resource.</param>
/// <param name="Missing">The paths on which it is.</param>
/// <param name="NearMisses">The statements of the role that almost allow it.</param>
internal sealed record MissingAction(NeededAction Action, Guard Missing, ImmutableArray<NearMiss> NearMisses);

/// <summary>A need of which it could not be told whether the role meets it.</summary>
internal sealed record Uncertainty(RoleUse? Use, Need? Need, string Reason, IOperation? Origin);
