using System.Composition;
using EcsExecRole.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>EER2004: the policy's name with its path, as AWS has it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EER2004ManagedPolicyFix)), Shared]
public sealed class EER2004ManagedPolicyFix() : ExecutionRoleFix(Descriptors.ManagedPolicyId)
{
    private const string Marker = ":policy/";

    private protected override IEnumerable<FixPlan> Plans(Problem problem)
    {
        if (problem.Properties.TryGetValue(EER2004ManagedPolicy.Correction, out var correction) && correction is not null && EditOf(problem.Origin, correction) is { } edit)
        {
            yield return new("EER2004_Name", $"Use AWS's '{correction}'", [edit]);
        }
    }

    private static Edit? EditOf(Place origin, string correction)
    {
        if (origin.Node is not LiteralExpressionSyntax literal || literal.Token.Value is not string name)
        {
            return IsAwsName(origin) && NameOf(origin, correction) is { } elsewhere ? new ReplaceEdit(elsewhere.Document, elsewhere.Node.Span, "\"" + correction + "\"") : null;
        }

        if (name.IndexOf(Marker, StringComparison.Ordinal) is >= 0 and var at)
        {
            // An ARN of the account's own policies turns into AWS's, in its partition.
            var partition = name.Split(':')[1];
            return new ReplaceEdit(origin.Document, literal.Span, $"\"arn:{partition}:iam::aws{Marker}{correction}\"");
        }

        return literal.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } import ? null : origin.Model.GetSymbolInfo(import).Symbol?.Name switch
        {
            "FromAwsManagedPolicyName" => new ReplaceEdit(origin.Document, literal.Span, "\"" + correction + "\""),
            "FromManagedPolicyName" => new ReplaceEdit(origin.Document, import.Span, $"{CdkNames.ManagedPolicy}.FromAwsManagedPolicyName(\"{correction}\")"),
            _ => null,
        };
    }

    private static bool IsAwsName(Place origin) =>
        origin.Node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax import } && origin.Model.GetSymbolInfo(import).Symbol?.Name == "FromAwsManagedPolicyName";

    /// <summary>The only literal that an expression can have such a name from: a constant's, a local's, or an element of what a lambda is called with.</summary>
    private static Place? NameOf(Place origin, string correction)
    {
        var name = correction.Substring(correction.LastIndexOf('/') + 1);
        var literals = Sources.Of(origin).Concat(ElementsFor(origin))
            .Where(p => p.CanBeEdited && p.Node is LiteralExpressionSyntax { Token.Value: string text } && text == name)
            .GroupBy(p => (p.Document.Id, p.Node.Span)).Select(g => g.First()).ToList();
        return literals is [var only] ? only : null;
    }

    private static IEnumerable<Place> ElementsFor(Place parameter) =>
        parameter.Model.GetSymbolInfo(parameter.Node).Symbol is IParameterSymbol
        && parameter.Node.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } }
            ? Sources.Of(parameter.At(call))
            : [];
}
