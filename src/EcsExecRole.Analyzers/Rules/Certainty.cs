using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>Only what holds on a path that certainly exists is worth a warning.</summary>
internal static class Certainty
{
    /// <summary>A path of the guard that certainly exists; null where there is none.</summary>
    public static GuardPath? CertainPath(this Guard guard) => guard.Paths().FirstOrDefault(p => !p.IsDoubtful);

    /// <summary>Whether a path leads through code that does not compile: then it may not be there once it does.</summary>
    private static bool IsUnwritten(GuardPath path) => path.Answers.Any(a => a.Key.Subjects.Any(Evaluator.IsUnwritten));

    /// <summary>
    /// Whether something certainly happens that happens on the paths <paramref name="part"/> of <paramref name="whole"/>: on a path that certainly exists, or wherever the whole
    /// does.
    /// </summary>
    public static bool IsCertainIn(this Guard part, Guard whole) =>
        part.IsFeasible && (part.CertainPath() is not null || (whole.Implies(part) && whole.Paths().Any(p => !IsUnwritten(p))));

    /// <summary>The clause <c> when …</c> that tells the paths of <paramref name="part"/> apart from all of <paramref name="whole"/>; empty where they are the same.</summary>
    public static string Clause(this Guard whole, Guard part) =>
        whole.Implies(part) || part.CertainPath() is not { } path || path.Answers.IsEmpty ? "" : " when " + path;
}
