using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>
/// SSM parameters (R08, R09, R12, R18b of <c>ecs-needs.md</c>). ECS calls <c>ssm:GetParameters</c>; neither the singular nor <c>DescribeParameters</c> is needed.
/// </summary>
internal static class ParameterNeeds
{
    /// <summary>Parameter Store hands such a parameter's request on to Secrets Manager, with the caller's permissions.</summary>
    private const string SecretReference = "aws/reference/secretsmanager/";

    public static void Add(NeedSink sink, ReferenceEntry entry, Guard guard, ParameterNode parameter, NeedKind kind)
    {
        AddForms(sink, entry, guard, parameter.GrantArn.Equals(parameter.Arn) ? [parameter.Arn] : [parameter.Arn, parameter.GrantArn], parameter.Name, kind, parameter);
        AddReferencedSecret(sink, entry, guard, parameter.Arn, kind);
        KeyNeeds.Add(sink, entry, guard, parameter.EncryptionKey, "ssm", "kms:EncryptionContext:PARAMETER_ARN", parameter.Arn, parameter.Name);
    }

    /// <summary>The parameter that the program makes under this name where the task runs.</summary>
    public static ParameterNode? FindByName(NeedSink sink, Template name) => sink.Graph.Of<ParameterNode>().FirstOrDefault(p =>
        p is { Kind: ResourceKind.Owned, Stack: { } stack } && p.ParameterName.Equals(name) && stack.Account.Equals(sink.Account) && stack.Region.Equals(sink.Region));

    /// <summary>A parameter by its name, in the task's own region.</summary>
    public static void AddName(NeedSink sink, ReferenceEntry entry, Guard guard, Template name, NeedKind kind) =>
        AddArn(sink, entry, guard, sink.Arn("ssm", Template.Concat("parameter", name.Prefix.StartsWith("/", StringComparison.Ordinal) ? "" : "/", name)), kind);

    /// <summary>A parameter whose ARN the program spells.</summary>
    public static void AddArn(NeedSink sink, ReferenceEntry entry, Guard guard, Template arn, NeedKind kind)
    {
        if (sink.Graph.FindByArn<ParameterNode>(arn) is { } known)
        {
            Add(sink, entry, guard, known, kind);
            return;
        }

        AddForms(sink, entry, guard, [arn], arn.ToString(), kind, null);
        AddReferencedSecret(sink, entry, guard, arn, kind);
    }

    /// <summary>The variable or option, and what it gets; an ARN stands elsewhere in a message.</summary>
    public static string Subject(ReferenceEntry entry, string name) =>
        entry.Name is not { Length: > 0 } variable ? $"'{name}'"
        : name.StartsWith("arn:", StringComparison.Ordinal) ? $"'{variable}'"
        : $"'{variable}' ({name})";

    private static void AddForms(NeedSink sink, ReferenceEntry entry, Guard guard, IEnumerable<Template> arns, string name, NeedKind kind, ParameterNode? parameter) =>
        sink.Add(new(kind, guard, Subject(entry, name), [NeedSink.Call(EcsActions.GetParameters, arns)]) { Origin = entry.Origin, Resource = parameter });

    private static void AddReferencedSecret(NeedSink sink, ReferenceEntry entry, Guard guard, Template parameterArn, NeedKind kind)
    {
        if (ArnTemplate.TryParse(parameterArn) is { } arn
            && arn.Resource.Prefix is var prefix && prefix.StartsWith("parameter/" + SecretReference, StringComparison.Ordinal))
        {
            var name = arn.Resource.Skip("parameter/".Length + SecretReference.Length);
            SecretNeeds.AddArn(sink, entry, guard, (arn with { Service = "secretsmanager", Resource = Template.Concat("secret:", name) }).ToTemplate(), kind);
        }
    }
}
