using System.Text;

namespace EcsExecRole.Analyzers.Benchmarks.Apps;

/// <summary>The files of a program to compile, and how many diagnostics the analyzer owes for them.</summary>
/// <param name="Files">Their texts.</param>
/// <param name="Expected">Warnings, counted in every measurement so that a fast run is not an idle one.</param>
internal sealed record AppSource(IReadOnlyList<string> Files, int Expected)
{
    public int Lines => Files.Sum(f => f.Count(c => c == '\n') + 1);

    /// <summary>An app of several stacks, with so many task definitions in all.</summary>
    /// <param name="count">How many.</param>
    /// <param name="eachDefective">Each how many of the stacks lacks permissions.</param>
    public static AppSource WithTaskDefinitions(int count, int eachDefective = 10)
    {
        var files = new List<string> { SharedText.Props, SharedText.Helpers };
        var program = new StringBuilder(SharedText.ProgramHead);
        var defects = 0;
        for (var (made, number) = (0, 1); made < count; number++)
        {
            var here = Math.Min(StackText.TaskDefinitions, count - made);
            var isHealthy = number % eachDefective != 1 % eachDefective;
            files.Add(StackText.Of(number, here, isHealthy));
            program.AppendLine($"_ = new Shop.Team_{number}.Team{number}Stack(app, \"team-{number}\", Props());");
            defects += isHealthy ? 0 : (here > 2 ? 2 : 0) + (here > 4 ? 1 : 0);
            made += here;
        }

        files.Add(program.AppendLine("app.Synth();").ToString());
        return new(files, defects);
    }
}
