using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// One change of a document, against the text before all of a plan's changes. CDK's types are written <c>global::Amazon.CDK.…</c> in new text and shortened at the end.
/// </summary>
internal abstract record Edit(Document Document);

/// <summary>Replaces a span; an empty one inserts.</summary>
internal sealed record ReplaceEdit(Document Document, TextSpan Span, string Text) : Edit(Document);

/// <summary>Puts an expression into a new variable, declared before the statement that holds it, which then uses the variable.</summary>
/// <param name="Site">Before that statement.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Name">The variable.</param>
/// <param name="Type">Its type, fully qualified, for files that spell types out.</param>
internal sealed record ExtractEdit(Site Site, ExpressionSyntax Expression, string Name, string Type) : Edit(Site.Document);

/// <summary>Gives a name to a value that a statement creates and discards: <c>_ = new X();</c> becomes <c>var name = new X();</c>.</summary>
internal sealed record NameEdit(Site Site, ExpressionSyntax Expression, string Name, string Type) : Edit(Site.Document);

/// <summary>A policy statement for a list that is written out: the <c>Statements</c> of a policy document. Those for one list are merged.</summary>
internal sealed record StatementEdit(Place Place, ExpressionSyntax List, StatementText Statement) : Edit(Place.Document)
{
    public bool Equals(StatementEdit? other) => other is not null && List == other.List && Statement.Equals(other.Statement);

    public override int GetHashCode() => List.GetHashCode();
}

/// <summary>A policy statement for a level-1 role that has no policy document to put it into. Those for one role make one policy.</summary>
/// <param name="Role">The role's creation.</param>
/// <param name="Name">What the statement is for: the policy's name, if there is no other.</param>
/// <param name="Statement">The statement.</param>
internal sealed record InlinePolicyEdit(Place Role, string Name, StatementText Statement) : Edit(Role.Document)
{
    public bool Equals(InlinePolicyEdit? other) => other is not null && Role.Node == other.Role.Node && Statement.Equals(other.Statement);

    public override int GetHashCode() => Role.Node.GetHashCode();
}

/// <summary>A new statement.</summary>
/// <param name="Site">Where.</param>
/// <param name="Statement">What.</param>
internal sealed record InsertEdit(Site Site, NewStatement Statement) : Edit(Site.Document);

/// <summary>A statement to be written.</summary>
internal abstract record NewStatement
{
    /// <summary>The text, with line feeds and four spaces a level, without the indentation of its place.</summary>
    public abstract string Render(Idiom idiom);
}

/// <summary>A statement that is what it is.</summary>
internal sealed record PlainStatement(string Text) : NewStatement
{
    public override string Render(Idiom idiom) => Text;
}

/// <summary>The declaration of a variable.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Type">Its type, for files that spell types out.</param>
/// <param name="Value">What it is.</param>
internal sealed record Declaration(string Name, string Type, string Value) : NewStatement
{
    public override string Render(Idiom idiom) => $"{(idiom.UsesVar ? "var" : Type)} {Name} = {Value};";
}

/// <summary>What a fix changes.</summary>
/// <param name="Key">Which of a rule's fixes it is: the equivalence key.</param>
/// <param name="Title">What it does, imperatively.</param>
/// <param name="Edits">The changes.</param>
internal sealed record FixPlan(string Key, string Title, ImmutableArray<Edit> Edits)
{
    /// <summary>What to warn of where the change widens access more than it should have to.</summary>
    public string? Warning { get; init; }
}
