using System.Text;

namespace EcsExecRole.Analyzers.Symbolic;

/// <summary>Puts a <see cref="Template"/> together. The thread keeps one for the next: there are many, and each is short.</summary>
internal sealed class TemplateBuilder : IDisposable
{
    /// <summary>Longer texts than nearly all ARNs; what they needed is not kept.</summary>
    private const int Kept = 1024;

    [ThreadStatic]
    private static TemplateBuilder? kept;

    private readonly List<TemplatePart> parts = [];
    private readonly StringBuilder joined = new();

    /// <summary>The text behind the last part; in <see cref="joined"/> as soon as it is of several pieces.</summary>
    private string? text;

    public static TemplateBuilder Rent()
    {
        var builder = kept ?? new();
        kept = null;
        return builder;
    }

    /// <summary>The parts added, pieces of one text counted each.</summary>
    public int Count { get; private set; }

    /// <summary>The characters of the texts added.</summary>
    public int Length { get; private set; }

    public void Add(Template template)
    {
        if (template.Literal is { } literal)
        {
            Add(literal);
            return;
        }

        foreach (var part in template.Parts)
        {
            Add(part);
        }
    }

    public void Add(TemplatePart part)
    {
        if (part.Text is { } piece)
        {
            Add(piece);
        }
        else
        {
            EndText();
            parts.Add(part);
            Count++;
        }
    }

    /// <summary>Adds a text; behind a text it becomes one with it.</summary>
    public void Add(string piece)
    {
        if (piece.Length == 0)
        {
            return;
        }

        Count++;
        Length += piece.Length;
        if (text is null)
        {
            text = piece;
            return;
        }

        if (joined.Length == 0)
        {
            joined.Append(text);
        }

        joined.Append(piece);
    }

    /// <summary>What was added, and begins anew.</summary>
    public Template ToTemplate()
    {
        EndText();
        if (parts.Count == 0)
        {
            return Template.Empty;
        }

        if (parts.Count == 1 && parts[0].Text is { } whole)
        {
            parts.Clear();
            (Count, Length) = (0, 0);
            return Template.Of(whole);
        }

        var template = new Template([.. parts]);
        parts.Clear();
        (Count, Length) = (0, 0);
        return template;
    }

    public void Dispose()
    {
        parts.Clear();
        joined.Clear();
        text = null;
        (Count, Length) = (0, 0);
        if (joined.Capacity <= Kept && parts.Capacity <= Kept)
        {
            kept = this;
        }
    }

    private void EndText()
    {
        if (text is not null)
        {
            parts.Add(TemplatePart.Of(joined.Length == 0 ? text : joined.ToString()));
            joined.Clear();
            text = null;
        }
    }
}
