using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>ManagedPolicy</c>: AWS's by name, a customer's by name or ARN, or one that the program defines.</summary>
internal static class ManagedPolicyHandlers
{
    private const string Type = "AWS.IAM.ManagedPolicy";

    public static void Register(Registry r) => r
        .Constructor(Type, New)
        .Method(Type, "FromAwsManagedPolicyName", c => FromName(c, name => Template.Concat("arn:", StackNode.Partition, ":iam::aws:policy/", name)))
        .Method(Type, "FromManagedPolicyName", c => FromName(c, name =>
            Template.Concat("arn:", StackNode.Partition, ":iam::", Scopes.StackOf(c, c["scope"]).Account, ":policy/", name)))
        .Method(Type, "FromManagedPolicyArn", c => FromName(c, arn => arn, "managedPolicyArn"))
        .Method(Type, "AddStatements", c => PolicyDocuments.AddStatements(c, Call.Node<ManagedPolicyNode>(c.Receiver)))
        .Method(Type, "AttachToRole", Policies.AttachToRole)
        .Method(Type, "AttachToUser", Stacks.Nothing)
        .Method(Type, "AttachToGroup", Stacks.Nothing)
        .Getter(Type, "Document", Policies.Document)
        .Getter(Type, "ManagedPolicyArn", Arn)
        .Getter("AWS.IAM.IManagedPolicy", "ManagedPolicyArn", Arn);

    /// <summary>The managed policy that a value is: a construct, or (of L1 properties) an ARN. Null for null.</summary>
    public static ManagedPolicyNode? Of(Call call, Value value) => value switch
    {
        { IsNull: true } => null,
        ObjectValue { Payload: ManagedPolicyNode policy } => policy,
        UnknownValue unknown => call.Graph.OfUnknown(unknown, () => new ManagedPolicyNode(unknown.Key, null, Guard.Always) { Name = unknown.Display, Arn = unknown.Text }),
        _ => OfArn(call, Text.Of(value)!),
    };

    private static ManagedPolicyNode OfArn(Call call, Template arn) =>
        (arn.Parts is [{ Hole.Kind: HoleKind.Generated }] ? call.Graph.Of<ManagedPolicyNode>().FirstOrDefault(p => arn.Equals(p.Arn)) : null)
        ?? new ManagedPolicyNode(call.Evaluator.NewKey("policy"), call.Site.Operation, call.Guard) { Name = arn.ToString(), Arn = arn, NameOperation = call.Site.Operation };

    private static Value FromName(Call call, Func<Template, Template> arn, string parameter = "managedPolicyName") => call.Map(call[parameter], (name, on) =>
    {
        var text = Text.Of(name) ?? Template.Empty;
        return on.NewResult(new ManagedPolicyNode(call.Evaluator.NewKey("policy"), call.Site.Operation, on.Guard)
        {
            Name = text.ToString(),
            Arn = arn(text),
            NameOperation = call.Where(parameter) ?? call.Site.Operation,
        });
    });

    private static Value New(Call call)
    {
        var policy = new ManagedPolicyNode(call.Instance.Key, call.Site.Operation, call.Guard)
        {
            IsDefinedHere = true,
            Arn = Text.Generated(call.Instance.Key + ".Arn", call.Instance.Name ?? "policy"),
        };
        return Policies.Fill(call, policy);
    }

    private static Value Arn(Call call) =>
        Of(call, call.Receiver!) is { Arn: { } arn } ? TextValue.Of(arn) : call.UnknownResult("the policy's ARN is not known");
}
