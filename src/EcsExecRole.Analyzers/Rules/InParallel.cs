using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>Works at many alike things on several threads, where the compiler does so, too; the results are in the order of the things.</summary>
/// <param name="isAllowed">Whether the compilation is built concurrently.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class InParallel(bool isAllowed, CancellationToken cancellation)
{
    /// <summary>For fewer it does not pay.</summary>
    private const int Many = 16;

    public static InParallel No { get; } = new(false, CancellationToken.None);

    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="Exception">What <paramref name="work"/> throws for the first of the things that it throws for.</exception>
    public TResult[] Map<T, TResult>(IReadOnlyList<T> things, Func<T, TResult> work, int size)
    {
        var results = new TResult[things.Count];
        if (!isAllowed || size < Many)
        {
            for (var i = 0; i < results.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                results[i] = work(things[i]);
            }

            return results;
        }

        var failures = new ExceptionDispatchInfo?[things.Count];
        Parallel.For(0, things.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            // The loop itself asks only now and then.
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            try
            {
                results[i] = work(things[i]);
            }
            catch (Exception e)
            {
                failures[i] = ExceptionDispatchInfo.Capture(e);
            }
        });
        failures.FirstOrDefault(f => f is not null)?.Throw();
        return results;
    }
}
