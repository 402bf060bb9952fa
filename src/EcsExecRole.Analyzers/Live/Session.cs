using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
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
        // Top-level statements come before any declaration, and so before it is known whether this is a build.
        if (sources.IsWhole || context.OperationBlocks.Any(b => b.Syntax is CompilationUnitSyntax))
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
                if (block.Syntax.Span.Contains(diagnostic.Location.SourceSpan))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    /// <summary>Reports what is in top-level statements, for an editor: when all else of their file has been looked at.</summary>
    public void Report(SemanticModelAnalysisContext context)
    {
        if (sources.IsWhole || context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken) is not CompilationUnitSyntax unit || !unit.Members.Any(m => m is GlobalStatementSyntax))
        {
            return;
        }

        foreach (var diagnostic in findings.In(unit.SyntaxTree, context.CancellationToken))
        {
            if (unit.Members.Any(m => m is GlobalStatementSyntax && m.Span.Contains(diagnostic.Location.SourceSpan)))
            {
                // A build of nothing but such statements gets here, too.
                reportedEarly.TryAdd(diagnostic, true);
                context.ReportDiagnostic(diagnostic);
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
}
