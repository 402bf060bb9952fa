using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>EER2008: asks CDK for the role (<c>ObtainExecutionRole()</c>) where the property is still null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EER2008NullRoleFix)), Shared]
public sealed class EER2008NullRoleFix() : ExecutionRoleFix(Descriptors.NullRoleId)
{
    private const string Obtain = "ObtainExecutionRole()";

    private protected override IEnumerable<FixPlan> Plans(Problem problem)
    {
        var place = problem.Origin;
        var reads = Reads(place, place.Node).ToList();
        if (reads.Count == 0)
        {
            reads = [.. place.Node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().SelectMany(n => VariableOf(place.At(n))).SelectMany(v => Reads(v, v.Node))];
        }

        if (reads.Count > 0)
        {
            yield return new("EER2008_ObtainExecutionRole", $"Use '{Receiver(reads[0])}.{Obtain}'", [.. reads.Select(Replace).Distinct()]);
        }
    }

    /// <summary>The reads of a task definition's <c>ExecutionRole</c> in an expression.</summary>
    private static IEnumerable<Place> Reads(Place place, ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>()
            .Where(a => a.Name.Identifier.ValueText == "ExecutionRole" && place.Model.GetTypeInfo(a.Expression).Type.Is(CdkNames.TaskDefinition))
            .Select(place.At);

    private static ExpressionSyntax Receiver(Place read) => ((MemberAccessExpressionSyntax)read.Node).Expression;

    /// <summary>What a variable is initialized with, or what the calls of its method give a parameter.</summary>
    private static IEnumerable<Place> VariableOf(Place name) => name.Model.GetSymbolInfo(name.Node).Symbol switch
    {
        ILocalSymbol local when local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } => [name.At(value)],
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } } parameter => Callers.ArgumentsOf(parameter, name),
        _ => [],
    };

    /// <summary>With the <c>!</c> or <c>?</c> that is of no use then.</summary>
    private static Edit Replace(Place place)
    {
        var read = (MemberAccessExpressionSyntax)place.Node;
        var end = read.Parent switch
        {
            PostfixUnaryExpressionSyntax postfix when postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression) => postfix.Span.End,
            ConditionalAccessExpressionSyntax access when access.Expression == read => access.OperatorToken.Span.End,
            _ => read.Span.End,
        };
        return new ReplaceEdit(place.Document, TextSpan.FromBounds(read.Name.SpanStart, end), Obtain);
    }
}
