using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER2002: ECS can't assume the role. Only where the program, or a file in the project, shows its trust policy.</summary>
internal sealed class EER2002Trust : IRule
{
    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        // A role without policy updates is assumed by the trust of the role that it is a view of.
        foreach (var uses in judgement.ExecutionRoles.SelectMany(u => u).GroupBy(u => u.Role is { IsFrozen: false, Wraps: { } made } ? made : u.Role))
        {
            var role = uses.Key;
            if (role.Wraps is not null || (role.Origin ?? uses.First().Task.ExecutionRoleOperation) is not { } origin || uses.All(u => u.IsSufficient))
            {
                continue;
            }

            var decision = judgement.Access.Trust(role);
            var used = uses.Aggregate(Guard.Never, (sum, u) => sum | u.Guard);
            var missing = used & decision.Missing;
            if (!missing.IsCertainIn(used))
            {
                continue;
            }

            var nearest = decision.NearMisses.FirstOrDefault();
            findings.Add(new Finding(Descriptors.Trust, origin, role.Name, used.Clause(missing), nearest is null ? "" : $" ({nearest.Explanation})")
                .With(FindingProperties.Actions, Iam.TrustPolicy.AssumeRole)
                .About(role)
                .About([.. uses.Select(u => u.Task)])
                .With(FindingProperties.NearMiss, nearest?.Reason.ToString())
                .At(FindingProperties.NearMissLocation, nearest?.Statement.Origin as Microsoft.CodeAnalysis.IOperation));
        }
    }
}
