using System.Collections.Immutable;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Live;
using EcsExecRole.Analyzers.RobustnessTests.HalfTyped;
using EcsExecRole.Analyzers.RobustnessTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.RobustnessTests.Live;

/// <summary>
/// An editor's analyses one after the other, each after an edit, by one analyzer that keeps what it has bound: what it shows is what an analyzer shows that sees the program
/// for the first time.
/// </summary>
public class EditedDocumentTests
{
    /// <summary>A file that no one edits, by which the state before the edit is found.</summary>
    private const string Unedited = "namespace Unedited { }";

    [Fact]
    public void ShowsWhatANewAnalyzerShows()
    {
        var places = (
            from program in Corpus.All
            from file in program.Files
            let tokens = file.GetRoot().DescendantTokens().Where(t => t.Parent!.AncestorsAndSelf().Any(n => n is BlockSyntax or ArrowExpressionClauseSyntax)).ToList()
            where tokens.Count > 0
            select (Program: program, File: file, Tokens: tokens)).ToArray();
        var random = new Random(LongRun.Seed);
        var failures = new List<string>();
        var (tried, kept) = (0, 0);
        foreach (var (program, file, tokens) in random.GetItems(places, LongRun.Edits / 4 ?? 4 * places.Length).OrderBy(p => p.Program.Name, StringComparer.Ordinal))
        {
            var analyzer = new ExecutionRoleAnalyzer();
            var before = (Compilation)program.Compilation.AddSyntaxTrees(Program.Parse("Unedited.cs", Unedited));
            Inspection.Live(before, analyzer: analyzer);

            // Two edits: the second one is made to what the first one left.
            var (compilation, document) = (before, file);
            for (var i = 0; i < 2; i++)
            {
                var edit = Draw(i == 0 ? tokens : [.. document.GetRoot(TestContext.Current.CancellationToken).DescendantTokens()], random);
                var changed = document.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(edit.Apply(document.ToString())));
                compilation = compilation.ReplaceSyntaxTree(document, changed);
                document = changed;
                tried++;
                kept += CdkTypes.TryCreate(before) is { } types && new Baseline(before, types).EditsTo(compilation) is not null ? 1 : 0;
                var expected = Inspection.Live(compilation).Select(Inspection.Text);
                var shown = Inspection.Live(compilation, analyzer: analyzer).Select(Inspection.Text);
                if (!expected.SequenceEqual(shown))
                {
                    failures.Add($"{program} {file.FilePath}, edit {i + 1}, {edit.What}:\nmissing {string.Join("\n", expected.Except(shown))}\ninvented {string.Join("\n", shown.Except(expected))}");
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{tried} edits, {kept} of them of bodies alone");
        Assert.True(failures.Count == 0, $"{failures.Count} failures in {tried} edits:\n" + string.Join("\n", failures.Take(20)));
        Assert.True(kept > tried / 4, $"only {kept} of {tried} edits are of bodies alone");
    }

    private static Edit Draw(List<SyntaxToken> tokens, Random random) => random.Next(4) switch
    {
        0 => Edit.Delete(tokens[random.Next(tokens.Count)]),
        1 => Edit.Double(tokens[random.Next(tokens.Count)]),
        2 => new("a line typed", new(tokens[random.Next(tokens.Count)].SpanStart, 0), "\n// a comment\n"),
        _ => Edit.Random(tokens, random),
    };
}
