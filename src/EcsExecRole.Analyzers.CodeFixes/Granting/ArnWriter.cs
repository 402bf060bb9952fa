using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// Writes the ARN of a missing permission as an expression at a site: made of what the program itself names the resource with, or spelt out where it is known as a text.
/// </summary>
internal static class ArnWriter
{
    /// <summary>What AWS appends to a secret's name, as a wildcard.</summary>
    private const string SecretSuffix = "-??????";

    /// <summary>Null where there is no exact expression.</summary>
    public static string? Write(Problem problem, Permission permission, Site site) => ByName(problem, permission, site) ?? OfText(problem, permission, site)?.Write(site);

    /// <summary>Null where the program has no name for the resource at the site, so that the ARN can only be spelt out as it was in one run.</summary>
    public static string? ByName(Problem problem, Permission permission, Site site) =>
        permission.Resource == "*" ? "\"*\"" : OfConstruct(problem, permission, site) ?? OfNames(problem, permission, site)?.Write(site);

    private static string? OfConstruct(Problem problem, Permission permission, Site site)
    {
        if (ResourceKind.Of(problem.ResourceKind) is not { } kind || kind.Service != permission.Service || ResourceFinder.At(problem, kind, site).FirstOrDefault() is not { } resource
            || resource.Edits.Length > 0 || resource.IsConditional || permission.Actions.Contains("logs:CreateLogGroup") || IsAlias(problem))
        {
            return null;
        }

        if (kind == ResourceKind.Bucket && permission.Resource.IndexOf('/') is >= 0 and var slash)
        {
            var key = ObjectKey.Of(problem, site) ?? PseudoParameters.Parts(permission.Resource.Substring(slash + 1), site)?.Write(site);
            return key is null ? null : $"{resource.Expression}.ArnForObjects({key})";
        }

        var arn = $"{resource.Expression}.{kind.Arn}";
        return kind == ResourceKind.Secret && permission.Resource.EndsWith(SecretSuffix, StringComparison.Ordinal) && !IsComplete(problem) ? $"$\"{{{arn}}}{SecretSuffix}\"" : arn;
    }

    /// <summary>Whether the program's own <c>SecretArn</c> has the suffix: that of a secret which the program creates.</summary>
    private static bool IsComplete(Problem problem) =>
        Sources.Of(problem.Origin).Concat(problem.Resource is { } resource ? [resource] : [])
            .Any(p => p.Node is BaseObjectCreationExpressionSyntax && (ResourceFinder.IsOf(p, ResourceKind.Secret) || p.Model.GetTypeInfo(p.Node).Type.Is(CdkNames.CfnSecret)));

    private static IEnumerable<TextPart>? OfNames(Problem problem, Permission permission, Site site) => (problem.Rule, permission.Service) switch
    {
        (Descriptors.ImageId, "ecr") => OfImage(problem, site),
        (Descriptors.LogsId, "logs") => OfLogGroup(problem, permission, site),
        (_, "secretsmanager") when IsText(problem.Origin) => OfSecret(problem, permission, site),
        (_, "ssm") when IsText(problem.Origin) => OfParameter(problem, permission, site),
        (_, "s3") when IsText(problem.Origin) && OfOrigin(problem) is { } arn => permission.Resource.Contains('/') ? arn : arn.Until('/', 1),
        (_, "kms") when problem.Resource is { Node: InvocationExpressionSyntax } key && Initializers.ArgumentOf(key.Node, key.Model, "keyArn") is { } arn => TextParts.Of(arn, key.Model),
        _ => null,
    };

    /// <summary>The ARN as the diagnostic has it, where its holes are CloudFormation's own. What is the stack's account and region is written as that.</summary>
    private static IEnumerable<TextPart>? OfText(Problem problem, Permission permission, Site site) =>
        PseudoParameters.Parts(Own(problem, permission.Resource.Replace(":log-stream:*", ":*")), site);

    private static string Own(Problem problem, string arn)
    {
        foreach (var (value, name) in problem.Environment)
        {
            arn = arn.Replace(value, "${" + name + "}");
        }

        return arn;
    }

    /// <summary>ECR's ARN of an image name: <c>ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG</c>.</summary>
    private static IEnumerable<TextPart>? OfImage(Problem problem, Site site) =>
        ImageName.Find(problem.Origin) is { } image
            ? [TextPart.Of("arn:"), PseudoParameters.Partition(site), TextPart.Of(":ecr:"), .. image.Region, TextPart.Of(":"), .. image.Account, TextPart.Of(":repository/"), .. image.Repository]
            : null;

    private static IEnumerable<TextPart>? OfLogGroup(Problem problem, Permission permission, Site site)
    {
        var name = Sources.Of(problem.Origin).SelectMany(p => Entries.Of(p, "awslogs-group")).Select(p => (p.Node, p.Model)).FirstOrDefault(e => site.CanRead(e.Node, e.Model));
        if (name.Node is null)
        {
            return null;
        }

        var suffix = permission.Actions.Contains("logs:CreateLogGroup") ? "" : ":*";
        var region = Sources.Of(problem.Origin).SelectMany(p => Entries.Of(p, "awslogs-region")).Where(e => site.CanRead(e.Node, e.Model)).Select(e => Whole(e.Node, e.Model, site)).FirstOrDefault();
        return [.. Head("logs", problem, permission, site, region), TextPart.Of("log-group:"), .. Whole(name.Node, name.Model, site), TextPart.Of(suffix)];
    }

    private static IEnumerable<TextPart>? OfSecret(Problem problem, Permission permission, Site site)
    {
        var parts = OfOrigin(problem);

        // A `valueFrom` goes on with the JSON key, the stage and the version.
        var arn = parts.Count > 0 && parts[0].Text is { } start ? start.StartsWith("arn:", StringComparison.Ordinal) ? parts.Until(':', 7) : null : parts.Until(':', 1);
        if (arn is null)
        {
            return null;
        }

        return permission.Resource.EndsWith(SecretSuffix, StringComparison.Ordinal) && !IsComplete(problem) ? arn.Append(TextPart.Of(SecretSuffix)) : Same(arn, parts) ? Whole(problem.Origin.Node, problem.Origin.Model, site) : arn;
    }

    private static IEnumerable<TextPart>? OfParameter(Problem problem, Permission permission, Site site)
    {
        var parts = OfOrigin(problem);
        return parts[0].Text switch
        {
            { } text when text.StartsWith("arn:", StringComparison.Ordinal) => Whole(problem.Origin.Node, problem.Origin.Model, site),
            { Length: > 0 } text => [.. Head("ssm", problem, permission, site), TextPart.Of(text[0] == '/' ? "parameter" : "parameter/"), .. parts],
            _ => null,
        };
    }

    private static IReadOnlyList<TextPart> OfOrigin(Problem problem) => TextParts.Of(problem.Origin.Node, problem.Origin.Model);

    /// <summary>The expression itself where it can be read, else what it is made of.</summary>
    private static IReadOnlyList<TextPart> Whole(ExpressionSyntax expression, SemanticModel model, Site site) =>
        model.GetConstantValue(expression).HasValue || !site.CanRead(expression, model) || expression is InterpolatedStringExpressionSyntax
            ? TextParts.Of(expression, model)
            : [new(null, expression, model)];

    /// <summary><c>arn:PARTITION:SERVICE:REGION:ACCOUNT:</c> as the missing permission has it.</summary>
    private static IEnumerable<TextPart> Head(string service, Problem problem, Permission permission, Site site, IEnumerable<TextPart>? region = null)
    {
        var pieces = Own(problem, permission.Resource).Replace("${AWS::", "${AWS..").Split(':');
        string? Piece(int index) => pieces.Length > index ? pieces[index].Replace("${AWS..", "${AWS::") : null;
        return
        [
            TextPart.Of("arn:"), PseudoParameters.Partition(site), TextPart.Of($":{service}:"),
            .. region ?? PseudoParameters.PartsOr(Piece(3), "AWS::Region", site), TextPart.Of(":"),
            .. PseudoParameters.PartsOr(Piece(4), "AWS::AccountId", site), TextPart.Of(":"),
        ];
    }

    private static bool IsText(Place place) => place.Model.GetTypeInfo(place.Node).Type?.SpecialType == SpecialType.System_String;

    private static bool Same(IEnumerable<TextPart> one, IEnumerable<TextPart> other) => one.SequenceEqual(other);

    /// <summary>An alias's <c>KeyArn</c> is not its key's.</summary>
    public static bool IsAlias(Problem problem) =>
        problem.Resource is { } key && key.Model.GetSymbolInfo(key.Node).Symbol is { Name: "FromAliasName" };
}
