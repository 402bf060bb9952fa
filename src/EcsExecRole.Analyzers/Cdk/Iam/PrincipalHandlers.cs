using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>CDK's classes of principals.</summary>
internal static class PrincipalHandlers
{
    private const string Base = "AWS.IAM.PrincipalBase";
    private const string Conditional = "AWS.IAM.PrincipalWithConditions";
    private const string Composite = "AWS.IAM.CompositePrincipal";

    public static void Register(Registry r)
    {
        New("ServicePrincipal", c => PrincipalReader.Service(c, c["service"], c["opts"]));
        New("ArnPrincipal", c => PrincipalReader.Aws(c, c["arn"]));
        New("AccountPrincipal", c => PrincipalReader.Account(c, c["accountId"]));
        New("AccountRootPrincipal", c => PrincipalReader.Account(c, TextValue.Of(StackNode.AgnosticAccount)));
        New("AnyPrincipal", c => PrincipalReader.Aws(c, ConstantValue.Of("*")));
        New("StarPrincipal", c => PrincipalReader.Aws(c, ConstantValue.Of("*")));
        New("OrganizationPrincipal", c => InOrganization(PrincipalReader.Aws(c, ConstantValue.Of("*")), c.Guard, c["organizationId"]));
        New("CanonicalUserPrincipal", c => PrincipalReader.Part(c.Guard, PrincipalType.Other, Template.Empty));
        New("FederatedPrincipal", c => Federated(c, c["assumeRoleAction"].IsNull ? PrincipalReader.AssumeRole : c["assumeRoleAction"].Text?.Literal ?? "sts:*"));
        New("WebIdentityPrincipal", c => Federated(c, "sts:AssumeRoleWithWebIdentity"));
        New("OpenIdConnectPrincipal", c => Federated(c, "sts:AssumeRoleWithWebIdentity"));
        New("SamlPrincipal", c => Federated(c, "sts:AssumeRoleWithSAML"));
        New("SamlConsolePrincipal", c => Federated(c, "sts:AssumeRoleWithSAML"));

        r.Constructor(Composite, c => Make(c, [.. PartsOf(c, c["principals"])]))
            .Method(Composite, "AddPrincipals", AddPrincipals)
            .Constructor(Conditional, c => Make(c, [.. PrincipalReader.PartsOf(c, c["principal"]).Select(p => PrincipalReader.WithConditions(c, p, c["conditions"]))], c["principal"]))
            .Method(Conditional, "AddConditions", c => Extend(c, p => PrincipalReader.WithConditions(c, p, c["conditions"])))
            .Method(Conditional, "AddCondition", c => Extend(c, p => WithOperator(c, p)))
            .Constructor("AWS.IAM.SessionTagsPrincipal", c => Make(c, [.. PrincipalReader.PartsOf(c, c["principal"]).Select(WithSessionTags)], c["principal"]))
            .Method(Base, "WithConditions", c => Derive(c, p => PrincipalReader.WithConditions(c, p, c["conditions"])))
            .Method(Base, "WithSessionTags", c => Derive(c, WithSessionTags))
            .Method("AWS.IAM.ArnPrincipal", "InOrganization", c => Derive(c, p => InOrganization(p, c.Guard, c["organizationId"])))
            .Method("AWS.IAM.ServicePrincipal", "FromStaticServicePrincipleName", c => c.NewResult(Node(c, [PrincipalReader.Part(c.Guard, PrincipalType.Service, Text.Of(c.Arguments[0]) ?? Template.Empty)])))
            .Method("AWS.IAM.ServicePrincipal", "ServicePrincipalName", c => c["service"]);

        void New(string type, Func<Call, PrincipalPart> part) => r.Constructor("AWS.IAM." + type, c => Make(c, [part(c)]));
    }

    private static IEnumerable<PrincipalPart> PartsOf(Call call, Value principals)
    {
        var items = call.Items(principals, out var mayHaveMore);
        return items.SelectMany(p => PrincipalReader.PartsOf(call.On(p.Guard), p.Value))
            .Concat(mayHaveMore.IsFeasible ? [PrincipalReader.Part(mayHaveMore, PrincipalType.Unknown, Template.Empty)] : [])
            .ToList();
    }

    private static Value Make(Call call, ImmutableArray<PrincipalPart> parts, Value? wraps = null)
    {
        call.Instance.Payload = Node(call, parts, wraps, call.Instance.Key);
        return ConstantValue.Null;
    }

    private static PrincipalNode Node(Call call, IEnumerable<PrincipalPart> parts, Value? wraps = null, string? key = null)
    {
        var node = new PrincipalNode(key ?? call.Evaluator.NewKey("principal"), call.Site.Operation, call.Guard) { Wraps = wraps };
        node.Parts.AddRange(parts);
        return node;
    }

    private static Value AddPrincipals(Call call)
    {
        Call.Node<PrincipalNode>(call.Receiver)?.Parts.AddRange(PartsOf(call, call["principals"]));
        return call.Receiver!;
    }

    /// <summary>A new principal made of the receiver's parts.</summary>
    private static Value Derive(Call call, Func<PrincipalPart, PrincipalPart> change) =>
        call.NewResult(Node(call, PrincipalReader.PartsOf(call, call.Receiver!).Select(change).ToList(), call.Receiver));

    private static Value Extend(Call call, Func<PrincipalPart, PrincipalPart> change)
    {
        if (Call.Node<PrincipalNode>(call.Receiver) is { } node)
        {
            for (var i = 0; i < node.Parts.Count; i++)
            {
                node.Parts[i] = change(node.Parts[i]);
            }
        }

        return ConstantValue.Null;
    }

    private static PrincipalPart WithOperator(Call call, PrincipalPart part)
    {
        var unknown = Guard.Never;
        return call["key"].Text?.Literal is { } name
            ? part with { Conditions = [.. part.Conditions, .. PolicyTexts.Operator(call, name, call["value"], ref unknown)], ConditionsUnknown = part.ConditionsUnknown | unknown }
            : part with { ConditionsUnknown = part.ConditionsUnknown | call.Guard };
    }

    private static PrincipalPart WithSessionTags(PrincipalPart part) => part with { Actions = part.Actions.Add("sts:TagSession") };

    private static PrincipalPart Federated(Call call, string action) =>
        PrincipalReader.WithConditions(call, PrincipalReader.Part(call.Guard, PrincipalType.Other, Template.Empty, action), call["conditions"]);

    private static PrincipalPart InOrganization(PrincipalPart part, Guard guard, Value organization) => part with
    {
        Conditions = part.Conditions.Add((guard, new("StringEquals", "aws:PrincipalOrgID", TemplateList.Of(Text.Of(organization) ?? Template.Empty)))),
    };
}
