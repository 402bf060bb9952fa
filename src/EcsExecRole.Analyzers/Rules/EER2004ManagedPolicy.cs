using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER2004: a managed policy that does not exist as written, or that an imported role drops.</summary>
internal sealed class EER2004ManagedPolicy : IRule
{
    /// <summary>The property that holds the name as <c>FromAwsManagedPolicyName</c> wants it.</summary>
    public const string Correction = nameof(Correction);

    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        foreach (var uses in judgement.ExecutionRoles)
        {
            var role = uses.Key;
            var used = uses.Aggregate(Guard.Never, (sum, u) => sum | u.Guard);
            foreach (var entry in role.ManagedPolicies.Where(e => !e.Policy.IsDefinedHere && (e.Guard & used).IsCertainIn(e.Guard)))
            {
                if (entry.Policy.Arn is { } arn && ManagedPolicies.Find(arn) is { Policy: { } meant } found && Explain(found) is { } explanation)
                {
                    Add(role, entry, explanation, meant.PathAndName);
                }
            }

            foreach (var entry in role.DroppedManagedPolicies.Where(e => !IsUnwritten(e.Policy) && (e.Guard & used).IsCertainIn(e.Guard)))
            {
                Add(role, entry, role.Wraps is null ? "CDK can't attach it to an imported role, and drops it" : "CDK drops what is attached to a role without policy updates", null);
            }

            void Add(RoleNode role, ManagedPolicyEntry entry, string explanation, string? correction)
            {
                if ((entry.Policy.NameOperation ?? entry.Origin ?? entry.Policy.Origin) is { } origin)
                {
                    findings.Add(new Finding(Descriptors.ManagedPolicy, origin, NameOf(entry.Policy), role.Name, explanation)
                        .About(role)
                        .About([.. uses.Select(u => u.Task)])
                        .With(Correction, correction)
                        .At(FindingProperties.NearMissLocation, entry.Origin));
                }
            }
        }
    }

    /// <summary>Whether code that does not compile says which policy it is, or whether it is one.</summary>
    private static bool IsUnwritten(ManagedPolicyNode policy) => policy.Arn is { } arn && arn.Parts.Any(p => p.Hole is { } hole && Evaluator.IsUnwritten(hole.Key));

    private static string? Explain(ManagedPolicyLookup found) => found.Kind switch
    {
        ManagedPolicyKind.WrongPath => $"AWS has no policy of that path, only '{found.Policy!.PathAndName}', so that the deployment fails",
        ManagedPolicyKind.CustomerNamedLikeAws => $"it names a policy of your own account, not AWS's '{found.Policy!.PathAndName}'",
        _ => null,
    };

    private static string NameOf(ManagedPolicyNode policy)
    {
        var text = policy.Arn?.ToString() ?? policy.Name;
        const string Marker = ":policy/";
        return text.IndexOf(Marker, StringComparison.Ordinal) is >= 0 and var at ? text.Substring(at + Marker.Length) : text;
    }
}
