using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>One statement of a resolved policy document, with the place it comes from.</summary>
internal sealed record Statement(JsonObject Json, string Origin)
{
    public bool Denies => Json["Effect"].AsText() == "Deny";

    /// <summary>The statements of a document, which may be one object instead of a list.</summary>
    public static IEnumerable<Statement> Of(JsonNode? document, string origin) =>
        (document?["Statement"]).AsObjects().Select(json => new Statement(json, origin));

    /// <summary>Whether the statement's action, resource and conditions cover the request; its effect and principal are not looked at.</summary>
    public Access Covers(Request request) =>
        CoversAction(request.Action) && CoversResource(request.Resource)
            ? Conditions.Hold(Json["Condition"] as JsonObject, request)
            : Access.Missing;

    /// <summary>Whether the action is named; IAM ignores its case.</summary>
    public bool CoversAction(string action) => Json["NotAction"] is { } except
        ? !except.AsTexts().Any(pattern => Pattern.Matches(pattern, action, ignoreCase: true))
        : Json["Action"].AsTexts().Any(pattern => Pattern.Matches(pattern, action, ignoreCase: true));

    /// <summary>
    /// Whether the principal element names the role. A statement that names the account (or its root) leaves the decision to the role's own policies; that is
    /// <see cref="NamesAccount"/>.
    /// </summary>
    public bool NamesRole(string roleArn)
    {
        if (Json["NotPrincipal"] is not null)
        {
            return false;
        }

        return Json["Principal"] switch
        {
            JsonObject principals => principals["AWS"].AsTexts().Any(name => name == "*" || name == roleArn),
            var all => all.AsText() == "*",
        };
    }

    /// <summary>Whether the principal element names the account as a whole.</summary>
    public bool NamesAccount(string account) =>
        Json["Principal"] is JsonObject principals
        && principals["AWS"].AsTexts().Any(name => name == account || (Arn.TryParse(name) is { Service: "iam", Resource: "root" } arn && arn.Account == account));

    /// <summary>Whether the principal element names the AWS service, or everybody.</summary>
    public bool NamesService(string service) => Json["Principal"] switch
    {
        JsonObject principals => principals["Service"].AsTexts().Contains(service, StringComparer.OrdinalIgnoreCase)
            || principals["AWS"].AsTexts().Contains("*"),
        var all => all.AsText() == "*",
    };

    // Resource policies may leave Resource out: they speak of what they are attached to.
    private bool CoversResource(string resource) => Json["NotResource"] is { } except
        ? !except.AsTexts().Any(pattern => Pattern.Matches(pattern, resource))
        : Json["Resource"] is not { } named || named.AsTexts().Any(pattern => Pattern.Matches(pattern, resource));
}
