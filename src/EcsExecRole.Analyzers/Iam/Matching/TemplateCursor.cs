using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam.Matching;

/// <summary>A place in a template: in front of a character or of a hole.</summary>
internal readonly struct TemplateCursor(Template template, int part = 0, int offset = 0)
{
    private readonly ImmutableArray<TemplatePart> parts = template.Parts;

    public bool AtEnd => part >= parts.Length;

    /// <summary>The text of the part that the place is in; null at a hole and at the end.</summary>
    public string? Text => AtEnd ? null : parts[part].Text;

    /// <summary>Where in <see cref="Text"/> the place is.</summary>
    public int Offset => offset;

    public Hole? Hole => AtEnd ? null : parts[part].Hole;

    /// <summary>Whether no hole follows.</summary>
    public bool IsLiteral => AtEnd || (part == parts.Length - 1 && Hole is null);

    public TemplateCursor NextPart() => new(template, part + 1);

    /// <summary>The place after some characters of the current part.</summary>
    public TemplateCursor Advance(int characters) =>
        offset + characters < parts[part].Text!.Length ? new(template, part, offset + characters) : NextPart();
}
