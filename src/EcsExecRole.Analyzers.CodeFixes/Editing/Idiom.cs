using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>How a file is written: its line ends, its indentation, and which of two ways to say the same.</summary>
internal sealed class Idiom
{
    /// <summary>What new names are shortened by at the end.</summary>
    private static readonly Regex Qualification = new(@"global::(?:Amazon\.CDK\.(?:AWS\.\w+\.(?:Patterns\.)?)?|System\.Collections\.Generic\.)");

    private Idiom(SyntaxNode root, SourceText text)
    {
        Text = text;
        EndOfLine = EndOfLineOf(text);
        Indentation = IndentationOf(text);
        UsesVar = UsesVarIn(root);
        UsesCollectionExpressions = UsesCollectionExpressionsIn(root);
    }

    public SourceText Text { get; }

    public string EndOfLine { get; }

    /// <summary>One level.</summary>
    public string Indentation { get; }

    public bool UsesVar { get; }

    public bool UsesCollectionExpressions { get; }

    public static Idiom Of(SyntaxNode root, SourceText text) => new(root, text);

    /// <summary>A list of expressions, on one line where it is short.</summary>
    public string Collection(IReadOnlyList<string> items, string indentation = "    ")
    {
        var (open, close) = UsesCollectionExpressions ? ("[", "]") : ("new[] { ", " }");
        var line = open + string.Join(", ", items) + close;
        if (Qualification.Replace(line, "").Length <= 100)
        {
            return line;
        }

        var lines = string.Join(",\n", items.Select(i => indentation + "    " + i));
        return UsesCollectionExpressions ? $"\n{indentation}[\n{lines},\n{indentation}]" : $"new[]\n{indentation}{{\n{lines},\n{indentation}}}";
    }

    /// <summary>The white space at the start of the line.</summary>
    public string IndentationAt(int position)
    {
        var line = Text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart(' ', '\t').Length);
    }

    /// <summary>Text as <see cref="NewStatement.Render"/> has it, for lines that start with <paramref name="indentation"/>.</summary>
    public string Indent(string text, string indentation) => string.Join(EndOfLine, text.Split('\n').Select(line =>
    {
        var levels = (line.Length - line.TrimStart(' ').Length) / 4;
        return line.Length == 0 ? line : indentation + string.Concat(Enumerable.Repeat(Indentation, levels)) + line.Substring(levels * 4);
    }));

    /// <summary>Indentation relative to the expression's first line, in levels of four spaces.</summary>
    public string Dedent(string value, string indentation)
    {
        var lines = value.Replace("\r\n", "\n").Split('\n');
        return string.Join("\n", lines.Select((line, i) => i == 0 || !line.StartsWith(indentation, StringComparison.Ordinal) ? line : Levels(line.Substring(indentation.Length))));

        string Levels(string line)
        {
            var levels = 0;
            while (line.StartsWith(Indentation, StringComparison.Ordinal))
            {
                line = line.Substring(Indentation.Length);
                levels++;
            }

            return new string(' ', levels * 4) + line;
        }
    }

    private static string EndOfLineOf(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    private static string IndentationOf(SourceText text)
    {
        var indented = text.Lines.Select(l => l.ToString()).Where(l => l.Length > 1 && l[0] is ' ' or '\t' && l.Trim().Length > 0 && !l.TrimStart().StartsWith("*", StringComparison.Ordinal)).Take(500).ToList();
        if (indented.Count(l => l[0] == '\t') * 2 > indented.Count)
        {
            return "\t";
        }

        return indented.Count > 0 && indented.Where(l => l[0] == ' ').Select(l => l.Length - l.TrimStart(' ').Length).DefaultIfEmpty(4).Min() == 2 ? "  " : "    ";
    }

    /// <summary>Declarations that create say which way the file goes; in doubt it is <c>var</c>.</summary>
    private static bool UsesVarIn(SyntaxNode root)
    {
        var declarations = root.DescendantNodes().OfType<VariableDeclarationSyntax>()
            .Where(d => d.Parent is LocalDeclarationStatementSyntax { IsConst: false } && d.Variables[0].Initializer is not null).ToList();
        return declarations.Count(d => !d.Type.IsVar) <= declarations.Count / 2;
    }

    private static bool UsesCollectionExpressionsIn(SyntaxNode root)
    {
        if (root.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 })
        {
            return false;
        }

        var (expressions, arrays) = (0, 0);
        foreach (var node in root.DescendantNodes())
        {
            expressions += node is CollectionExpressionSyntax ? 1 : 0;
            arrays += node is ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax { Initializer: not null } ? 1 : 0;
        }

        return expressions >= arrays;
    }
}
