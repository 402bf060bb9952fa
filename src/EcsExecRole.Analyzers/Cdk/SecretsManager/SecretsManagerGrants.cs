using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What the grant methods of a Secrets Manager secret write.</summary>
internal static class SecretsManagerGrants
{
    /// <summary><c>ISecret.GrantRead</c> without version stages, as <c>ECS.Secret</c> and private registry credentials call it.</summary>
    /// <param name="call">The call under way.</param>
    /// <param name="secret">An <c>ISecret</c>, or a choice of some.</param>
    /// <param name="grantee">The <c>IGrantable</c>, or a choice of some.</param>
    /// <param name="isAutomatic">Whether CDK grants by itself.</param>
    /// <param name="origin">The expression that causes it; null for the call.</param>
    public static void Read(Call call, Value secret, Value grantee, bool isAutomatic, IOperation? origin)
    {
        foreach (var (value, _) in call.Each(secret))
        {
            Grants.ToPrincipal(call, grantee, ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], [Secrets.Of(call, value).GrantArn], isAutomatic, null, origin);
        }
    }
}
