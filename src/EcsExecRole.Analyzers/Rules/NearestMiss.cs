using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>What almost grants a missing permission, and why it does not.</summary>
/// <param name="Reason">A <see cref="MissReason"/>, <c>TaskRole</c> or <c>Dropped</c>.</param>
/// <param name="Explanation">In a few words.</param>
/// <param name="Origin">Where it is.</param>
internal sealed record NearestMiss(string Reason, string Explanation, IOperation? Origin)
{
    public static NearestMiss? Of(Shortfall shortfall, Judgement judgement)
    {
        var own = shortfall.Actions
            .SelectMany(a => a.NearMisses)
            .OrderBy(m => m.Reason)
            .FirstOrDefault();
        return own?.Reason is MissReason.Deny or MissReason.Boundary ? From(own)
            : Dropped(shortfall) ?? OnTaskRole(shortfall, judgement).FirstOrDefault().Miss ?? (own is null ? null : From(own));
    }

    /// <summary>Statements of the program that give the task role what the execution role lacks: mistaken ones, each with the actions.</summary>
    public static IEnumerable<(NearestMiss Miss, RoleNode TaskRole, PlacedStatement Statement, MissingAction Action)> OnTaskRole(Shortfall shortfall, Judgement judgement)
    {
        foreach (var alternative in shortfall.Use.Task.TaskRole.Alternatives)
        {
            if (alternative.Value is not ObjectValue { Payload: RoleNode role } || role == shortfall.Use.Role)
            {
                continue;
            }

            foreach (var action in shortfall.Actions)
            {
                // What is said of everything is not said of this.
                var statement = judgement.Access.Of(role).Statements.FirstOrDefault(s =>
                    s.Statement is { IsAllow: true, EffectUnknown: false, Actions: { } actions }
                    && s.Origin is IOperation
                    && !actions.Items.Any(a => a.Literal == "*")
                    && (s.Guard & action.Missing).IsFeasible
                    && action.Action.Forms.Any(f => PolicyEvaluator.Matches(s.Statement, f) == Ternary.Yes));
                if (statement is not null)
                {
                    yield return (new("TaskRole", $"it is granted to the task role '{role.Name}'", statement.Origin as IOperation), role, statement, action);
                }
            }
        }
    }

    private static NearestMiss From(NearMiss miss) => new(miss.Reason.ToString(), miss.Explanation, miss.Statement.Origin as IOperation);

    private static NearestMiss? Dropped(Shortfall shortfall)
    {
        var dropped = shortfall.Use.Role.Dropped.FirstOrDefault(d =>
            d.Origin is not null && shortfall.Actions.Any(a => d.Statement.Actions.Items.Any(i => i.Text.Literal is { } name && EcsActions.Same(name, a.Action.Action))));
        return dropped is null ? null : new("Dropped", "CDK drops the grant, because the role may not be written to", dropped.Origin);
    }
}
