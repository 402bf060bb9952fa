using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Strings.</content>
internal sealed partial class Evaluator
{
    /// <summary>The values one after the other as one string; a choice among the parts is a choice of the whole.</summary>
    internal Value Concatenate(IReadOnlyList<Value> parts)
    {
        if (Together(parts) is { } whole)
        {
            return whole;
        }

        var texts = new List<(Guard Guard, List<TemplatePart> Parts)> { (Guard.Always, []) };
        foreach (var part in parts)
        {
            var value = ChoiceValue.On(Guard, part);
            if (value is ChoiceValue)
            {
                texts = Combined(texts, value);
                if (texts.Count > Budget.TextAlternatives)
                {
                    return new UnknownValue(NewKey(Condition.Determined + "text"), "a text", null, "it may be one of too many texts");
                }
            }
            else
            {
                foreach (var (_, text) in texts)
                {
                    text.AddRange(TextOf(value).Parts);
                }
            }
        }

        if (texts.Any(t => t.Parts.Count > Budget.TextParts || t.Parts.Sum(p => p.Text?.Length ?? 0) > Budget.TextLength))
        {
            return new UnknownValue(NewKey(Condition.Determined + "text"), "a text", null, "it is too long a text");
        }

        return texts.Count == 1 ? TextValue.Of(Template.Of(texts[0].Parts)) : ChoiceValue.Of(texts.Select(t => new Alternative(t.Guard, TextValue.Of(Template.Of(t.Parts)))));
    }

    /// <summary>The parts as one string where at most one of them is a choice and the whole is not too long; else null.</summary>
    private Value? Together(IReadOnlyList<Value> parts)
    {
        var (choice, place) = ((ChoiceValue?)null, -1);
        for (var i = 0; i < parts.Count; i++)
        {
            if (ChoiceValue.On(Guard, parts[i]) is ChoiceValue one)
            {
                if (choice is not null)
                {
                    return null;
                }

                (choice, place) = (one, i);
            }
        }

        return choice is null ? Joined(parts, -1, null)
            : choice.Items.Length > Budget.TextAlternatives ? null
            : JoinedEach(parts, place, choice);
    }

    private Value? JoinedEach(IReadOnlyList<Value> parts, int place, ChoiceValue choice)
    {
        var alternatives = new Alternative[choice.Items.Length];
        for (var i = 0; i < alternatives.Length; i++)
        {
            if (Joined(parts, place, choice.Items[i].Value) is not { } text)
            {
                return null;
            }

            alternatives[i] = new(choice.Items[i].Guard, text);
        }

        return ChoiceValue.Of(alternatives);
    }

    /// <param name="parts">The parts.</param>
    /// <param name="place">Which of them is <paramref name="instead"/>.</param>
    /// <param name="instead">One alternative of a part.</param>
    private Value? Joined(IReadOnlyList<Value> parts, int place, Value? instead)
    {
        using var built = TemplateBuilder.Rent();
        for (var i = 0; i < parts.Count && built.Length <= Budget.TextLength && built.Count <= Budget.TextParts; i++)
        {
            built.Add(TextOf(i == place ? instead! : ChoiceValue.On(Guard, parts[i])));
        }

        return built.Length > Budget.TextLength || built.Count > Budget.TextParts ? null : TextValue.Of(built.ToTemplate());
    }

    private List<(Guard Guard, List<TemplatePart> Parts)> Combined(List<(Guard Guard, List<TemplatePart> Parts)> texts, Value choice)
    {
        var combined = new List<(Guard Guard, List<TemplatePart> Parts)>();
        foreach (var (on, parts) in texts)
        {
            foreach (var alternative in choice.Alternatives)
            {
                var guard = on & alternative.Guard;
                if ((guard & Guard).IsFeasible)
                {
                    combined.Add((guard, [.. parts, .. TextOf(alternative.Value).Parts]));
                }
            }
        }

        return combined;
    }

    /// <summary>The text of a value that is not a choice, with a hole for what has none.</summary>
    internal Template TextOf(Value value) => value.Text ?? Template.Of(new Hole(KeyOf(value), HoleKind.Any, DisplayOf(value)));

    private Value Interpolation(IInterpolatedStringOperation operation)
    {
        var parts = new Value[operation.Parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = operation.Parts[i] switch
            {
                IInterpolatedStringTextOperation text => Evaluate(text.Text),
                IInterpolationOperation { FormatString: null, Alignment: null } interpolation => Printed(Evaluate(interpolation.Expression), operation),
                IInterpolationOperation interpolation => Formatted(interpolation),
                var other => Unknown(other, "it is formatted"),
            };
        }

        return Concatenate(parts);
    }

    private Value Formatted(IInterpolationOperation part) =>
        Map(Evaluate(part.Expression), one => Formatted(one, part) ?? Unknown(part, "it is formatted"));

    private Value? Formatted(Value value, IInterpolationOperation part)
    {
        var text = KnownLibrary.Formatted(this, value, part.FormatString?.ConstantValue.Value as string, Site(part));
        return part.Alignment is null ? text
            : text is ConstantValue constant && part.Alignment.ConstantValue.Value is int width && constant.Text?.Literal is { } literal
                ? ConstantValue.Of(width < 0 ? literal.PadRight(-width) : literal.PadLeft(width))
                : null;
    }

    /// <summary>What <c>ToString()</c> yields: the program's own override where there is one.</summary>
    internal Value Printed(Value value, IOperation operation) => IsText(value) ? value : PrintedEach(value, operation);

    private static bool IsText(Value value)
    {
        if (value is not ChoiceValue choice)
        {
            return value is TextValue or ConstantValue or UnknownValue;
        }

        foreach (var alternative in choice.Items)
        {
            if (alternative.Value is not (TextValue or ConstantValue or UnknownValue))
            {
                return false;
            }
        }

        return true;
    }

    private Value PrintedEach(Value value, IOperation operation) => Map(value, one =>
        one is ObjectValue instance && FindToString(instance.Type) is { } method ? Invoke(method, one, Arguments.None, operation, isVirtual: true) : KnownLibrary.Printed(this, one, Site(operation)));

    private IMethodSymbol? FindToString(ITypeSymbol type)
    {
        for (var current = type; current is not null && !current.DeclaringSyntaxReferences.IsEmpty; current = current.BaseType)
        {
            if (current.GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.IsEmpty && !m.IsImplicitlyDeclared) is { } method)
            {
                return method;
            }
        }

        return null;
    }
}
