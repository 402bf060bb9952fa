namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>The option <c>ecs_exec_role.fix_style</c>: which of several fixes comes first.</summary>
internal static class FixStyle
{
    public const string Option = "ecs_exec_role.fix_style";

    public const string Grants = "grants";

    public const string Statements = "statements";

    public const string ManagedPolicy = "managed_policy";

    /// <summary>The setting for the file of a place; grants where it has none that can be meant.</summary>
    public static string Of(Place place) =>
        place.Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(place.Node.SyntaxTree).TryGetValue(Option, out var value) ? value.Trim().ToLowerInvariant() : Grants;
}
