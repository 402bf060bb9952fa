using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER2010: a role that the program makes as execution role, without the managed policy that AWS recommends.</summary>
internal sealed class EER2010NoManagedPolicy : IRule
{
    public const string PolicyName = "AmazonECSTaskExecutionRolePolicy";

    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        foreach (var uses in judgement.ExecutionRoles)
        {
            if (uses.Key is { Kind: RoleKind.Created, IsAutoCreated: false, Origin: { } origin } role
                && !role.ManagedPolicies.Any(MayBe)
                && role.Unknowns.All(u => u.Services is not null || !u.Guard.IsFeasible))
            {
                findings.Add(new Finding(Descriptors.NoManagedPolicy, origin, role.Name)
                    .About(role)
                    .About([.. uses.Select(u => u.Task)]));
            }
        }
    }

    private static bool MayBe(ManagedPolicyEntry entry) =>
        !entry.Policy.IsDefinedHere && (entry.Policy.Arn is not { } arn || ManagedPolicies.Find(arn) is not { Policy.Name: not PolicyName });
}
