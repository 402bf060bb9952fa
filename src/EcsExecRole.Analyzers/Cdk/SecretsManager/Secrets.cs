using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Amazon.CDK.AWS.SecretsManager.ISecret</c>: the secrets of a program.</summary>
internal static class Secrets
{
    /// <summary>The secret that <paramref name="secret"/> (not a choice) is.</summary>
    public static SecretNode Of(Call call, Value secret) => Resources.Of(call, secret, unknown =>
    {
        var arn = unknown.Member("SecretArn", null).Text;
        return new SecretNode(unknown.Key, null, Guard.Always, ResourceKind.Unknown) { Arn = arn, GrantArn = arn, EncryptionKey = unknown.Member("EncryptionKey", null) };
    });
}
