using EcsExecRole.Analyzers.Rules;

namespace EcsExecRole.Analyzers.Tests.Rules;

public class InParallelTests
{
    private static readonly int[] Things = [.. Enumerable.Range(0, 200)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ResultsAreInTheOrderOfTheThings(bool isAllowed) =>
        Assert.Equal(Things.Select(t => t * 2), new InParallel(isAllowed, TestContext.Current.CancellationToken).Map(Things, t => t * 2, Things.Length));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheFirstFailureIsThrownAsItIs(bool isAllowed)
    {
        var parallel = new InParallel(isAllowed, TestContext.Current.CancellationToken);

        var thrown = Assert.Throws<InvalidOperationException>(() => parallel.Map(Things, t => t is 70 or 150 ? throw new InvalidOperationException($"{t}") : t, Things.Length));

        Assert.Equal("70", thrown.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CancellationEndsIt(bool isAllowed)
    {
        using var source = new CancellationTokenSource();
        var begun = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => new InParallel(isAllowed, source.Token).Map(
            Things,
            t =>
            {
                Interlocked.Increment(ref begun);
                source.Cancel();
                return t;
            },
            Things.Length));
        Assert.True(begun < Things.Length, $"{begun} were begun");
    }

    [Fact]
    public void AFewAreDoneByTheCaller()
    {
        var caller = Environment.CurrentManagedThreadId;

        Assert.All(new InParallel(true, TestContext.Current.CancellationToken).Map(Things, _ => Environment.CurrentManagedThreadId, size: 3), id => Assert.Equal(caller, id));
    }
}
