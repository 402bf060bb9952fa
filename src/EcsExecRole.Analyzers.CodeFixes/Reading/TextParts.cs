using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>A part of a text that the program composes: known text, or an expression.</summary>
internal readonly record struct TextPart(string? Text, ExpressionSyntax? Expression, SemanticModel? Model)
{
    public static TextPart Of(string text) => new(text, null, null);

    /// <summary>Code that is no expression of the program's: a pseudo parameter.</summary>
    public string? Code { get; init; }

    public static TextPart OfCode(string code) => new(null, null, null) { Code = code };
}

/// <summary>Texts that the program composes, taken apart and put together again.</summary>
internal static class TextParts
{
    /// <summary>Locals whose texts are taken apart within each other.</summary>
    private const int MaxLocals = 4;

    /// <summary>Parts of one text; one of more is left whole.</summary>
    private const int MaxParts = 200;

    /// <summary>The parts of a text, at least one: constants, interpolations and sums are taken apart, also where a local holds them.</summary>
    public static IReadOnlyList<TextPart> Of(ExpressionSyntax expression, SemanticModel model)
    {
        var parts = Parts(expression, model).Take(MaxParts + 1).ToList();
        return parts.Count switch
        {
            0 => [TextPart.Of("")],
            > MaxParts => [new(null, Storage.Unwrap(expression), model)],
            _ => parts,
        };
    }

    private static IEnumerable<TextPart> Parts(ExpressionSyntax text, SemanticModel model)
    {
        // Not recursive: a sum may go on for longer than the stack. A part with locals left may still be taken apart.
        var work = new Stack<(TextPart Part, int? Locals)>([(new(null, text, model), MaxLocals)]);
        var texts = new Dictionary<ISymbol, ExpressionSyntax?>(SymbolEqualityComparer.Default);
        while (work.Count > 0)
        {
            var (part, locals) = work.Pop();
            if (part.Expression is null || locals is null)
            {
                yield return part;
                continue;
            }

            var expression = Storage.Unwrap(part.Expression);
            if (model.GetConstantValue(expression) is { HasValue: true, Value: string constant })
            {
                yield return TextPart.Of(constant);
                continue;
            }

            switch (expression)
            {
                case InterpolatedStringExpressionSyntax interpolated:
                    foreach (var content in interpolated.Contents.Reverse())
                    {
                        work.Push(content switch
                        {
                            InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole => (new(null, hole.Expression, model), locals),
                            InterpolationSyntax hole => (new(null, hole.Expression, model), null),
                            _ => (TextPart.Of(((InterpolatedStringTextSyntax)content).TextToken.ValueText), null),
                        });
                    }

                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    work.Push((new(null, sum.Right, model), locals));
                    work.Push((new(null, sum.Left, model), locals));
                    break;
                case IdentifierNameSyntax name when locals > 0 && model.GetSymbolInfo(name).Symbol is ILocalSymbol { Type.SpecialType: SpecialType.System_String } local && Known(local) is { } value:
                    work.Push((new(null, value, model), locals - 1));
                    break;
                default:
                    yield return new(null, expression, model);
                    break;
            }
        }

        // To tell whether a local is assigned again takes a walk through its whole member, and one text may name it often.
        ExpressionSyntax? Known(ILocalSymbol local) => texts.TryGetValue(local, out var known) ? known : texts[local] = TextOf(local);
    }

    /// <summary>What a local is once and for all; null for anything but a text that its declaration composes.</summary>
    private static ExpressionSyntax? TextOf(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: (InterpolatedStringExpressionSyntax or BinaryExpressionSyntax or LiteralExpressionSyntax) and var value } declarator
        && !Storage.IsAssignedAgain(declarator)
            ? value
            : null;

    /// <summary>What comes before the <paramref name="count"/>th <paramref name="separator"/> in the known text; all of it where there are fewer.</summary>
    public static IReadOnlyList<TextPart> Until(this IReadOnlyList<TextPart> parts, char separator, int count) => Split(parts, separator, count).Before;

    /// <summary>The text before and after the <paramref name="count"/>th <paramref name="separator"/>; null where there are fewer.</summary>
    public static (IReadOnlyList<TextPart> Before, IReadOnlyList<TextPart>? After) Split(IReadOnlyList<TextPart> parts, char separator, int count)
    {
        var before = new List<TextPart>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Text is { } text)
            {
                for (var at = text.IndexOf(separator); at >= 0; at = text.IndexOf(separator, at + 1))
                {
                    if (--count == 0)
                    {
                        before.Add(TextPart.Of(text.Substring(0, at)));
                        return (Clean(before), Clean([TextPart.Of(text.Substring(at + 1)), .. parts.Skip(i + 1)]));
                    }
                }
            }

            before.Add(parts[i]);
        }

        return (parts, null);
    }

    /// <summary>An expression for the text; null where a part can't be read at the site.</summary>
    public static string? Write(this IEnumerable<TextPart> parts, Site site)
    {
        var clean = Clean(parts);
        if (clean.Any(p => p.Expression is not null && !site.CanRead(p.Expression, p.Model!)))
        {
            return null;
        }

        if (clean.Count == 1 && clean[0].Expression is { } only && Visibility.IsText(clean[0].Model!.GetTypeInfo(only).Type))
        {
            return only.WithoutTrivia().ToString();
        }

        if (clean.All(p => p.Text is not null))
        {
            return SymbolDisplay.FormatLiteral(string.Concat(clean.Select(p => p.Text)), quote: true);
        }

        var code = new StringBuilder("$\"");
        foreach (var part in clean)
        {
            if (part.Text is { } text)
            {
                var literal = SymbolDisplay.FormatLiteral(text, quote: true);
                code.Append(literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}"));
                continue;
            }

            // A colon outside of parentheses would start a format.
            var hole = part.Code ?? part.Expression!.WithoutTrivia().ToString();
            code.Append('{').Append(part.Expression is ConditionalExpressionSyntax || part.Code?.StartsWith("global::", StringComparison.Ordinal) == true ? $"({hole})" : hole).Append('}');
        }

        return code.Append('"').ToString();
    }

    private static IReadOnlyList<TextPart> Clean(IEnumerable<TextPart> parts)
    {
        var clean = new List<TextPart>();
        foreach (var part in parts)
        {
            if (part.Text is { Length: > 0 } text && clean.Count > 0 && clean[clean.Count - 1].Text is { } previous)
            {
                clean[clean.Count - 1] = TextPart.Of(previous + text);
            }
            else if (part.Text is not "")
            {
                clean.Add(part);
            }
        }

        return clean;
    }
}
