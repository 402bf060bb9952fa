namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Policy statements for missing permissions.</summary>
internal static class StatementTexts
{
    private const string Token = "ecr:GetAuthorizationToken";

    /// <summary>Not asked for by ECS any more, but in every policy that AWS documents for pulling.</summary>
    private const string LayerCheck = "ecr:BatchCheckLayerAvailability";

    /// <summary>Null where a resource has no exact expression at the site.</summary>
    public static IReadOnlyList<StatementText>? For(Problem problem, IEnumerable<Permission> permissions, Site site)
    {
        var texts = new List<StatementText>();
        foreach (var permission in permissions)
        {
            if (ArnWriter.IsAlias(problem) && permission.Service == "kms")
            {
                if (KeyAlias.Statement(problem, site) is not { } statement)
                {
                    return null;
                }

                texts.Add(statement);
            }
            else if (ArnWriter.Write(problem, permission, site) is { } resource)
            {
                texts.Add(new(Completed(permission.Actions), [resource]));
            }
            else
            {
                return null;
            }
        }

        return StatementText.MergeAll(texts);
    }

    /// <summary>Whether a resource has no name at the site and is spelt out as it was in one run: in code that runs for others, they would get the permission, too.</summary>
    public static bool IsOfOneRun(Problem problem, IEnumerable<Permission> permissions, Site site) =>
        permissions.Any(p => !(ArnWriter.IsAlias(problem) && p.Service == "kms") && ArnWriter.ByName(problem, p, site) is null);

    private static ImmutableArray<string> Completed(ImmutableArray<string> actions) =>
        actions.Contains("ecr:BatchGetImage") && !actions.Contains(Token) ? [.. actions.Append(LayerCheck).Distinct().OrderBy(a => a, StringComparer.Ordinal)] : actions;
}
