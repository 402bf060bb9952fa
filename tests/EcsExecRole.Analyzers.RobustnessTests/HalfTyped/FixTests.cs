using EcsExecRole.Analyzers.RobustnessTests.Support;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.RobustnessTests.HalfTyped;

/// <summary>
/// The light bulb on code while it is written: whatever is offered for what is still reported can be applied, alone and all at once, and leaves no more errors than there were.
/// </summary>
public class FixTests
{
    [Fact]
    public void OfEditedPrograms()
    {
        var random = new Random(LongRun.Seed);
        var failures = new List<string>();
        var (programs, applied) = (0, 0);
        foreach (var (program, file, edit) in Edits(random))
        {
            using var fixing = new Fixing(program.With(file, edit.Apply(file.ToString())));
            if (fixing.Diagnostics.IsEmpty)
            {
                continue;
            }

            programs++;
            var action = "the offers";
            try
            {
                foreach (var (title, solution) in Applied(fixing, random))
                {
                    applied++;
                    action = title;
                    failures.AddRange(fixing.NewErrors(solution()).Select(e => $"{program} {file.FilePath}, {edit.What}, then '{title}': {e}"));
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add($"{program} {file.FilePath}, {edit.What}, then '{action}': {e}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{applied} actions on {programs} programs");
        Assert.NotEqual(0, applied);
        Assert.True(failures.Count == 0, $"{failures.Count} failures in {applied} actions on {programs} programs:\n" + string.Join("\n", failures));
    }

    /// <summary>Every program has the same chance; of a program, every token.</summary>
    private static IEnumerable<(Program, SyntaxTree, Edit)> Edits(Random random)
    {
        var programs = Corpus.Edited.OrderBy(_ => random.Next()).ToList();
        for (var i = 0; i < (LongRun.Fixes ?? 10 * programs.Count); i++)
        {
            var program = programs[i % programs.Count];
            var file = program.Files.ElementAt(random.Next(program.Files.Count()));
            var tokens = file.GetRoot().DescendantTokens().ToList();
            var token = tokens[random.Next(tokens.Count)];
            yield return (program, file, random.Next(4) switch
            {
                0 => Edit.Truncate(token, tokens[^1].FullSpan.End),
                1 => Edit.Delete(token),
                2 => Edit.Double(token),
                _ => Edit.Random(tokens, random),
            });
        }
    }

    private static IEnumerable<(string Title, Func<Solution> Solution)> Applied(Fixing fixing, Random random)
    {
        // Everything that is offered is planned; the test run writes some of it.
        var actions = fixing.Actions().ToArray();
        random.Shuffle(actions);
        return actions.Take(LongRun.ActionsOfEach).Select(a => (a.Title, (Func<Solution>)(() => Fixing.Apply(a)))).Append(("all", fixing.ApplyAll));
    }
}
