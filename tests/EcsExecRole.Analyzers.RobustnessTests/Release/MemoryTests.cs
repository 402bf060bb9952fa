using System.Runtime.CompilerServices;
using EcsExecRole.Analyzers.RobustnessTests.Support;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.RobustnessTests.Release;

/// <summary>What belongs to a compilation goes with it: an editor makes one for each key that is pressed.</summary>
public class MemoryTests
{
    [Fact]
    public void NothingKeepsACompilationAlive()
    {
        var compilations = Enumerable.Range(0, 3).Select(Analysed).ToList();

        Assert.Empty(StillAlive(compilations, 0));
    }

    [Fact]
    public void ABuildThatWasCancelledWhileItsCompilerWasFollowedIsLetGo()
    {
        var compilations = Enumerable.Range(0, 3).Select(_ => GivenUp()).ToList();

        Assert.Empty(StillAlive(compilations, 0));
    }

    [Fact]
    public void AnEditorKeepsNothingOfAProjectThatWasClosed()
    {
        var analyzer = new ExecutionRoleAnalyzer();
        var states = Edited(analyzer, keep: null);

        Assert.Empty(StillAlive(states, 0));
        GC.KeepAlive(analyzer);
    }

    [Fact]
    public void AnEditorKeepsOneStateOfAProjectThatIsOpen()
    {
        var analyzer = new ExecutionRoleAnalyzer();
        var open = new List<SyntaxTree>();
        var states = Edited(analyzer, open);

        Assert.True(StillAlive(states, 1).Count <= 1);
        GC.KeepAlive(analyzer);
        GC.KeepAlive(open);
    }

    /// <summary>Which of the objects are alive when the garbage has been collected.</summary>
    private static List<WeakReference> StillAlive(List<WeakReference> all, int expected)
    {
        // What the threads of the pool have last worked at is theirs until they work at something else.
        for (var i = 0; i < 20 && all.Count(c => c.IsAlive) > expected; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return [.. all.Where(c => c.IsAlive)];
    }

    /// <summary>The states that a project goes through while it is edited.</summary>
    /// <param name="keep">Gets the files of the last one, as an editor has them that shows the project.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Edited(ExecutionRoleAnalyzer analyzer, List<SyntaxTree>? keep)
    {
        var sample = Corpus.Samples[0];
        Compilation compilation = sample.Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(sample.Compilation.SyntaxTrees.Select(t => Program.Parse(t.FilePath, t.ToString())));
        var document = compilation.SyntaxTrees.First(t => t.ToString().Contains("Duration.", StringComparison.Ordinal) || t.ToString().Contains("(this, \"", StringComparison.Ordinal));
        var states = new List<WeakReference>();
        for (var i = 0; i < 4; i++)
        {
            Assert.NotEmpty(Inspection.Live(compilation, analyzer: analyzer));
            states.Add(new(document));
            var changed = document.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(document + "\n// " + i));
            compilation = compilation.ReplaceSyntaxTree(document, changed);
            document = changed;
        }

        keep?.AddRange(compilation.SyntaxTrees);
        return states;
    }

    /// <summary>Two builds, the first cancelled: of many files, so that the compiler is followed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference GivenUp()
    {
        var compilation = Program.Compile([.. Corpus.Cases.Where((_, i) => i % 48 == 0).SelectMany(c => c.Files).Select(f => (f.FilePath, f.ToString()))]);
        using var source = new CancellationTokenSource();
        var impatient = Inspection.Driver(compilation, concurrent: true, null, new ExecutionRoleAnalyzer(), new ImpatientAnalyzer(source, 20));
        Assert.ThrowsAny<OperationCanceledException>(() => impatient.GetAnalyzerDiagnosticsAsync(source.Token).GetAwaiter().GetResult());
        Assert.NotEmpty(Inspection.Build(compilation, concurrent: true));
        return new WeakReference(compilation);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Analysed(int number)
    {
        var sample = Corpus.Samples[0];
        var file = sample.Files.First();
        var compilation = sample.With(file, file + "\n// " + number);
        Assert.NotEmpty(Inspection.Build(compilation));
        return new WeakReference(compilation);
    }
}
