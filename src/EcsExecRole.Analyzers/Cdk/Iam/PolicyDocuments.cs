using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>PolicyDocument</c>: a list of statements, by reference.</summary>
internal static class PolicyDocuments
{
    private const string Type = "AWS.IAM.PolicyDocument";

    public static void Register(Registry r) => r
        .Constructor(Type, New)
        .Method(Type, "FromJson", c => c.Map(c["obj"], (json, on) => on.NewResult(PolicyJson.Document(on, json))))
        .Method(Type, "AddStatements", c => AddStatements(c, Call.Node<PolicyDocumentNode>(c.Receiver)))
        .Method(Type, "ValidateForIdentityPolicy", Stacks.Nothing)
        .Method(Type, "ValidateForAnyPolicy", Stacks.Nothing)
        .Getter(Type, "IsEmpty", c => Call.Node<PolicyDocumentNode>(c.Receiver) is { Statements.Count: 0, MayHaveMore.IsNever: true }
            ? ConstantValue.True
            : c.UnknownResult("whether a policy is empty is not followed"));

    /// <summary>Adds the statements of a <c>params</c> argument called <c>statement</c>.</summary>
    public static Value AddStatements(Call call, PolicyDocumentNode? document)
    {
        if (document is not null)
        {
            Add(call, document, call["statement"], null);
        }

        return ConstantValue.Null;
    }

    /// <summary>Adds each statement of a list.</summary>
    /// <param name="origin">The expression that gives the list; null for the call.</param>
    public static void Add(Call call, PolicyDocumentNode document, Value statements, IOperation? origin)
    {
        var items = call.Items(statements, out var mayHaveMore);
        foreach (var (value, guard) in items)
        {
            if (Statements.Of(call.On(guard), value) is { } statement)
            {
                document.Statements.Add(new(guard, statement, statement.Origin ?? origin ?? call.Site.Operation));
            }
        }

        Open(document, mayHaveMore, "its list of statements is not known");
    }

    public static void Open(PolicyDocumentNode document, Guard guard, string reason)
    {
        if (guard.IsFeasible)
        {
            document.MayHaveMore |= guard;
            document.MoreReason ??= reason;
        }
    }

    /// <summary>
    /// The documents that a value stands for: a <c>PolicyDocument</c>, by reference, or (of L1 properties) a dictionary. What cannot be read is a document that
    /// may hold anything.
    /// </summary>
    public static IEnumerable<PolicyAttachment> Of(Call call, Value value, IOperation? origin)
    {
        foreach (var (one, guard) in call.Each(value))
        {
            switch (one)
            {
                case { IsNull: true }:
                    break;
                case ObjectValue { Payload: PolicyDocumentNode document }:
                    yield return new(guard, document, origin);
                    break;
                case DictionaryValue:
                    yield return new(guard, PolicyJson.Document(call.On(guard), one), origin);
                    break;
                case UnknownValue unknown:
                    yield return new(guard, call.Graph.OfUnknown(unknown, () => Unknown(unknown.Key, unknown.Reason)), origin);
                    break;
                default:
                    yield return new(guard, Unknown(call.Evaluator.NewKey("document"), "the policy document is not known"), origin);
                    break;
            }
        }
    }

    private static Value New(Call call)
    {
        var document = new PolicyDocumentNode(call.Instance.Key, call.Site.Operation, call.Guard);
        call.Instance.Payload = document;
        Add(call, document, call.Prop("Statements"), call.Where(call["props"], "Statements"));
        return ConstantValue.Null;
    }

    private static PolicyDocumentNode Unknown(string key, string reason) => new(key, null, Guard.Always) { MayHaveMore = Guard.Always, MoreReason = reason };
}
