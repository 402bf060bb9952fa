using System.Text;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>The rule table and the ready-made settings, from the descriptors.</summary>
internal static class RuleTexts
{
    /// <summary>A row a rule.</summary>
    /// <param name="pages">The folder of the pages, as a link from the table leads there.</param>
    public static string Table(string pages)
    {
        var text = new StringBuilder("| Rule | What it says | Default | Fix |\n|---|---|---|---|\n");
        foreach (var rule in Descriptors.All)
        {
            text.Append($"| [{rule.Id}]({pages}{rule.Id}.md) | {rule.Title} | {Word(rule)} | {(PageFixes.Has(rule.Id) ? "yes" : "")} |\n");
        }

        return text.ToString();
    }

    /// <summary>An <c>.editorconfig</c> section with a severity for each rule.</summary>
    /// <param name="about">What the preset is for.</param>
    /// <param name="severity">The severity of a rule, in the words of <c>.editorconfig</c>.</param>
    public static string Preset(string about, Func<DiagnosticDescriptor, string> severity)
    {
        var text = new StringBuilder($"# EcsExecRole.Analyzers: {about}\n[*.cs]\n");
        foreach (var category in Descriptors.All.GroupBy(d => d.Category))
        {
            text.Append($"\n# {category.Key}\n");
            foreach (var rule in category)
            {
                text.Append($"# {rule.Title}\ndotnet_diagnostic.{rule.Id}.severity = {severity(rule)}\n");
            }
        }

        text.Append("\n# Options (docs/configuration.md)\n");
        foreach (var option in OptionKeys.All)
        {
            text.Append($"# {option.Key} = {option.Example}\n");
        }

        return text.ToString();
    }

    public static string Default(DiagnosticDescriptor rule) => rule.IsEnabledByDefault ? Level(rule.DefaultSeverity) : "none";

    /// <summary>What stops a task stops the build; the rest is a warning.</summary>
    public static string Strict(DiagnosticDescriptor rule) => !rule.IsEnabledByDefault
        ? "none"
        : rule.DefaultSeverity switch
        {
            DiagnosticSeverity.Warning => "error",
            DiagnosticSeverity.Info => "warning",
            _ => "suggestion",
        };

    /// <summary>The defaults, and whatever could not be told.</summary>
    public static string Audit(DiagnosticDescriptor rule) => rule.IsEnabledByDefault ? Default(rule) : "warning";

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "suggestion",
        _ => "silent",
    };

    /// <summary>The default severity, in the words of the pages.</summary>
    public static string Word(DiagnosticDescriptor rule) => Default(rule) switch
    {
        "silent" => "hidden",
        "none" => "off",
        var level => level,
    };
}
