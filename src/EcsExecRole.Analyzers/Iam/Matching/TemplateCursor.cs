using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam.Matching;

/// <summary>A place in a template: in front of a character or of a hole. The partition counts as text.</summary>
internal readonly struct TemplateCursor
{
    private readonly ImmutableArray<TemplatePart> parts;
    private readonly string partition;
    private readonly int part;

    public TemplateCursor(Template template, string partition)
        : this(template.Parts, partition, 0, 0)
    {
    }

    private TemplateCursor(ImmutableArray<TemplatePart> parts, string partition, int part, int offset)
    {
        this.parts = parts;
        this.partition = partition;
        this.part = part;
        Offset = offset;
        if (part < parts.Length)
        {
            Hole = parts[part].Hole;
            Text = parts[part].Text;
            if (Hole is { Kind: HoleKind.Partition })
            {
                (Hole, Text) = (null, partition);
            }
        }
    }

    public bool AtEnd => part >= parts.Length;

    /// <summary>The text of the part that the place is in; null at a hole and at the end.</summary>
    public string? Text { get; }

    /// <summary>Where in <see cref="Text"/> the place is.</summary>
    public int Offset { get; }

    public Hole? Hole { get; }

    /// <summary>The number of parts from here on.</summary>
    public int PartsLeft => parts.Length - part;

    public TemplateCursor NextPart() => new(parts, partition, part + 1, 0);

    /// <summary>The place after some characters of the current part.</summary>
    public TemplateCursor Advance(int characters) =>
        Offset + characters < Text!.Length ? new(parts, partition, part, Offset + characters) : NextPart();
}
