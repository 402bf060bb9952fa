using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>Amazon.CDK.AWS.Logs.ILogGroup</c> and <c>ILogGroupRef</c>: the log groups of a program and how it comes by them. An ARN ends with <c>:*</c>, as
/// CloudFormation's attribute does.
/// </summary>
internal static class LogGroups
{
    private const string AnyStream = ":*";

    public static void Register(Registry r) => r
        .Constructor("AWS.Logs.LogGroup", New)
        .Constructor("AWS.Logs.CfnLogGroup", New)
        .Method("AWS.Logs.LogGroup", "FromLogGroupName", c => ByName(c, c["logGroupName"]))
        .Method("AWS.Logs.LogGroup", "FromLogGroupArn", c => ByArn(c, c["logGroupArn"]))
        .Method("AWS.Logs.CfnLogGroup", "FromLogGroupName", c => ByName(c, c["logGroupName"]))
        .Method("AWS.Logs.CfnLogGroup", "FromLogGroupArn", c => ByArn(c, c["arn"]))
        .Method("AWS.Logs.CfnLogGroup", "ArnForLogGroup", c => Arn(c, c["resource"]))
        .Getter("AWS.Logs.ILogGroup", "LogGroupArn", c => Arn(c, c.Receiver!))
        .Getter("AWS.Logs.ILogGroup", "LogGroupName", Name)
        .Method("AWS.Logs.ILogGroup", "LogGroupPhysicalName", Name)
        .Getter("AWS.Logs.CfnLogGroup", "AttrArn", c => Arn(c, c.Receiver!))
        .Getter("Interfaces.Logs.ILogGroupRef", "LogGroupRef", c => c.NewResult(Of(c, c.Receiver!)))
        .Getter("Interfaces.Logs.ILogGroupReference", "LogGroupArn", c => Arn(c, c.Receiver!))
        .Getter("Interfaces.Logs.ILogGroupReference", "LogGroupName", Name)

        // A policy of the log service can only name accounts: a role needs its own permission all the same.
        .Method("AWS.Logs.ILogGroup", "AddToResourcePolicy", c => c.UnknownResult("whether the statement was added is not followed"));

    /// <summary>The log group that <paramref name="logGroup"/> (not a choice) is.</summary>
    public static LogGroupNode Of(Call call, Value logGroup) => Resources.Of(call, logGroup, unknown =>
    {
        var arn = unknown.Member("LogGroupArn", null).Text;
        return new LogGroupNode(unknown.Key, null, Guard.Always, ResourceKind.Unknown) { Arn = arn, GrantArn = arn, LogGroupName = unknown.Member("LogGroupName", null).Text };
    });

    /// <summary>A log group that the program, or CDK for it, creates.</summary>
    /// <param name="call">The call under way.</param>
    /// <param name="stack">The stack that it is created in.</param>
    /// <param name="name">Its name; null (the constant) for one that CloudFormation makes up.</param>
    public static LogGroupNode Owned(Call call, StackNode stack, Value name)
    {
        var key = call.Evaluator.NewKey("LogGroup");
        return In(call, stack, Resources.NameOf(call, name, key), key, ResourceKind.Owned);
    }

    private static LogGroupNode In(Call call, StackNode stack, Template name, string key, ResourceKind kind)
    {
        var arn = stack.Arn("logs", Template.Concat("log-group:", name, AnyStream));
        return new(key, call.Site.Operation, call.Guard, kind) { Arn = arn, GrantArn = arn, Ref = name, LogGroupName = name };
    }

    private static Value New(Call call)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        return Resources.Add(call, stack, Owned(call, stack, call.Prop("LogGroupName")));
    }

    private static Value ByName(Call call, Value name)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        return Resources.Add(call, stack, In(call, stack, WithoutStreams(Text.Of(name) ?? Template.Empty), call.Evaluator.NewKey("LogGroup"), ResourceKind.Imported));
    }

    private static Value ByArn(Call call, Value arn)
    {
        var group = WithoutStreams(Text.Of(arn) ?? Template.Empty);
        var name = Arns.Segments(group)?[5].Split(':', 2) is [_, var last] ? last : Tokens.Of($"name of {group}", "log group name");
        return Resources.Add(call, Scopes.StackOf(call, call["scope"]), new LogGroupNode(call.Evaluator.NewKey("LogGroup"), call.Site.Operation, call.Guard, ResourceKind.Imported)
        {
            Arn = group + AnyStream,
            GrantArn = group + AnyStream,
            LogGroupName = name,
        });
    }

    /// <summary>A name or ARN without <c>:*</c> at its end.</summary>
    public static Template WithoutStreams(Template text) => text.Suffix.EndsWith(AnyStream, StringComparison.Ordinal)
        ? Template.Of(text.Parts.Select((p, i) => i < text.Parts.Length - 1 ? p : TemplatePart.Of(p.Text!.Substring(0, p.Text.Length - AnyStream.Length))))
        : text;

    private static Value Arn(Call call, Value logGroup) => Resources.Read(call, Of(call, logGroup), g => g.Arn);

    private static Value Name(Call call) => Resources.Read(call, Of(call, call.Receiver!), g => g.LogGroupName);
}
