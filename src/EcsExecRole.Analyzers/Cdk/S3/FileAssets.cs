using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>A file or directory that CDK uploads to the bucket of the environment's bootstrap stack.</summary>
/// <param name="bucket">That bucket.</param>
/// <param name="objectKey">The object's key: the asset's hash and its extension.</param>
internal sealed class FileAsset(BucketNode bucket, Template objectKey)
{
    public BucketNode Bucket { get; } = bucket;

    public Template ObjectKey { get; } = objectKey;
}

/// <summary><c>Amazon.CDK.AWS.S3.Assets.Asset</c>.</summary>
internal static class FileAssets
{
    private const string Type = "AWS.S3.Assets.Asset";

    public static void Register(Registry r) => r
        .Constructor(Type, New)
        .Getter(Type, "Bucket", c => Get(c, a => c.NewResult(a.Bucket)))
        .Getter(Type, "S3BucketName", c => Get(c, a => TextValue.Of(a.Bucket.BucketName)))
        .Getter(Type, "S3ObjectKey", c => Get(c, a => TextValue.Of(a.ObjectKey)))
        .Getter(Type, "S3ObjectUrl", c => Get(c, a => TextValue.Of(Template.Concat("s3://", a.Bucket.BucketName, "/", a.ObjectKey))))
        .Method(Type, "GrantRead", GrantRead);

    /// <summary>An asset in <paramref name="stack"/>, in the bucket that the default synthesizer uploads to, imported by name.</summary>
    public static FileAsset In(Call call, StackNode stack)
    {
        var bucket = call.Graph.Add(Buckets.Named(call, Template.Concat("cdk-hnb659fds-assets-", stack.Account, "-", stack.Region), ResourceKind.Imported));
        bucket.Stack = stack;
        bucket.Name = "the CDK assets bucket";
        return new(bucket, Template.Of(new Hole(call.Evaluator.NewKey("asset key"), HoleKind.Any, "asset key")));
    }

    private static Value New(Call call)
    {
        call.Instance.IsOpaque = true;
        call.Instance.Payload = In(call, Scopes.StackOf(call, call["scope"]));
        return call.Instance;
    }

    /// <summary>All objects of the bucket, since the hash is not known when the policy is written.</summary>
    private static Value GrantRead(Call call)
    {
        if (Call.Node<FileAsset>(call.Receiver) is { } asset)
        {
            BucketGrants.AllowRead(call, asset.Bucket, call["grantee"], "*");
        }

        return ConstantValue.Null;
    }

    private static Value Get(Call call, Func<FileAsset, Value> read) =>
        Call.Node<FileAsset>(call.Receiver) is { } asset ? read(asset) : call.UnknownResult("the asset is not known");
}
