using EcsExecRole.Analyzers.RobustnessTests.Support;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.RobustnessTests.HalfTyped;

/// <summary>
/// Code while it is written. The test run tries a sample of the edits, drawn with a fixed seed; <c>ROBUSTNESS_EDITS=all</c> tries each truncation, deletion and doubling
/// of each token of every program, or a number so many of each kind.
/// </summary>
public class HalfTypedTests
{
    [Fact]
    public void TruncatedAtAToken() => Try("truncations", (tokens, token, _) => Edit.Truncate(token, tokens[^1].FullSpan.End));

    [Fact]
    public void WithoutAToken() => Try("deletions", (_, token, _) => Edit.Delete(token));

    [Fact]
    public void WithATokenTwice() => Try("doublings", (_, token, _) => Edit.Double(token));

    [Fact]
    public void EditedAtRandom() => Try("random edits", (tokens, _, random) => Edit.Random(tokens, random));

    private static void Try(string kind, Func<IReadOnlyList<SyntaxToken>, SyntaxToken, Random, Edit> draw)
    {
        var places = (
            from program in Corpus.Edited
            from file in program.Files
            let tokens = file.GetRoot().DescendantTokens().ToList()
            from token in tokens
            select (Program: program, File: file, Tokens: tokens, Token: token)).ToList();
        var random = new Random(LongRun.Seed);
        var chosen = LongRun.Edits is { } count ? random.GetItems(places.ToArray(), count).OrderBy(p => p.Program.Name, StringComparer.Ordinal).ToList() : places;
        var failures = new List<string>();
        Trial? trial = null;
        Program? current = null;
        var tried = 0;
        foreach (var (program, file, tokens, token) in chosen)
        {
            if (program != current)
            {
                (trial, current) = (new Trial(program), program);
            }

            var edit = draw(tokens, token, random);
            tried++;
            try
            {
                failures.AddRange(trial!.Invented(file, edit).Select(d => $"{program} {file.FilePath}, {edit.What}: invented {d}"));
            }
            catch (AnalyzerDefectException e)
            {
                failures.Add($"{program} {file.FilePath}, {edit.What}: {e.Message}");
            }

            if (failures.Count > 200)
            {
                break;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{tried} {kind}");
        Assert.True(failures.Count == 0, $"{failures.Count} failures in {tried} {kind}:\n" + string.Join("\n", failures));
    }
}
