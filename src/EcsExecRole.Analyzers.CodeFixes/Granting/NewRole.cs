using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>An execution role that ECS may assume, made right before the task definition that gets it.</summary>
/// <param name="Site">Before the task definition's statement.</param>
/// <param name="Handle">The role's variable.</param>
/// <param name="Edits">Its declaration, and the property that gives it to the task definition.</param>
internal sealed record NewRole(Site Site, RoleHandle Handle, ImmutableArray<Edit> Edits)
{
    /// <summary>Whether the variable can be used at a site: one that comes after its declaration, there or in a block within.</summary>
    public bool IsVisible(Site site) =>
        site.Member == Site.Member
        && site.Anchor.SpanStart >= Site.Anchor.SpanStart
        && (site.Anchor == Site.Anchor || Site.Anchor is StatementSyntax)
        && site.Anchor.Ancestors().Contains(Site.Block!);

    /// <summary>Null where the task definition is not made in one piece that takes a role.</summary>
    /// <param name="definition">The creation of the task definition, or of a pattern with one.</param>
    /// <param name="managedPolicy">Whether the role gets AWS's managed policy.</param>
    /// <param name="replace">Whether it takes the place of another role.</param>
    public static NewRole? For(Place definition, bool managedPolicy = false, bool replace = false)
    {
        if (definition.Node is not BaseObjectCreationExpressionSyntax creation
            || Site.Before(definition) is not { } site
            || Initializers.ArgumentOf(creation, definition.Model, "scope") is not { } scope
            || Initializers.ArgumentOf(creation, definition.Model, "id") is not { } id
            || !site.CanRead(scope, definition.Model)
            || RoleNames.Id(definition, definition.At(id), site) is not { } roleId)
        {
            return null;
        }

        var name = RoleNames.Variable(definition);
        if (RoleProperty.Assign(definition.At(creation), name, site, replace) is not { } wiring)
        {
            return null;
        }

        var policies = managedPolicy ? $"    ManagedPolicies = {Idiom.Of(creation.SyntaxTree.GetRoot(), creation.SyntaxTree.GetText()).Collection([ManagedPolicyList.Policy])},\n" : "";
        var value = $"new global::{CdkNames.Role}({scope.WithoutTrivia()}, {roleId}, new global::{CdkNames.Role}Props\n{{\n    AssumedBy = new global::{CdkNames.ServicePrincipal}(\"ecs-tasks.amazonaws.com\"),\n{policies}}})";
        return new(site, new(name, RoleForm.Role, []), [new InsertEdit(site, new Declaration(name, "global::" + CdkNames.Role, value)), .. wiring]);
    }
}
