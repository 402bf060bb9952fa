using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Needs;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>Holds what ECS needs of each task definition against what its execution role allows. Missing is what is certainly missing on some path.</summary>
internal sealed class Judge
{
    private readonly CdkGraph graph;
    private readonly Guard completed;
    private readonly Func<TaskDefinitionNode, Settings> settings;
    private readonly AccessBook access;
    private readonly List<Shortfall> shortfalls = [];
    private readonly List<Uncertainty> uncertain = [];

    private Judge(CdkGraph graph, Guard completed, Func<TaskDefinitionNode, Settings> settings, AccessBook access)
    {
        this.graph = graph;
        this.completed = completed;
        this.settings = settings;
        this.access = access;
    }

    /// <param name="graph">What a run built, at synth.</param>
    /// <param name="completed">The paths on which the run ended well; on the others nothing is deployed.</param>
    /// <param name="settings">The user's settings for a task definition.</param>
    /// <param name="parallel">How the task definitions are gone through.</param>
    public static Judgement Of(CdkGraph graph, Guard completed, Func<TaskDefinitionNode, Settings> settings, InParallel parallel)
    {
        var access = new AccessBook(graph);
        graph.Seal();
        var tasks = graph.TaskDefinitions;
        var views = parallel.Map(
            tasks,
            task =>
            {
                var judge = new Judge(graph, completed, settings, access);
                return (View: judge.Look(task), judge.shortfalls, judge.uncertain);
            },
            tasks.Count);
        return new(graph, completed, [.. views.Select(v => v.View)], [.. views.SelectMany(v => v.shortfalls)], [.. views.SelectMany(v => v.uncertain)], access);
    }

    private TaskView Look(TaskDefinitionNode task)
    {
        var current = settings(task);
        var view = View(task, TaskNeeds.Of(task, graph, current), current);
        foreach (var use in view.Roles.Where(u => !u.IsSufficient))
        {
            foreach (var need in view.Needs.Needs)
            {
                Compare(use, need);
            }
        }

        uncertain.AddRange(view.Needs.Doubts.Select(d => new Uncertainty(null, null, d.Reason, d.Origin)));
        return view;
    }

    private TaskView View(TaskDefinitionNode task, TaskNeeds needs, Settings current)
    {
        var roles = ImmutableArray.CreateBuilder<RoleUse>();
        var (none, unknown) = (Guard.Never, Guard.Never);
        foreach (var alternative in task.ExecutionRole.Alternatives)
        {
            var guard = completed & task.Birth & alternative.Guard;
            if (!guard.IsFeasible)
            {
                continue;
            }

            switch (alternative.Value)
            {
                case { IsNull: true }:
                    none |= guard;
                    break;
                case ObjectValue { Payload: RoleNode role }:
                    roles.Add(new(task, role, guard, SufficientRoles.Contains(task, role, current.SufficientRoles)));
                    break;
                case var other:
                    unknown |= guard;
                    uncertain.Add(new(null, null, $"the execution role of '{task.Name}' is not known" + ((other as UnknownValue)?.Reason is { } why ? ": " + why : ""), task.Origin));
                    break;
            }
        }

        foreach (var (guard, value, _) in task.RunWith)
        {
            foreach (var alternative in value.Alternatives)
            {
                var on = completed & guard & alternative.Guard;
                if (on.IsFeasible && alternative.Value is ObjectValue { Payload: RoleNode role } && roles.All(r => r.Role != role))
                {
                    roles.Add(new(task, role, on, SufficientRoles.Contains(task, role, current.SufficientRoles)));
                }
            }
        }

        return new(task, needs, roles.ToImmutable(), none, unknown);
    }

    private void Compare(RoleUse use, Need need)
    {
        var relevant = need.Guard & use.Guard;
        if (!relevant.IsFeasible)
        {
            return;
        }

        ImmutableArray<MissingAction>.Builder? missing = null;
        var everywhere = Guard.Never;
        foreach (var action in need.Actions)
        {
            var decision = access.Decide(use.Role, action, need.Resource);
            var on = relevant & decision.Missing;
            if (on.IsCertainIn(relevant))
            {
                (missing ??= ImmutableArray.CreateBuilder<MissingAction>(need.Actions.Length)).Add(new(action, on, decision.NearMisses));
                everywhere |= on;
            }
            else if ((relevant & !decision.Granted).IsFeasible)
            {
                uncertain.Add(new(use, need, access.WhyUnknown(use.Role, action.Action), need.Origin));
            }
        }

        if (missing is not null)
        {
            shortfalls.Add(new(use, need, missing.ToImmutable(), relevant.Clause(everywhere)));
        }
    }
}
