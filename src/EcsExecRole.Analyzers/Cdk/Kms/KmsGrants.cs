using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// The grant methods of a KMS key. A key made by CDK trusts its account (<c>@aws-cdk/aws-kms:defaultKeyPolicies</c>, always on in v2), so that they write to the
/// grantee's own policy alone.
/// </summary>
internal static class KmsGrants
{
    public static readonly string[] Decrypt = ["kms:Decrypt"];

    public static readonly string[] Encrypt = ["kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"];

    private static readonly Dictionary<string, string[]> Methods = new(StringComparer.Ordinal)
    {
        ["Decrypt"] = Decrypt,
        ["Encrypt"] = Encrypt,
        ["EncryptDecrypt"] = [.. Decrypt, .. Encrypt],
        ["Sign"] = ["kms:Sign"],
        ["Verify"] = ["kms:Verify"],
        ["SignVerify"] = ["kms:Sign", "kms:Verify"],
        ["GenerateMac"] = ["kms:GenerateMac"],
        ["VerifyMac"] = ["kms:VerifyMac"],
        ["Admin"] =
        [
            "kms:Create*", "kms:Describe*", "kms:Enable*", "kms:List*", "kms:Put*", "kms:Update*", "kms:Revoke*", "kms:Disable*", "kms:Get*", "kms:Delete*",
            "kms:TagResource", "kms:UntagResource", "kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion",
        ],
    };

    public static void Register(Registry r)
    {
        foreach (var method in Methods)
        {
            // GrantAdmin is a member of Key alone.
            r.Method(method.Key == "Admin" ? "AWS.KMS.Key" : "AWS.KMS.IKey", "Grant" + method.Key, Granting);
            r.Method("AWS.KMS.KeyGrants", method.Key, Granting);

            Value Granting(Call call) => Grant(call, new(method.Value));
        }

        r.Method("AWS.KMS.IKey", "Grant", c => Grant(c, ResourceGrants.TextsOf(c)))
            .Method("AWS.KMS.KeyGrants", "Actions", c => Grant(c, ResourceGrants.TextsOf(c)))
            .Getter("AWS.KMS.Key", "Grants", c => c.NewResult(Keys.Of(c, c.Receiver!)))
            .Method("AWS.KMS.KeyGrants", "FromKey", c => c.Map(c["resource"], (key, on) => on.NewResult(Keys.Of(on, key))));
    }

    /// <summary><c>IKey.Grant</c>.</summary>
    /// <param name="key">A key, null (nothing is granted), or a choice of some.</param>
    /// <param name="grantee">The <c>IGrantable</c>, or a choice of some.</param>
    /// <param name="grant">What is granted; its resources are set here.</param>
    /// <returns>The statements in the grantee's policy.</returns>
    public static IReadOnlyList<StatementNode> Allow(Call call, Value key, Value grantee, ResourceGrant grant)
    {
        var added = new List<StatementNode>();
        foreach (var (value, guard) in call.Each(key))
        {
            if (value.IsNull)
            {
                continue;
            }

            var on = call.On(guard);
            var node = Keys.TargetOf(on, value);
            if (node.IsImportedAlias)
            {
                OnImportedAlias(on, node, grantee);
            }
            else
            {
                added.AddRange(ResourceGrants.ToPrincipalOrResource(on, node, grantee, grant with { Resources = [node.GrantArn] }, node.GrantsToPolicy));
            }
        }

        return added;
    }

    /// <summary>
    /// What a service's grant method does with the resource's key when the service itself asks for the decryption: <c>key.GrantX(new ViaServicePrincipal(…))</c>.
    /// </summary>
    public static void AllowVia(Call call, Value key, Template service, Value grantee, ResourceGrant grant)
    {
        foreach (var (value, guard) in call.Each(key))
        {
            if (!value.IsNull)
            {
                ViaServicePrincipal.Allow(call.On(guard), Keys.TargetOf(call, value), service, grantee, grant);
            }
        }
    }

    private static Value Grant(Call call, GuardedTexts actions)
    {
        return GrantHandlers.Result(call, Allow(call, call.Receiver!, call["grantee"], new(actions, [])));
    }

    /// <summary>
    /// By default nothing. Where the feature flag <c>@aws-cdk/aws-kms:applyImportedAliasPermissionsToPrincipal</c> exists (CDK 2.202) the project's
    /// <c>cdk.json</c> may set it, and then every key with that alias is granted.
    /// </summary>
    private static void OnImportedAlias(Call call, KeyNode alias, Value grantee)
    {
        if (!call.Model.Types.MayGrantOnImportedAlias)
        {
            return;
        }

        foreach (var (role, guard) in Grants.RolesOf(call, grantee))
        {
            if (role.Kind != RoleKind.Immutable)
            {
                role.Unknowns.Add(new(guard, ["kms"], $"the grant on {alias.Name} depends on a feature flag", call.Site.Operation));
            }
        }
    }
}
