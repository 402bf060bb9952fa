using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>KMS.ViaServicePrincipal</c>: a principal as far as it calls through an AWS service. It takes no statements of its own, so that only a key policy that is
/// CDK's to write can hold a grant to it: with an imported key the grant vanishes (aws-cdk #10160, #20087).
/// </summary>
internal static class ViaServicePrincipal
{
    public static void Register(Registry r) => r.Constructor("AWS.KMS.ViaServicePrincipal", New);

    /// <summary>A grant to the roles among <paramref name="grantee"/>, as far as they call through <paramref name="service"/>.</summary>
    /// <param name="service">The service's host, such as <c>secretsmanager.eu-west-1.amazonaws.com</c>.</param>
    public static void Allow(Call call, KeyNode key, Template service, Value grantee, ResourceGrant grant)
    {
        if (key.Kind != ResourceKind.Owned)
        {
            return;
        }

        var limited = grant with { Resources = ["*"], Conditions = [.. grant.Conditions, Condition(service)] };
        foreach (var (role, guard) in Grants.RolesOf(call, grantee))
        {
            key.ResourceGrants.Add((role, ResourceGrants.Entry(call, limited, guard)));
        }
    }

    private static PolicyCondition Condition(Template service) => new("StringEquals", "kms:ViaService", TemplateList.Of(service));

    private static Value New(Call call)
    {
        var condition = Condition(Text.Of(call["serviceName"]) ?? Template.Empty);
        var principal = call["basePrincipal"];
        var parts = principal.IsNull ? [PrincipalReader.Aws(call, ConstantValue.Of("*"))] : PrincipalReader.PartsOf(call, principal);
        var node = new PrincipalNode(call.Instance.Key, call.Site.Operation, call.Guard);
        node.Parts.AddRange(parts.Select(p => p with { Conditions = p.Conditions.Add((p.Guard, condition)) }));
        call.Instance.Payload = node;
        return call.Instance;
    }
}
