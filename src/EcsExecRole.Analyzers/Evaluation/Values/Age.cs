using System.Threading;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>A clock that only goes forward: what is older than a loop's round has a smaller number.</summary>
internal static class Age
{
    private static long last;

    public static long Now => Volatile.Read(ref last);

    public static long Next() => Interlocked.Increment(ref last);
}
