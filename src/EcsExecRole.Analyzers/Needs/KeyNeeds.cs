using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>
/// Customer-managed KMS keys of secrets and parameters (R11, R12, R25 of <c>ecs-needs.md</c>). The keys <c>aws/secretsmanager</c> and <c>aws/ssm</c> let everyone in
/// the account decrypt through their service.
/// </summary>
internal static class KeyNeeds
{
    /// <param name="sink">The needs.</param>
    /// <param name="entry">What refers to the encrypted resource.</param>
    /// <param name="guard">The paths on which it does.</param>
    /// <param name="key">The key as CDK knows it.</param>
    /// <param name="service">The service that decrypts on the role's behalf.</param>
    /// <param name="contextKey">The condition key for the encryption context.</param>
    /// <param name="resource">The encrypted resource's ARN.</param>
    /// <param name="name">The encrypted resource, for messages.</param>
    public static void Add(NeedSink sink, ReferenceEntry entry, Guard guard, Value key, string service, string contextKey, Template resource, string name)
    {
        foreach (var alternative in key.Alternatives)
        {
            var on = guard & alternative.Guard;
            switch (alternative.Value)
            {
                case ObjectValue { Payload: KeyNode { Kind: not ResourceKind.Unknown } node } when !IsDefaultKey(node.Arn):
                    var decrypt = Decrypt(sink, node, service, resource, (contextKey, resource));
                    sink.Add(new(NeedKind.Key, on, ParameterNeeds.Subject(entry, name), [decrypt]) { Origin = entry.Origin, Resource = node.Target ?? node });
                    break;
                case ObjectValue { Payload: KeyNode { Kind: ResourceKind.Unknown } } or UnknownValue when on.IsFeasible && entry.Resource is not { Kind: ResourceKind.Unknown }:
                    sink.AddDoubt(on, $"the key of {name} is not known", entry.Origin);
                    break;
            }
        }
    }

    /// <summary>The call to <c>kms:Decrypt</c> that <paramref name="service"/> makes for the role.</summary>
    public static NeededAction Decrypt(NeedSink sink, KeyNode key, string service, Template resource, params (string Key, Template Value)[] encryptionContext)
    {
        var region = ArnTemplate.TryParse(resource)?.Region is { Parts.Length: > 0 } own ? own : sink.Region;
        var context = NeedSink.Context(
        [
            ("kms:ViaService", Template.Concat(service + ".", region, ".amazonaws.com")),
            ("kms:CallerAccount", sink.Account),
            .. encryptionContext,
        ]);

        // IAM compares with the key's ARN, never with an alias's. Of an alias that is imported by name, GrantArn is the ARN of some key.
        if (key.AliasName is { } alias)
        {
            context = context.Add("kms:ResourceAliases", TemplateList.Of(alias));
        }

        return NeedSink.Call(EcsActions.Decrypt, (key.Target ?? key).GrantArn, context);
    }

    private static bool IsDefaultKey(Template arn) => arn.Suffix.EndsWith("alias/aws/secretsmanager", StringComparison.Ordinal)
        || arn.Suffix.EndsWith("alias/aws/ssm", StringComparison.Ordinal)
        || arn.Suffix.EndsWith("alias/aws/s3", StringComparison.Ordinal);
}
