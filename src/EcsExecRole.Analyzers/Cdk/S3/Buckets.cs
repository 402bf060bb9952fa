using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Amazon.CDK.AWS.S3.IBucket</c>: the buckets of a program.</summary>
internal static class Buckets
{
    /// <summary>The bucket that <paramref name="bucket"/> (not a choice) is.</summary>
    public static BucketNode Of(Call call, Value bucket) => Resources.Of(call, bucket, unknown =>
    {
        var arn = unknown.Member("BucketArn", null).Text;
        return new BucketNode(unknown.Key, null, Guard.Always, ResourceKind.Unknown) { Arn = arn, GrantArn = arn, BucketName = unknown.Member("BucketName", null).Text, EncryptionKey = unknown.Member("EncryptionKey", null) };
    });
}
