using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// A file of which bodies of members were edited, and nothing else that matters to the rest of the program: each declaration of the old text has its counterpart in the new
/// one. The edit is one stretch of text, from the first character that differs to the last.
/// </summary>
internal sealed class EditedTree
{
    private readonly Dictionary<SyntaxNode, SyntaxNode> counterparts = [];
    private readonly List<(SyntaxNode Old, SyntaxNode New)> editedBodies = [];
    private readonly int start;
    private readonly int oldEnd;
    private readonly int shift;

    private EditedTree(SyntaxTree old, SyntaxTree current)
    {
        (Old, New) = (old, current);
        var (before, after) = (old.GetText(), current.GetText());
        var shorter = Math.Min(before.Length, after.Length);
        while (start < shorter && before[start] == after[start])
        {
            start++;
        }

        var same = 0;
        while (same < shorter - start && before[before.Length - 1 - same] == after[after.Length - 1 - same])
        {
            same++;
        }

        oldEnd = before.Length - same;
        shift = after.Length - before.Length;
    }

    public SyntaxTree Old { get; }

    public SyntaxTree New { get; }

    /// <summary>The bodies that read otherwise.</summary>
    public IReadOnlyList<(SyntaxNode Old, SyntaxNode New)> EditedBodies => editedBodies;

    /// <summary>Compares two states of a file; null where more differs than bodies.</summary>
    public static EditedTree? Between(SyntaxTree old, SyntaxTree current)
    {
        var (before, after) = (old.GetRoot(), current.GetRoot());

        // Top-level statements are a body that is the whole file.
        if (!old.Options.Equals(current.Options) || before.ContainsDiagnostics || HasStatements(before) || HasStatements(after) || !SyntaxFactory.AreEquivalent(old, current, topLevel: true))
        {
            return null;
        }

        var edited = new EditedTree(old, current);
        return edited.Pair(before, after) ? edited : null;
    }

    /// <summary>The counterpart of a declaration, or of a whole body; null for what is inside one.</summary>
    public SyntaxNode? Counterpart(SyntaxNode old) => counterparts.TryGetValue(old, out var found) ? found : null;

    /// <summary>Whether code of the old text is where the edit is, so that it has no place in the new one.</summary>
    public bool Touches(TextSpan old) => old.Start <= oldEnd && old.End >= start;

    /// <summary>Where code that is not in an edited body is now.</summary>
    public TextSpan Current(TextSpan old) => TextSpan.FromBounds(Current(old.Start), Math.Max(Current(old.Start), Current(old.End)));

    private int Current(int old) => old >= oldEnd && old > start ? old + shift : Math.Min(old, start);

    private static bool HasStatements(SyntaxNode root) => root is CompilationUnitSyntax unit && unit.Members.Any(m => m is GlobalStatementSyntax);

    private bool Pair(SyntaxNode old, SyntaxNode current)
    {
        // Not recursive: types may nest deeper than the stack.
        var work = new Stack<(SyntaxNode Old, SyntaxNode New)>([(old, current)]);
        while (work.Count > 0)
        {
            var (a, b) = work.Pop();
            counterparts.Add(a, b);
            if (a.RawKind != b.RawKind)
            {
                return false;
            }

            if (a is BlockSyntax or ArrowExpressionClauseSyntax)
            {
                if (Touches(a.FullSpan))
                {
                    editedBodies.Add((a, b));
                }

                continue;
            }

            // An initializer, an attribute, the arguments for a base class: bound with the rest, and kept only if nothing was edited in them.
            if (a is EqualsValueClauseSyntax or AttributeListSyntax or ConstructorInitializerSyntax or BaseListSyntax or ParameterListSyntax)
            {
                if (Touches(a.Span))
                {
                    return false;
                }

                continue;
            }

            var (children, others) = (a.ChildNodes().ToList(), b.ChildNodes().ToList());
            if (children.Count != others.Count)
            {
                return false;
            }

            for (var i = 0; i < children.Count; i++)
            {
                work.Push((children[i], others[i]));
            }
        }

        return true;
    }
}
