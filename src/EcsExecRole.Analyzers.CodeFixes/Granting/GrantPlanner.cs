using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Plans what gives the role of a problem its missing permissions, wherever in the program role and resource are both at hand.</summary>
internal static class GrantPlanner
{
    /// <summary>The plans, one of each kind, in the order that the user's settings ask for.</summary>
    public static IEnumerable<FixPlan> Plans(Problem problem)
    {
        if (!CanHelp(problem))
        {
            return [];
        }

        // A statement that was meant to give the permission is corrected, rather than another one written beside it.
        var correction = StatementCorrection.Plan(problem, problem.NearMissPlace, problem.NearMiss);
        var (grant, statement, managed) = (Grant(problem) ?? AssetFile.Plan(problem), Statement(problem), ManagedPolicy(problem));
        return FixStyle.Of(problem.Origin) switch
        {
            FixStyle.Statements => Present(correction, statement, grant, managed),
            FixStyle.ManagedPolicy => Present(managed, correction, grant, statement),
            _ => Present(correction, grant, statement, managed),
        };
    }

    /// <summary>Whether a grant would do: not on a role that takes none, nor against a Deny or beyond a permissions boundary.</summary>
    public static bool CanHelp(Problem problem) => problem.RoleTakesGrants && problem.Permissions.Length > 0 && problem.NearMiss is not ("Deny" or "Boundary");

    /// <summary>Where new statements may go: beside what causes the need first, since whatever holds there holds for them; then where the role is.</summary>
    public static IEnumerable<Site> Sites(Problem problem) =>
        BesideNewRole(problem).Concat(BesideHatch(problem)).Concat(Site.Beside(problem.Container)).Concat(Site.Beside(problem.Origin)).Concat(Site.Beside(problem.TaskDefinition)).Concat(Site.Beside(problem.RoleArgument)).Concat(Site.Beside(problem.Role)).Distinct();

    /// <summary>With a new role: but in a branch or loop of the same member, the permission is granted there.</summary>
    private static IEnumerable<Site> BesideNewRole(Problem problem) =>
        problem is { NewRole.Site: { } site, Container: { } container }
        && (Site.MemberOf(container.Node) != site.Member || (Site.AnchorOf(container.Node) is { } anchor && (anchor == site.Anchor || anchor.Parent == site.Anchor.Parent)))
            ? [site]
            : [];

    /// <summary>In a helper that reaches into task definitions: whoever calls it gets the need, and the permission.</summary>
    private static IEnumerable<Site> BesideHatch(Problem problem) =>
        problem.Container is { } container && Site.MemberOf(problem.Origin.Node) != Site.MemberOf(container.Node) && Hatch.DefinitionOf(problem.Origin) is not null ? Site.Beside(problem.Origin) : [];

    private static FixPlan? Grant(Problem problem)
    {
        if (ResourceKind.Of(problem.ResourceKind) is not { } kind || !problem.Permissions.Any(p => p.Actions.Any(kind.Grants)) || (kind == ResourceKind.Key && ArnWriter.IsAlias(problem)))
        {
            return null;
        }

        foreach (var site in Sites(problem))
        {
            foreach (var role in RoleFinder.At(problem, site))
            {
                foreach (var resource in ResourceFinder.At(problem, kind, site))
                {
                    if (Rest(problem, kind) is var rest && StatementsFor(problem, rest, role, site) is { } statements)
                    {
                        var call = resource.Call(kind.Grant, role.Grantable + Pattern(problem, kind, site));
                        return new($"{problem.Rule}_{kind.Grant}", $"Add '{call}'", [.. role.Edits, .. resource.Edits, new InsertEdit(site, new PlainStatement(call + ";")), .. statements]);
                    }
                }
            }
        }

        return null;
    }

    private static FixPlan? Statement(Problem problem)
    {
        // A role whose policy is written out at its creation has all of it there.
        if (InlinePolicyGrants.Plan(problem) is { } inline)
        {
            return inline;
        }

        var plans = from site in Sites(problem)
                    from role in RoleFinder.At(problem, site)
                    let statements = StatementsFor(problem, problem.Permissions, role, site)
                    where statements is not null
                    select (IsTooWide: SharedCode.Contains(site) && StatementTexts.IsOfOneRun(problem, problem.Permissions, site), role, statements);
        (bool IsTooWide, RoleHandle Role, IReadOnlyList<Edit> Statements)? best = null;
        foreach (var plan in plans)
        {
            best ??= plan;
            if (!plan.IsTooWide)
            {
                best = plan;
                break;
            }
        }

        return best is { } found ? new(problem.Rule + "_PolicyStatement", Title(problem.Permissions), [.. found.Role.Edits, .. found.Statements]) : CfnRoleGrants.Plan(problem);
    }

    public static string Title(IEnumerable<Permission> permissions)
    {
        var actions = permissions.SelectMany(p => p.Actions).Distinct().ToList();
        return $"Allow {string.Join(", ", actions.Take(3))}{(actions.Count > 3 ? ", …" : "")} in a policy statement";
    }

    private static FixPlan? ManagedPolicy(Problem problem)
    {
        if (!IsInManagedPolicy(problem) || problem.RoleKind == "Imported" || problem.NearMiss == "NotInManagedPolicy")
        {
            return null;
        }

        return ManagedPolicyList.Plan(problem) ?? (
            from site in Sites(problem)
            from role in RoleFinder.At(problem, site)
            let call = $"{role.Grantable}.AddManagedPolicy({ManagedPolicyList.Policy})"
            select new FixPlan(problem.Rule + "_ManagedPolicy", ManagedPolicyList.Title, [.. role.Edits, new InsertEdit(site, new PlainStatement(call + ";"))])).FirstOrDefault();
    }

    /// <summary>Whether AmazonECSTaskExecutionRolePolicy allows all that is missing.</summary>
    public static bool IsInManagedPolicy(Problem problem) =>
        problem.Rule is Descriptors.ImageId or Descriptors.LogsId
        && !problem.Permissions.SelectMany(p => p.Actions).Any(a => a is "logs:CreateLogGroup" or "ecr:BatchImportUpstreamImage" or "ecr:CreateRepository" || a.StartsWith("kms:", StringComparison.Ordinal));

    /// <summary>What the construct's grant method leaves missing.</summary>
    private static IEnumerable<Permission> Rest(Problem problem, ResourceKind kind) =>
        problem.Permissions.Select(p => p with { Actions = [.. p.Actions.Where(a => !kind.Grants(a))] }).Where(p => p.Actions.Length > 0 && !(kind == ResourceKind.Bucket && p.Service == "kms"));

    /// <summary>Null where a resource has no expression at the site.</summary>
    private static IReadOnlyList<Edit>? StatementsFor(Problem problem, IEnumerable<Permission> permissions, RoleHandle role, Site site) =>
        StatementTexts.For(problem, permissions, site)?.Select(text => (Edit)new InsertEdit(site, new AllowStatement(role, text))).ToList();

    /// <summary>The second argument of a bucket's <c>GrantRead</c>: the object, if it has a name here.</summary>
    private static string Pattern(Problem problem, ResourceKind kind, Site site)
    {
        if (kind != ResourceKind.Bucket)
        {
            return "";
        }

        var text = problem.Permissions.Select(p => p.Resource).FirstOrDefault(r => r.Contains('/'));
        var key = ObjectKey.Of(problem, site) ?? (text is null ? null : PseudoParameters.Parts(text.Substring(text.IndexOf('/') + 1), site)?.Write(site));
        return key is null ? "" : ", " + key;
    }

    private static IEnumerable<FixPlan> Present(params FixPlan?[] plans) => plans.OfType<FixPlan>();
}
