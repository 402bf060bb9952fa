using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>The name of an image in a private ECR repository, as the program composes it.</summary>
internal sealed record ImageName(IReadOnlyList<TextPart> Account, IReadOnlyList<TextPart> Region, IReadOnlyList<TextPart> Repository, IReadOnlyList<TextPart>? Tag)
{
    private const string Host = ".dkr.ecr.";

    /// <summary>Null where the expression names no such image in one piece.</summary>
    public static ImageName? Find(Place origin)
    {
        foreach (var source in Sources.Of(origin))
        {
            if (source.Model.GetTypeInfo(source.Node).Type?.SpecialType == SpecialType.System_String
                && TryParse(TextParts.Of(source.Node, source.Model)) is { } image)
            {
                return image;
            }
        }

        return null;
    }

    public static ImageName? TryParse(IReadOnlyList<TextPart> parts)
    {
        var at = parts.Select((p, i) => (p.Text, Index: i)).FirstOrDefault(p => p.Text?.Contains(Host) == true);
        if (at.Text is null)
        {
            return null;
        }

        var split = at.Text.IndexOf(Host, StringComparison.Ordinal);
        IReadOnlyList<TextPart> account = [.. parts.Take(at.Index), .. Text(at.Text.Substring(0, split))];
        IReadOnlyList<TextPart> rest = [.. Text(at.Text.Substring(split + Host.Length)), .. parts.Skip(at.Index + 1)];
        var (region, afterRegion) = TextParts.Split(rest, '.', 1);
        if (afterRegion is null || TextParts.Split(afterRegion, '/', 1).After is not { } path)
        {
            return null;
        }

        var (name, digest) = TextParts.Split(path, '@', 1);
        var (repository, tag) = TextParts.Split(name, ':', 1);

        // Of a format for `string.Format` the places are not known here.
        var isFormat = parts.Any(p => p.Text?.Contains('{') == true);
        return isFormat || account.Count == 0 || region.Count == 0 || repository.Count == 0 ? null : new(account, region, repository, digest ?? tag);
    }

    private static IEnumerable<TextPart> Text(string text) => text.Length == 0 ? [] : [TextPart.Of(text)];
}
