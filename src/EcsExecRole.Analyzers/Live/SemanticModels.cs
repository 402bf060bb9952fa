using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Live;

/// <summary>
/// The models of a compilation's trees. The compiler hands its analyzers models in which it has bound each method already, and drops them with the last member of a
/// tree; these are kept until the program is evaluated, so that nothing is bound twice. Thread-safe.
/// </summary>
internal sealed class SemanticModels(Compilation compilation)
{
    /// <summary>How much text may be kept bound, in characters. Bound code takes many times the memory of its text; beyond this much, it is bound again.</summary>
    internal const int MaxCharacters = 8_000_000;

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();
    private int characters;

    /// <summary>Keeps a model that the compiler handed out.</summary>
    public void Keep(SemanticModel model)
    {
        if (Volatile.Read(ref characters) < MaxCharacters && models.TryAdd(model.SyntaxTree, model))
        {
            Interlocked.Add(ref characters, model.SyntaxTree.Length);
        }
    }

    /// <summary>The model of a tree: the one that was kept, or else one that binds when it is asked.</summary>
    public SemanticModel Of(SyntaxTree tree) => models.TryGetValue(tree, out var known) ? known : models.GetOrAdd(tree, compilation.GetSemanticModel(tree));

    /// <summary>Lets all of them go.</summary>
    public void Clear() => models.Clear();
}
