using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// EER2007: splits the statement as AWS's page on task execution roles shows: <c>ecr:GetAuthorizationToken</c> in one of its own without the condition, the rest as it is.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EER2007TokenConditionFix)), Shared]
public sealed class EER2007TokenConditionFix() : ExecutionRoleFix(Descriptors.TokenConditionId)
{
    private const string Token = "ecr:GetAuthorizationToken";

    private protected override IEnumerable<FixPlan> Plans(Problem problem)
    {
        var origin = problem.Origin;
        var statement = origin.Node.DescendantNodesAndSelf().OfType<BaseObjectCreationExpressionSyntax>()
            .FirstOrDefault(c => origin.Model.GetTypeInfo(c).Type.Is(CdkNames.PolicyStatement.Substring("global::".Length)));
        if (statement is null || Initializers.ValueOf(statement, "Actions") is not { } actions || Remove(origin, actions) is not { } removal || Add(origin, statement) is not { } addition)
        {
            yield break;
        }

        yield return new("EER2007_Split", $"Allow {Token} in a statement of its own, without the condition", [removal, addition]);
    }

    /// <summary>Null where the action is not one of several literals.</summary>
    private static Edit? Remove(Place origin, ExpressionSyntax actions)
    {
        var elements = actions switch
        {
            CollectionExpressionSyntax collection => collection.Elements.GetWithSeparators(),
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.GetWithSeparators(),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.GetWithSeparators(),
            _ => default,
        };
        var at = IndexOf(elements, e => e.AsNode() is { } node && ((node as ExpressionElementSyntax)?.Expression ?? node as ExpressionSyntax) is LiteralExpressionSyntax { Token.Value: Token });
        if (at < 0 || elements.Count(e => e.IsNode) < 2)
        {
            return null;
        }

        // With the separator after it, or the one before where it is the last.
        var span = at + 1 < elements.Count && at + 2 < elements.Count ? TextSpan.FromBounds(elements[at].SpanStart, elements[at + 2].SpanStart)
            : TextSpan.FromBounds(elements[at - 2].Span.End, elements[at].Span.End);
        return new ReplaceEdit(origin.Document, span, "");
    }

    private static int IndexOf(SyntaxNodeOrTokenList elements, Func<SyntaxNodeOrToken, bool> isIt) =>
        elements.Select((e, i) => (e, i)).Where(p => isIt(p.e)).Select(p => p.i).DefaultIfEmpty(-1).First();

    private static Edit? Add(Place origin, BaseObjectCreationExpressionSyntax statement)
    {
        var idiom = Idiom.Of(statement.SyntaxTree.GetRoot(), statement.SyntaxTree.GetText());
        var text = new StatementText([Token], ["\"*\""]).Render(idiom);
        return statement.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Parent: ExpressionStatementSyntax } call } when Site.Before(origin.At(statement)) is { } site =>
                new InsertEdit(site, new PlainStatement($"{call.Expression.WithoutTrivia()}({text});")),
            InitializerExpressionSyntax list => ListEdits.Append(origin, list, text),
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } => ListEdits.Append(origin, list, text),
            _ => null,
        };
    }
}
