using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Amazon.CDK.AWS.KMS.IKey</c>: the KMS keys and aliases of a program.</summary>
internal static class Keys
{
    /// <summary>The key that <paramref name="key"/> (not a choice) is.</summary>
    public static KeyNode Of(Call call, Value key) => Resources.Of(call, key, unknown =>
    {
        var arn = unknown.Member("KeyArn", null).Text;
        return new KeyNode(unknown.Key, null, Guard.Always, ResourceKind.Unknown) { Arn = arn, GrantArn = arn };
    });
}
