using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Amazon.CDK.AWS.SSM.IParameter</c>: the Parameter Store parameters of a program and how it comes by them.</summary>
internal static class Parameters
{
    private const string StringParameter = "AWS.SSM.StringParameter";
    private const string ListParameter = "AWS.SSM.StringListParameter";

    public static void Register(Registry r) => r
        .Constructor(StringParameter, c => New(c, c.Prop("ParameterName")))
        .Constructor(ListParameter, c => New(c, c.Prop("ParameterName")))
        .Constructor("AWS.SSM.CfnParameter", c => New(c, c.Prop("Name")))
        .Method(StringParameter, "FromStringParameterName", c => Import(c, c["stringParameterName"], ConstantValue.Null, ConstantValue.Null))
        .Method(StringParameter, "FromStringParameterAttributes", FromAttributes)
        .Method(StringParameter, "FromSecureStringParameterAttributes", FromAttributes)
        .Method(StringParameter, "FromStringParameterArn", FromArn)
        .Method(ListParameter, "FromStringListParameterName", c => Import(c, c["stringListParameterName"], ConstantValue.Null, ConstantValue.Null))
        .Method(ListParameter, "FromListParameterAttributes", FromAttributes)
        .Method("AWS.SSM.CfnParameter", "ArnForParameter", c => Arn(c, c["resource"]))
        .Getter("AWS.SSM.IParameter", "ParameterArn", c => Arn(c, c.Receiver!))
        .Getter("AWS.SSM.IParameter", "ParameterName", Name)
        .Getter("AWS.SSM.StringParameter", "EncryptionKey", Key)
        .Getter("AWS.SSM.StringListParameter", "EncryptionKey", Key)
        .Getter("AWS.SSM.CfnParameter", "AttrArn", c => Arn(c, c.Receiver!))
        .Getter("Interfaces.SSM.IParameterRef", "ParameterRef", c => c.NewResult(Of(c, c.Receiver!)))
        .Getter("Interfaces.SSM.IParameterReference", "ParameterArn", c => Arn(c, c.Receiver!))
        .Getter("Interfaces.SSM.IParameterReference", "ParameterName", Name);

    /// <summary>The parameter that <paramref name="parameter"/> (not a choice) is.</summary>
    public static ParameterNode Of(Call call, Value parameter) => Resources.Of(call, parameter, unknown =>
    {
        var arn = unknown.Member("ParameterArn", null).Text;
        return new ParameterNode(unknown.Key, null, Guard.Always, ResourceKind.Unknown)
        {
            Arn = arn,
            GrantArn = arn,
            ParameterName = unknown.Member("ParameterName", null).Text,
            EncryptionKey = unknown.Member("EncryptionKey", null),
        };
    });

    /// <summary>
    /// The ARN of a parameter of this name: a name with a leading slash follows <c>parameter</c> directly, a simple one after a slash. Of a token CDK takes
    /// <c>SimpleName</c> for the answer; of a text that the program does not tell the answer is open.
    /// </summary>
    public static Template ArnOf(StackNode stack, Template name, Value simpleName)
    {
        var isSimple = name.Prefix.Length > 0 ? name.Prefix[0] != '/' : (simpleName as ConstantValue)?.Content as bool?;
        if (isSimple is null && name.Parts is [{ Hole.Kind: HoleKind.Generated }, ..])
        {
            isSimple = true;
        }

        return stack.Arn("ssm", isSimple switch
        {
            true => "parameter/" + name,
            false => "parameter" + name,
            null => "parameter" + WithAnySlash(name),
        });
    }

    /// <summary>The name with a slash before it or without, as its first hole has one of its own or not.</summary>
    private static Template WithAnySlash(Template name) => Template.Of(name.Parts.Select((p, i) =>
        i == 0 && p.Hole is { } first ? TemplatePart.Of(new Hole(first.Key + "/", HoleKind.Any, first.Display)) : p));

    private static Value New(Call call, Value name)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        var key = call.Evaluator.NewKey("Parameter");
        var text = Resources.NameOf(call, name, key);
        var arn = ArnOf(stack, text, call.Prop("SimpleName"));
        return Resources.Add(call, stack, new ParameterNode(key, call.Site.Operation, call.Guard, ResourceKind.Owned) { Arn = arn, GrantArn = arn, Ref = text, ParameterName = text });
    }

    private static Value FromAttributes(Call call) =>
        Import(call, call.Prop("ParameterName", "attrs"), call.Prop("SimpleName", "attrs"), call.Prop("EncryptionKey", "attrs"));

    private static Value Import(Call call, Value name, Value simpleName, Value encryptionKey)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        var text = Text.Of(name) ?? Template.Empty;
        return Import(call, stack, text, ArnOf(stack, text, simpleName), encryptionKey);
    }

    private static Value FromArn(Call call)
    {
        var arn = Text.Of(call["stringParameterArn"]) ?? Template.Empty;
        return Import(call, Scopes.StackOf(call, call["scope"]), Arns.LastPathSegment(arn) ?? Tokens.Of($"name of {arn}", "parameter name"), arn, ConstantValue.Null);
    }

    private static Value Import(Call call, StackNode stack, Template name, Template arn, Value encryptionKey) =>
        Resources.Add(call, stack, new ParameterNode(call.Evaluator.NewKey("Parameter"), call.Site.Operation, call.Guard, ResourceKind.Imported)
        {
            Arn = arn,
            GrantArn = arn,
            ParameterName = name,
            EncryptionKey = encryptionKey,
        });

    private static Value Arn(Call call, Value parameter) => Resources.Read(call, Of(call, parameter), p => p.Arn);

    private static Value Name(Call call) => Resources.Read(call, Of(call, call.Receiver!), p => p.ParameterName);

    private static Value Key(Call call) =>
        Of(call, call.Receiver!) is { Kind: not ResourceKind.Unknown } known ? known.EncryptionKey : call.UnknownResult("the parameter is not known");
}
