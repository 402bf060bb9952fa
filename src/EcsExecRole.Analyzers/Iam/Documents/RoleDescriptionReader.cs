namespace EcsExecRole.Analyzers.Iam.Documents;

/// <summary>
/// Reads the files <c>*.execution-role.json</c>: a role in the project's own shape
/// (<c>{ "RoleArn" or "RoleName", "ManagedPolicyArns": […], "Policies": […] }</c>), a role as <c>aws iam get-account-authorization-details</c> gives it, the whole of what
/// that command gives, or a list of roles.
/// </summary>
internal static class RoleDescriptionReader
{
    private static readonly string[] Own = ["RoleArn", "RoleName", "ManagedPolicyArns", "Policies", "AssumeRolePolicyDocument", "PermissionsBoundary", "$schema"];

    /// <exception cref="DocumentException">The text does not describe roles.</exception>
    public static ImmutableArray<RoleDescription> Read(string text)
    {
        var json = JsonReader.Read(text);
        return json switch
        {
            JsonObject all when all["RoleDetailList"] is { } roles => Details(roles, CustomerPolicies(all["Policies"])),
            JsonList roles => [.. roles.Items.Select(r => Role(PolicyDocumentReader.Object(r, "a role"), NoPolicies))],
            _ => [Role(PolicyDocumentReader.Object(json, "a role"), NoPolicies)],
        };
    }

    private static ImmutableDictionary<string, ImmutableArray<PolicyStatement>> NoPolicies => ImmutableDictionary<string, ImmutableArray<PolicyStatement>>.Empty;

    private static ImmutableArray<RoleDescription> Details(Json roles, ImmutableDictionary<string, ImmutableArray<PolicyStatement>> policies) =>
        [.. List(roles, "RoleDetailList").Select(r => Detail(PolicyDocumentReader.Object(r, "a role"), policies))];

    private static RoleDescription Role(JsonObject role, ImmutableDictionary<string, ImmutableArray<PolicyStatement>> policies) =>
        role["RolePolicyList"] is not null || role["AttachedManagedPolicies"] is not null ? Detail(role, policies) : OfOwnShape(role);

    private static RoleDescription OfOwnShape(JsonObject role)
    {
        PolicyDocumentReader.Check(role, "a role", Own);
        var (arn, name) = (role["RoleArn"], role["RoleName"]);
        if (arn is null == name is null)
        {
            throw new DocumentException("a role needs a RoleArn or a RoleName, one of the two", role.Position);
        }

        // A file with neither is a mistake rather than a role without permissions.
        if (role["ManagedPolicyArns"] is null && role["Policies"] is null)
        {
            throw new DocumentException("a role needs ManagedPolicyArns or Policies", role.Position);
        }

        var managed = role["ManagedPolicyArns"] is { } arns ? List(arns, "ManagedPolicyArns").Select(a => PolicyArn(a)) : [];
        return new(
            arn is null ? null : Arn(arn, ":role/"),
            name is null ? null : Name(name),
            role["Policies"] is { } policies ? [.. List(policies, "Policies").SelectMany(p => Inline(p))] : [],
            [.. managed])
        {
            Trust = role["AssumeRolePolicyDocument"] is { } trust ? PolicyDocumentReader.Trust(trust) : default,
            BoundaryArn = role["PermissionsBoundary"] is { } boundary ? PolicyArn(boundary) : null,
        };
    }

    private static RoleDescription Detail(JsonObject role, ImmutableDictionary<string, ImmutableArray<PolicyStatement>> policies)
    {
        var arn = Arn(Member(role, "Arn"), ":role/");
        var attached = List(Member(role, "AttachedManagedPolicies"), "AttachedManagedPolicies")
            .Select(p => PolicyArn(Member(PolicyDocumentReader.Object(p, "an attached policy"), "PolicyArn")))
            .ToList();
        var inline = List(Member(role, "RolePolicyList"), "RolePolicyList").SelectMany(p => Inline(p));
        var boundary = role["PermissionsBoundary"] is JsonObject given ? PolicyArn(Member(given, "PermissionsBoundaryArn")) : null;
        return new(arn, null, [.. inline, .. attached.Where(policies.ContainsKey).SelectMany(p => policies[p])], [.. attached.Where(p => !policies.ContainsKey(p))])
        {
            Trust = role["AssumeRolePolicyDocument"] is { } trust ? PolicyDocumentReader.Trust(trust) : default,
            BoundaryArn = boundary,
            Boundary = boundary is not null && policies.TryGetValue(boundary, out var statements) ? statements : default,
        };
    }

    /// <summary>The customer's managed policies, in the version that is in force.</summary>
    private static ImmutableDictionary<string, ImmutableArray<PolicyStatement>> CustomerPolicies(Json? policies)
    {
        var known = NoPolicies.ToBuilder();
        foreach (var item in policies is null ? [] : List(policies, "Policies"))
        {
            var policy = PolicyDocumentReader.Object(item, "a policy");
            var version = List(Member(policy, "PolicyVersionList"), "PolicyVersionList")
                .Select(v => PolicyDocumentReader.Object(v, "a version of a policy"))
                .FirstOrDefault(v => v["IsDefaultVersion"] is JsonWord { Value: "true" });
            if (version is not null)
            {
                known[PolicyArn(Member(policy, "Arn"))] = PolicyDocumentReader.Identity(Member(version, "Document"));
            }
        }

        return known.ToImmutable();
    }

    /// <summary>A policy document, or as CloudFormation and IAM wrap it: <c>{ PolicyName, PolicyDocument }</c>.</summary>
    private static ImmutableArray<PolicyStatement> Inline(Json policy)
    {
        if (policy is not JsonObject wrapped || wrapped["PolicyDocument"] is not { } document)
        {
            return PolicyDocumentReader.Identity(policy);
        }

        PolicyDocumentReader.Check(wrapped, "an inline policy", "PolicyName", "PolicyDocument");
        return PolicyDocumentReader.Identity(document);
    }

    private static Json Member(JsonObject value, string name) => value[name] ?? throw new DocumentException($"'{name}' is missing", value.Position);

    private static ImmutableArray<Json> List(Json value, string what) => value is JsonList list ? list.Items : throw new DocumentException(what + " has to be a list", value.Position);

    private static string PolicyArn(Json value) => Arn(value, ":policy/");

    private static string Arn(Json value, string kind)
    {
        var text = PolicyDocumentReader.Text(value, "an ARN");
        return text.StartsWith("arn:", StringComparison.Ordinal) && text.Contains(kind) ? text
            : throw new DocumentException($"'{text}' is not an ARN with '{kind}'", value.Position);
    }

    private static string Name(Json value)
    {
        var text = PolicyDocumentReader.Text(value, "RoleName");
        return text.Length > 0 && text.All(c => c is not (':' or '/')) ? text : throw new DocumentException($"'{text}' is not a role's name", value.Position);
    }
}
