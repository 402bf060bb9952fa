using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// Names and IDs for new roles. Plans for several task definitions are made on the same program and applied together: no two of them may have the same, and each has what
/// it would have if it were applied alone.
/// </summary>
internal static class RoleNames
{
    private const string Suffix = "ExecutionRole";

    /// <summary>What a task definition's ID ends in, as a part that the role's ID need not repeat.</summary>
    private static readonly ImmutableArray<string> Kinds = ["TaskDefinition", "TaskDef", "Task"];

    /// <summary>The role's variable.</summary>
    public static string Variable(Place definition)
    {
        var siblings = Definitions(definition, Site.MemberOf(definition.Node)).ToList();
        var name = Wanted(definition, siblings.Count);
        var before = siblings.TakeWhile(s => s.Node != definition.Node).Count(s => RoleProperty.ValueIn(s) is null && Wanted(s, siblings.Count) == name);
        return Names.Free(definition, name, before);
    }

    /// <summary>The role's ID as code; null where the task definition's own can't be read at the site.</summary>
    public static string? Id(Place definition, Place id, Site site)
    {
        if (id.Model.GetConstantValue(id.Node) is { HasValue: true, Value: string text })
        {
            var literals = new HashSet<string>(
                id.Node.SyntaxTree.GetRoot().DescendantTokens().Where(t => t.IsKind(SyntaxKind.StringLiteralToken)).Select(t => t.ValueText), StringComparer.Ordinal);
            return SymbolDisplay.FormatLiteral(new[] { With(Stem(text, definition)), With(text) }.Concat(Enumerable.Range(2, int.MaxValue - 2).Select(i => With(text) + i)).First(c => !literals.Contains(c)), quote: true);
        }

        var parts = TextParts.Of(id.Node, id.Model);
        return parts.Append(TextPart.Of(parts.Any(p => p.Text?.Contains('-') == true) ? "-execution-role" : Suffix)).Write(site);
    }

    /// <summary>Only where its member makes several constructs that may get a role need the name tell them apart.</summary>
    private static string Wanted(Place definition, int siblings) =>
        siblings > 1 && Names.IdOf(definition) is { } text && Names.Camel(Stem(text, definition) + Suffix) is { } own ? own : "executionRole";

    /// <summary><c>ReportTask</c> as <c>Report</c>, unless there is another <c>Report</c>.</summary>
    private static string Stem(string id, Place definition)
    {
        var stem = WithoutKind(id);
        return stem != id && Definitions(definition, definition.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>()).Select(Names.IdOf).Any(other => other is not null && other != id && WithoutKind(other) == stem) ? id : stem;
    }

    /// <summary>The creations of task definitions, and of patterns with one.</summary>
    private static IEnumerable<Place> Definitions(Place definition, SyntaxNode? scope) =>
        (scope ?? definition.Node.SyntaxTree.GetRoot()).DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            .Where(c => definition.Model.GetTypeInfo(c).Type is { } type && RoleProperty.MayHave(type))
            .Select(definition.At);

    private static string With(string id) => id.Contains('-') && id == id.ToLowerInvariant() ? id + "-execution-role" : id + Suffix;

    /// <summary>What would be left with nothing stays.</summary>
    private static string WithoutKind(string id) =>
        Kinds.FirstOrDefault(k => id.Length > k.Length && id.EndsWith(k, StringComparison.Ordinal)) is { } kind ? id.Substring(0, id.Length - kind.Length) : id;
}
