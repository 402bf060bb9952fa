using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using EcsExecRole.Analyzers.Rules;

namespace EcsExecRole.Analyzers.Live;

/// <summary>
/// When the diagnostics of a compilation are reported. An editor asks about one document at a time and shows what is reported while the member that contains it is under
/// analysis, nothing else: there the program runs when the first member is. A build asks about the whole compilation: there the program runs behind the compiler, over
/// members that it has bound, so that none is bound again, and what it finds is reported at the end.
/// </summary>
internal sealed class Session(CompilationFindings findings, SemanticModels models, ProgramSources sources)
{
    private readonly ConcurrentDictionary<Diagnostic, bool> reportedEarly = new();
    private int isUnderWay;

    /// <summary>Learns from a declaration whether the whole compilation is analysed.</summary>
    public void Learn(SymbolAnalysisContext context)
    {
        if (context.FilterTree is not null || sources.IsWhole)
        {
            return;
        }

        sources.IsWhole = true;
        if (models.CanFollow && context.Compilation.Options.ConcurrentBuild && Interlocked.Exchange(ref isUnderWay, 1) == 0)
        {
            // A thread of its own: it mostly waits, and would keep the compiler from one of its few.
            var cancellation = context.CancellationToken;
            models.StartFollowing(cancellation);
            _ = Task.Factory.StartNew(() => findings.Prepare(cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>Reports what is in a member, for an editor.</summary>
    public void Report(OperationBlockAnalysisContext context)
    {
        if (sources.IsWhole)
        {
            if (context.OperationBlocks.FirstOrDefault()?.SemanticModel is { } model)
            {
                models.Keep(model);
            }

            return;
        }

        // A member's blocks: its body, or its initializer; parameters' defaults and attributes hold no constructs.
        foreach (var block in context.OperationBlocks)
        {
            if (block.Kind is OperationKind.Attribute or OperationKind.ParameterInitializer)
            {
                continue;
            }

            foreach (var diagnostic in findings.In(block.Syntax.SyntaxTree, context.CancellationToken))
            {
                if (Contains(block.Syntax, diagnostic.Location.SourceSpan))
                {
                    // Top-level statements come before any declaration, and so may be analysed before it is known that this is a build.
                    if (block.Syntax is CompilationUnitSyntax)
                    {
                        reportedEarly.TryAdd(diagnostic, true);
                    }

                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    /// <summary>Reports what is in the compilation, for a build.</summary>
    public void Report(CompilationAnalysisContext context)
    {
        models.StopFollowing();
        foreach (var diagnostic in findings.All(context.CancellationToken))
        {
            if (!reportedEarly.ContainsKey(diagnostic))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }

        models.Clear();
    }

    /// <summary>Whether code is part of a block: that of top-level statements spans the whole file, and with it the types behind them.</summary>
    private static bool Contains(SyntaxNode block, TextSpan code) => block is CompilationUnitSyntax unit
        ? unit.Members.Any(m => m is GlobalStatementSyntax && m.Span.Contains(code))
        : block.Span.Contains(code);
}
