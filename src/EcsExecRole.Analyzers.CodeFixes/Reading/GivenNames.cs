using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// The names that fixes give to expressions, for those that are planned on the same program and applied together: one expression has one name, and within a member no two
/// have the same.
/// </summary>
internal sealed class GivenNames
{
    private readonly ImmutableDictionary<(DocumentId Document, TextSpan Expression), (TextSpan? Member, string Name)> names;

    private GivenNames(ImmutableDictionary<(DocumentId, TextSpan), (TextSpan?, string)> names) => this.names = names;

    public static GivenNames None { get; } = new(ImmutableDictionary<(DocumentId, TextSpan), (TextSpan?, string)>.Empty);

    /// <summary>The name of the expression; null for none yet.</summary>
    public string? Of(Place place) => names.TryGetValue((place.Document.Id, place.Node.Span), out var given) ? given.Name : null;

    /// <summary>The names in the place's member.</summary>
    public IEnumerable<string> In(Place place)
    {
        var member = MemberOf(place.Node);
        return names.Where(n => n.Key.Document == place.Document.Id && n.Value.Member == member).Select(n => n.Value.Name);
    }

    /// <summary>These, and those that the edits give.</summary>
    public GivenNames With(IEnumerable<Edit> edits) => new(names.SetItems(
        from edit in edits
        let named = edit switch
        {
            ExtractEdit extract => (extract.Expression, extract.Name),
            NameEdit name => (name.Expression, name.Name),
            _ => default((ExpressionSyntax Expression, string Name)?),
        }
        where named is not null
        select new KeyValuePair<(DocumentId, TextSpan), (TextSpan?, string)>((edit.Document.Id, named.Value.Expression.Span), (MemberOf(named.Value.Expression), named.Value.Name))));

    private static TextSpan? MemberOf(SyntaxNode node) => Site.MemberOf(node)?.Span;
}
