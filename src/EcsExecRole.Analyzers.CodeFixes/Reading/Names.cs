using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Names for new variables: after the construct's ID where it is a literal, else after what it is.</summary>
internal static class Names
{
    /// <param name="place">The expression that gets a name.</param>
    /// <param name="fallback">What it is, in camel case.</param>
    /// <param name="suffix">What an ID that does not say so is completed with; empty for nothing.</param>
    /// <param name="given">What other fixes, applied together with this one, have named.</param>
    public static string For(Place place, string fallback, string suffix, GivenNames given)
    {
        if (given.Of(place) is { } known)
        {
            return known;
        }

        var name = IdOf(place) is { } id && Camel(id) is { } camel ? camel : fallback;
        if (suffix.Length > 0 && name.IndexOf(suffix, StringComparison.OrdinalIgnoreCase) < 0)
        {
            name += suffix;
        }

        return Free(place, name, given: given);
    }

    /// <summary>The name, or with a number where the place's member has it.</summary>
    /// <param name="place">Where the name is for.</param>
    /// <param name="name">The name.</param>
    /// <param name="others">How many others of the same plan want the name before.</param>
    /// <param name="given">What other fixes, applied together with this one, have named.</param>
    public static string Free(Place place, string name, int others = 0, GivenNames? given = null)
    {
        var taken = new HashSet<string>(
            (Site.MemberOf(place.Node) ?? place.Node.SyntaxTree.GetRoot()).DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText),
            StringComparer.Ordinal);
        taken.UnionWith(given?.In(place) ?? []);
        taken.UnionWith(place.Model.LookupSymbols(place.Node.SpanStart).Where(s => s is ILocalSymbol or IParameterSymbol or IFieldSymbol).Select(s => s.Name));
        return Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? name : name + i).Where(n => !taken.Contains(n) && SyntaxFacts.GetKeywordKind(n) == SyntaxKind.None).ElementAt(others);
    }

    /// <summary>The construct ID of a creation or import: its argument <c>id</c>, where that is a literal.</summary>
    public static string? IdOf(Place place) =>
        Arguments(place.Node)?.Arguments is { Count: >= 2 } arguments && place.Model.GetConstantValue(arguments[1].Expression) is { HasValue: true, Value: string id } ? id : null;

    public static ArgumentListSyntax? Arguments(ExpressionSyntax expression) => expression switch
    {
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        _ => null,
    };

    /// <summary><c>Payment-key</c> as <c>paymentKey</c>; null for an ID that makes no name.</summary>
    public static string? Camel(string id)
    {
        var words = id.Split(id.Where(c => !char.IsLetterOrDigit(c)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select((w, i) => i == 0 ? Lower(w) : char.ToUpperInvariant(w[0]) + w.Substring(1)));
        return SyntaxFacts.IsValidIdentifier(name) ? name : null;
    }

    private static string Lower(string word) => word.All(c => !char.IsLower(c)) ? word.ToLowerInvariant() : char.ToLowerInvariant(word[0]) + word.Substring(1);
}
