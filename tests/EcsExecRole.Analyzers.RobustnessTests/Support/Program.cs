using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.RobustnessTests.Support;

/// <summary>A program of one or several files, compiled once so that its variants share what is known of the references.</summary>
internal sealed class Program
{
    // The implicit global usings of the .NET SDK.
    private const string GlobalUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "app",
        [Parse("GlobalUsings.g.cs", GlobalUsings)],
        CdkReferences.Of(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true, concurrentBuild: false));

    private Program(string name, CSharpCompilation compilation) => (Name, Compilation) = (name, compilation);

    public string Name { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>The files that people wrote.</summary>
    public IEnumerable<SyntaxTree> Files => Compilation.SyntaxTrees.Where(t => t.FilePath != "GlobalUsings.g.cs");

    public static Program Of(string name, params IEnumerable<(string Path, string Text)> files) => new(name, Compile([.. files]));

    public static CSharpCompilation Compile(params (string Path, string Text)[] files)
    {
        var compilation = Empty.AddSyntaxTrees(files.Select(f => Parse(f.Path, f.Text)));
        var isApp = compilation.SyntaxTrees.Any(t => t.GetRoot().DescendantNodes(n => n is not MemberDeclarationSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .Any(n => n is GlobalStatementSyntax or MethodDeclarationSyntax { Identifier.Text: "Main" }));
        return isApp ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)) : compilation;
    }

    public static CSharpCompilation Compile(string text) => Compile(("Program.cs", text));

    /// <summary>The program with another text for one file.</summary>
    public CSharpCompilation With(SyntaxTree file, string text) => Compilation.ReplaceSyntaxTree(file, Parse(file.FilePath, text));

    public static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), path: path, encoding: System.Text.Encoding.UTF8);

    public override string ToString() => Name;
}
