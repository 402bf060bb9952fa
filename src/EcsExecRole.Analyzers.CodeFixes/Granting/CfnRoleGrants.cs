using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// Permissions of a level-1 role: in a policy document that it already has, or as an inline policy among the <c>Policies</c> that <c>CfnRole</c> is created with. The
/// property is an <c>object</c>, so that a new list has to say what it is a list of.
/// </summary>
internal static class CfnRoleGrants
{
    /// <summary>Null where the program makes no such role in one piece, or its policies are no list that is written out.</summary>
    public static FixPlan? Plan(Problem problem)
    {
        if (problem.Role is not { Node: BaseObjectCreationExpressionSyntax creation } role || !role.Model.GetTypeInfo(creation).Type.Is(CdkNames.CfnRole))
        {
            return null;
        }

        var edits = InPolicy(problem, role) ?? InRole(problem, role, creation);
        return edits is { Count: > 0 } ? new(problem.Rule + "_PolicyStatement", GrantPlanner.Title(problem.Permissions), [.. edits]) : null;
    }

    /// <summary>The statements that a list of them takes, in the role's own policies or in one that is attached to it.</summary>
    private static IReadOnlyList<Edit>? InPolicy(Problem problem, Place role)
    {
        foreach (var list in PolicyLists.Of(role))
        {
            if (Site.Before(list) is { } site && StatementTexts.For(problem, problem.Permissions, site) is { Count: > 0 } statements)
            {
                return [.. statements.Select(s => new StatementEdit(list, list.Node, s))];
            }
        }

        return null;
    }

    private static IReadOnlyList<Edit>? InRole(Problem problem, Place role, BaseObjectCreationExpressionSyntax creation) =>
        Initializers.PropsOf(creation) is { Initializer: not null }
        && (Initializers.ValueOf(creation, "Policies") is not { } policies || IsList(policies))
        && Site.Before(role) is { } site
        && StatementTexts.For(problem, problem.Permissions, site) is { Count: > 0 } statements
            ? [.. statements.Select(s => new InlinePolicyEdit(role, Name(problem.Rule), s))]
            : null;

    private static bool IsList(ExpressionSyntax list) => list is CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax { Initializer: not null };

    /// <summary>The edits of the program for the statements that one role gets in a new policy.</summary>
    public static ImmutableArray<Edit> Render(IReadOnlyList<InlinePolicyEdit> edits, Idiom idiom)
    {
        var role = edits[0].Role;
        var creation = (BaseObjectCreationExpressionSyntax)role.Node;
        var names = edits.Select(e => e.Name).Distinct().ToList();
        var taken = new HashSet<string>(creation.DescendantTokens().Select(t => t.ValueText), StringComparer.Ordinal);
        var name = Enumerable.Range(1, int.MaxValue).Select(i => (names.Count == 1 ? names[0] : "ExecutionRole") + (i == 1 ? "" : i.ToString(System.Globalization.CultureInfo.InvariantCulture))).First(n => !taken.Contains(n));
        var policy = PolicyOf(StatementText.MergeAll(edits.Select(e => e.Statement)), idiom, name);
        return Initializers.ValueOf(creation, "Policies") is { } list
            ? ListEdits.Append(role, list, policy)!.Value
            : ListEdits.Append(role, Initializers.PropsOf(creation)!.Initializer!, $"Policies = new object[]\n{{\n{Indented(policy)},\n}}");
    }

    private static string PolicyOf(IReadOnlyList<StatementText> statements, Idiom idiom, string name) =>
        $"new global::{CdkNames.CfnRole}.PolicyProperty\n{{\n    PolicyName = \"{name}\",\n    PolicyDocument = new {CdkNames.PolicyDocument}(new {CdkNames.PolicyDocument}Props\n    {{\n"
        + $"        Statements = new[]\n        {{\n{string.Concat(statements.Select(s => Indented(s.Render(idiom), "            ") + ",\n"))}        }},\n    }}),\n}}";

    /// <summary>A role's inline policies are told apart by name.</summary>
    private static string Name(string rule) => rule switch
    {
        Descriptors.ImageId => "PullImages",
        Descriptors.LogsId => "WriteLogs",
        Descriptors.SecretId => "ReadSecrets",
        Descriptors.ParameterId => "ReadParameters",
        Descriptors.RegistryCredentialsId => "ReadRegistryCredentials",
        Descriptors.KeyId => "Decrypt",
        _ => "ReadFiles",
    };

    private static string Indented(string text, string indentation = "    ") => string.Join("\n", text.Split('\n').Select(l => l.Length == 0 ? l : indentation + l));
}
