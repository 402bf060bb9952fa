using EcsExecRole.Analyzers.Live;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.Tests.FrontDoor;

/// <summary>Who evaluates the program while the compiler is at work gets the models that it is through with.</summary>
public class SemanticModelsTests
{
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create("App", Enumerable.Range(0, 40).Select(i => CSharpSyntaxTree.ParseText($"class C{i};", cancellationToken: TestContext.Current.CancellationToken)));

    private static readonly SyntaxTree[] Trees = [.. Compilation.SyntaxTrees];

    private readonly SemanticModels models = new(Compilation);

    [Fact]
    public async Task ATreeIsHandedOutWhenTheCompilerHasGoneOn()
    {
        models.StartFollowing(CancellationToken.None);
        var first = Keep(0);

        var asked = Asked(0);
        for (var i = 1; i < SemanticModels.Distance; i++)
        {
            Assert.False(asked.IsCompleted);
            Keep(i);
        }

        Assert.Same(first, await Result(asked));
    }

    [Fact]
    public async Task ATreeThatTheCompilerHasNotReachedIsWaitedFor()
    {
        models.StartFollowing(CancellationToken.None);
        var asked = Asked(0);
        await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(asked.IsCompleted);

        var model = Keep(0);
        foreach (var i in Enumerable.Range(1, SemanticModels.Distance))
        {
            Keep(i);
        }

        Assert.Same(model, await Result(asked));
    }

    [Fact]
    public async Task ACompilerThatIsThroughIsNotWaitedFor()
    {
        models.StartFollowing(CancellationToken.None);
        var asked = Asked(0);

        models.StopFollowing();

        Assert.Same(Trees[0], (await Result(asked)).SyntaxTree);
    }

    [Fact]
    public async Task ACompilerThatWasCancelledIsNotWaitedFor()
    {
        using var source = new CancellationTokenSource();
        models.StartFollowing(source.Token);
        var asked = Asked(0);

        source.Cancel();

        Assert.Same(Trees[0], (await Result(asked)).SyntaxTree);
    }

    [Fact]
    public async Task ATreeThatTheCompilerComesToSoonIsWaitedForToo()
    {
        models.StartFollowing(CancellationToken.None);
        foreach (var i in Enumerable.Range(0, 10).Concat(Enumerable.Range(31, 9)))
        {
            Keep(i);
        }

        var asked = Asked(14);
        await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(asked.IsCompleted);

        models.StopFollowing();
        await Result(asked);
    }

    [Fact]
    public void AFewInTheMiddleAreBoundBeforeTheCompilerComesToThem()
    {
        models.StartFollowing(CancellationToken.None);

        foreach (var tree in Trees[20..(20 + SemanticModels.Ahead)])
        {
            Assert.Same(tree, models.Of(tree).SyntaxTree);
        }
    }

    [Fact]
    public void WhoDoesNotFollowDoesNotWait() => Assert.Same(Trees[0], models.Of(Trees[0]).SyntaxTree);

    private SemanticModel Keep(int tree)
    {
        var model = Compilation.GetSemanticModel(Trees[tree]);
        models.Keep(model);
        return model;
    }

    private Task<SemanticModel> Asked(int tree) => Task.Factory.StartNew(() => models.Of(Trees[tree]), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Task<SemanticModel> Result(Task<SemanticModel> asked) => asked.WaitAsync(TimeSpan.FromSeconds(8), TestContext.Current.CancellationToken);
}
