using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Iam.Documents;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Gathers what a role is allowed: its own statements, inline, attached and managed policies, and those of other imports of the same role.</summary>
internal static class Permissions
{
    public static RolePermissions Of(RoleNode role, CdkGraph graph)
    {
        var gathered = new Gathering();
        var same = graph.Policies.SameAs(role);
        foreach (var one in same)
        {
            Gather(one, graph.Policies, gathered);
        }

        var (seen, reason) = Visible(role, same);
        var boundaries = same.SelectMany(Boundaries);
        if ((!seen).IsFeasible)
        {
            if (same.Select(graph.RolesElsewhere.Find).FirstOrDefault(d => d is not null) is { } description)
            {
                gathered.Add(description, !seen, role.Origin);
                boundaries = boundaries.Concat(Boundary(description, !seen));
            }
            else
            {
                gathered.Unknowns.Add(new(!seen, null, reason, role.Origin));
                gathered.TrustUnknown |= !seen;
            }
        }

        return new(role, [.. gathered.Statements], [.. gathered.Unknowns], [.. gathered.Trust], gathered.TrustUnknown, [.. boundaries]);
    }

    /// <summary>The paths on which the program shows all of the role: those on which it creates it.</summary>
    private static (Guard Seen, string Reason) Visible(RoleNode role, IReadOnlyList<RoleNode> same)
    {
        if (role.Kind is RoleKind.Created or RoleKind.Unknown)
        {
            // An unknown role says so itself.
            return (Guard.Always, "");
        }

        var created = same.Where(r => r.Kind == RoleKind.Created).Aggregate(Guard.Never, (all, r) => all | r.Birth);
        return (created, "the role is imported, and has the policies it has in its account");
    }

    private static IEnumerable<PermissionsBoundary> Boundaries(RoleNode role)
    {
        foreach (var entry in role.Boundaries)
        {
            if (entry.Policy is { } policy && entry.Guard.IsFeasible)
            {
                var content = new Gathering();
                content.Add(new ManagedPolicyEntry(entry.Guard, policy, entry.Origin), role.Stack, Guard.Never);
                var more = content.Unknowns.Aggregate(role.BoundaryUnknown, (all, u) => all | u.Guard);
                yield return new(policy.Name, entry.Guard, [.. content.Statements], more, entry.Origin);
            }
        }
    }

    private static IEnumerable<PermissionsBoundary> Boundary(RoleDescription description, Guard guard)
    {
        if (description.BoundaryArn is { } arn)
        {
            var statements = description.Boundary.IsDefault ? RolesElsewhere.Place(arn, guard) : description.Boundary.Select(s => new PlacedStatement(s, guard, null));
            yield return new(arn.Substring(arn.LastIndexOf('/') + 1), guard, [.. statements ?? []], statements is null ? guard : Guard.Never, null);
        }
    }

    private static void Gather(RoleNode role, PolicyIndex index, Gathering gathered)
    {
        // Where a role may turn out immutable, what is granted to it may be dropped.
        var maybe = role.MutabilityUnknown;
        foreach (var entry in role.Statements)
        {
            gathered.Add(entry, Guard.Always, role.Stack, maybe);
        }

        foreach (var inline in role.InlinePolicies)
        {
            gathered.Add(inline.Document, inline.Guard, role.Stack, Guard.Never);
        }

        foreach (var managed in role.ManagedPolicies)
        {
            gathered.Add(managed, role.Stack, maybe);
        }

        foreach (var (guard, policy, certain) in index.AttachedTo(role))
        {
            gathered.AddPolicy(policy, guard, certain ? Guard.Never : Guard.Always);
        }

        gathered.Unknowns.AddRange(role.Unknowns.Where(u => u.Guard.IsFeasible));
        gathered.TrustUnknown |= role.TrustUnknown;
        gathered.AddTrust(role);
    }

    private sealed class Gathering
    {
        public List<PlacedStatement> Statements { get; } = [];

        public List<UnknownGrant> Unknowns { get; } = [];

        public List<PlacedStatement> Trust { get; } = [];

        public Guard TrustUnknown { get; set; } = Guard.Never;

        /// <param name="maybe">The paths on which it is not certain that the statement is in force.</param>
        public void Add(PolicyEntry entry, Guard guard, StackNode? stack, Guard maybe) => Place(Statements, entry, guard, stack, maybe);

        public void Add(PolicyDocumentNode document, Guard guard, StackNode? stack, Guard maybe)
        {
            foreach (var entry in document.Statements)
            {
                Add(entry, guard, stack, maybe);
            }

            AddUnknown(document.MayHaveMore & guard, document.MoreReason ?? "a policy document is not known", document.Origin);
        }

        public void AddPolicy(AttachablePolicyNode policy, Guard guard, Guard maybe)
        {
            Add(policy, guard, policy.Stack, maybe);
            foreach (var document in policy.Documents)
            {
                Add(document.Document, guard & document.Guard, policy.Stack, maybe);
            }
        }

        public void Add(ManagedPolicyEntry entry, StackNode? stack, Guard maybe)
        {
            if (!entry.Guard.IsFeasible)
            {
                return;
            }

            if (entry.Policy.IsDefinedHere)
            {
                AddPolicy(entry.Policy, entry.Guard, maybe);
                return;
            }

            var found = entry.Policy.Arn is { } arn ? ManagedPolicies.Find(stack?.Localize(arn) ?? arn) : default;
            if (found is { Kind: ManagedPolicyKind.Known, Policy: { IsContentKnown: true } known })
            {
                Statements.AddRange(known.Place(entry.Guard, entry.Origin));
                return;
            }

            AddUnknown(entry.Guard, Reason(found, entry.Policy), entry.Origin);
        }

        /// <summary>What a file says of the role.</summary>
        public void Add(RoleDescription description, Guard guard, IOperation? origin)
        {
            Statements.AddRange(description.Statements.Select(s => new PlacedStatement(s, guard, null)));
            foreach (var arn in description.ManagedPolicies)
            {
                if (RolesElsewhere.Place(arn, guard) is { } statements)
                {
                    Statements.AddRange(statements);
                }
                else
                {
                    AddUnknown(guard, $"what the managed policy {arn} of the role allows is not known", origin);
                }
            }

            if (description.Trust.IsDefault)
            {
                TrustUnknown |= guard;
            }
            else
            {
                Trust.AddRange(description.Trust.Select(s => new PlacedStatement(s, guard, null)));
            }
        }

        public void AddTrust(RoleNode role)
        {
            foreach (var entry in role.Trust)
            {
                Place(Trust, entry, Guard.Always, role.Stack, Guard.Never);
            }

            foreach (var attachment in role.TrustDocuments)
            {
                foreach (var entry in attachment.Document.Statements)
                {
                    Place(Trust, entry, attachment.Guard, role.Stack, Guard.Never);
                }

                TrustUnknown |= attachment.Document.MayHaveMore & attachment.Guard;
            }
        }

        private static void Place(List<PlacedStatement> into, PolicyEntry entry, Guard guard, StackNode? stack, Guard maybe)
        {
            guard &= entry.Guard;
            if (!guard.IsFeasible)
            {
                return;
            }

            var origin = entry.Origin ?? entry.Statement.Origin;
            foreach (var (statement, part) in StatementSplitter.Split(entry.Statement, guard, stack))
            {
                // Of a statement that may not be there, it is unknown whether it applies.
                into.Add(new((part & maybe).IsFeasible ? statement with { ConditionsUnknown = true } : statement, part, origin));
            }
        }

        private static string Reason(ManagedPolicyLookup found, ManagedPolicyNode policy) => found.Kind switch
        {
            ManagedPolicyKind.WrongPath => $"there is no AWS managed policy {policy.Name}, only {found.Policy!.PathAndName}",
            ManagedPolicyKind.CustomerNamedLikeAws or ManagedPolicyKind.Customer => $"what the policy {policy.Name} of this account allows is not in the program",
            ManagedPolicyKind.Known or ManagedPolicyKind.OtherAws => $"what the AWS managed policy {policy.Name} allows is not known here",
            _ => $"it is not known which managed policy {policy.Name} is",
        };

        private void AddUnknown(Guard guard, string reason, IOperation? origin)
        {
            if (guard.IsFeasible)
            {
                Unknowns.Add(new(guard, null, reason, origin));
            }
        }
    }
}
