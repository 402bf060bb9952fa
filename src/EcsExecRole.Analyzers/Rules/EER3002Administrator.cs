using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Iam;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER3002: the execution role may do nearly everything.</summary>
internal sealed class EER3002Administrator : IRule
{
    private static readonly ImmutableHashSet<string> Policies = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"];

    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        foreach (var uses in judgement.ExecutionRoles)
        {
            var reported = new HashSet<object>();
            foreach (var placed in judgement.Access.Of(uses.Key).Statements)
            {
                if (placed.Origin is IOperation origin && Why(placed) is { } why && placed.Guard.CertainPath() is not null && reported.Add(origin))
                {
                    findings.Add(new Finding(Descriptors.Administrator, origin, uses.Key.Name, why)
                        .About(uses.Key)
                        .About([.. uses.Select(u => u.Task)]));
                }
            }
        }
    }

    private static string? Why(PlacedStatement placed) =>
        placed.ManagedPolicy is { } policy ? Policies.Contains(policy) ? policy : null
        : placed.Statement is { IsAllow: true, EffectUnknown: false, ConditionsUnknown: false, Conditions.IsEmpty: true, Actions: { } actions, Resources: { } resources }
            && actions.Items.Any(a => a.Literal is "*" or "*:*") && resources.Items.Any(r => r.Literal == "*") ? "* on *"
        : null;
}
