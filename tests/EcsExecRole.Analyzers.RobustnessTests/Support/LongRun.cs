using System.Globalization;
using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.RobustnessTests.Support;

/// <summary>What the environment says of the long run; the test run has fixed values.</summary>
internal static class LongRun
{
    /// <summary><c>ROBUSTNESS_SEED</c>.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("ROBUSTNESS_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 8;

    /// <summary><c>ROBUSTNESS_EDITS</c>: edits of each kind; null for all of them.</summary>
    public static int? Edits { get; } = Environment.GetEnvironmentVariable("ROBUSTNESS_EDITS") switch
    {
        "all" => null,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => count,
        _ => 60,
    };

    /// <summary><c>ROBUSTNESS_PROGRAM</c>: a part of the names of the programs that are edited; empty for all.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("ROBUSTNESS_PROGRAM") ?? "";

    /// <summary><c>ROBUSTNESS_CODE</c>: a folder of C# files; null for this repository's own.</summary>
    public static string? Code { get; } = Environment.GetEnvironmentVariable("ROBUSTNESS_CODE");

    /// <summary>How many orders of files are tried; the long run of edits tries more.</summary>
    public static int Shuffles { get; } = Edits is null or > 1_000 ? 20 : 1;

    /// <summary>How often the same program is analysed by several threads.</summary>
    public static int Repetitions { get; } = Edits is null or > 1_000 ? 50 : 3;

    /// <summary>Each how many of the synthesized cases are analysed together; the long run takes all.</summary>
    public static int CasesStep { get; } = Edits is null or > 1_000 ? 1 : 24;

    /// <summary>
    /// How many operations a run of a program that never ends may evaluate. What grows without end does so from the start: the test run gives it up sooner, the long run when the
    /// analyzer does.
    /// </summary>
    public static int Steps { get; } = Edits is null or > 1_000 ? Budget.Steps : Budget.Steps / 10;

    /// <summary>How many programs are edited and fixed; null for ten edits of each program.</summary>
    public static int? Fixes { get; } = Edits / 3;

    /// <summary>How many of the actions that are offered for one program are applied.</summary>
    public static int ActionsOfEach { get; } = Edits is null or > 1_000 ? int.MaxValue : 2;

    /// <summary>How many runs are cancelled.</summary>
    public static int Cancellations { get; } = Edits is null or > 1_000 ? 500 : 6;
}
