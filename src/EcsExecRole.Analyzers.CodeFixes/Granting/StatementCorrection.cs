using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Corrects the statement that was meant to give a permission and does not: its nearest miss.</summary>
internal static class StatementCorrection
{
    /// <summary>The end of such a plan's key.</summary>
    public const string Key = "_Statement";

    /// <summary>Null where the statement is not written in one piece, or where more than it would have to change.</summary>
    /// <param name="problem">The missing permissions, and what needs them.</param>
    /// <param name="at">The statement.</param>
    /// <param name="reason">The <see cref="MissReason"/>.</param>
    public static FixPlan? Plan(Problem problem, Place? at, string reason)
    {
        if (at is null || StatementAt(at) is not { } place || !Reaches(place, problem) || problem.Permissions.Length == 0 || !Enum.TryParse(reason, out MissReason miss))
        {
            return null;
        }

        var statement = (BaseObjectCreationExpressionSyntax)place.Node;
        var missing = problem.Permissions.SelectMany(p => p.Actions).ToImmutableArray();
        var (title, edits) = miss switch
        {
            MissReason.Condition when IsVpcCondition(statement) && missing.All(IsToken) => (TokenStatement.Title, TokenStatement.Split(place)),
            MissReason.TokenActionOnResource when missing.All(IsToken) => (TokenStatement.Title, TokenStatement.Split(place) ?? OnEverything(place, statement)),
            MissReason.WrongAction when AllElsewhere(problem) is false => ($"Allow {string.Join(", ", missing)} in the statement", AddActions(place, statement, missing)),
            _ when missing.All(a => Allows(statement, a, place.Model)) => ("Correct the statement's resource", Resource(problem, place, statement, miss)),
            _ => (null, null),
        };
        return edits is { } changes && title is not null ? new(problem.Rule + Key, title, changes) : null;
    }

    /// <summary>The creation of a policy statement at a place or within it.</summary>
    public static Place? StatementAt(Place place) =>
        place.Node.DescendantNodesAndSelf().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(c => place.Model.GetTypeInfo(c).Type.Is(PolicyStatement)) is { } creation ? place.At(creation) : null;

    private static string PolicyStatement { get; } = CdkNames.PolicyStatement.Substring("global::".Length);

    /// <summary>Whether the statement is made wherever the need is: not in a branch, loop or function that the need stands outside of.</summary>
    private static bool Reaches(Place place, Problem problem)
    {
        var member = Site.MemberOf(place.Node);
        return place.Node.Ancestors().TakeWhile(n => n != member)
            .Where(n => n is IfStatementSyntax or ElseClauseSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax or ConditionalExpressionSyntax or AnonymousFunctionExpressionSyntax or CatchClauseSyntax
                or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax)
            .All(n => n.SyntaxTree == problem.Origin.Node.SyntaxTree && n.Span.Contains(problem.Origin.Node.Span));
    }

    private static bool IsToken(string action) => action == TokenStatement.Token;

    private static bool IsVpcCondition(BaseObjectCreationExpressionSyntax statement) =>
        Initializers.ValueOf(statement, "Conditions")?.ToString() is { } text
        && new[] { "aws:SourceVpc", "aws:VpcSourceIp" }.Any(k => text.IndexOf(k, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether the missing actions are on several resources, so that one statement can't be what was meant.</summary>
    private static bool AllElsewhere(Problem problem) => problem.Permissions.Select(p => p.Resource).Distinct().Count() > 1;

    private static ImmutableArray<Edit>? OnEverything(Place place, BaseObjectCreationExpressionSyntax statement) =>
        Initializers.ValueOf(statement, "Resources") is { } resources && Elements(Initializers.ValueOf(statement, "Actions")).Count == 1
            ? [new ReplaceEdit(place.Document, resources.Span, Idiom.Of(place.Node.SyntaxTree.GetRoot(), place.Node.SyntaxTree.GetText()).Collection(["\"*\""]))]
            : null;

    private static ImmutableArray<Edit>? AddActions(Place place, BaseObjectCreationExpressionSyntax statement, ImmutableArray<string> actions)
    {
        if (Initializers.ValueOf(statement, "Actions") is not { } list || Elements(Initializers.ValueOf(statement, "Resources")).Count == 0)
        {
            return null;
        }

        var edits = actions.Distinct().Select(a => ListEdits.Append(place, list, "\"" + a + "\"")).ToList();
        return edits.Contains(null) ? null : [.. edits.SelectMany(e => e!.Value)];
    }

    private static bool Allows(BaseObjectCreationExpressionSyntax statement, string action, SemanticModel model) =>
        Elements(Initializers.ValueOf(statement, "Actions")).Any(e => model.GetConstantValue(e) is { HasValue: true, Value: string text } && StatementMatcher.Action(text, new IamRequest(action, EcsActions.AnyResource)) == Ternary.Yes);

    private static ImmutableArray<Edit>? Resource(Problem problem, Place place, BaseObjectCreationExpressionSyntax statement, MissReason miss)
    {
        if (Initializers.ValueOf(statement, "Resources") is not { } list || Site.Before(place) is not { } site)
        {
            return null;
        }

        var elements = Elements(list).Where(e => IsMeant(TextParts.Of(e, place.Model), miss)).ToList();
        if (elements is not [var element])
        {
            return null;
        }

        var parts = TextParts.Of(element, place.Model);
        var corrected = miss switch
        {
            MissReason.LogGroupWithoutStar => Whole(element, place.Model).Append(TextPart.Of(":*")).Write(site),
            MissReason.MissingSecretSuffix => Whole(element, place.Model).Append(TextPart.Of("-??????")).Write(site),
            MissReason.JsonKeyTail => (parts[0].Text?.StartsWith("arn:", StringComparison.Ordinal) == true ? parts.Until(':', 7) : parts.Until(':', 1)).Write(site),
            MissReason.DoubledSlash => WithoutDoubledSlash(parts).Write(site),
            MissReason.AliasArn when ArnWriter.IsAlias(problem) => null,
            MissReason.AliasArn or MissReason.NotAnArn or MissReason.BucketOrObject when problem.Permissions is [var only] => ArnWriter.Write(problem, only, site),
            _ => null,
        };

        // What else the statement allows may need the resource as it is.
        return corrected is null || corrected == element.WithoutTrivia().ToString() ? null
            : miss == MissReason.BucketOrObject || (miss == MissReason.LogGroupWithoutStar && Allows(statement, "logs:CreateLogGroup", place.Model))
                ? ListEdits.Append(place, list, corrected)
                : [new ReplaceEdit(place.Document, element.Span, corrected)];
    }

    /// <summary>Whether a resource may be the one that misses for the reason.</summary>
    private static bool IsMeant(IReadOnlyList<TextPart> parts, MissReason miss)
    {
        var (first, last) = (parts[0].Text, parts[parts.Count - 1].Text);
        return miss switch
        {
            MissReason.LogGroupWithoutStar => last?.EndsWith("*", StringComparison.Ordinal) != true,
            MissReason.MissingSecretSuffix => last?.EndsWith("*", StringComparison.Ordinal) != true && last?.EndsWith("?", StringComparison.Ordinal) != true,
            MissReason.NotAnArn => first?.StartsWith("arn:", StringComparison.Ordinal) != true,
            _ => true,
        };
    }

    /// <summary>Text stays in one piece; anything else is what it is.</summary>
    private static IEnumerable<TextPart> Whole(ExpressionSyntax expression, SemanticModel model) =>
        expression is InterpolatedStringExpressionSyntax || model.GetConstantValue(expression).HasValue ? TextParts.Of(expression, model) : [new(null, expression, model)];

    private static IEnumerable<TextPart> WithoutDoubledSlash(IReadOnlyList<TextPart> parts) => parts.Select((p, i) => p.Text switch
    {
        null => p,
        var text when text.Contains(":parameter//") || text.Contains(":parameter:/") => TextPart.Of(text.Replace(":parameter//", ":parameter/").Replace(":parameter:/", ":parameter/")),
        var text when text.EndsWith(":parameter/", StringComparison.Ordinal) && i + 1 < parts.Count => TextPart.Of(text.Substring(0, text.Length - 1)),
        _ => p,
    });

    private static IReadOnlyList<ExpressionSyntax> Elements(ExpressionSyntax? list) =>
        list is null ? [] : [.. ListEdits.ElementsOf(list).Select(ListEdits.ExpressionOf).OfType<ExpressionSyntax>()];
}
