using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What the grant methods of a Parameter Store parameter write: to the grantee's own policy alone, its key's permission, too.</summary>
internal static class SsmGrants
{
    private static readonly string[] ReadActions = ["ssm:DescribeParameters", "ssm:GetParameters", "ssm:GetParameter", "ssm:GetParameterHistory"];

    public static void Register(Registry r)
    {
        r.Method("AWS.SSM.IParameter", "GrantRead", c => Grant(c, new(ReadActions), KmsGrants.Decrypt))
            .Method("AWS.SSM.IParameter", "GrantWrite", c => Grant(c, new(["ssm:PutParameter"]), KmsGrants.Encrypt));
        foreach (var type in new[] { "AWS.SSM.StringParameter", "AWS.SSM.StringListParameter" })
        {
            r.Method(type, "GrantOnKey", GrantOnKey);
        }
    }

    /// <summary><c>IParameter.GrantRead</c>.</summary>
    /// <param name="call">The call under way.</param>
    /// <param name="parameter">An <c>IParameter</c>, or a choice of some.</param>
    /// <param name="grantee">The <c>IGrantable</c>, or a choice of some.</param>
    /// <param name="isAutomatic">Whether CDK grants by itself.</param>
    /// <param name="origin">The expression that causes it; null for the call.</param>
    public static void Read(Call call, Value parameter, Value grantee, bool isAutomatic, IOperation? origin) =>
        Allow(call, parameter, grantee, new(ReadActions) { IsAutomatic = isAutomatic, Origin = origin }, KmsGrants.Decrypt);

    private static Value Grant(Call call, ResourceGrant grant, string[] keyActions)
    {
        return GrantHandlers.Result(call, Allow(call, call.Receiver!, call["grantee"], grant, keyActions));
    }

    private static IReadOnlyList<StatementNode> Allow(Call call, Value parameter, Value grantee, ResourceGrant grant, string[] keyActions)
    {
        var added = new List<StatementNode>();
        foreach (var (value, guard) in call.Each(parameter))
        {
            var on = call.On(guard);
            var node = Parameters.Of(on, value);
            KmsGrants.Allow(on, node.EncryptionKey, grantee, grant with { Actions = new(keyActions) });
            added.AddRange(ResourceGrants.ToPrincipal(on, grantee, grant with { Resources = [node.GrantArn] }));
        }

        return added;
    }

    private static Value GrantOnKey(Call call)
    {
        KmsGrants.Allow(call, Parameters.Of(call, call.Receiver!).EncryptionKey, call["grantee"], new(ResourceGrants.TextsOf(call), []));
        return call.UnknownResult("whether there is a key is not followed");
    }
}
