using System.Diagnostics.CodeAnalysis;

namespace EcsExecRole.Analyzers.Symbolic;

/// <summary>One part of a <see cref="Template"/>: a piece of known text or a hole, never both.</summary>
internal readonly struct TemplatePart : IEquatable<TemplatePart>
{
    private TemplatePart(string? text, Hole? hole)
    {
        Text = text;
        Hole = hole;
    }

    /// <summary>The known text, never empty; null for a hole.</summary>
    public string? Text { get; }

    public Hole? Hole { get; }

    public static TemplatePart Of(string text) => new(text, null);

    public static TemplatePart Of(Hole hole) => new(null, hole);

    public bool Equals(TemplatePart other) => Text == other.Text && Equals(Hole, other.Hole);

    public override bool Equals(object? obj) => obj is TemplatePart other && Equals(other);

    public override int GetHashCode() => Text?.GetHashCode() ?? Hole?.GetHashCode() ?? 0;

    public override string ToString() => Text ?? Hole?.ToString() ?? "";
}

/// <summary>A text with holes: an ARN, a name or an image URI of which some parts are known only at deployment. Adjacent texts are merged.</summary>
internal sealed class Template : IEquatable<Template>
{
    /// <summary>0 until it is asked for: most templates never are.</summary>
    private int hash;

    private string? shown;

    /// <summary>Of a literal, made when first asked for.</summary>
    private ImmutableArray<TemplatePart> parts;

    internal Template(ImmutableArray<TemplatePart> parts)
    {
        this.parts = parts;
        Literal = parts.Length == 0 ? "" : parts.Length == 1 ? parts[0].Text : null;
    }

    private Template(string literal) => Literal = literal;

    public static Template Empty { get; } = new(ImmutableArray<TemplatePart>.Empty);

    public ImmutableArray<TemplatePart> Parts
    {
        get
        {
            if (parts.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref parts, [TemplatePart.Of(Literal!)]);
            }

            return parts;
        }
    }

    /// <summary>Whether the whole text is known.</summary>
    public bool IsLiteral => Literal is not null;

    /// <summary>The whole text where it is known, else null.</summary>
    public string? Literal { get; }

    /// <summary>How long the known text is, holes counted as one character.</summary>
    public int Length
    {
        get
        {
            if (Literal is { } literal)
            {
                return literal.Length;
            }

            var length = 0;
            foreach (var part in Parts)
            {
                length += part.Text?.Length ?? 1;
            }

            return length;
        }
    }

    /// <summary>The known text that the template starts with; empty if it starts with a hole.</summary>
    public string Prefix => Literal ?? (Parts.Length == 0 ? "" : Parts[0].Text ?? "");

    /// <summary>The known text that the template ends with; empty if it ends with a hole.</summary>
    public string Suffix => Literal ?? (Parts.Length == 0 ? "" : Parts[Parts.Length - 1].Text ?? "");

    public static Template Of(string text) => text.Length == 0 ? Empty : new(text);

    public static Template Of(Hole hole) => new([TemplatePart.Of(hole)]);

    public static Template Of(IEnumerable<TemplatePart> parts)
    {
        using var built = TemplateBuilder.Rent();
        foreach (var part in parts)
        {
            built.Add(part);
        }

        return built.ToTemplate();
    }

    public static Template Concat(params Template[] templates)
    {
        using var built = TemplateBuilder.Rent();
        foreach (var template in templates)
        {
            built.Add(template);
        }

        return built.ToTemplate();
    }

    /// <summary>A text of the analyzer's own, such as an action: there are few of them.</summary>
    public static implicit operator Template(string text) => OwnTexts.Of(text);

    public static Template operator +(Template left, Template right) => Concat(left, right);

    public bool TryGetLiteral([NotNullWhen(true)] out string? text) => (text = Literal) is not null;

    /// <summary>Splits at each <paramref name="separator"/> in the known text; a hole is taken to hold none.</summary>
    /// <param name="separator">The character to split at.</param>
    /// <param name="limit">The greatest number of pieces; the last one keeps the rest.</param>
    public IReadOnlyList<Template> Split(char separator, int limit = int.MaxValue)
    {
        var pieces = new List<Template>();
        using var current = TemplateBuilder.Rent();
        foreach (var part in Parts)
        {
            if (part.Text is not { } text)
            {
                current.Add(part);
                continue;
            }

            var start = 0;
            for (int at; pieces.Count < limit - 1 && (at = text.IndexOf(separator, start)) >= 0; start = at + 1)
            {
                current.Add(text.Substring(start, at - start));
                pieces.Add(current.ToTemplate());
            }

            current.Add(start == 0 ? text : text.Substring(start));
        }

        pieces.Add(current.ToTemplate());
        return pieces;
    }

    /// <summary>The template without its first <paramref name="length"/> characters, which have to be known text.</summary>
    public Template Skip(int length) =>
        length == 0 ? this
        : Parts[0].Text!.Length == length ? new(Parts.RemoveAt(0))
        : new(Parts.SetItem(0, TemplatePart.Of(Parts[0].Text!.Substring(length))));

    public bool Equals(Template? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || Literal is not null || other.Literal is not null)
        {
            return other is not null && Literal == other.Literal;
        }

        if (Parts.Length != other.Parts.Length)
        {
            return false;
        }

        for (var i = 0; i < Parts.Length; i++)
        {
            if (!Parts[i].Equals(other.Parts[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Template);

    public override int GetHashCode()
    {
        if (hash == 0)
        {
            var h = Literal?.GetHashCode() ?? 17;
            for (var i = 0; Literal is null && i < Parts.Length; i++)
            {
                h = unchecked((h * 31) + Parts[i].GetHashCode());
            }

            hash = h == 0 ? 1 : h;
        }

        return hash;
    }

    /// <summary>The text as a message shows it, holes as <c>${name}</c>.</summary>
    public override string ToString() => Literal ?? (shown ??= string.Concat(Parts.Select(p => p.ToString())));
}
