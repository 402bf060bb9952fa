using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What the grant methods of a Secrets Manager secret write. Its key's permission goes to the key's policy, never to the grantee's.</summary>
internal static class SecretsManagerGrants
{
    private static readonly string[] ReadActions = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"];

    private static readonly string[] WriteActions = ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret", "secretsmanager:UpdateSecretVersionStage"];

    public static void Register(Registry r) => r
        .Method("AWS.SecretsManager.ISecret", "GrantRead", c => Grant(c, new(ReadActions) { Conditions = OnStages(c) }, KmsGrants.Decrypt))
        .Method("AWS.SecretsManager.ISecret", "GrantWrite", c => Grant(c, new(WriteActions), KmsGrants.Encrypt));

    /// <summary><c>ISecret.GrantRead</c> without version stages, as <c>ECS.Secret</c> and private registry credentials call it.</summary>
    /// <param name="call">The call under way.</param>
    /// <param name="secret">An <c>ISecret</c>, or a choice of some.</param>
    /// <param name="grantee">The <c>IGrantable</c>, or a choice of some.</param>
    /// <param name="isAutomatic">Whether CDK grants by itself.</param>
    /// <param name="origin">The expression that causes it; null for the call.</param>
    public static void Read(Call call, Value secret, Value grantee, bool isAutomatic, IOperation? origin) =>
        Allow(call, secret, grantee, new(ReadActions) { IsAutomatic = isAutomatic, Origin = origin }, KmsGrants.Decrypt);

    private static Value Grant(Call call, ResourceGrant grant, string[] keyActions)
    {
        return GrantHandlers.Result(call, Allow(call, call.Receiver!, call["grantee"], grant, keyActions));
    }

    private static IReadOnlyList<StatementNode> Allow(Call call, Value secret, Value grantee, ResourceGrant grant, string[] keyActions)
    {
        var added = new List<StatementNode>();
        foreach (var (value, guard) in call.Each(secret))
        {
            var on = call.On(guard);
            var node = Secrets.Of(on, value);
            added.AddRange(ResourceGrants.ToPrincipalOrResource(on, node, grantee, grant with { Resources = [node.GrantArn] }));
            KmsGrants.AllowVia(on, node.EncryptionKey, ServiceOf(node), grantee, grant with { Actions = new(keyActions), Conditions = [] });
        }

        return added;
    }

    /// <summary>Secrets Manager in the region of the secret's stack.</summary>
    private static Template ServiceOf(SecretNode secret) => Template.Concat("secretsmanager.", secret.Stack?.Region ?? StackNode.AgnosticRegion, ".amazonaws.com");

    private static IReadOnlyList<PolicyCondition> OnStages(Call call)
    {
        if (call["versionStages"].IsNull)
        {
            return [];
        }

        var stages = ResourceGrants.TextsOf(call, "versionStages");
        return [new("ForAnyValue:StringEquals", "secretsmanager:VersionStage", new([.. stages.Items.Select(i => i.Text)], stages.MayHaveMore.IsFeasible))];
    }
}
