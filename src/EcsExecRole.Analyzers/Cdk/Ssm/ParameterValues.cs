using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Values of parameters in the program's texts: resolved at deployment, or when CDK runs. The same parameter is the same text.</summary>
internal static class ParameterValues
{
    public static void Register(Registry r)
    {
        // A CloudFormation parameter or a dynamic reference: a token either way.
        foreach (var method in new[] { "ValueForStringParameter", "ValueForTypedStringParameter", "ValueForTypedStringParameterV2", "ValueForSecureStringParameter" })
        {
            r.Method("AWS.SSM.StringParameter", method, c => Token(c, Scopes.StackOf(c, c["scope"]), c["parameterName"]));
        }

        r.Method("AWS.SSM.StringParameter", "ValueFromLookup", Lookup)
            .Getter("AWS.SSM.IStringParameter", "StringValue", Value)
            .Getter("AWS.SSM.CfnParameter", "AttrValue", Value);
    }

    private static Value Token(Call call, StackNode stack, Value name) =>
        TextValue.Of(Tokens.Of(KeyOf(stack, Text.Of(name) ?? Template.Empty, call["version"]), Display(name)));

    /// <summary>Looked up when CDK runs: no token then, but a text that the program does not have.</summary>
    private static Value Lookup(Call call)
    {
        var name = call["parameterName"];
        return TextValue.Of(Template.Of(new Hole(KeyOf(Scopes.StackOf(call, call["scope"]), Text.Of(name) ?? Template.Empty, ConstantValue.Null), HoleKind.Any, Display(name))));
    }

    private static Value Value(Call call) => Resources.Read(call, Parameters.Of(call, call.Receiver!), p =>
        Tokens.Of(p.Stack is { } stack ? KeyOf(stack, p.ParameterName, ConstantValue.Null) : p.Key + ".StringValue", "value of " + p.Name));

    private static string KeyOf(StackNode stack, Template name, Value version) =>
        "ssm " + Evaluator.KeyOf(TextValue.Of(Template.Concat(stack.Region, " ", stack.Account, " ", name))) + (version.IsNull ? "" : ":" + Evaluator.KeyOf(version));

    private static string Display(Value name) => "value of " + (name.Text?.ToString() ?? "a parameter");
}
