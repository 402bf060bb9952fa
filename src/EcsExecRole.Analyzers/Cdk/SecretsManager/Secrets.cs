using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Amazon.CDK.AWS.SecretsManager.ISecret</c>: the secrets of a program and how it comes by them.</summary>
internal static class Secrets
{
    public const string Type = "Amazon.CDK.AWS.SecretsManager.ISecret";

    /// <summary>What a policy adds to the ARN of a secret whose suffix is not known.</summary>
    private const string AnySuffix = "-??????";

    public static void Register(Registry r)
    {
        // The database secrets of RDS and DocumentDB are secrets with a template for the password.
        foreach (var type in new[] { "AWS.SecretsManager.Secret", "AWS.RDS.DatabaseSecret", "AWS.DocDB.DatabaseSecret" })
        {
            r.Constructor(type, New);
        }

        r.Constructor("AWS.SecretsManager.CfnSecret", NewCfn)
            .Constructor("AWS.SecretsManager.SecretTargetAttachment", c => Attached(c, c.Prop("Secret")))
            .Method("AWS.SecretsManager.ISecret", "Attach", c => c.NewResult(Of(c, c.Receiver!)))
            .Method("AWS.SecretsManager.Secret", "FromSecretNameV2", c => ByName(c, Text.Of(c["secretName"]) ?? Template.Empty))
            .Method("AWS.SecretsManager.Secret", "FromSecretCompleteArn", c => ByArn(c, c["secretCompleteArn"], false, ConstantValue.Null))
            .Method("AWS.SecretsManager.Secret", "FromSecretPartialArn", c => ByArn(c, c["secretPartialArn"], true, ConstantValue.Null))
            .Method("AWS.SecretsManager.Secret", "FromSecretAttributes", FromAttributes)
            .Method("AWS.SecretsManager.SecretTargetAttachment", "FromSecretTargetAttachmentSecretArn", c => ByArn(c, c["secretTargetAttachmentSecretArn"], false, ConstantValue.Null))
            .Method("AWS.SecretsManager.CfnSecret", "FromSecretId", c => ByArn(c, c["secretId"], false, ConstantValue.Null))
            .Method("AWS.SecretsManager.CfnSecret", "ArnForSecret", c => Arn(c, c["resource"]))
            .Getter("AWS.SecretsManager.ISecret", "SecretArn", c => Arn(c, c.Receiver!))
            .Getter("AWS.SecretsManager.ISecret", "SecretFullArn", FullArn)
            .Getter("AWS.SecretsManager.ISecret", "SecretName", c => Resources.Read(c, Of(c, c.Receiver!), s => s.SecretName))
            .Getter("AWS.SecretsManager.ISecret", "EncryptionKey", c => Of(c, c.Receiver!) is { Kind: not ResourceKind.Unknown } known ? known.EncryptionKey : c.UnknownResult("the secret is not known"))
            .Getter("AWS.SecretsManager.SecretTargetAttachment", "SecretTargetAttachmentSecretArn", c => Arn(c, c.Receiver!))
            .Getter("AWS.SecretsManager.CfnSecret", "AttrId", c => Arn(c, c.Receiver!))
            .Setter("AWS.SecretsManager.CfnSecret", "KmsKeyId", SetKey)
            .Getter("Interfaces.SecretsManager.ISecretRef", "SecretRef", c => c.NewResult(Of(c, c.Receiver!)))
            .Getter("Interfaces.SecretsManager.ISecretReference", "SecretId", c => Arn(c, c.Receiver!))
            .Constructor("AWS.SecretsManager.CfnResourcePolicy", c => ResourcePolicies.Attach<SecretNode>(c, c.Prop("SecretId"), c.Prop("ResourcePolicy")))
            .Constructor("AWS.SecretsManager.ResourcePolicy", c => ResourcePolicies.Open(c, Of, c.Prop("Secret")))
            .Method("AWS.SecretsManager.ISecret", "AddToResourcePolicy", c => ResourcePolicies.Add(c, Of(c, c.Receiver!), c["statement"]));
    }

    /// <summary>The secret that <paramref name="secret"/> (not a choice) is.</summary>
    public static SecretNode Of(Call call, Value secret) => Resources.Of(call, secret, unknown =>
    {
        var arn = unknown.Member("SecretArn", null).Text;
        return new SecretNode(unknown.Key, null, Guard.Always, ResourceKind.Unknown)
        {
            Arn = arn,
            GrantArn = arn,
            SecretName = unknown.Member("SecretName", null).Text,
            EncryptionKey = unknown.Member("EncryptionKey", null),
        };
    });

    /// <summary>A secret that the program (or CDK for it) creates. Its ARN ends with a hyphen and six characters that Secrets Manager makes up.</summary>
    public static SecretNode Owned(Call call, StackNode stack, Value name, Value encryptionKey)
    {
        var key = call.Evaluator.NewKey("Secret");
        var text = Resources.NameOf(call, name, key);
        var arn = stack.Arn("secretsmanager", Template.Concat("secret:", text, "-", Template.Of(new Hole(key + ".Suffix", HoleKind.SecretSuffix, "suffix"))));
        return new(key, call.Site.Operation, call.Guard, ResourceKind.Owned) { Arn = arn, GrantArn = arn, Ref = arn, SecretName = text, EncryptionKey = encryptionKey };
    }

    /// <summary>A secret that AWS makes for a resource of the program's: its full ARN is known at deployment.</summary>
    public static SecretNode Managed(Call call, StackNode stack, Value encryptionKey)
    {
        var node = Owned(call, stack, ConstantValue.Null, encryptionKey);
        return new(node.Key, node.Origin, node.Birth, ResourceKind.Imported) { Arn = node.Arn, GrantArn = node.Arn, SecretName = node.SecretName, EncryptionKey = encryptionKey };
    }

    private static Value New(Call call)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        return Resources.Add(call, stack, Owned(call, stack, call.Prop("SecretName"), call.Prop("EncryptionKey")));
    }

    private static Value NewCfn(Call call)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        return Resources.Add(call, stack, Owned(call, stack, call.Prop("Name"), Keys.Named(call, call.Prop("KmsKeyId"), stack)));
    }

    private static Value SetKey(Call call)
    {
        var node = Of(call, call.Receiver!);
        node.EncryptionKey = ChoiceValue.Of(call.Guard, Keys.Named(call, call.Arguments[0], node.Stack), node.EncryptionKey);
        return ConstantValue.Null;
    }

    /// <summary>An attachment adds the database's address to the secret; it is another construct, but the same secret with the same ARN.</summary>
    private static Value Attached(Call call, Value secret)
    {
        call.Instance.IsOpaque = true;
        call.Instance.Payload = secret is ChoiceValue ? null : Of(call, secret);
        return call.Instance;
    }

    private static Value ByName(Call call, Template name)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        return Import(call, stack, stack.Arn("secretsmanager", "secret:" + name), name, true, ConstantValue.Null);
    }

    private static Value FromAttributes(Call call)
    {
        var key = call.Prop("EncryptionKey", "attrs");
        return call.Map(call.Prop("SecretCompleteArn", "attrs"), (complete, on) =>
            complete.IsNull ? ByArn(on, on.Prop("SecretPartialArn", "attrs"), true, key) : ByArn(on, complete, false, key));
    }

    private static Value ByArn(Call call, Value arn, bool isPartial, Value encryptionKey)
    {
        var text = Text.Of(arn) ?? Template.Empty;
        return Import(call, Scopes.StackOf(call, call["scope"]), text, NameIn(text, isPartial), isPartial, encryptionKey);
    }

    private static Value Import(Call call, StackNode stack, Template arn, Template name, bool isPartial, Value encryptionKey) =>
        Resources.Add(call, stack, new SecretNode(call.Evaluator.NewKey("Secret"), call.Site.Operation, call.Guard, ResourceKind.Imported)
        {
            Arn = arn,
            GrantArn = isPartial ? arn + AnySuffix : arn,
            SecretName = name,
            IsPartial = isPartial,
            EncryptionKey = encryptionKey,
        });

    /// <summary>The name in an ARN, as CDK finds it: without a hyphen and six characters at its end.</summary>
    private static Template NameIn(Template arn, bool isPartial)
    {
        if (Arns.Segments(arn)?[5].Split(':', 2) is not [_, var name])
        {
            return Tokens.Of($"name of {arn}", "secret name");
        }

        return !isPartial && name.Literal is { Length: > 7 } literal && literal[literal.Length - 7] == '-' ? literal.Substring(0, literal.Length - 7) : name;
    }

    private static Value Arn(Call call, Value secret) => Resources.Read(call, Of(call, secret), s => s.Arn);

    private static Value FullArn(Call call) => Of(call, call.Receiver!) is { IsPartial: true } ? ConstantValue.Null : Arn(call, call.Receiver!);
}
