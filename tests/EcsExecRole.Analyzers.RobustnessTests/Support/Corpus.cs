using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.RobustnessTests.Support;

/// <summary>The programs of this repository: the samples, the synthesized cases and what the rules are tested with.</summary>
internal static partial class Corpus
{
    /// <summary>The sample app, with and without its defects.</summary>
    public static ImmutableArray<Program> Samples { get; } = [Sample("Storefront"), Sample("Storefront.Fixed")];

    /// <summary>Every program that is also synthesized.</summary>
    public static ImmutableArray<Program> Cases { get; } =
        [.. Files("tests/EcsExecRole.Analyzers.SynthTests/Cases").Select(f => Program.Of("Cases/" + f.Path, f))];

    /// <summary>The programs in the strings of the rules' and the model's tests, as far as they stand there whole.</summary>
    public static ImmutableArray<Program> Tests { get; } =
        [.. new[] { "Rules", "Cdk", "FrontDoor", "Fixes" }
            .SelectMany(folder => Files("tests/EcsExecRole.Analyzers.Tests/" + folder).SelectMany(f => Strings(folder + "/" + f.Path, f.Text)))];

    public static ImmutableArray<Program> All { get; } = [.. Samples, .. Cases, .. Tests];

    /// <summary>Those that are edited.</summary>
    public static ImmutableArray<Program> Edited { get; } = [.. All.Where(p => p.Name.Contains(LongRun.Program, StringComparison.Ordinal))];

    private static Program Sample(string name) => Program.Of("samples/" + name, Files("samples/" + name));

    private static IEnumerable<(string Path, string Text)> Files(string folder)
    {
        var root = Path.Combine(TestPaths.RepositoryRoot, folder);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("obj/", StringComparison.Ordinal) && !f.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => (f, File.ReadAllText(Path.Combine(root, f))));
    }

    private static IEnumerable<Program> Strings(string file, string text)
    {
        var number = 0;
        foreach (var literal in Program.Parse(file, text).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>())
        {
            if (literal.Token.Value is not string code || !code.Contains("new ", StringComparison.Ordinal) || !code.Contains(';'))
            {
                continue;
            }

            code = Markup().Replace(code, "$1");
            yield return Program.Of($"Tests/{file}#{++number}", ("Program.cs", code.Contains("class ", StringComparison.Ordinal) ? CdkSource.Usings + code : CdkSource.Stack(code)));
        }
    }

    [GeneratedRegex(@"\{\|[#\w]*:((?:(?!\|\}).)*)\|\}", RegexOptions.Singleline)]
    private static partial Regex Markup();
}
