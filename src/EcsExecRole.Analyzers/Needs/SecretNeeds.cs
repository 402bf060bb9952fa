using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>
/// Secrets Manager secrets (R06, R07, R10, R25 of <c>ecs-needs.md</c>). ECS only calls <c>GetSecretValue</c>; the <c>DescribeSecret</c> that CDK grants with it is not
/// needed.
/// </summary>
internal static class SecretNeeds
{
    /// <summary>The entries of <c>secrets</c> or <c>secretOptions</c>: a secret's ARN, or a parameter's ARN or name.</summary>
    public static void Add(NeedSink sink, IEnumerable<ReferenceEntry> entries, NeedKind secretKind = NeedKind.Secret, NeedKind parameterKind = NeedKind.Parameter)
    {
        foreach (var entry in entries)
        {
            switch (entry.Resource)
            {
                case SecretNode secret:
                    Add(sink, entry, entry.Guard, secret, secretKind, Stage(entry));
                    break;
                case ParameterNode parameter:
                    ParameterNeeds.Add(sink, entry, entry.Guard, parameter, parameterKind);
                    break;
                default:
                    AddTexts(sink, entry, secretKind, parameterKind);
                    break;
            }
        }
    }

    /// <summary>Whatever a text names: a secret, or a parameter.</summary>
    private static void AddTexts(NeedSink sink, ReferenceEntry entry, NeedKind secretKind, NeedKind parameterKind)
    {
        foreach (var (text, guard) in sink.Texts(entry.Value, entry.Guard))
        {
            if (ArnTemplate.TryParse(text) is { } arn)
            {
                switch (arn.Service)
                {
                    case "secretsmanager":
                        AddArn(sink, entry, guard, text, secretKind);
                        break;
                    case "ssm":
                        ParameterNeeds.AddArn(sink, entry, guard, text, parameterKind);
                        break;
                }
            }
            else if (SecretArn.Find(sink.Graph, SecretArn.WithoutTail(text, out var stage)) is { } secret)
            {
                Add(sink, entry, guard, secret, secretKind, stage);
            }
            else if ((sink.Graph.FindByArn<ParameterNode>(text) ?? ParameterNeeds.FindByName(sink, text)) is { } parameter)
            {
                ParameterNeeds.Add(sink, entry, guard, parameter, parameterKind);
            }
            else if (text.Prefix.Length > 0 && !text.Prefix.StartsWith("arn:", StringComparison.Ordinal))
            {
                // ECS takes a name without an ARN for a parameter's, also that of a secret.
                ParameterNeeds.AddName(sink, entry, guard, text, parameterKind);
            }
            else if (text.Parts.Length > 0)
            {
                sink.AddDoubt(guard, $"`{text}` may be a secret or a parameter", entry.Origin);
            }
        }
    }

    /// <summary>A private registry's credentials: always a secret, by ARN or name.</summary>
    public static void AddCredentials(NeedSink sink, IEnumerable<ReferenceEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Resource is SecretNode secret)
            {
                Add(sink, entry, entry.Guard, secret, NeedKind.RegistryCredentials, null);
                continue;
            }

            foreach (var (text, guard) in sink.Texts(entry.Value, entry.Guard))
            {
                if (SecretArn.Find(sink.Graph, text) is { } known)
                {
                    Add(sink, entry, guard, known, NeedKind.RegistryCredentials, null);
                }
                else if (text.Prefix.Length > 0)
                {
                    AddArn(sink, entry, guard, text.Prefix.StartsWith("arn:", StringComparison.Ordinal) ? text : sink.Arn("secretsmanager", Template.Concat("secret:", text)), NeedKind.RegistryCredentials);
                }
                else
                {
                    AddForms(sink, entry, guard, [text], text.ToString(), NeedKind.RegistryCredentials, null);
                }
            }
        }
    }

    /// <summary>A secret whose ARN the program spells, with or without its suffix.</summary>
    public static void AddArn(NeedSink sink, ReferenceEntry entry, Guard guard, Template valueFrom, NeedKind kind)
    {
        var arn = SecretArn.WithoutTail(valueFrom, out var stage);
        if (SecretArn.Find(sink.Graph, arn) is { } known)
        {
            Add(sink, entry, guard, known, kind, stage);
            return;
        }

        AddForms(sink, entry, guard, SecretArn.Forms(arn), arn.ToString(), kind, stage);
    }

    private static void Add(NeedSink sink, ReferenceEntry entry, Guard guard, SecretNode secret, NeedKind kind, string? stage)
    {
        var arn = SecretArn.Of(secret);
        var forms = secret.GrantArn.Equals(arn) || secret.IsPartial ? [arn] : new[] { arn, secret.GrantArn };
        AddForms(sink, entry, guard, forms, secret.Name, kind, stage, secret);
        KeyNeeds.Add(sink, entry, guard, SecretArn.KeyOf(sink.Graph, secret), "secretsmanager", "kms:EncryptionContext:SecretARN", arn, secret.Name);
    }

    private static void AddForms(
        NeedSink sink, ReferenceEntry entry, Guard guard, IReadOnlyList<Template> arns, string name, NeedKind kind, string? stage, SecretNode? secret = null) =>
        sink.Add(new(kind, guard, ParameterNeeds.Subject(entry, name), [NeedSink.Call(EcsActions.GetSecretValue, arns, stage is null ? null : NeedSink.Context(("secretsmanager:VersionStage", stage)))])
        {
            Origin = entry.Origin,
            Resource = secret,
        });

    private static string? Stage(ReferenceEntry entry)
    {
        string? stage = null;
        if (entry.Value.Text is { } text)
        {
            SecretArn.WithoutTail(text, out stage);
        }

        return stage;
    }
}
