using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>KMS.Alias</c>: in CDK a key like any other, but IAM never matches an alias's ARN. Grants on an alias whose key is known go to that key.
/// </summary>
internal static class Aliases
{
    private const string Prefix = "alias/";

    public static void Register(Registry r)
    {
        r.Constructor("AWS.KMS.Alias", c => New(c, c.Prop("AliasName"), c.Prop("TargetKey")))
            .Method("AWS.KMS.Alias", "FromAliasAttributes", c => New(c, c.Prop("AliasName", "attrs"), c.Prop("AliasTargetKey", "attrs")))
            .Method("AWS.KMS.Alias", "FromAliasName", c => Resources.Add(c, Scopes.StackOf(c, c["scope"]), Imported(c, Text.Of(c["aliasName"]) ?? Prefix, Scopes.StackOf(c, c["scope"]))))
            .Method("AWS.KMS.IKey", "AddAlias", c => New(c, c.Arguments[0], c.Receiver!))
            .Constructor("AWS.KMS.CfnAlias", c => New(c, c.Prop("AliasName"), Keys.Named(c, c.Prop("TargetKeyId"), Scopes.StackOf(c, c["scope"]))))
            .Getter("AWS.KMS.IAlias", "AliasName", Name)
            .Getter("AWS.KMS.CfnAlias", "AliasName", Name)
            .Getter("AWS.KMS.Alias", "AliasArn", c => Resources.Read(c, Keys.Of(c, c.Receiver!), k => k.Arn))
            .Getter("AWS.KMS.IAlias", "AliasTargetKey", Target);
    }

    /// <summary>An alias of which only the name is known. It stands for some key of the account, no one knows which.</summary>
    /// <param name="name">Its name, with <c>alias/</c>.</param>
    public static KeyNode Imported(Call call, Template name, StackNode stack) =>
        new(call.Evaluator.NewKey("Alias"), call.Site.Operation, call.Guard, ResourceKind.Imported)
        {
            IsImportedAlias = true,
            AliasName = name,
            Ref = name,
            Arn = stack.Arn("kms", name),
            GrantArn = stack.Arn("kms", "key/" + Template.Of(new Hole($"key of {name} in {stack.Key}", HoleKind.Any, $"key of {name}"))),
        };

    private static Value New(Call call, Value name, Value target)
    {
        var given = Text.Of(name) ?? Template.Empty;
        var full = given.Prefix.StartsWith(Prefix, StringComparison.Ordinal) ? given : Prefix + given;
        var stack = call["scope"].IsNull ? Keys.Of(call, call.Receiver!).Stack : Scopes.StackOf(call, call["scope"]);
        var key = target is ChoiceValue or { IsNull: true }
            ? Keys.Of(call, new UnknownValue(Evaluator.KeyOf(target), Evaluator.DisplayOf(target), null, "it may be one of several keys"))
            : Keys.TargetOf(call, target);
        return Resources.Add(call, stack, new KeyNode(call.Evaluator.NewKey("Alias"), call.Site.Operation, call.Guard, key.Kind)
        {
            Target = key,
            AliasName = full,
            Ref = full,
            Arn = stack?.Arn("kms", full) ?? Tokens.Of($"{key.Key}.{full}", full.ToString()),
            GrantArn = key.GrantArn,
        });
    }

    private static Value Name(Call call) => Resources.Read(call, Keys.Of(call, call.Receiver!), k => k.AliasName ?? Tokens.Of(k.Key + ".AliasName", "alias"));

    /// <summary>The key of an alias; CDK throws for one imported by name.</summary>
    private static Value Target(Call call) => Keys.Of(call, call.Receiver!).Target is { } target
        ? call.NewResult(target)
        : call.UnknownResult("the alias is imported by name, and its key is not known");
}
