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
/// <param name="models">Its models, of which a build has filled some.</param>
/// <param name="baselines">The states that were bound before.</param>
internal sealed class ProgramSources(Compilation compilation, SemanticModels models, Baselines baselines)
{
    private readonly Lazy<CdkTypes?> types = new(() => CdkTypes.TryCreate(compilation));
    private volatile bool isWhole;

    /// <summary>Whether the compilation references CDK with ECS.</summary>
    public bool IsOfEcs => types.Value is not null;

    /// <summary>Whether the whole compilation is analysed, as in a build.</summary>
    public bool IsWhole
    {
        get => isWhole;
        set => isWhole = value;
    }

    /// <summary>The program; null where there is no ECS.</summary>
    public ProgramSource? Get(CancellationToken cancellation)
    {
        if (types.Value is not { } known)
        {
            return null;
        }

        if (IsWhole)
        {
            return new(new(new BoundProgram(compilation, models.Of), Edits.None, cancellation), known);
        }

        return baselines.TryFind(compilation, out var baseline) && baseline.EditsTo(compilation) is { } edits
            ? new(new(baseline.Program, edits, cancellation), baseline.Types)
            : GetAnew(cancellation);
    }

    /// <summary>The program, bound anew: the state that the next edits start from.</summary>
    public ProgramSource? GetAnew(CancellationToken cancellation)
    {
        if (types.Value is not { } known)
        {
            return null;
        }

        var baseline = new Baseline(compilation, known);
        baselines.Keep(baseline);
        return new(new(baseline.Program, Edits.None, cancellation), known);
    }
}
