using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Live;

/// <summary>
/// The last bound state of each project that an editor has open, found by the files that have not changed since. It goes when they go: nothing is kept alive here.
/// Thread-safe.
/// </summary>
internal sealed class Baselines
{
    private readonly ConditionalWeakTable<SyntaxTree, Baseline> known = new();

    /// <summary>The state that most probably serves for a compilation.</summary>
    public bool TryFind(Compilation compilation, [NotNullWhen(true)] out Baseline? baseline)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (known.TryGetValue(tree, out baseline))
            {
                return true;
            }
        }

        baseline = null;
        return false;
    }

    /// <summary>From now on this is the state to start from.</summary>
    public void Keep(Baseline baseline)
    {
        foreach (var tree in baseline.Program.Compilation.SyntaxTrees)
        {
            lock (known)
            {
                known.Remove(tree);
                known.Add(tree, baseline);
            }
        }
    }
}
