using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>How Secrets Manager names secrets: <c>arn:…:secret:NAME-XXXXXX</c>, of which a <c>valueFrom</c> may leave out the six characters and add a tail.</summary>
internal static class SecretArn
{
    /// <summary>
    /// Takes a <c>valueFrom</c> apart: the secret's ARN, and the version's stage. The tail <c>:json-key:version-stage:version-id</c> is not part of the ARN.
    /// </summary>
    /// <param name="valueFrom">An ARN of Secrets Manager's, or a text that starts with a hole which holds one.</param>
    /// <param name="stage">The version stage; null where none is given or it is not known.</param>
    public static Template WithoutTail(Template valueFrom, out string? stage)
    {
        var pieces = valueFrom.Split(':');
        var length = ArnTemplate.TryParse(valueFrom) is null ? 1 : 7;
        stage = pieces.Count > length + 1 && pieces[length + 1].Literal is { Length: > 0 } literal ? literal : null;
        return pieces.Count <= length ? valueFrom : Join(pieces.Take(length));
    }

    /// <summary>The construct whose secret the text names, with the suffix or without it.</summary>
    public static SecretNode? Find(CdkGraph graph, Template arn) =>
        graph.FindByArn<SecretNode>(arn) ?? graph.Of<SecretNode>().FirstOrDefault(s => !s.IsPartial && IsWithoutSuffix(arn, s.Arn));

    /// <summary>The ARN that the construct's secret has, as IAM will see it.</summary>
    public static Template Of(SecretNode secret) => secret.IsPartial ? WithSuffix(secret.Arn, secret.Key) : secret.Arn;

    /// <summary>
    /// The key that encrypts the secret: as the construct says, or where that is an import without a key, what the program says of the same secret elsewhere (where
    /// it makes the secret, or makes the database whose password it is).
    /// </summary>
    public static Value KeyOf(CdkGraph graph, SecretNode secret)
    {
        if (secret.Kind != ResourceKind.Imported || !secret.EncryptionKey.Alternatives.Any(a => a.Value.IsNull))
        {
            return secret.EncryptionKey;
        }

        var elsewhere = graph.Of<SecretNode>().FirstOrDefault(s => s != secret && !s.EncryptionKey.IsNull && s.Arn.Equals(secret.Arn))?.EncryptionKey;
        return elsewhere is null ? secret.EncryptionKey
            : ChoiceValue.Of(secret.EncryptionKey.Alternatives.Select(a => a.Value.IsNull ? new Alternative(a.Guard, elsewhere) : a).ToList());
    }

    /// <summary>The ARNs that a secret written as <paramref name="arn"/> may have: its text need not tell whether the suffix is there.</summary>
    public static IReadOnlyList<Template> Forms(Template arn)
    {
        var complete = WithSuffix(arn, arn.ToString());
        return arn.Parts.Length > 0 && arn.Parts[arn.Parts.Length - 1].Hole is { } hole
            ? hole.Kind is HoleKind.SecretSuffix ? [arn] : [arn, complete]
            : EndsLikeSuffix(arn.Suffix) ? [arn, complete]
            : [complete];
    }

    /// <summary>Whether the text ends with a hyphen and six characters, which Secrets Manager then takes for the suffix.</summary>
    public static bool EndsLikeSuffix(string text) =>
        text.Length > 7 && text[text.Length - 7] == '-' && text.Skip(text.Length - 6).All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));

    private static Template WithSuffix(Template arn, string key) =>
        Template.Concat(arn, "-", Template.Of(new Hole(key + "/suffix", HoleKind.SecretSuffix, "suffix")));

    /// <summary>Whether a text is an ARN but for the hyphen and the six characters at its end.</summary>
    private static bool IsWithoutSuffix(Template text, Template arn)
    {
        if (text.Parts.Length != arn.Parts.Length - 1
            || arn.Parts is not [.., { Text: { } last }, { Hole.Kind: HoleKind.SecretSuffix }]
            || text.Suffix.Length != last.Length - 1
            || !last.EndsWith("-", StringComparison.Ordinal)
            || !last.StartsWith(text.Suffix, StringComparison.Ordinal))
        {
            return false;
        }

        for (var i = 0; i < text.Parts.Length - 1; i++)
        {
            if (!text.Parts[i].Equals(arn.Parts[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static Template Join(IEnumerable<Template> pieces) => Template.Concat([.. pieces.SelectMany((p, i) => i == 0 ? [p] : new Template[] { ":", p })]);
}
