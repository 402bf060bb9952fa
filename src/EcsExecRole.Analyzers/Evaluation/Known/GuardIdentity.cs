using System.Runtime.CompilerServices;
using System.Threading;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Names for guards: equal guards are the same object, so a number for each object will do.</summary>
internal static class GuardIdentity
{
    private static readonly ConditionalWeakTable<Guard, string> Names = new();

    private static int count;

    public static string Of(Guard guard) => guard.IsAlways ? "" : Names.GetValue(guard, _ => "guard " + Interlocked.Increment(ref count));
}
