using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EcsExecRole.Analyzers.SynthTests.Oracle.Needs;

/// <summary>Secrets Manager secrets and SSM parameters, with their KMS keys (R06 to R12, R18b).</summary>
internal sealed partial class SecretNeeds(EncryptionKeys keys)
{
    // What stands for the six characters of a secret known by name only.
    private const string SomeSuffix = "-Zq7Rw2";

    /// <summary>A <c>valueFrom</c>: a secret's ARN, or a parameter's ARN or name.</summary>
    public IEnumerable<Need> OfValue(string valueFrom, StackScope scope, string reason) =>
        Arn.TryParse(valueFrom) is { Service: "secretsmanager" } ? OfSecret(valueFrom, scope, reason) : OfParameter(valueFrom, scope, reason);

    /// <summary>The secret options of a log configuration.</summary>
    public IEnumerable<Need> OfOptions(JsonObject logging, StackScope scope, string container) =>
        logging["SecretOptions"].AsObjects()
            .SelectMany(option => OfValue(option["ValueFrom"].AsText() ?? "", scope, $"log option {option["Name"].AsText()} of {container}"));

    /// <summary>gMSA credential specs (R18): from S3 everywhere, from SSM on EC2 only.</summary>
    public IEnumerable<Need> OfCredentialSpecs(TaskView task, JsonObject container, string name)
    {
        foreach (var spec in container["CredentialSpecs"].AsTexts())
        {
            var location = spec[(spec.IndexOf(':') + 1)..];
            switch (Arn.TryParse(location))
            {
                case { Service: "s3" }:
                    yield return new Need("s3:GetObject", [location], NeedLevel.Warning, $"credential spec of {name}")
                    {
                        Context = Request.Keys(("aws:ResourceAccount", task.Scope.Account)),
                    };
                    break;
                case { Service: "ssm" } when !task.OnFargate:
                    foreach (var need in OfParameter(location, task.Scope, $"credential spec of {name}"))
                    {
                        yield return need;
                    }

                    break;
            }
        }
    }

    /// <summary>A secret by ARN, with or without JSON key, stage and version, or by name.</summary>
    public IEnumerable<Need> OfSecret(string valueFrom, StackScope scope, string reason)
    {
        var given = Arn.TryParse(valueFrom) is { Service: "secretsmanager" } parsed
            ? parsed
            : new Arn(scope.Partition, "secretsmanager", scope.Region, scope.Account, "secret:" + valueFrom);
        var parts = given.Resource.Split(':');
        var named = given with { Resource = string.Join(':', parts.Take(2)) };
        var stage = parts.Length > 3 && parts[3].Length > 0 ? parts[3] : null;

        var known = keys.Secret(named.ToString());
        string[] arns = known is not null ? [ResourceIdentity.ArnOf(known)!]
            // A name may itself end in a hyphen and six characters, so that the text does not tell whether the suffix is there.
            : Suffix().IsMatch(named.Resource) ? [named.ToString(), named + SomeSuffix]
            : [named + SomeSuffix];

        yield return new Need("secretsmanager:GetSecretValue", arns, NeedLevel.Warning, reason)
        {
            Context = stage is null ? Request.Keys() : Request.Keys(("secretsmanager:VersionStage", stage)),
        };

        if (keys.OfSecret(named.ToString(), known) is { } key)
        {
            yield return Decrypt(key, "secretsmanager", given.Region, ("kms:EncryptionContext:SecretARN", arns[0]), scope, reason);
        }
    }

    private IEnumerable<Need> OfParameter(string valueFrom, StackScope scope, string reason)
    {
        const string Reference = "aws/reference/secretsmanager/";
        var parsed = Arn.TryParse(valueFrom);
        var name = (parsed is null ? valueFrom : parsed.Resource["parameter".Length..]).TrimStart('/');
        var arn = (parsed ?? new Arn(scope.Partition, "ssm", scope.Region, scope.Account, "")) with { Resource = "parameter/" + name };
        yield return new Need("ssm:GetParameters", [arn.ToString()], NeedLevel.Warning, reason);

        if (name.StartsWith(Reference, StringComparison.Ordinal))
        {
            foreach (var need in OfSecret(name[Reference.Length..], scope, reason))
            {
                yield return need;
            }
        }

        if (keys.OfParameter(arn.ToString(), name) is { } key)
        {
            yield return Decrypt(key, "ssm", arn.Region, ("kms:EncryptionContext:PARAMETER_ARN", arn.ToString()), scope, reason);
        }
    }

    private static Need Decrypt(KeyUse key, string service, string region, (string, string) encryptionContext, StackScope scope, string reason) =>
        new("kms:Decrypt", [key.Arn], NeedLevel.Warning, reason)
        {
            Context = Request.Keys(
                [("kms:ViaService", $"{service}.{region}.amazonaws.com"), ("kms:CallerAccount", scope.Account), encryptionContext, .. key.Aliases]),
        };

    [GeneratedRegex("-[A-Za-z0-9]{6}$")]
    private static partial Regex Suffix();
}
