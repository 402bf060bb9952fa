using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What the grant methods of a bucket write: actions on the bucket or its objects, and on the bucket's key as far as CDK knows one.</summary>
internal static class BucketGrants
{
    private static readonly string[] Read = ["s3:GetObject*", "s3:GetBucket*", "s3:List*"];

    private static readonly string[] Delete = ["s3:DeleteObject*"];

    /// <summary>With <c>@aws-cdk/aws-s3:grantWriteWithoutAcl</c>, always on in v2.</summary>
    private static readonly string[] Put =
        ["s3:PutObject", "s3:PutObjectLegalHold", "s3:PutObjectRetention", "s3:PutObjectTagging", "s3:PutObjectVersionTagging", "s3:Abort*"];

    private static readonly string[] ReadKey = ["kms:Decrypt", "kms:DescribeKey"];

    private static readonly string[] WriteKey = ["kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Decrypt"];

    /// <summary>Method, actions, whether they are also granted on the bucket itself, actions on the key.</summary>
    private static readonly (string Method, string[] Actions, bool OnBucket, string[] KeyActions)[] Methods =
    [
        ("Read", Read, true, ReadKey),
        ("Write", [.. Delete, .. Put], true, WriteKey),
        ("ReadWrite", [.. Read, .. Delete, .. Put], true, [.. ReadKey.Union(WriteKey)]),
        ("Put", Put, false, WriteKey),
        ("PutAcl", ["s3:PutObjectAcl", "s3:PutObjectVersionAcl"], false, []),
        ("Delete", Delete, false, []),
    ];

    public static void Register(Registry r)
    {
        foreach (var (method, actions, onBucket, keyActions) in Methods)
        {
            r.Method("AWS.S3.IBucket", "Grant" + method, Granting);
            r.Method("AWS.S3.BucketGrants", method, Granting);

            Value Granting(Call call) => Grant(call, ActionsOf(call, actions), onBucket, keyActions);
        }

        r.Getter("AWS.S3.BucketBase", "Grants", c => c.NewResult(Buckets.Of(c, c.Receiver!)))
            .Method("AWS.S3.BucketGrants", "FromBucket", c => c.Map(c["bucket"], (bucket, on) => on.NewResult(Buckets.Of(on, bucket))))
            .Method("AWS.S3.BucketGrants", "ActionsOnBucketAndObjectKeys", c => Grant(c, ResourceGrants.TextsOf(c), true, []))
            .Method("AWS.S3.BucketGrants", "ActionsOnObjectKeys", c => Grant(c, ResourceGrants.TextsOf(c), false, []))
            .Method("AWS.S3.BucketBase", "GrantOnKey", GrantOnKey)

            // Anyone may: no statement for a role, but one in the bucket's policy that covers every role.
            .Method("AWS.S3.IBucket", "GrantPublicAccess", GrantPublicAccess)
            .Method("AWS.S3.BucketGrants", "PublicAccess", GrantPublicAccess);
    }

    /// <summary><c>IBucket.GrantRead</c>.</summary>
    public static void AllowRead(Call call, BucketNode bucket, Value grantee, Template keyPattern) =>
        Allow(call, bucket, grantee, new(Read), true, ReadKey, keyPattern);

    private static Value Grant(Call call, GuardedTexts actions, bool onBucket, string[] keyActions)
    {
        var grantee = call.Arguments.Find("grantee") is { } named ? named.Value : call["identity"];
        var added = new List<StatementNode>();
        foreach (var (pattern, guard) in call.Each(call["objectsKeyPattern"]))
        {
            added.AddRange(Allow(call.On(guard), Buckets.Of(call, call.Receiver!), grantee, actions, onBucket, keyActions, Text.Of(pattern) ?? "*"));
        }

        return GrantHandlers.Result(call, added);
    }

    private static IReadOnlyList<StatementNode> Allow(Call call, BucketNode bucket, Value grantee, GuardedTexts actions, bool onBucket, string[] keyActions, Template keyPattern)
    {
        var objects = Template.Concat(bucket.GrantArn, "/", keyPattern);
        var grant = new ResourceGrant(actions, onBucket ? [bucket.GrantArn, objects] : [objects]);
        var added = ResourceGrants.ToPrincipalOrResource(call, bucket, grantee, grant);
        if (keyActions.Length > 0)
        {
            KmsGrants.Allow(call, bucket.EncryptionKey, grantee, grant with { Actions = new(keyActions) });
        }

        return added;
    }

    /// <summary><c>GrantWrite</c> may be given other actions than its own.</summary>
    private static GuardedTexts ActionsOf(Call call, string[] actions) =>
        call.Arguments.Find("allowedActionPatterns") is { } given && !given.Value.IsNull ? ResourceGrants.TextsOf(call, "allowedActionPatterns") : new(actions);

    private static Value GrantOnKey(Call call)
    {
        KmsGrants.Allow(call, Buckets.Of(call, call.Receiver!).EncryptionKey, call["grantee"], new(ResourceGrants.TextsOf(call), []));
        return call.UnknownResult("whether there is a key is not followed");
    }

    private static Value GrantPublicAccess(Call call)
    {
        Buckets.Of(call, call.Receiver!).ResourcePolicyUnknown |= call.Guard;
        return GrantHandlers.Result(call, []);
    }
}
