using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.Tests.Documentation;

/// <summary>An example of a rule's page as a program: in the constructor of the stack that <c>docs/rules/README.md</c> shows.</summary>
internal sealed partial class PageExample
{
    private const string Place = "        // The example.\n";

    // ImplicitUsings of the SDK, as far as the examples need them.
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    private readonly string rule;

    public PageExample(string rule, string code)
    {
        this.rule = rule;
        Source = Around.Replace(Place, string.Concat(code.Split('\n').Select(l => l.Length == 0 ? "\n" : $"        {l}\n")).TrimEnd('\n') + "\n", StringComparison.Ordinal);
    }

    public string Source { get; }

    /// <summary>The same program without the comments that mark what is reported.</summary>
    public string Unmarked => Mark().Replace(Source, "");

    private static string Around { get; } =
        new RulePage("README", Generated.Text("docs/rules/README.md")).Blocks("The examples").Single(b => b.Contains(Place, StringComparison.Ordinal));

    /// <summary>A changed program without what stands around the example; all of it where that has changed, too.</summary>
    public static string Inside(string program)
    {
        var (before, after) = (Around[..Around.IndexOf(Place, StringComparison.Ordinal)], Around[(Around.IndexOf(Place, StringComparison.Ordinal) + Place.Length)..]);
        return program.StartsWith(before, StringComparison.Ordinal) && program.EndsWith(after, StringComparison.Ordinal) ? program[before.Length..^after.Length].TrimEnd('\n') : program;
    }

    /// <summary>The lines that are marked, with the rules that mark them.</summary>
    public ImmutableArray<string> Marked =>
        [.. Source.Split('\n').SelectMany((l, i) => Mark().Matches(l).Select(m => $"{i + 1}: {m.Groups["rule"].Value}: {Mark().Replace(l, "").Trim()}"))];

    /// <summary>What the analyzer reports: what users see by default, and the page's own rule whatever its default.</summary>
    public async Task<ImmutableArray<Diagnostic>> Reported() => Visible(await Analysis.Build(Compile(Source)), rule);

    public static ImmutableArray<Diagnostic> Visible(IEnumerable<Diagnostic> diagnostics, string rule) => [.. diagnostics.Where(d => d.Severity > DiagnosticSeverity.Hidden || d.Id == rule)];

    /// <summary>A diagnostic as <see cref="Marked"/> has it.</summary>
    public string Describe(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        return $"{line + 1}: {diagnostic.Id}: {Mark().Replace(Source.Split('\n')[line], "").Trim()}";
    }

    public CSharpCompilation Compile(string source)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview);
        return CSharpCompilation.Create("Shop", [CSharpSyntaxTree.ParseText(Usings, parse), CSharpSyntaxTree.ParseText(source, parse, "Program.cs")], CdkReferences.Of(), Options);
    }

    private CSharpCompilationOptions Options => new(
        OutputKind.ConsoleApplication,
        nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: Descriptors.All.Single(d => d.Id == rule).IsEnabledByDefault ? [] : [new(rule, ReportDiagnostic.Info)]);

    /// <summary>What the compiler has to say against a program.</summary>
    public static IEnumerable<Diagnostic> Complaints(Compilation compilation) => compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning);

    [GeneratedRegex(@" *// (?<rule>EER\d{4})$", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
