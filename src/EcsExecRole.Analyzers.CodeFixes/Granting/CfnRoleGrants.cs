using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// Permissions of a level-1 role: an inline policy among the <c>Policies</c> that <c>CfnRole</c> is created with. The property is an <c>object</c>, so that a new list has
/// to say what it is a list of.
/// </summary>
internal static class CfnRoleGrants
{
    /// <summary>Null where the program makes no such role in one piece, or its policies are no list that is written out.</summary>
    public static FixPlan? Plan(Problem problem)
    {
        if (problem.Role is not { Node: BaseObjectCreationExpressionSyntax creation } role
            || !role.Model.GetTypeInfo(creation).Type.Is(CdkNames.CfnRole)
            || Initializers.PropsOf(creation) is not { Initializer: { } initializer }
            || Site.Before(role) is not { } site
            || StatementTexts.For(problem, problem.Permissions, site) is not { Count: > 0 } statements)
        {
            return null;
        }

        var idiom = Idiom.Of(creation.SyntaxTree.GetRoot(), creation.SyntaxTree.GetText());
        var policy = PolicyOf(statements, idiom, Name(problem.Rule));
        var edit = Initializers.ValueOf(creation, "Policies") switch
        {
            null => ListEdits.Append(role, initializer, $"Policies = new object[]\n{{\n{Indented(policy)},\n}}"),
            var list => ListEdits.Append(role, list, policy),
        };
        return edit is null ? null : new(problem.Rule + "_PolicyStatement", GrantPlanner.Title(problem.Permissions), [edit]);
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
