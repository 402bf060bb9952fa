using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>A string of which some parts are not known; never null. A string that is known whole is a <see cref="ConstantValue"/>.</summary>
internal sealed class TextValue : Value
{
    private TextValue(Template template) => Text = template;

    public override Template Text { get; }

    /// <summary>The string value for <paramref name="template"/>: a constant where it has no hole.</summary>
    public static Value Of(Template template) => template.TryGetLiteral(out var literal) ? ConstantValue.Of(literal) : new TextValue(template);

    public override bool IsSameAs(Value other) => other is TextValue text && Text.Equals(text.Text);

    public override string ToString() => Text.ToString();
}
