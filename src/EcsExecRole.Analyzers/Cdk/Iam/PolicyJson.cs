using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Policies given as JSON: dictionaries with the spelling of IAM (<c>Effect</c>, <c>Action</c>, <c>Resource</c>, …).</summary>
internal static class PolicyJson
{
    /// <summary>A document: <c>{ Version, Statement: one or many }</c>.</summary>
    public static PolicyDocumentNode Document(Call call, Value json)
    {
        var document = new PolicyDocumentNode(call.Evaluator.NewKey("document"), call.Site.Operation, call.Guard);
        var fields = call.Entries(json, out var mayHaveMore);
        Open(document, mayHaveMore);
        foreach (var (key, value, guard) in fields)
        {
            var on = call.On(guard);
            if (key.Text?.Literal is not { } name)
            {
                Open(document, guard);
            }
            else if (name == "Statement")
            {
                var many = value is SequenceValue or DeferredValue ? on.Items(value, out mayHaveMore) : [(value, guard)];
                Open(document, value is SequenceValue or DeferredValue ? mayHaveMore : Guard.Never);
                document.Statements.AddRange(many.Select(s => new PolicyEntry(s.Guard, StatementOf(on.On(s.Guard), s.Value), call.Site.Operation)));
            }
        }

        return document;
    }

    /// <summary>One statement.</summary>
    public static StatementNode Statement(Call call, Value json)
    {
        var statement = new StatementNode(call.Evaluator.NumberedKey("statement"), call.Site.Operation, call.Guard);
        var fields = call.Entries(json, out var mayHaveMore);
        statement.Escaped |= mayHaveMore;
        foreach (var (key, value, guard) in fields)
        {
            Read(call.On(guard), statement, key.Text?.Literal, value);
        }

        return statement;
    }

    private static StatementNode StatementOf(Call call, Value value) =>
        value is ObjectValue { Payload: StatementNode statement } ? statement : Statement(call, value);

    private static void Read(Call call, StatementNode statement, string? name, Value value)
    {
        switch (name)
        {
            case null:
                statement.Escaped |= call.Guard;
                break;
            case "Effect":
                statement.Effect = ChoiceValue.Of(call.Guard, value, statement.Effect);
                break;
            case "Action":
                PolicyTexts.AddJson(call, value, statement.Actions);
                break;
            case "NotAction":
                PolicyTexts.AddJson(call, value, statement.NotActions);
                break;
            case "Resource":
                PolicyTexts.AddJson(call, value, statement.Resources);
                break;
            case "NotResource":
                PolicyTexts.AddJson(call, value, statement.NotResources);
                break;
            case "Condition":
                Statements.AddConditions(call, statement, value);
                break;
            case "Principal":
                ReadPrincipal(call, statement, value);
                break;
            case "NotPrincipal":
                statement.PrincipalsUnknown |= call.Guard;
                break;
        }
    }

    /// <summary><c>"*"</c> or <c>{ Service: …, AWS: …, Federated: … }</c>.</summary>
    private static void ReadPrincipal(Call call, StatementNode statement, Value principal)
    {
        if (principal is not DictionaryValue)
        {
            PolicyTexts.AddJson(call, principal, statement.AwsPrincipals);
            return;
        }

        var kinds = call.Entries(principal, out var mayHaveMore);
        statement.PrincipalsUnknown |= mayHaveMore;
        foreach (var (key, value, guard) in kinds)
        {
            switch (key.Text?.Literal)
            {
                case "Service":
                    PolicyTexts.AddJson(call.On(guard), value, statement.Services);
                    break;
                case "AWS":
                    PolicyTexts.AddJson(call.On(guard), value, statement.AwsPrincipals);
                    break;
                case null:
                    statement.PrincipalsUnknown |= guard;
                    break;
            }
        }
    }

    private static void Open(PolicyDocumentNode document, Guard guard)
    {
        document.MayHaveMore |= guard;
        document.MoreReason ??= guard.IsNever ? null : "the policy document is not known";
    }
}
