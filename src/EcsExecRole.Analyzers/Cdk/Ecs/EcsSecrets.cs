using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>ECS.Secret</c> and <c>Batch.Secret</c>, and how containers and log drivers take them.</summary>
internal static class EcsSecrets
{
    /// <summary>What a secret that is not known may be granted on.</summary>
    public static readonly ImmutableArray<string> Services = ["secretsmanager", "ssm", "kms"];

    private static readonly string[] Types = ["AWS.ECS.Secret", "AWS.Batch.Secret"];

    public static void Register(Registry r)
    {
        foreach (var type in Types)
        {
            r.Method(type, "FromSecretsManager", c => c.NewResult(new EcsSecretNode { Source = c["secret"], Field = c["field"] }))
                .Method(type, "FromSecretsManagerVersion", c => c.NewResult(new EcsSecretNode
                {
                    Source = c["secret"],
                    Field = c["field"],
                    HasVersion = true,
                    VersionStage = c.Prop("VersionStage", "versionInfo"),
                    VersionId = c.Prop("VersionId", "versionInfo"),
                }))
                .Method(type, "FromSsmParameter", c => c.NewResult(new EcsSecretNode { Source = c["parameter"], IsParameter = true }))
                .Getter(type, "Arn", Arn)
                .Getter(type, "HasField", HasField)
                .Method(type, "GrantRead", GrantRead);
        }
    }

    /// <summary>Binds the entries of a dictionary of secrets: each is granted to the role, then rendered.</summary>
    /// <param name="binding">The container.</param>
    /// <param name="secrets">The dictionary.</param>
    /// <param name="fallback">The expression of the dictionary, where a secret's own is not known.</param>
    /// <param name="into">Where the references go.</param>
    public static void BindAll(ContainerBinding binding, Value secrets, IOperation? fallback, List<ReferenceEntry> into)
    {
        var entries = binding.Call.Entries(secrets, out var mayHaveMore);
        foreach (var (key, secret, guard) in entries)
        {
            if (!secret.IsNull)
            {
                Bind(binding.On(guard), key.Text?.ToString(), secret, fallback, into);
            }
        }

        if (mayHaveMore.IsFeasible)
        {
            binding.On(mayHaveMore).GrantUnknown(Services, "secrets that are not known are granted to it", fallback);
            into.Add(new(mayHaveMore, null, new UnknownValue(binding.Call.Evaluator.NewKey("secrets"), "further secrets", null, "the dictionary of secrets is not known"), null, fallback));
        }
    }

    /// <summary>Binds one secret, which is not a choice.</summary>
    public static void Bind(ContainerBinding binding, string? name, Value secret, IOperation? fallback, List<ReferenceEntry> into)
    {
        var origin = (secret as ObjectValue)?.Origin ?? fallback;
        Grant(binding, binding.ObtainRole(), secret, origin);
        AddReferences(binding.Call, name, secret, origin, into);
    }

    public static void Grant(ContainerBinding binding, Value role, Value secret, IOperation? origin)
    {
        if (Call.Node<EcsSecretNode>(secret) is { } node)
        {
            node.GrantRead(binding.Call, role, isAutomatic: true, origin);
        }
        else
        {
            binding.GrantUnknown(role, Services, "a secret that is not known is granted to it", origin);
        }
    }

    public static void AddReferences(Call call, string? name, Value secret, IOperation? origin, List<ReferenceEntry> into)
    {
        if (Call.Node<EcsSecretNode>(secret) is not { } node)
        {
            into.Add(new(call.Guard, name, Unknowns.MemberOf(secret, "Arn"), null, origin));
            return;
        }

        foreach (var (resource, valueFrom, guard) in node.Resolve(call))
        {
            into.Add(new(guard, name, valueFrom, resource, origin));
        }
    }

    private static Value Arn(Call call) => Call.Node<EcsSecretNode>(call.Receiver) is { } node
        ? ChoiceValue.Of(node.Resolve(call).SelectMany(s => s.ValueFrom.Alternatives.Select(v => v with { Guard = v.Guard & s.Guard })).ToList())
        : call.UnknownResult("the secret is not known");

    private static Value HasField(Call call) => Call.Node<EcsSecretNode>(call.Receiver) is { } node
        ? call.Map(node.Field, (field, _) => ConstantValue.Of(!field.IsNull))
        : call.UnknownResult("the secret is not known");

    private static Value GrantRead(Call call)
    {
        if (Call.Node<EcsSecretNode>(call.Receiver) is { } node)
        {
            node.GrantRead(call, call["grantee"], isAutomatic: false, call.Site.Operation);
        }
        else
        {
            UnmodelledCalls.Receive(call.Model, (IMethodSymbol)call.Member, call.Arguments, call.Site);
        }

        return call.UnknownResult("the grant is not followed");
    }
}
