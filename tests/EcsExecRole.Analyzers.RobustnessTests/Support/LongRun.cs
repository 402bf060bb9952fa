using System.Globalization;

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
        _ => 150,
    };
}
