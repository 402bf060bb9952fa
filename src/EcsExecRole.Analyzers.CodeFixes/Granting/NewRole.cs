using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>An execution role that ECS may assume, made right before the task definition that gets it.</summary>
/// <param name="Site">Before the task definition's statement.</param>
/// <param name="Handle">The role's variable.</param>
/// <param name="Edits">Its declaration, and the property that gives it to the task definition.</param>
internal sealed record NewRole(Site Site, RoleHandle Handle, ImmutableArray<Edit> Edits)
{
    private const string Suffix = "ExecutionRole";

    /// <summary>What such a task definition's ID ends in, as a part that the role's ID need not repeat.</summary>
    private static readonly ImmutableArray<string> Kinds = ["TaskDefinition", "TaskDef", "Task"];

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
            || IdAfter(definition.At(id), site) is not { } roleId)
        {
            return null;
        }

        var name = Names.Free(definition, IsOnlyOne(definition) || Names.IdOf(definition) is not { } text || Names.Camel(WithoutKind(text) + Suffix) is not { } own ? "executionRole" : own);
        if (RoleProperty.Assign(definition.At(creation), name, site, replace) is not { } wiring)
        {
            return null;
        }

        var policies = managedPolicy ? $"    ManagedPolicies = {Idiom.Of(creation.SyntaxTree.GetRoot(), creation.SyntaxTree.GetText()).Collection([ManagedPolicyList.Policy])},\n" : "";
        var value = $"new global::{CdkNames.Role}({scope.WithoutTrivia()}, {roleId}, new global::{CdkNames.Role}Props\n{{\n    AssumedBy = new global::{CdkNames.ServicePrincipal}(\"ecs-tasks.amazonaws.com\"),\n{policies}}})";
        return new(site, new(name, RoleForm.Role, []), [new InsertEdit(site, new Declaration(name, "global::" + CdkNames.Role, value)), .. wiring]);
    }

    /// <summary>Whether its member makes no other construct that may get a role, so that the role's name need not tell them apart.</summary>
    private static bool IsOnlyOne(Place definition) =>
        Site.MemberOf(definition.Node)?.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().Count(c =>
            definition.Model.GetTypeInfo(c).Type is { } type && RoleProperty.MayHave(type)) == 1;

    /// <summary>The task definition's ID, made the role's.</summary>
    private static string? IdAfter(Place id, Site site)
    {
        if (id.Model.GetConstantValue(id.Node) is { HasValue: true, Value: string text })
        {
            var literals = new HashSet<string>(
                id.Node.SyntaxTree.GetRoot().DescendantTokens().Where(t => t.IsKind(SyntaxKind.StringLiteralToken)).Select(t => t.ValueText), StringComparer.Ordinal);
            return SymbolDisplay.FormatLiteral(new[] { With(WithoutKind(text)), With(text) }.Concat(Enumerable.Range(2, int.MaxValue - 2).Select(i => With(text) + i)).First(c => !literals.Contains(c)), quote: true);
        }

        var parts = TextParts.Of(id.Node, id.Model);
        return parts.Append(TextPart.Of(parts.Any(p => p.Text?.Contains('-') == true) ? "-execution-role" : Suffix)).Write(site);
    }

    private static string With(string id) => id.Contains('-') && id == id.ToLowerInvariant() ? id + "-execution-role" : id + Suffix;

    /// <summary><c>ReportTask</c> as <c>Report</c>; what would be left with nothing stays.</summary>
    private static string WithoutKind(string id) =>
        Kinds.FirstOrDefault(k => id.Length > k.Length && id.EndsWith(k, StringComparison.Ordinal)) is { } kind ? id.Substring(0, id.Length - kind.Length) : id;
}
