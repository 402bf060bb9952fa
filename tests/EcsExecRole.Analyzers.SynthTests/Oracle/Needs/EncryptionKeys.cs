namespace EcsExecRole.Analyzers.SynthTests.Oracle.Needs;

/// <summary>A customer-managed key in use, with the aliases that conditions on <c>kms:ResourceAliases</c> would see.</summary>
internal sealed record KeyUse(string Arn, IReadOnlyList<(string Key, string Value)> Aliases);

/// <summary>Which customer-managed key encrypts a secret or parameter: by the templates, or by the case's <c>cmk</c> lines for what is outside.</summary>
internal sealed class EncryptionKeys(Deployment deployment, IReadOnlyList<KeyValuePair<string, string>> outside)
{
    private static readonly int SuffixLength = "-AbCdEf".Length;

    /// <summary>The program's own secret with that ARN, which may lack the six characters; or null.</summary>
    public Resource? Secret(string arn) => deployment.OfType("AWS::SecretsManager::Secret")
        .FirstOrDefault(secret => ResourceIdentity.ArnOf(secret) is { } own && (own == arn || own[..^SuffixLength] == arn));

    /// <summary>The key of a secret, or null where it has the default key.</summary>
    public KeyUse? OfSecret(string arn, Resource? known) =>
        known is not null ? Use(known.Text("KmsKeyId"), known.Scope)
        : ManagedByRds(arn) is { } database ? Use(database.Properties["MasterUserSecret"]?["KmsKeyId"].AsText(), database.Scope)
        : Outside(arn, arn.Split(':').Last());

    /// <summary>The key of a parameter, or null where it has the default key or is not encrypted.</summary>
    public KeyUse? OfParameter(string arn, string name) => Outside(arn, name);

    private Resource? ManagedByRds(string arn) => deployment.Resources.FirstOrDefault(resource =>
        resource.Type is "AWS::RDS::DBInstance" or "AWS::RDS::DBCluster" && ResourceIdentity.Attribute(resource, "MasterUserSecret.SecretArn") == arn);

    private KeyUse? Outside(string arn, string name)
    {
        var match = outside.FirstOrDefault(pair => pair.Key.StartsWith("arn:", StringComparison.Ordinal)
            ? arn.StartsWith(pair.Key, StringComparison.Ordinal)
            : Pattern.Matches(pair.Key.TrimStart('/'), name) || Pattern.Matches(pair.Key + "-??????", name));
        return match.Key is null ? null : Use(Value(match.Value), null);
    }

    // A key that the program owns is named by its construct path, since its ARN is not known before.
    private string Value(string text) =>
        text.StartsWith("arn:", StringComparison.Ordinal) ? text
        : deployment.OfType("AWS::KMS::Key").FirstOrDefault(key => key.Path == text || key.Path.EndsWith("/" + text, StringComparison.Ordinal)) is { } own
            ? ResourceIdentity.ArnOf(own)!
            : throw new FormatException($"'// cmk: …={text}' names neither a key's ARN nor a key's construct path.");

    private KeyUse? Use(string? key, StackScope? scope)
    {
        const string Alias = "alias/";
        if (string.IsNullOrEmpty(key) || key.StartsWith("alias/aws/", StringComparison.Ordinal))
        {
            return null;
        }

        var arn = Arn.TryParse(key);
        var id = arn?.Resource ?? key;
        if (!id.StartsWith(Alias, StringComparison.Ordinal))
        {
            var owned = deployment.OfType("AWS::KMS::Key").FirstOrDefault(own => ResourceIdentity.Reference(own) == key);
            return new KeyUse(arn is not null ? key : owned is not null ? ResourceIdentity.ArnOf(owned)! : $"arn:{scope!.Partition}:kms:{scope.Region}:{scope.Account}:key/{key}", []);
        }

        var aliases = new[] { ("kms:ResourceAliases", id) };
        var target = deployment.OfType("AWS::KMS::Alias").FirstOrDefault(alias => alias.Text("AliasName") == id)?.Text("TargetKeyId");
        return target is not null
            ? Use(target, scope)! with { Aliases = aliases }
            // The alias leads to a key that nobody here can name.
            : new KeyUse((arn ?? new Arn(scope!.Partition, "kms", scope.Region, scope.Account, "")) with { Resource = "key/behind-" + id.Replace('/', '-') } + "", aliases);
    }
}
