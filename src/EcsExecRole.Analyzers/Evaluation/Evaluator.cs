using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// Runs a C# program symbolically over its operation tree: one pass, all paths at once. The paths that reach the current operation are the
/// <see cref="Guard"/>; what is written on some paths only becomes a choice.
/// </summary>
internal sealed partial class Evaluator(ProgramText program, Library library, GuardSpace guards, System.Threading.CancellationToken cancellation)
{
    private readonly Dictionary<string, int> keys = new(StringComparer.Ordinal);

    private int steps;

    public GuardSpace Guards { get; } = guards;

    public Library Library { get; } = library;

    public ProgramText Program { get; } = program;

    /// <summary>The paths on which the operation under way is reached.</summary>
    public Guard Guard { get; private set; } = Guard.Always;

    /// <summary>A key that no other value of this evaluation has.</summary>
    public string NewKey(string stem)
    {
        keys.TryGetValue(stem, out var count);
        keys[stem] = count + 1;
        return count == 0 ? stem : stem + "#" + count;
    }
}
