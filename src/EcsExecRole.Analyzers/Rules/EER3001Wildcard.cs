using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER3001: secrets, parameters or keys are granted on <c>*</c> where the ARNs of those needed are known.</summary>
internal sealed class EER3001Wildcard : IRule
{
    private static readonly ImmutableArray<string> Sensitive = [EcsActions.GetSecretValue, EcsActions.GetParameters, EcsActions.Decrypt];

    private static readonly char[] Wildcards = ['*', '?'];

    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        foreach (var uses in judgement.ExecutionRoles)
        {
            var role = uses.Key;
            var open = judgement.Access.Of(role).Statements.Where(IsOpen).ToList();
            if (open.Count == 0)
            {
                continue;
            }

            var tasks = judgement.TasksOf(uses);
            var needed = tasks.SelectMany(t => t.Needs.Needs).SelectMany(n => n.Actions).ToList();
            foreach (var statement in open)
            {
                var wide = needed.Where(a => Sensitive.Contains(a.Action) && StatementMatcher.Action(statement.Statement, a.Forms[0]) == Ternary.Yes).ToList();

                // Where it is not certain that nothing else is needed, a wildcard may be what it takes.
                if (wide.Count > 0 && wide.All(a => a.Pattern.Parts.All(p => p.Hole is not { Kind: HoleKind.Any })) && tasks.All(t => t.Needs.Doubts.IsEmpty))
                {
                    findings.Add(new Finding(
                            Descriptors.Wildcard,
                            (IOperation)statement.Origin!,
                            role.Name,
                            PolicyText.And([.. wide.Select(a => a.Action).Distinct().OrderBy(a => a, StringComparer.Ordinal)]),
                            PolicyText.And([.. wide.Select(a => $"'{a.Pattern}'").Distinct().Take(3)]))
                        .Allowing(wide)
                        .About(role)
                        .About([.. tasks.Select(t => t.Node)]));
                }
            }
        }
    }

    private static bool IsOpen(PlacedStatement placed) =>
        placed is { Origin: IOperation, ManagedPolicy: null, Statement: { IsAllow: true, EffectUnknown: false, ConditionsUnknown: false, Conditions.IsEmpty: true } statement }
        && statement.Resources is { } resources && resources.Items.Any(r => r.Literal == "*")
        && statement.Actions is { } actions && actions.Items.Any(MayBeSensitive) && !actions.Items.Any(a => a.Literal == "*")
        && placed.Guard.CertainPath() is not null;

    /// <summary>Whether a pattern of actions may be for one of them: most statements on <c>*</c> are for <c>ecr:GetAuthorizationToken</c>.</summary>
    private static bool MayBeSensitive(Template action) =>
        action.Literal is not { } text || text.IndexOfAny(Wildcards) >= 0 || Sensitive.Contains(text, StringComparer.OrdinalIgnoreCase);
}
