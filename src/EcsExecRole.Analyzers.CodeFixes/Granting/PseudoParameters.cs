using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>CloudFormation's pseudo parameters in code: a stack's own properties inside of a stack, <c>Aws.…</c> elsewhere.</summary>
internal static class PseudoParameters
{
    private static readonly Regex Hole = new(@"\$\{(?<name>[^}]*)\}");

    private static readonly ImmutableDictionary<string, (string Member, string Constant)> Names = new Dictionary<string, (string, string)>
    {
        ["AWS::Partition"] = ("Partition", "PARTITION"),
        ["AWS::Region"] = ("Region", "REGION"),
        ["AWS::AccountId"] = ("Account", "ACCOUNT_ID"),
        ["AWS::URLSuffix"] = ("UrlSuffix", "URL_SUFFIX"),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static TextPart Partition(Site site) => Of("AWS::Partition", site);

    /// <summary>The parts of a text with holes; null where one is no pseudo parameter.</summary>
    public static IReadOnlyList<TextPart>? Parts(string text, Site site)
    {
        var parts = new List<TextPart>();
        var start = 0;
        foreach (Match match in Hole.Matches(text))
        {
            if (!Names.ContainsKey(match.Groups["name"].Value))
            {
                return null;
            }

            parts.Add(TextPart.Of(text.Substring(start, match.Index - start)));
            parts.Add(Of(match.Groups["name"].Value, site));
            start = match.Index + match.Length;
        }

        parts.Add(TextPart.Of(text.Substring(start)));
        return parts;
    }

    /// <summary>The text's piece, or the stack's own <paramref name="otherwise"/> where that is not known.</summary>
    public static IReadOnlyList<TextPart> PartsOr(string? text, string otherwise, Site site) =>
        text is null ? [Of(otherwise, site)] : Parts(text, site) ?? [Of(otherwise, site)];

    private static TextPart Of(string name, Site site)
    {
        var (member, constant) = Names[name];
        var own = site.Model.LookupSymbols(site.Position, name: member).OfType<IPropertySymbol>().FirstOrDefault();
        return TextPart.OfCode(own?.ContainingType.Is(CdkNames.Stack) == true && site.Sees(own) ? member : $"global::{CdkNames.Aws}.{constant}");
    }
}
