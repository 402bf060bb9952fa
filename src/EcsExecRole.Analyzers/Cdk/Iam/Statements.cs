using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>PolicyStatement</c>: it stays mutable after it was added to a policy, until synth.</summary>
internal static class Statements
{
    private const string Type = "AWS.IAM.PolicyStatement";

    /// <summary>The four lists of a statement, by the name of their property.</summary>
    private static readonly (string Name, Func<StatementNode, GuardedTexts> List)[] Lists =
    [
        ("Actions", s => s.Actions),
        ("NotActions", s => s.NotActions),
        ("Resources", s => s.Resources),
        ("NotResources", s => s.NotResources),
    ];

    public static void Register(Registry r)
    {
        r.Constructor(Type, New)
            .Method(Type, "FromJson", c => c.Map(c["obj"], (json, on) => on.NewResult(PolicyJson.Statement(on, json))))
            .Method(Type, "Copy", Copy)
            .Method(Type, "Freeze", c => c.Receiver!)
            .Method(Type, "AddAllResources", c => Change(c, s => s.Resources.Add(c.Guard, "*")))
            .Method(Type, "AddCondition", c => Change(c, s => AddOperator(c, s)))
            .Method(Type, "AddConditions", c => Change(c, s => AddConditions(c, s, c["conditions"])))
            .Method(Type, "AddAccountCondition", c => Change(c, s => AddEquals(c, s, "sts:ExternalId", "accountId")))
            .Method(Type, "AddSourceAccountCondition", c => Change(c, s => AddEquals(c, s, "aws:SourceAccount", "accountId")))
            .Method(Type, "AddSourceArnCondition", c => Change(c, s => AddEquals(c, s, "aws:SourceArn", "arn", "ArnEquals")))
            .Method(Type, "AddPrincipals", c => Change(c, s => AddPrincipals(c, s, c["principals"])))
            .Method(Type, "AddNotPrincipals", c => Change(c, s => s.PrincipalsUnknown |= c.Guard))
            .Method(Type, "AddServicePrincipal", c => Change(c, s => PrincipalReader.AddTo(s, PrincipalReader.Service(c, c["service"], c["opts"]))))
            .Method(Type, "AddArnPrincipal", c => Change(c, s => PrincipalReader.AddTo(s, PrincipalReader.Aws(c, c["arn"]))))
            .Method(Type, "AddAwsAccountPrincipal", c => Change(c, s => PrincipalReader.AddTo(s, PrincipalReader.Account(c, c["accountId"]))))
            .Method(Type, "AddAccountRootPrincipal", c => Change(c, s => PrincipalReader.AddTo(s, PrincipalReader.Account(c, TextValue.Of(StackNode.AgnosticAccount)))))
            .Method(Type, "AddAnyPrincipal", c => Change(c, s => PrincipalReader.AddTo(s, PrincipalReader.Aws(c, ConstantValue.Of("*")))))
            .Method(Type, "AddFederatedPrincipal", c => Change(c, s => AddConditions(c, s, c["conditions"])))
            .Method(Type, "AddCanonicalUserPrincipal", Stacks.Nothing)
            .Getter(Type, "Effect", c => Of(c, c.Receiver!)?.Effect is { IsNull: false } effect ? effect : ConstantValue.Null)
            .Setter(Type, "Effect", c => Change(c, s => s.Effect = ChoiceValue.Of(c.Guard, c.Arguments[0], s.Effect)))
            .Setter(Type, "Sid", Stacks.Nothing);
        foreach (var (name, list) in Lists)
        {
            r.Method(Type, "Add" + name, c => Change(c, s => PolicyTexts.AddAll(c, c.Arguments[0], list(s))))
                .Getter(Type, name, c => Read(c, list));
        }
    }

    /// <summary>The statement that a value is; an unknown one is a statement of which nothing is known. Null for null.</summary>
    public static StatementNode? Of(Call call, Value value) => value switch
    {
        { IsNull: true } => null,
        ObjectValue { Payload: StatementNode statement } => statement,
        UnknownValue unknown => call.Graph.OfUnknown(unknown, () => Unknown(unknown.Key, null)),
        _ => Unknown(call.Evaluator.NewKey("statement"), call.Site.Operation),
    };

    /// <summary>Adds principals and what they bring along.</summary>
    public static void AddPrincipals(Call call, StatementNode statement, Value principals)
    {
        var items = call.Items(principals, out var mayHaveMore);
        foreach (var (principal, guard) in items)
        {
            foreach (var part in PrincipalReader.PartsOf(call.On(guard), principal))
            {
                PrincipalReader.AddTo(statement, part);
            }
        }

        statement.PrincipalsUnknown |= mayHaveMore;
    }

    public static void AddConditions(Call call, StatementNode statement, Value conditions)
    {
        var read = PolicyTexts.Conditions(call, conditions, out var unknown);
        foreach (var (guard, condition) in read)
        {
            AddCondition(statement, guard, condition);
        }

        statement.ConditionsUnknown |= unknown;
    }

    /// <summary>Adds a condition; the same operator's condition on the same key is replaced, as CDK merges them.</summary>
    public static void AddCondition(StatementNode statement, Guard guard, PolicyCondition condition)
    {
        for (var i = 0; i < statement.Conditions.Count; i++)
        {
            var (on, other) = statement.Conditions[i];
            if (other.Operator == condition.Operator && other.Key == condition.Key)
            {
                statement.Conditions[i] = (on.Except(guard), other);
            }
        }

        statement.Conditions.Add((guard, condition));
    }

    private static Value New(Call call)
    {
        var statement = new StatementNode(call.Instance.Key, call.Site.Operation, call.Guard);
        call.Instance.Payload = statement;
        Fill(call, statement, call["props"]);
        return ConstantValue.Null;
    }

    private static void Fill(Call call, StatementNode statement, Value props)
    {
        foreach (var (name, list) in Lists)
        {
            PolicyTexts.AddAll(call, call.Get(props, name), list(statement));
        }

        statement.Effect = call.Get(props, "Effect");
        AddPrincipals(call, statement, call.Get(props, "Principals"));
        if (!call.Get(props, "NotPrincipals").IsNull)
        {
            statement.PrincipalsUnknown |= call.Guard;
        }

        AddConditions(call, statement, call.Get(props, "Conditions"));
    }

    /// <summary><c>Copy(overrides)</c>: what the overrides give replaces what the statement has.</summary>
    private static Value Copy(Call call)
    {
        if (Of(call, call.Receiver!) is not { } original)
        {
            return ConstantValue.Null;
        }

        var copy = new StatementNode(call.Evaluator.NumberedKey("statement"), call.Site.Operation, call.Guard)
        {
            Effect = Overrides("Effect") ?? original.Effect,
            Escaped = original.Escaped,
            PrincipalsUnknown = original.PrincipalsUnknown,
            ConditionsUnknown = original.ConditionsUnknown,
        };
        foreach (var (name, list) in Lists)
        {
            if (Overrides(name) is { } replaced)
            {
                PolicyTexts.AddAll(call, replaced, list(copy));
            }
            else
            {
                list(copy).AddAll(list(original), Guard.Always);
                list(copy).MayHaveMore = list(original).MayHaveMore;
            }
        }

        copy.Services.AddAll(original.Services, Guard.Always);
        copy.AwsPrincipals.AddAll(original.AwsPrincipals, Guard.Always);
        if (Overrides("Conditions") is { } conditions)
        {
            AddConditions(call, copy, conditions);
        }
        else
        {
            copy.Conditions.AddRange(original.Conditions);
        }

        return call.NewResult(copy);

        Value? Overrides(string name) => call.Prop(name, "overrides") is { IsNull: false } value ? value : null;
    }

    private static Value Change(Call call, Action<StatementNode> change)
    {
        if (Of(call, call.Receiver!) is { } statement)
        {
            change(statement);
        }

        return ConstantValue.Null;
    }

    private static void AddOperator(Call call, StatementNode statement)
    {
        var unknown = Guard.Never;
        if (call["key"].Text?.Literal is not { } name)
        {
            statement.ConditionsUnknown |= call.Guard;
            return;
        }

        foreach (var (guard, condition) in PolicyTexts.Operator(call, name, call["value"], ref unknown))
        {
            AddCondition(statement, guard, condition);
        }

        statement.ConditionsUnknown |= unknown;
    }

    private static void AddEquals(Call call, StatementNode statement, string key, string argument, string op = "StringEquals") =>
        AddCondition(statement, call.Guard, new(op, key, TemplateList.Of(Text.Of(call[argument]) ?? Template.Empty)));

    private static Value Read(Call call, Func<StatementNode, GuardedTexts> list)
    {
        var texts = Of(call, call.Receiver!) is { } statement ? list(statement) : new();
        return new SequenceValue(call.Evaluator.NewKey("list"), texts.Items.Select(i => new Element(i.Guard, TextValue.Of(i.Text))), texts.MayHaveMore);
    }

    private static StatementNode Unknown(string key, IOperation? origin) => new(key, origin, Guard.Always) { Escaped = Guard.Always, PrincipalsUnknown = Guard.Always };
}
