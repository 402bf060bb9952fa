using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// <c>Microsoft.Extensions.Configuration</c>: nothing is known of a setting, but that two reads of the same path are the same. Paths are joined by colons and
/// compared without regard to case.
/// </summary>
internal static class SettingReads
{
    private const string Namespace = "Microsoft.Extensions.Configuration.";
    private const string Reason = "it is read from the configuration";

    public static void Register(KnownTable table) => table
        .Getter(Namespace + "IConfiguration", "[]", call => Read(call, call.Receiver, call[0], null, null))
        .Method(Namespace + "IConfiguration", "GetSection", call => Read(call, call.Receiver, call[0], null, null))
        .Method(Namespace + "ConfigurationExtensions", "GetRequiredSection", call => Read(call, call[0], call[1], null, null))
        .Method(Namespace + "ConfigurationExtensions", "GetConnectionString", call => call.Map(call[1], name =>
            Read(call, call[0], TextValue.Of(Template.Of("ConnectionStrings:") + call.Evaluator.TextOf(name)), null, null)))
        .Method(Namespace + "ConfigurationExtensions", "Exists", call => GuardValue.Of(call.Ask(Evaluator.KeyOf(call[0]) + ".Exists()", call[0])))
        .Getter(Namespace + "IConfigurationSection", "Value", call => call.Receiver is UnknownValue section ? Retyped(section, call.ReturnType) : null)
        .Method(Namespace + "ConfigurationBinder", "GetValue", GetValue)
        .Method(Namespace + "ConfigurationBinder", "Get", call => call.TypeArgument(0) is { } type && call[0] is UnknownValue section
            ? new UnknownValue(section.Key + ".Get<" + type.ToDisplayString() + ">", section.Display, type, Reason)
            : null);

    private static Value? GetValue(KnownCall call)
    {
        if (call.TypeArgument(0) is not { } type)
        {
            return null;
        }

        var fallback = call.Count > 2 ? call[2] : null;
        return Read(call, call[0], call[1], type, fallback);
    }

    /// <summary>One setting: the same key for the same path of the same configuration, whichever way it is read.</summary>
    private static Value Read(KnownCall call, Value configuration, Value path, ITypeSymbol? type, Value? fallback) => call.Map(configuration, path, (root, name) =>
    {
        var text = call.Evaluator.TextOf(name);
        var at = (text.Literal ?? Evaluator.KeyOf(name)).ToLowerInvariant();
        var stem = Evaluator.KeyOf(root);
        var key = stem.EndsWith("}", StringComparison.Ordinal) && root is UnknownValue { Reason: Reason }
            ? stem.Substring(0, stem.Length - 1) + ":" + at + "}"
            : stem + "{" + at + "}";
        var display = Evaluator.DisplayOf(root) + "[" + (text.Literal is { } literal ? "\"" + literal + "\"" : text.ToString()) + "]";

        // As another type it is another unknown, about the same setting.
        if (type is not null and not { SpecialType: SpecialType.System_String })
        {
            key += "." + type.ToDisplayString() + (fallback is null ? "" : "(" + Evaluator.KeyOf(fallback) + ")");
        }

        var value = call.UnknownAs(key, display, type ?? call.ReturnType, Reason);
        return fallback is not null && type is { SpecialType: SpecialType.System_String }
            ? ChoiceValue.Of(call.Evaluator.AreEqual(value, ConstantValue.Null), fallback, value)
            : value;
    });

    private static UnknownValue Retyped(UnknownValue value, ITypeSymbol? type) => new(value.Key, value.Display, type, value.Reason);
}
