using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>ARNs put together and taken apart: <c>Arn.Format</c>, <c>stack.FormatArn</c>, <c>Arn.Split</c>, <c>stack.SplitArn</c>.</summary>
internal static class Arns
{
    public static void Register(Registry r) => r
        .Method("Arn", "Format", c => Format(c, c["stack"].IsNull ? null : Scopes.StackOf(c, c["stack"])))
        .Method("Stack", "FormatArn", c => Format(c, Scopes.StackOf(c, c.Receiver!)))
        .Method("Arn", "Split", Split)
        .Method("Stack", "SplitArn", Split)
        .Method("Arn", "ExtractResourceName", ExtractResourceName);

    /// <summary>The segments of an ARN that is known so far as its colons are; null where they are not.</summary>
    public static IReadOnlyList<Template>? Segments(Template arn)
    {
        var segments = arn.Split(':', 6);
        return segments.Count == 6 && segments[0].Literal == "arn" ? segments : null;
    }

    /// <summary>The account of an ARN: its fifth segment, or where the whole ARN is one token a token, where it is unknown an unknown text.</summary>
    public static Template AccountOf(Template arn) => Segments(arn)?[4]
        ?? (Tokens.IsUnresolved(arn) == Ternary.Yes
            ? Tokens.Of($"account of {arn}", "account", HoleKind.Account)
            : Template.Of(new Hole($"account of {arn}", HoleKind.Account, "account")));

    /// <summary>What follows the last slash, as CDK finds a role's name; null where the ARN is one hole.</summary>
    public static Template? LastPathSegment(Template arn)
    {
        var pieces = arn.Split('/');
        return pieces.Count > 1 ? pieces[pieces.Count - 1] : null;
    }

    private static Value Format(Call call, StackNode? stack)
    {
        var components = call["components"];
        if (components is not ObjectValue)
        {
            return call.Map(components, (one, on) => one is ObjectValue ? Format(on, one, stack) : on.UnknownResult("the parts of the ARN are not known"));
        }

        return Format(call, components, stack);
    }

    private static Value Format(Call call, Value components, StackNode? stack)
    {
        var separator = Separator(call.Get(components, "ArnFormat"));
        var name = call.Get(components, "ResourceName");
        if (separator is null || call.Get(components, "Resource").Text is not { } resource || call.Get(components, "Service").Text is not { } service)
        {
            return call.UnknownResult("the parts of the ARN are not known");
        }

        var tail = name.IsNull ? resource : Template.Concat(resource, separator, Text.Of(name)!);
        return TextValue.Of(Template.Concat(
            "arn:", Part("Partition", StackNode.Partition),
            ":", service,
            ":", Part("Region", stack?.Region ?? StackNode.AgnosticRegion),
            ":", Part("Account", stack?.Account ?? StackNode.AgnosticAccount),
            ":", separator == "/" && IsSlashFirst(call.Get(components, "ArnFormat")) ? "/" + tail : tail));

        Template Part(string member, Template otherwise) => Text.Of(call.Get(components, member)) ?? otherwise;
    }

    private static bool IsSlashFirst(Value format) => format is ConstantValue { EnumMember: "SLASH_RESOURCE_SLASH_RESOURCE_NAME" };

    /// <summary>What stands between resource and resource name; null where the format is not known.</summary>
    private static string? Separator(Value format) => format switch
    {
        { IsNull: true } => "/",
        ConstantValue { EnumMember: "COLON_RESOURCE_NAME" } => ":",
        ConstantValue { EnumMember: "SLASH_RESOURCE_NAME" or "SLASH_RESOURCE_SLASH_RESOURCE_NAME" } => "/",
        ConstantValue { EnumMember: "NO_RESOURCE_NAME" } => "",
        _ => null,
    };

    private static Value Split(Call call)
    {
        var result = call.NewResult(typeof(Arns));
        if (call["arn"].Text is not { } arn || Segments(arn) is not { } segments)
        {
            return result;
        }

        Write("Partition", segments[1]);
        Write("Service", segments[2]);
        Write("Region", segments[3]);
        Write("Account", segments[4]);
        if (Separator(call["arnFormat"]) is [var separator] && segments[5].Split(separator, 2) is [var resource, var name])
        {
            Write("Resource", resource);
            Write("ResourceName", name);
        }

        return result;

        void Write(string member, Template text) => result.Write(member, call.Guard, TextValue.Of(text), ConstantValue.Null);
    }

    private static Value ExtractResourceName(Call call) =>
        call["arn"].Text is { } arn && call["resourceType"].Text?.Literal is { } type && Segments(arn) is { } segments
        && segments[5].Prefix.StartsWith(type, StringComparison.Ordinal) && segments[5].Prefix.Length > type.Length
            ? TextValue.Of(segments[5].Skip(type.Length + 1))
            : TextValue.Of(Tokens.Of("resource of " + Evaluator.KeyOf(call["arn"]), "resource"));
}
