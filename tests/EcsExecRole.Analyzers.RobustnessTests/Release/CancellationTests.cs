using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Needs;
using EcsExecRole.Analyzers.RobustnessTests.Support;
using EcsExecRole.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.RobustnessTests.Release;

/// <summary>Whoever asks may stop waiting at any moment; who asks next gets the whole answer.</summary>
public class CancellationTests
{
    private static readonly Compilation App = Corpus.Samples[0].Compilation;

    [Fact]
    public void AtRandomPoints()
    {
        var expected = Texts(Findings(), TestContext.Current.CancellationToken);
        Assert.NotEmpty(expected);
        var random = new Random(LongRun.Seed);
        var cancelled = 0;
        for (var i = 0; i < LongRun.Cancellations; i++)
        {
            var findings = Findings();
            using var source = new CancellationTokenSource();
            var spins = random.Next(200_000);
            var canceller = new Thread(() =>
            {
                Thread.SpinWait(spins);
                source.Cancel();
            });
            canceller.Start();
            try
            {
                Assert.Equal(expected, Texts(findings, source.Token));
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }

            canceller.Join();
            Assert.Equal(expected, Texts(findings, TestContext.Current.CancellationToken));
        }

        Assert.NotEqual(0, cancelled);
    }

    [Fact]
    public void WhoIsNotCancelledGetsTheAnswerThatAnotherGaveUp()
    {
        var findings = Findings();
        using var source = new CancellationTokenSource();
        using var first = new ManualResetEventSlim();
        Exception? thrown = null;
        var impatient = new Thread(() =>
        {
            first.Set();
            thrown = Record.Exception(() => Texts(findings, source.Token));
        });
        impatient.Start();
        first.Wait(TestContext.Current.CancellationToken);
        source.Cancel();
        var answer = Texts(findings, TestContext.Current.CancellationToken);
        impatient.Join();

        Assert.Equal(Texts(Findings(), TestContext.Current.CancellationToken), answer);
        Assert.True(thrown is null or OperationCanceledException, thrown?.ToString());
    }

    [Fact]
    public async Task ABuildWhoseCompilerIsFollowed()
    {
        var app = Program.Compile([.. Corpus.Cases.Where((_, i) => i % 24 == 0).SelectMany(c => c.Files).Select(f => (f.FilePath, f.ToString()))]);
        var expected = Inspection.Build(app, concurrent: true).Select(Inspection.Text).ToList();
        Assert.NotEmpty(expected);
        var random = new Random(LongRun.Seed);
        var cancelled = 0;
        for (var i = 0; i < LongRun.Cancellations / 4; i++)
        {
            using var source = new CancellationTokenSource();
            var driver = Inspection.Driver(app.Clone(), concurrent: true, null, new ExecutionRoleAnalyzer(), new ImpatientAnalyzer(source, random.Next(1, 60)));
            try
            {
                await driver.GetAnalyzerDiagnosticsAsync(source.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }

            var found = await driver.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
            Assert.Equal(expected.Order(), found.Select(Inspection.Text).Order());
        }

        Assert.NotEqual(0, cancelled);
    }

    [Fact]
    public void BeforeTheNextTaskDefinitionIsJudged()
    {
        using var source = new CancellationTokenSource();
        var asked = 0;
        var findings = Findings(_ =>
        {
            asked++;
            source.Cancel();
            return Settings.Default;
        });

        Assert.ThrowsAny<OperationCanceledException>(() => findings.In(App.SyntaxTrees.First(), source.Token));
        Assert.Equal(1, asked);
    }

    private static CompilationFindings Findings(Func<SyntaxTree?, Settings>? settings = null) => new(App, Source, Source, settings ?? (_ => Settings.Default), _ => RolesElsewhere.None);

    private static ProgramSource Source(CancellationToken cancellation) => new(new(App, t => App.GetSemanticModel(t), cancellation), CdkTypes.TryCreate(App)!);

    private static List<string> Texts(CompilationFindings findings, CancellationToken cancellation) =>
        [.. App.SyntaxTrees.SelectMany(t => findings.In(t, cancellation)).Select(Inspection.Text)];
}
