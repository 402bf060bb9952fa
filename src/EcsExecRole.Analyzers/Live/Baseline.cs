using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Live;

/// <summary>A state of a program that has been bound, as far as it was evaluated: what an editor's next analyses start from.</summary>
internal sealed class Baseline
{
    /// <summary>More files than one edit changes.</summary>
    private const int MostEdited = 8;

    public Baseline(Compilation compilation, CdkTypes types)
    {
        Program = new(compilation, new SemanticModels(compilation).Of);
        Types = types;
    }

    public BoundProgram Program { get; }

    public CdkTypes Types { get; }

    /// <summary>What has been edited since; null where so much has that the program must be bound anew.</summary>
    public Edits? EditsTo(Compilation current)
    {
        var bound = Program.Compilation;
        if (ReferenceEquals(bound, current))
        {
            return Edits.None;
        }

        if (bound.AssemblyName != current.AssemblyName || !HaveSameMeaning(bound.Options, current.Options) || !bound.References.SequenceEqual(current.References))
        {
            return null;
        }

        var (before, after) = (bound.SyntaxTrees.ToImmutableArray(), current.SyntaxTrees.ToImmutableArray());
        if (before.Length != after.Length)
        {
            return null;
        }

        var edited = new List<EditedTree>();
        for (var i = 0; i < before.Length; i++)
        {
            if (ReferenceEquals(before[i], after[i]))
            {
                continue;
            }

            if (edited.Count == MostEdited || before[i].FilePath != after[i].FilePath || EditedTree.Between(before[i], after[i]) is not { } edit || SyntaxErrors.In([after[i]]) is { IsLocal: false })
            {
                return null;
            }

            edited.Add(edit);
        }

        return new(edited);
    }

    /// <summary>Whether code means the same under both. Severities are asked of the current one, and a host may wrap them anew for each state.</summary>
    private static bool HaveSameMeaning(CompilationOptions before, CompilationOptions after) =>
        ReferenceEquals(before, after) || before.WithSyntaxTreeOptionsProvider(null).Equals(after.WithSyntaxTreeOptionsProvider(null));
}
