using System.Threading;
using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Rules;

namespace EcsExecRole.Analyzers.Live;

/// <summary>
/// Where the bound program of a compilation comes from: a build has bound it; an editor has bound the document that was edited, and nearly all of the rest is as it was in
/// the last state that was bound.
/// </summary>
/// <param name="compilation">The compilation.</param>
/// <param name="types">The types of CDK that it references.</param>
/// <param name="models">Its models, of which a build has filled some.</param>
/// <param name="baselines">The states that were bound before.</param>
internal sealed class ProgramSources(Compilation compilation, CdkTypes types, SemanticModels models, Baselines baselines)
{
    private volatile bool isWhole;

    /// <summary>Whether the whole compilation is analysed, as in a build.</summary>
    public bool IsWhole
    {
        get => isWhole;
        set => isWhole = value;
    }

    public ProgramSource Get(CancellationToken cancellation)
    {
        if (IsWhole)
        {
            return new(new(new BoundProgram(compilation, models.Of), Edits.None, cancellation), types);
        }

        return baselines.TryFind(compilation, out var baseline) && baseline.EditsTo(compilation) is { } edits
            ? new(new(baseline.Program, edits, cancellation), baseline.Types)
            : GetAnew(cancellation);
    }

    /// <summary>The program, bound anew: the state that the next edits start from.</summary>
    public ProgramSource GetAnew(CancellationToken cancellation)
    {
        var baseline = new Baseline(compilation, types);
        baselines.Keep(baseline);
        return new(new(baseline.Program, Edits.None, cancellation), types);
    }
}
