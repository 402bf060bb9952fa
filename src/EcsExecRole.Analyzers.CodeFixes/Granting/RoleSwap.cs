using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>A grant to the task role, written for the execution role.</summary>
internal static class RoleSwap
{
    /// <summary>None where the grant is no statement that can be repeated with another role, or says more than is missing.</summary>
    public static IEnumerable<FixPlan> Plans(Problem problem)
    {
        var place = problem.Origin;
        if (place.Node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Expression: InvocationExpressionSyntax call } statement || !IsRepeatable(call, place.Model))
        {
            yield break;
        }

        var site = new Site(place.Document, place.Model, statement, IsAfter: true);
        foreach (var role in RoleFinder.At(problem, site))
        {
            if (Swapped(place.At(call), role, problem) is { } swap)
            {
                var text = place.Node.SyntaxTree.GetText();
                var line = text.ToString(TextSpan.FromBounds(call.SpanStart, swap.Span.Start)) + swap.Text + text.ToString(TextSpan.FromBounds(swap.Span.End, statement.Span.End));
                var idiom = Idiom.Of(place.Node.SyntaxTree.GetRoot(), text);
                yield return new("EER2005_Add", "Grant it to the execution role, too", [.. role.Edits, new InsertEdit(site, new PlainStatement(idiom.Dedent(line, idiom.IndentationAt(call.SpanStart))))]);
                yield return new("EER2005_Move", "Grant it to the execution role instead", [.. role.Edits, swap]);
                yield break;
            }
        }
    }

    /// <summary>What makes the call one for the execution role.</summary>
    private static ReplaceEdit? Swapped(Place place, RoleHandle role, Problem problem)
    {
        var call = (InvocationExpressionSyntax)place.Node;
        if (call.Expression is not MemberAccessExpressionSyntax access || place.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        if (method.Name.StartsWith("Grant", StringComparison.Ordinal)
            && method.Parameters.FirstOrDefault(p => p.Type.Name == "IGrantable") is { } parameter
            && Initializers.ArgumentOf(call, place.Model, parameter.Name) is { } grantee)
        {
            return new(place.Document, grantee.Span, role.Grantable);
        }

        if (!SaysNoMore(place, call, problem))
        {
            return null;
        }

        return method.Name switch
        {
            "AddToTaskRolePolicy" or "AddToPolicy" or "AddToPrincipalPolicy" => new(place.Document, TextSpan.FromBounds(access.SpanStart, access.Span.End), role.Adder),
            _ => null,
        };
    }

    /// <summary>Whether all that the statement allows is what ECS asks for.</summary>
    private static bool SaysNoMore(Place place, InvocationExpressionSyntax call, Problem problem)
    {
        var missing = problem.Permissions.SelectMany(p => p.Actions).ToList();
        return StatementCorrection.StatementAt(place.At(call)) is { Node: BaseObjectCreationExpressionSyntax statement }
            && Initializers.ValueOf(statement, "Actions") is { } list
            && ListEdits.ElementsOf(list).Select(ListEdits.ExpressionOf).OfType<ExpressionSyntax>().ToList() is { Count: > 0 } actions
            && actions.All(a => place.Model.GetConstantValue(a) is { HasValue: true, Value: string action } && missing.Contains(action, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether the call can stand twice: no construct is made in it.</summary>
    private static bool IsRepeatable(InvocationExpressionSyntax call, SemanticModel model) =>
        call.DescendantNodes().OfType<ExpressionSyntax>().All(n => n switch
        {
            BaseObjectCreationExpressionSyntax creation => !model.GetTypeInfo(creation).Type.Is(CdkNames.Construct),
            InvocationExpressionSyntax invocation => Initializers.ArgumentOf(invocation, model, "scope") is null,
            AssignmentExpressionSyntax assignment => assignment.Parent is InitializerExpressionSyntax,
            AwaitExpressionSyntax => false,
            _ => true,
        });
}
