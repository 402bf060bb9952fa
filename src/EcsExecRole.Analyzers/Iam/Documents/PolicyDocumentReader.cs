using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam.Documents;

/// <summary>
/// Reads policy documents as IAM's grammar has them (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html). What IAM would not take is an
/// error here, too: to guess would make a false alarm of a typing error.
/// </summary>
internal static class PolicyDocumentReader
{
    private static readonly string[] Elements = ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    /// <summary>The statements of an identity policy.</summary>
    public static ImmutableArray<PolicyStatement> Identity(Json document) => Statements(document, isTrust: false);

    /// <summary>The statements of a trust policy.</summary>
    public static ImmutableArray<PolicyStatement> Trust(Json document) => Statements(document, isTrust: true);

    /// <summary>A text, or a list of texts.</summary>
    public static ImmutableArray<string> Texts(Json value, string what) => value switch
    {
        JsonText text => [text.Value],
        JsonList list => [.. list.Items.Select(i => Text(i, what))],
        _ => throw new DocumentException(what + " has to be a string or a list of strings", value.Position),
    };

    public static string Text(Json value, string what) => value is JsonText text ? text.Value : throw new DocumentException(what + " has to be a string", value.Position);

    public static JsonObject Object(Json value, string what) => value as JsonObject ?? throw new DocumentException(what + " has to be an object", value.Position);

    /// <exception cref="DocumentException">The object has a member of another name.</exception>
    public static void Check(JsonObject value, string what, params string[] names)
    {
        if (value.Members.FirstOrDefault(m => !names.Contains(m.Name)) is { } stranger)
        {
            throw new DocumentException($"{what} has no '{stranger.Name}', only {string.Join(", ", names)}", stranger.Position);
        }
    }

    private static ImmutableArray<PolicyStatement> Statements(Json document, bool isTrust)
    {
        // Where IAM's API gives documents it encodes them; the command line decodes them again.
        if (document is JsonText encoded)
        {
            document = Decoded(encoded);
        }

        var policy = Object(document, "a policy document");
        Check(policy, "a policy document", "Version", "Id", "Statement");
        return policy["Statement"] switch
        {
            JsonObject one => [Statement(one, isTrust)],
            JsonList many => [.. many.Items.Select(s => Statement(Object(s, "a statement"), isTrust))],
            var other => throw new DocumentException("a policy document needs a Statement, an object or a list of objects", (other ?? policy).Position),
        };
    }

    private static Json Decoded(JsonText encoded)
    {
        try
        {
            return JsonReader.Read(Uri.UnescapeDataString(encoded.Value));
        }
        catch (DocumentException e)
        {
            throw new DocumentException($"the policy document in this string: {e.Message}", encoded.Position);
        }
    }

    private static PolicyStatement Statement(JsonObject statement, bool isTrust)
    {
        Check(statement, "a statement", Elements);
        var (actions, notActions) = Either(statement, "Action", isRequired: true);
        var (resources, notResources) = Either(statement, "Resource", isRequired: !isTrust);
        var principal = statement["Principal"];
        if (isTrust == (principal is null && statement["NotPrincipal"] is null))
        {
            throw new DocumentException(isTrust ? "a statement of a trust policy needs a Principal" : "a statement of a role's policy has no Principal", statement.Position);
        }

        return new PolicyStatement
        {
            IsAllow = Effect(statement),
            Actions = actions,
            NotActions = notActions,
            Resources = resources,
            NotResources = notResources,
            Conditions = [.. Conditions(statement["Condition"])],
            Principals = principal is null ? null : Principals(principal),
            NotPrincipals = isTrust && principal is null ? PolicyPrincipals.Unknown : null,
            Sid = statement["Sid"] is { } sid ? Text(sid, "Sid") : null,
        };
    }

    private static bool Effect(JsonObject statement) => statement["Effect"] switch
    {
        JsonText { Value: "Allow" } => true,
        JsonText { Value: "Deny" } => false,
        var other => throw new DocumentException("a statement needs the Effect \"Allow\" or \"Deny\"", (other ?? statement).Position),
    };

    private static (TemplateList? Given, TemplateList? Not) Either(JsonObject statement, string name, bool isRequired)
    {
        var (given, not) = (statement[name], statement["Not" + name]);
        if (given is not null && not is not null)
        {
            throw new DocumentException($"a statement has either {name} or Not{name}", not.Position);
        }

        return given is null && not is null && isRequired
            ? throw new DocumentException($"a statement needs {name} or Not{name}", statement.Position)
            : (List(given, name), List(not, "Not" + name));
    }

    private static TemplateList? List(Json? value, string name) => value is null ? null : TemplateList.Of([.. Texts(value, name)]);

    private static IEnumerable<PolicyCondition> Conditions(Json? value)
    {
        if (value is not null)
        {
            foreach (var test in Object(value, "Condition").Members)
            {
                foreach (var key in Object(test.Value, test.Name).Members)
                {
                    yield return new(test.Name, key.Name, TemplateList.Of([.. Values(key.Value)]));
                }
            }
        }
    }

    private static IEnumerable<string> Values(Json value) => value switch
    {
        JsonText text => [text.Value],
        JsonWord { Value: not "null" } word => [word.Value],
        JsonList list => list.Items.SelectMany(i => i is JsonList ? throw Invalid(i) : Values(i)),
        _ => throw Invalid(value),
    };

    private static DocumentException Invalid(Json value) => new("a condition's value has to be a string, a number, a Boolean, or a list of these", value.Position);

    private static PolicyPrincipals Principals(Json value)
    {
        if (value is JsonText { Value: "*" })
        {
            return PolicyPrincipals.Everyone;
        }

        var kinds = Object(value, "Principal");
        Check(kinds, "Principal", "AWS", "Service", "Federated", "CanonicalUser");
        var aws = kinds["AWS"] is { } given ? Texts(given, "AWS") : [];
        return new(
            kinds["Service"] is { } services ? TemplateList.Of([.. Texts(services, "Service")]) : TemplateList.Empty,
            TemplateList.Of([.. aws]),
            aws.Contains("*"),
            false);
    }
}
