using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>KMS.ViaServicePrincipal</c>: a principal as far as it calls through an AWS service.</summary>
/// <param name="service">The service's host, such as <c>secretsmanager.eu-west-1.amazonaws.com</c>.</param>
/// <param name="principal">The principal proper: null is anyone.</param>
internal sealed class ViaServicePrincipal(Template service, Value principal)
{
    public Template Service { get; } = service;

    public Value Principal { get; } = principal;

    public static void Register(Registry r) => r.Constructor("AWS.KMS.ViaServicePrincipal", c =>
    {
        c.Instance.Payload = new ViaServicePrincipal(Text.Of(c["serviceName"]) ?? Template.Empty, c["basePrincipal"]);
        return c.Instance;
    });
}

/// <summary>
/// Grants to a <c>ViaServicePrincipal</c>. It takes no statements of its own, so that only a key policy that is CDK's to write can hold them: with an imported
/// key the grant vanishes (aws-cdk #10160, #20087).
/// </summary>
internal static class KeyPolicies
{
    public static void Allow(Call call, ResourceNode key, ViaServicePrincipal via, ResourceGrant grant)
    {
        if (key.Kind != ResourceKind.Owned)
        {
            return;
        }

        var limited = grant with
        {
            Resources = ["*"],
            Conditions = [.. grant.Conditions, new PolicyCondition("StringEquals", "kms:ViaService", TemplateList.Of(via.Service))],
        };
        foreach (var (role, guard) in Grants.RolesOf(call, via.Principal))
        {
            key.ResourceGrants.Add((role, ResourceGrants.Entry(call, limited, guard)));
        }
    }
}
