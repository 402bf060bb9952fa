namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>What one role may do, from every policy that the templates attach to it.</summary>
/// <param name="Arn">The role's ARN.</param>
/// <param name="Role">The role, or null where it is not the program's (imported).</param>
/// <param name="Statements">Inline and managed policies' statements.</param>
/// <param name="Boundary">The permissions boundary's statements, or null where there is none.</param>
/// <param name="Unseen">Policies that exist but whose content no template shows: an imported role's own, managed policies outside the program.</param>
/// <param name="NoSuchPolicies">Managed policies that do not exist, by what follows <c>policy/</c>.</param>
internal sealed record RolePermissions(
    string Arn,
    Resource? Role,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<Statement>? Boundary,
    IReadOnlyList<string> Unseen,
    IReadOnlyList<string> NoSuchPolicies)
{
    /// <summary>The account the role is in.</summary>
    public string Account => Oracle.Arn.TryParse(Arn)?.Account ?? "";

    /// <summary>What the role's own policies say. <paramref name="denied"/> is whether a Deny decides.</summary>
    public Access Identity(Request request, out Access denied)
    {
        denied = Statements.Where(statement => statement.Denies).Select(statement => statement.Covers(request)).Any();
        var allowed = Allowed(Statements, request);
        if (Unseen.Count > 0)
        {
            allowed = allowed.Or(Access.Unknown);
        }

        if (Boundary is not null)
        {
            denied = denied.Or(Boundary.Where(statement => statement.Denies).Select(statement => statement.Covers(request)).Any());
            allowed = allowed.And(Bounded(request));
        }

        return allowed.And(denied.Not());
    }

    /// <summary>Whether the boundary lets it pass; it limits what a resource's policy allows the role, too.</summary>
    public Access Bounded(Request request) => Boundary is null ? Access.Granted : Allowed(Boundary, request);

    /// <summary>The statements that name the action at least, for the report.</summary>
    public string Closest(Request request)
    {
        var near = Statements.Where(statement => statement.CoversAction(request.Action)).Select(statement => $"{statement.Origin}: {statement.Json.ToJsonString()}").ToList();
        return near.Count > 0 ? string.Join("\n      ", near)
            : Role is null ? $"{Arn} is not in the templates, and no statement in them names {request.Action}"
            : $"{Role.LogicalId} has no statement that names {request.Action}";
    }

    private static Access Allowed(IEnumerable<Statement> statements, Request request) =>
        statements.Where(statement => !statement.Denies).Select(statement => statement.Covers(request)).Any();
}
