using System.Collections.Immutable;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>Evaluates a small program without any CDK.</summary>
internal static class EvaluatorRun
{
    private static readonly ImmutableArray<MetadataReference> runtime =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll")
            .Select(p => MetadataReference.CreateFromFile(p))];

    /// <summary>What a method with these parameters (unknown ones) and this body returns, as <see cref="Value"/> prints it.</summary>
    /// <param name="body">The statements; they return something.</param>
    /// <param name="parameters">The parameters of the method.</param>
    /// <param name="members">More members of the same class, or types after a line <c>---</c>.</param>
    public static string Returns(string body, string parameters = "", string members = "") => Evaluate(body, parameters, members).Result.ToString()!;

    /// <summary>The paths on which the body runs to its end.</summary>
    public static string Completes(string body, string parameters = "", string members = "") => Evaluate(body, parameters, members).Completed.ToString();

    public static Run Evaluate(string body, string parameters = "", string members = "") => EvaluateSource(Source(body, parameters, members), "Program", "Test");

    /// <summary>The program around a body.</summary>
    public static string Source(string body, string parameters, string members)
    {
        var parts = members.Split("---");
        return $$"""
            using System;
            using System.Collections.Generic;
            using System.Collections.Immutable;
            using System.Collections.Frozen;
            using System.Linq;
            using System.Text;
            using System.Threading.Tasks;

            public static partial class Program
            {
                public static object Test({{parameters}})
                {
                    {{body}}
                }

                {{parts[0]}}
            }

            {{string.Concat(parts.Skip(1))}}
            """;
    }

    /// <summary>A source text that compiles, as the compiler sees it.</summary>
    public static CSharpCompilation Compile(string source)
    {
        var compilation = CSharpCompilation.Create(
            "snippet",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview), path: "Snippet.cs")],
            runtime,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Disable, allowUnsafe: true));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
        return compilation;
    }

    /// <summary>Runs one method of a source text that compiles.</summary>
    public static Run EvaluateSource(string source, string type, string method) => Evaluate(Compile(source), type, method);

    public static Run Evaluate(CSharpCompilation compilation, string type, string method)
    {
        var root = compilation.GetTypeByMetadataName(type)!.GetMembers(method).OfType<IMethodSymbol>().Single();
        Exception? failure = null;
        var roots = new Roots(new ProgramText(compilation, t => compilation.GetSemanticModel(t), default), () => new NoLibrary(), default) { OnFailure = (_, e) => failure = e };
        var run = roots.Start(root);
        if (failure is not null)
        {
            throw new InvalidOperationException("the evaluator failed", failure);
        }

        return run ?? throw new InvalidOperationException("the run went over a budget");
    }

    private sealed class NoLibrary : Library
    {
        public override bool IsRoot(INamedTypeSymbol type) => false;

        public override bool IsRootWord(string identifier) => false;

        public override bool TryConstruct(ObjectValue instance, IMethodSymbol constructor, Arguments arguments, CallSite site) => false;

        public override bool TryInvoke(IMethodSymbol method, Value? receiver, Arguments arguments, CallSite site, out Value result)
        {
            result = ConstantValue.Null;
            return false;
        }

        public override bool TryGet(IPropertySymbol property, Value? receiver, CallSite site, out Value result)
        {
            result = ConstantValue.Null;
            return false;
        }

        public override bool TrySet(IPropertySymbol property, Value receiver, Value value, CallSite site) => false;

        public override void Escape(Value value, CallSite site, string reason)
        {
        }
    }
}
