using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Amazon.CDK.AWS.KMS.IKey</c>: the KMS keys of a program and how it comes by them.</summary>
internal static class Keys
{
    public const string Type = "Amazon.CDK.AWS.KMS.IKey";

    public static void Register(Registry r)
    {
        r.Constructor("AWS.KMS.Key", NewKey)
            .Constructor("AWS.KMS.CfnKey", NewCfnKey)
            .Method("AWS.KMS.Key", "FromKeyArn", FromArn)
            .Method("AWS.KMS.Key", "FromLookup", c => Import(c, Lookup(c, c.Prop("AliasName", "options"))))
            .Method("AWS.KMS.Key", "FromCfnKey", FromCfnKey)
            .Method("AWS.KMS.CfnKey", "FromKeyArn", c => Import(c, Text.Of(c["arn"]) ?? Template.Empty))
            .Method("AWS.KMS.CfnKey", "FromKeyId", c => Import(c, Scopes.StackOf(c, c["scope"]).Arn("kms", Template.Concat("key/", Text.Of(c["keyId"]) ?? Template.Empty))))
            .Method("AWS.KMS.CfnKey", "ArnForKey", c => Arn(c, c["resource"]))
            .Getter("AWS.KMS.IKey", "KeyArn", c => Arn(c, c.Receiver!))
            .Getter("AWS.KMS.IKey", "KeyId", Id)
            .Getter("AWS.KMS.CfnKey", "AttrArn", c => Arn(c, c.Receiver!))
            .Getter("AWS.KMS.CfnKey", "AttrKeyId", Id)
            .Setter("AWS.KMS.CfnKey", "KeyPolicy", SetPolicy)
            .Getter("Interfaces.KMS.IKeyRef", "KeyRef", c => c.NewResult(Of(c, c.Receiver!)))
            .Getter("Interfaces.KMS.IKeyReference", "KeyArn", c => Arn(c, c.Receiver!))
            .Getter("Interfaces.KMS.IKeyReference", "KeyId", Id)
            .Method("AWS.KMS.IKey", "AddToResourcePolicy", c => ResourcePolicies.Add(c, TargetOf(c, c.Receiver!), c["statement"]));
    }

    /// <summary>The key or alias that <paramref name="key"/> (not a choice) is.</summary>
    public static KeyNode Of(Call call, Value key) => Resources.Of(call, key, unknown =>
    {
        var arn = unknown.Member("KeyArn", null).Text;
        return new KeyNode(unknown.Key, null, Guard.Always, ResourceKind.Unknown) { Arn = arn, GrantArn = arn };
    });

    /// <summary>The key itself, where <paramref name="key"/> is an alias of one that is known.</summary>
    public static KeyNode TargetOf(Call call, Value key) => Of(call, key) is var node ? node.Target ?? node : null!;

    /// <summary>
    /// The key that an L1 property (<c>KmsKeyId</c>) names by ARN, ID, alias or alias ARN: a value as an L2's <c>EncryptionKey</c> has it, null where none is named.
    /// </summary>
    public static Value Named(Call call, Value identifier, StackNode? stack) => call.Map(identifier, (value, on) =>
    {
        if (value.IsNull || value is not (ConstantValue or TextValue))
        {
            return value;
        }

        var text = value.Text!;
        var known = on.Graph.Of<KeyNode>().FirstOrDefault(k => k.Arn.Equals(text) || text.Equals(k.Ref));
        if (known is null)
        {
            var isArn = text.Prefix.StartsWith("arn:", StringComparison.Ordinal);
            var resource = isArn ? Arns.Segments(text)?[5] : text;
            if (resource is null || stack is null || (!isArn && resource.Prefix.Length == 0))
            {
                return new UnknownValue("key " + Evaluator.KeyOf(value), text.ToString(), null, "its text does not tell whether it is a key or an alias");
            }

            known = resource.Prefix.StartsWith("alias/", StringComparison.Ordinal)
                ? Aliases.Imported(on, resource, stack)
                : new KeyNode(on.Evaluator.NewKey("Key"), on.Site.Operation, on.Guard, ResourceKind.Imported) { Arn = isArn ? text : stack.Arn("kms", "key/" + text) };
            known.GrantArn = known.IsImportedAlias ? known.GrantArn : known.Arn;
            known.Name = text.ToString();
            known.Stack = stack;
            on.Graph.Add(known);
        }

        return Resources.ValueOf(on, Type, known);
    });

    /// <summary>A key that the program (or CDK for it) creates.</summary>
    public static KeyNode Owned(Call call, StackNode stack)
    {
        var key = call.Evaluator.NewKey("Key");
        var id = Text.Generated(key + ".KeyId", call["id"].Text?.Literal ?? "key");
        var arn = stack.Arn("kms", "key/" + id);
        return new(key, call.Site.Operation, call.Guard, ResourceKind.Owned) { Arn = arn, GrantArn = arn, Ref = id };
    }

    private static Value NewKey(Call call)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        var node = Owned(call, stack);
        var result = Resources.Add(call, stack, node);
        ResourcePolicies.AddDocument(call, node, call.Prop("Policy"));
        return result;
    }

    private static Value NewCfnKey(Call call)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        var node = Owned(call, stack);
        var result = Resources.Add(call, stack, node);
        ResourcePolicies.AddDocument(call, node, call.Prop("KeyPolicy"));
        return result;
    }

    private static Value SetPolicy(Call call)
    {
        ResourcePolicies.AddDocument(call, Of(call, call.Receiver!), call.Arguments[0]);
        return ConstantValue.Null;
    }

    private static Value FromArn(Call call) => Import(call, Text.Of(call["keyArn"]) ?? Template.Empty);

    private static Value Import(Call call, Template arn)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        return Resources.Add(call, stack, new KeyNode(call.Evaluator.NewKey("Key"), call.Site.Operation, call.Guard, ResourceKind.Imported) { Arn = arn, GrantArn = arn });
    }

    /// <summary>The key found in the account when CDK runs: a text that the program does not have.</summary>
    private static Template Lookup(Call call, Value alias)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        return stack.Arn("kms", "key/" + Template.Of(new Hole("lookup of " + Evaluator.KeyOf(alias) + " in " + stack.Key, HoleKind.Any, "key of " + Evaluator.DisplayOf(alias))));
    }

    /// <summary>The L2 key over an L1 one. CDK parses the L1's policy and writes every grant to it as well.</summary>
    private static Value FromCfnKey(Call call) => call.Map(call["cfnKey"], (value, on) =>
    {
        var node = Of(on, value);
        node.GrantsToPolicy = true;
        return on.NewResult(node);
    });

    private static Value Arn(Call call, Value key) => Resources.Read(call, Of(call, key), k => k.Arn);

    private static Value Id(Call call) => Resources.Read(call, Of(call, call.Receiver!), k =>
        k.AliasName ?? k.Ref ?? Arns.LastPathSegment(k.Arn) ?? Tokens.Of(k.Key + ".KeyId", k.Name));
}
