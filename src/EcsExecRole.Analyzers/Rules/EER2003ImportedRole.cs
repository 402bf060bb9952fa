using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER2003: CDK adds nothing to this imported role, silently; it must already allow what its tasks need, which is listed.</summary>
internal sealed class EER2003ImportedRole : IRule
{
    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        foreach (var uses in judgement.ExecutionRoles)
        {
            var open = uses.Where(u => !u.IsSufficient && IsLeftAlone(u)).ToList();
            if (open.Count == 0)
            {
                continue;
            }

            var tasks = judgement.TasksOf(open);
            var actions = open.SelectMany(u => Ungranted(u, judgement.TasksOf([u])[0], judgement)).ToList();
            if (actions.Count == 0 || (uses.Key.Origin ?? open[0].Task.ExecutionRoleOperation) is not { } origin)
            {
                continue;
            }

            findings.Add(new Finding(
                    Descriptors.ImportedRole,
                    origin,
                    uses.Key.Name,
                    $"task definition '{tasks[0].Node.Name}'" + (tasks.Count > 1 ? $" and {tasks.Count - 1} more" : ""),
                    PolicyText.InWords(actions))
                .Allowing(actions)
                .About(uses.Key)
                .About([.. tasks.Select(t => t.Node)]));
        }
    }

    /// <summary>Whether CDK writes nothing to the role for this task definition, and nobody else's policy is in the program.</summary>
    private static bool IsLeftAlone(RoleUse use) => use.Role switch
    {
        { Kind: RoleKind.Immutable, Wraps: { } wrapped } => IsImported(wrapped),
        { Kind: RoleKind.Immutable } => true,
        { Kind: RoleKind.Imported } => use.Task.Kind is TaskDefinitionKind.L1 or TaskDefinitionKind.ExpressGateway or TaskDefinitionKind.Daemon,
        _ => false,
    };

    private static bool IsImported(RoleNode role) => role.Kind == RoleKind.Imported || (role.Kind == RoleKind.Immutable && (role.Wraps is null || IsImported(role.Wraps)));

    private static IEnumerable<NeededAction> Ungranted(RoleUse use, TaskView task, Judgement judgement) =>
        from need in task.Needs.Needs
        where !need.IsSuggestion
        let paths = need.Guard & use.Guard
        where paths.CertainPath() is not null
        from action in need.Actions
        where (paths & judgement.Access.Decide(use.Role, action, need.Resource).Unknown).IsFeasible
        select action;
}
