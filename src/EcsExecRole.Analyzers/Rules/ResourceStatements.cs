using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>
/// What a resource's own policy allows a role: within an account that suffices, as CDK relies on for the keys of secrets.
/// </summary>
internal static class ResourceStatements
{
    /// <param name="resource">The resource.</param>
    /// <param name="role">The role, which the statements name as their principal.</param>
    /// <param name="arn">The resource's ARN as asked for: whatever the statement calls the resource, it can only be the one that it is attached to.</param>
    public static IEnumerable<PlacedStatement> Of(ResourceNode resource, RoleNode role, Template arn)
    {
        foreach (var (principal, entry) in resource.ResourceGrants)
        {
            if (principal == role || principal == role.Wraps || principal.Wraps == role)
            {
                foreach (var (statement, guard) in StatementSplitter.Split(entry.Statement, entry.Guard, resource.Stack))
                {
                    yield return new(statement with { Resources = TemplateList.Of(arn), NotResources = null }, guard, entry.Origin);
                }
            }
        }
    }
}
