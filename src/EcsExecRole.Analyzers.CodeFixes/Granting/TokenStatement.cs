using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// <c>ecr:GetAuthorizationToken</c> in a statement of its own, on <c>*</c> and without conditions, as AWS's page on task execution roles shows: the other actions of the
/// statement it stood in may keep their resources and conditions.
/// </summary>
internal static class TokenStatement
{
    public const string Token = "ecr:GetAuthorizationToken";

    public const string Title = "Allow " + Token + " in a statement of its own";

    /// <summary>Null where the statement is not written in one piece, or allows nothing else.</summary>
    /// <param name="place">The statement's creation.</param>
    public static ImmutableArray<Edit>? Split(Place place) =>
        place.Node is BaseObjectCreationExpressionSyntax statement
        && Initializers.ValueOf(statement, "Actions") is { } actions
        && Remove(place, actions) is { } removal
        && Add(place, statement) is { } addition
            ? [removal, .. addition]
            : null;

    /// <summary>Null where the action is not one of several literals.</summary>
    private static Edit? Remove(Place place, ExpressionSyntax actions)
    {
        var elements = ListEdits.ElementsOf(actions);
        var at = elements.Select((e, i) => (e, i)).Where(p => ListEdits.ExpressionOf(p.e) is LiteralExpressionSyntax { Token.Value: string text } && text.Equals(Token, StringComparison.OrdinalIgnoreCase)).Select(p => p.i).DefaultIfEmpty(-1).First();
        if (at < 0 || elements.Count(e => e.IsNode) < 2)
        {
            return null;
        }

        // With the separator after it, or the one before where it is the last.
        var span = at + 2 < elements.Count ? TextSpan.FromBounds(elements[at].SpanStart, elements[at + 2].SpanStart)
            : TextSpan.FromBounds(elements[at - 2].Span.End, elements[at].Span.End);
        return new ReplaceEdit(place.Document, span, "");
    }

    private static ImmutableArray<Edit>? Add(Place place, BaseObjectCreationExpressionSyntax statement)
    {
        var idiom = Idiom.Of(statement.SyntaxTree.GetRoot(), statement.SyntaxTree.GetText());
        var text = new StatementText([Token], ["\"*\""]).Render(idiom);
        return statement.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Parent: ExpressionStatementSyntax } call } when Site.Before(place) is { } site =>
                [new InsertEdit(site, new PlainStatement($"{call.Expression.WithoutTrivia()}({text});"))],
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } when UseOf(local, place.Model) is { } call && Site.Before(place.At(call)) is { } site =>
                [new InsertEdit(site, new PlainStatement($"{call.Expression.WithoutTrivia()}({text});"))],

            // `params`, as in `AddStatements` and many helpers.
            ArgumentSyntax { Parent: ArgumentListSyntax list } argument when IsParams(argument, list, place.Model) =>
                [new ReplaceEdit(place.Document, new(argument.Span.End, 0), ", " + idiom.Indent(text, idiom.IndentationAt(argument.SpanStart)).TrimStart())],
            ArrowExpressionClauseSyntax or ReturnStatementSyntax when MadeBy(place) is { } method => BesideCalls(method, place, text),
            InitializerExpressionSyntax list => ListEdits.Append(place, list, text),
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } => ListEdits.Append(place, list, text),
            _ => null,
        };
    }

    /// <summary>The method that does nothing but make the statement.</summary>
    private static IMethodSymbol? MadeBy(Place place) =>
        Site.MemberOf(place.Node) is (MethodDeclarationSyntax or LocalFunctionStatementSyntax) and var member && member.DescendantNodes().OfType<ReturnStatementSyntax>().Count() <= 1
            ? place.Model.GetDeclaredSymbol(member) as IMethodSymbol
            : null;

    /// <summary>Wherever what the method makes is given to a role: the same call again, with the new statement. Null where it is used in another way.</summary>
    private static ImmutableArray<Edit>? BesideCalls(IMethodSymbol method, Place place, string text)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        foreach (var made in Callers.CallsOf(method, place))
        {
            if (made.Node.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call } || Site.Before(made) is not { } site || !IsStatement(call))
            {
                return null;
            }

            edits.Add(new InsertEdit(site, new PlainStatement($"{call.Expression.WithoutTrivia()}({text});")));
        }

        return edits.Count > 0 ? edits.ToImmutable() : null;
    }

    private static bool IsStatement(InvocationExpressionSyntax call) => call.Parent is ExpressionStatementSyntax;

    /// <summary>The one call that is given the statement which the local holds, and nothing else; null where there are others.</summary>
    private static InvocationExpressionSyntax? UseOf(VariableDeclaratorSyntax local, SemanticModel model)
    {
        var symbol = model.GetDeclaredSymbol(local);
        var arguments = Site.MemberOf(local)?.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(n => n.Parent is ArgumentSyntax && n.Identifier.ValueText == local.Identifier.ValueText && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(n).Symbol, symbol)).ToList();
        return arguments is [{ Parent.Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Parent: ExpressionStatementSyntax } call }] ? call : null;
    }

    private static bool IsParams(ArgumentSyntax argument, ArgumentListSyntax list, SemanticModel model) =>
        argument.NameColon is null
        && list.Parent is not null
        && model.GetSymbolInfo(list.Parent).Symbol is IMethodSymbol { Parameters: { Length: > 0 } parameters }
        && parameters[parameters.Length - 1].IsParams
        && list.Arguments.IndexOf(argument) >= parameters.Length - 1;
}
