using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.SynthTests.Conformance;

/// <summary>Compiles a program alone against the base library and the CDK that this process has loaded, and loads what comes out.</summary>
public static class CaseCompiler
{
    // The implicit global usings of the .NET SDK (Microsoft.NET.Sdk, console).
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

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(LoadReferences);

    /// <summary>The compilation of one program; the file has the given path in diagnostics.</summary>
    public static CSharpCompilation Compile(string name, string source) => Compile(name, [(name, source)]);

    /// <summary>The compilation of several programs, each in a namespace of its own.</summary>
    public static CSharpCompilation Compile(string assembly, IEnumerable<(string Name, string Source)> programs) => CSharpCompilation.Create(
        "Case." + assembly.Replace('/', '.'),
        [
            .. programs.Select(program => CSharpSyntaxTree.ParseText(program.Source, ParseOptions, path: program.Name + ".cs", encoding: System.Text.Encoding.UTF8)),
            CSharpSyntaxTree.ParseText(GlobalUsings, ParseOptions, path: "GlobalUsings.g.cs", encoding: System.Text.Encoding.UTF8),
        ],
        References.Value,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The program's image; throws with the compiler's errors where it has any.</summary>
    public static byte[] Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? image.ToArray()
            : throw new InvalidOperationException(
                "The case does not compile alone:\n" + string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
    }

    /// <summary>
    /// Loads a fresh copy of the program and returns its <c>Program.Build</c>. Each combination of flags gets its own copy, because static fields read
    /// flags only once.
    /// </summary>
    public static MethodInfo LoadBuild(string @namespace, byte[] image) => BuildOf(@namespace, Load(@namespace, image));

    /// <summary>Loads a copy of the assembly.</summary>
    public static Assembly Load(string name, byte[] image) => new AssemblyLoadContext(name, isCollectible: false).LoadFromStream(new MemoryStream(image));

    /// <summary>A program's <c>Program.Build</c>.</summary>
    public static MethodInfo BuildOf(string @namespace, Assembly assembly)
    {
        var program = assembly.GetType(@namespace + ".Program")
            ?? throw new InvalidOperationException($"The case needs a class {@namespace}.Program.");
        return program.GetMethod("Build", BindingFlags.Public | BindingFlags.Static, [typeof(Amazon.CDK.App)])
            ?? throw new InvalidOperationException($"{program} needs 'public static void Build(App app)'.");
    }

    private static IReadOnlyList<MetadataReference> LoadReferences()
    {
        var platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return
        [
            .. trusted
                .Where(path => path.StartsWith(platform, StringComparison.Ordinal) || IsCdk(Path.GetFileName(path)))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];

        static bool IsCdk(string file) => file is "Amazon.CDK.Lib.dll" or "Constructs.dll" or "Amazon.JSII.Runtime.dll"
            || file.StartsWith("Amazon.CDK.Asset", StringComparison.Ordinal);
    }
}
