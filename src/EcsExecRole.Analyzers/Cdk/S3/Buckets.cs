using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Amazon.CDK.AWS.S3.IBucket</c>: the buckets of a program and how it comes by them.</summary>
internal static class Buckets
{
    public const string Type = "Amazon.CDK.AWS.S3.IBucket";

    private const string Bucket = "AWS.S3.Bucket";

    public static void Register(Registry r) => r
        .Constructor(Bucket, New)
        .Constructor("AWS.S3.CfnBucket", NewCfn)
        .Method(Bucket, "FromBucketName", c => Import(c, c["bucketName"], ConstantValue.Null, ConstantValue.Null))
        .Method(Bucket, "FromBucketArn", c => Import(c, ConstantValue.Null, c["bucketArn"], ConstantValue.Null))
        .Method(Bucket, "FromBucketAttributes", c => Import(c, c.Prop("BucketName", "attrs"), c.Prop("BucketArn", "attrs"), c.Prop("EncryptionKey", "attrs")))
        .Method(Bucket, "FromCfnBucket", c => c.Map(c["cfnBucket"], (bucket, on) => on.NewResult(Of(on, bucket))))
        .Method("AWS.S3.CfnBucket", "FromBucketName", c => Import(c, c["bucketName"], ConstantValue.Null, ConstantValue.Null))
        .Method("AWS.S3.CfnBucket", "FromBucketArn", c => Import(c, ConstantValue.Null, c["arn"], ConstantValue.Null))
        .Method("AWS.S3.CfnBucket", "ArnForBucket", c => Arn(c, c["resource"]))
        .Getter("AWS.S3.IBucket", "BucketArn", c => Arn(c, c.Receiver!))
        .Getter("AWS.S3.IBucket", "BucketName", c => Read(c, b => b.BucketName))
        .Getter("AWS.S3.IBucket", "EncryptionKey", c => Of(c, c.Receiver!) is { Kind: not ResourceKind.Unknown } known ? known.EncryptionKey : c.UnknownResult("the bucket is not known"))
        .Method("AWS.S3.IBucket", "ArnForObjects", c => Read(c, b => ArnOfObjects(b, Text.Of(c["keyPattern"]) ?? Template.Empty)))
        .Getter("AWS.S3.CfnBucket", "AttrArn", c => Arn(c, c.Receiver!))
        .Getter("Interfaces.S3.IBucketRef", "BucketRef", c => c.NewResult(Of(c, c.Receiver!)))
        .Getter("Interfaces.S3.IBucketReference", "BucketArn", c => Arn(c, c.Receiver!))
        .Getter("Interfaces.S3.IBucketReference", "BucketName", c => Read(c, b => b.BucketName))
        .Method("AWS.S3.IBucket", "AddToResourcePolicy", c => ResourcePolicies.Add(c, Of(c, c.Receiver!), c["permission"]))
        .Constructor("AWS.S3.CfnBucketPolicy", c => ResourcePolicies.Attach<BucketNode>(c, c.Prop("Bucket"), c.Prop("PolicyDocument")))
        .Constructor("AWS.S3.BucketPolicy", c => ResourcePolicies.Open(c, Of, c.Prop("Bucket")));

    /// <summary>The bucket that <paramref name="bucket"/> (not a choice) is.</summary>
    public static BucketNode Of(Call call, Value bucket) => Resources.Of(call, bucket, unknown =>
    {
        var arn = unknown.Member("BucketArn", null).Text;
        return new BucketNode(unknown.Key, null, Guard.Always, ResourceKind.Unknown)
        {
            Arn = arn,
            GrantArn = arn,
            BucketName = unknown.Member("BucketName", null).Text,
            EncryptionKey = unknown.Member("EncryptionKey", null),
        };
    });

    /// <summary><c>ArnForObjects</c>: a bucket's ARN, a slash and a key or pattern.</summary>
    public static Template ArnOfObjects(BucketNode bucket, Template keyPattern) => Template.Concat(bucket.Arn, "/", keyPattern);

    /// <summary>A bucket of this name, which alone tells its ARN.</summary>
    public static BucketNode Named(Call call, Template name, ResourceKind kind)
    {
        var arn = Template.Concat("arn:", StackNode.Partition, ":s3:::", name);
        return new(call.Evaluator.NewKey("Bucket"), call.Site.Operation, call.Guard, kind) { Arn = arn, GrantArn = arn, Ref = name, BucketName = name };
    }

    private static Value New(Call call)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        var node = Named(call, Resources.NameOf(call, call.Prop("BucketName"), call.Evaluator.NewKey("Bucket")), ResourceKind.Owned);
        node.EncryptionKey = KeyOf(call, stack);
        return Resources.Add(call, stack, node);
    }

    /// <summary>The key given, or for <c>Encryption = KMS</c> (and <c>DSSE</c>) without one a key that CDK creates with the bucket.</summary>
    private static Value KeyOf(Call call, StackNode stack) => call.Map(call.Prop("EncryptionKey"), (key, outer) =>
        !key.IsNull ? key : outer.Map(outer.Prop("Encryption"), (encryption, on) => encryption switch
        {
            ConstantValue { EnumMember: "KMS" or "DSSE" } => Resources.Hidden(on, Keys.Type, stack, Keys.Owned(on, stack)),
            ConstantValue => ConstantValue.Null,
            _ => on.Get(on["props"], "EncryptionKey") is UnknownValue unknown ? unknown : new UnknownValue("key of " + Evaluator.KeyOf(call.Instance), "its key", null, "how the bucket is encrypted is not known"),
        }));

    private static Value NewCfn(Call call)
    {
        var node = Named(call, Resources.NameOf(call, call.Prop("BucketName"), call.Evaluator.NewKey("Bucket")), ResourceKind.Owned);
        node.EncryptionKey = call.Prop("BucketEncryption").IsNull
            ? ConstantValue.Null
            : new UnknownValue("key of " + call.Instance.Key, "its key", null, "the encryption of an L1 bucket is not followed");
        return Resources.Add(call, Scopes.StackOf(call, call["scope"]), node);
    }

    private static Value Import(Call call, Value name, Value arn, Value encryptionKey)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        var text = arn is ChoiceValue ? null : Text.Of(arn);
        var node = Named(call, Text.Of(name) ?? (text is null ? Template.Empty : NameIn(text)), ResourceKind.Imported);
        node.Arn = node.GrantArn = text ?? node.Arn;
        node.EncryptionKey = encryptionKey;
        return Resources.Add(call, stack, node);
    }

    private static Template NameIn(Template arn) => Arns.Segments(arn)?[5] ?? Tokens.Of($"name of {arn}", "bucket name");

    private static Value Arn(Call call, Value bucket) => Resources.Read(call, Of(call, bucket), b => b.Arn);

    private static Value Read(Call call, Func<BucketNode, Template> text) => Resources.Read(call, Of(call, call.Receiver!), text);
}
