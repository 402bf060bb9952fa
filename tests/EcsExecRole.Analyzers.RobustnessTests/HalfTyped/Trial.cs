using System.Collections.Immutable;
using EcsExecRole.Analyzers.RobustnessTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.RobustnessTests.HalfTyped;

/// <summary>Analyzes edited variants of a program, and compares what is reported with what was reported before the edit.</summary>
internal sealed class Trial(Program program)
{
    private readonly Lazy<ImmutableArray<Diagnostic>> before = new(() => Inspection.Build(program.Compilation));

    /// <summary>
    /// The warnings that an edit has invented. A program that does not compile says less than it did, and so there is no new reason to warn: a warning was there before, in the same
    /// place, with the same permissions missing. An edited program that compiles is just another program.
    /// </summary>
    public IReadOnlyList<Diagnostic> Invented(SyntaxTree file, Edit edit)
    {
        var compilation = program.With(file, edit.Apply(file.ToString()));
        var after = Inspection.Build(compilation).Where(d => d.Severity == DiagnosticSeverity.Warning).ToList();
        return after.Count == 0 || !compilation.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) ? [] : [.. after.Where(d => !before.Value.Any(b => IsSame(b, d, edit, file.FilePath)))];
    }

    private static bool IsSame(Diagnostic before, Diagnostic after, Edit edit, string file)
    {
        var (was, now) = (before.Location.GetLineSpan(), after.Location.GetLineSpan());
        var place = after.Location.SourceSpan.Start;
        return before.Id == after.Id
            && was.Path == now.Path
            && before.Location.SourceSpan.Start == (now.Path == file ? edit.Before(place) : place)
            && Actions(after).IsSubsetOf(Actions(before));
    }

    private static HashSet<string> Actions(Diagnostic diagnostic) =>
        [.. (diagnostic.Properties.GetValueOrDefault("Actions") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];
}
