using EcsExecRole.Analyzers.Iam.Matching;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>Why a statement with the right action does not cover the resource, mended patterns being tried one after the other.</summary>
internal static class ResourceMiss
{
    public static NearMiss? Explain(PlacedStatement placed, IamRequest request)
    {
        (MissReason Reason, string Explanation)? nearest = null;
        var patterns = placed.Statement.Resources?.Items ?? [];
        foreach (var pattern in patterns)
        {
            // A bucket beside some of its objects is named for actions on the bucket.
            if (EcsActions.Same(EcsActions.GetObject, request.Action) && patterns.Any(p => TemplateMatcher.Covers(pattern + "/*", p) == Ternary.Yes))
            {
                continue;
            }

            if (Explain(pattern, request) is var miss && (nearest is null || miss.Reason < nearest.Value.Reason))
            {
                nearest = miss;
            }
        }

        return nearest is { } found ? new(placed, found.Reason, found.Explanation) : null;
    }

    private static (MissReason Reason, string Explanation) Explain(Template pattern, IamRequest request)
    {
        var value = request.Resource;
        if (EcsActions.HasNoResource(request.Action))
        {
            return (MissReason.TokenActionOnResource, $"{request.Action} is allowed on `*` only, never on an ARN");
        }

        if (!IsArn(pattern))
        {
            return pattern.Prefix.StartsWith("alias/", StringComparison.Ordinal) ? Alias(pattern)
                : (MissReason.NotAnArn, $"`{pattern}` is not an ARN");
        }

        return Same(EcsActions.CreateLogStream, EcsActions.PutLogEvents) && Covers(pattern + ":*")
                ? (MissReason.LogGroupWithoutStar, "the log group's ARN needs `:*`")
            : Same(EcsActions.GetSecretValue) && WithoutTail(pattern) is { } secret && Covers(secret)
                ? (MissReason.JsonKeyTail, "a secret's ARN ends before the JSON key")
            : Same(EcsActions.GetSecretValue) && Covers(pattern + "-??????")
                ? (MissReason.MissingSecretSuffix, "the secret's ARN needs its six-character suffix, or `-??????`")
            : Same(EcsActions.GetParameters) && WithoutDoubledSlash(pattern) is { } parameter && Covers(parameter)
                ? (MissReason.DoubledSlash, "the parameter's ARN has a slash too many after `parameter`")
            : Same(EcsActions.Decrypt) && Contains(pattern, ":alias/")
                ? Alias(pattern)
            : Same(EcsActions.GetObject) && Covers(pattern + "/*")
                ? (MissReason.BucketOrObject, "objects need the bucket's ARN followed by `/*`")
            : Same(EcsActions.GetBucketLocation) && TemplateMatcher.Covers(pattern, value + "/") != Ternary.No
                ? (MissReason.BucketOrObject, "the bucket needs its own ARN, without `/*`")
            : IsElsewhere(pattern, value)
                ? (MissReason.OtherAccountOrRegion, $"`{pattern}` is in another account or region")
            : (MissReason.OtherResource, $"it is allowed on `{pattern}` only");

        bool Same(params string[] actions) => actions.Any(a => EcsActions.Same(a, request.Action));

        bool Covers(Template mended) => TemplateMatcher.Covers(mended, value) != Ternary.No;
    }

    private static (MissReason Reason, string Explanation) Alias(Template pattern) =>
        (MissReason.AliasArn, $"`{pattern}` is an alias; a statement has to name the key's ARN");

    /// <summary>Whether the pattern is an ARN, or may be one.</summary>
    private static bool IsArn(Template pattern) =>
        pattern.Prefix.StartsWith("arn:", StringComparison.Ordinal)
        || pattern.Prefix.IndexOf('*') >= 0
        || (pattern.Prefix.Length == 0 && !pattern.IsLiteral);

    private static bool Contains(Template pattern, string text) => pattern.Parts.Any(p => p.Text?.IndexOf(text, StringComparison.Ordinal) >= 0);

    /// <summary>The secret's ARN of <c>arn:…:secret:NAME:json-key:stage:id</c>; null if there is no such tail.</summary>
    private static Template? WithoutTail(Template pattern)
    {
        var segments = pattern.Split(':');

        // A hole may hold the whole ARN, so the tail is looked for from the end: it has three colons, or fewer where the end was forgotten.
        for (var tail = 3; tail >= 1; tail--)
        {
            if (segments.Count - tail >= (pattern.Prefix.Length == 0 ? 1 : 7))
            {
                return Join(segments.Take(segments.Count - tail));
            }
        }

        return null;
    }

    private static Template? WithoutDoubledSlash(Template pattern)
    {
        var mended = Template.Of(pattern.Parts.Select(p => p.Text is { } text
            ? TemplatePart.Of(text.Replace(":parameter//", ":parameter/").Replace(":parameter:/", ":parameter/"))
            : p));
        return mended.Equals(pattern) ? null : mended;
    }

    /// <summary>Whether the two ARNs differ by region or account only.</summary>
    private static bool IsElsewhere(Template pattern, Template value)
    {
        var (patterns, values) = (pattern.Split(':', 6), value.Split(':', 6));
        return patterns.Count == 6 && values.Count == 6
            && Enumerable.Range(0, 6).All(i => i is 3 or 4 || TemplateMatcher.Covers(patterns[i], values[i]) != Ternary.No);
    }

    private static Template Join(IEnumerable<Template> segments) =>
        Template.Concat([.. segments.SelectMany((s, i) => i == 0 ? [s] : new Template[] { ":", s })]);
}
