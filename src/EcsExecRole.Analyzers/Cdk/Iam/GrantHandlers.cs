using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What a <c>Grant</c> did: the payload of the object that <c>GrantX(…)</c> returns.</summary>
internal sealed class GrantNode(ImmutableArray<StatementNode> statements)
{
    /// <summary>The statements added to the grantee's policy, one for each path.</summary>
    public ImmutableArray<StatementNode> Statements { get; } = statements;
}

/// <summary>The class <c>Grant</c>: its factories and what can be read of its result.</summary>
internal static class GrantHandlers
{
    private const string Type = "AWS.IAM.Grant";

    public static void Register(Registry r)
    {
        foreach (var factory in new[] { "AddToPrincipal", "AddToPrincipalOrResource", "AddToPrincipalAndResource" })
        {
            r.Method(Type, factory, Add);
        }

        r.Method(Type, "AddStatementToResourcePolicy", c => ToResource(c))
            .Method(Type, "Drop", c => Result(c, []))
            .Method(Type, "AssertSuccess", Stacks.Nothing)
            .Method(Type, "ApplyBefore", Stacks.Nothing)
            .Method(Type, "Combine", c => Result(c, [.. Call.Node<GrantNode>(c.Receiver)?.Statements ?? [], .. Call.Node<GrantNode>(c.Arguments[0])?.Statements ?? []]))
            .Getter(Type, "Success", _ => ConstantValue.True)
            .Getter(Type, "PrincipalStatement", PrincipalStatement)
            .Getter(Type, "PrincipalStatements", PrincipalStatements);
    }

    /// <summary>The <c>Grant</c> that a grant method returns.</summary>
    public static Value Result(Call call, IEnumerable<StatementNode> statements) => call.NewResult(new GrantNode([.. statements]));

    private static Value Add(Call call)
    {
        var options = call["options"];
        var (actions, resources) = (new GuardedTexts(), new GuardedTexts());
        PolicyTexts.AddAll(call, call.Get(options, "Actions"), actions);
        PolicyTexts.AddAll(call, call.Get(options, "ResourceArns"), resources);
        var added = new List<StatementNode>();
        foreach (var (grantee, guard) in Principals.Each(call, call.Get(options, "Grantee")))
        {
            var statement = new StatementNode(call.Evaluator.NumberedKey("statement"), call.Site.Operation, guard);
            statement.Actions.AddAll(actions, Guard.Always);
            statement.Actions.MayHaveMore = actions.MayHaveMore;
            statement.Resources.AddAll(resources, Guard.Always);
            statement.Resources.MayHaveMore = resources.MayHaveMore;
            Statements.AddConditions(call.On(guard), statement, call.Get(options, "Conditions"));
            Grants.AddToPrincipal(call, grantee, new(guard, statement, call.Site.Operation));
            added.Add(statement);
        }

        ToResource(call);
        return Result(call, added);
    }

    /// <summary>Where a resource is given, its policy may have got the statement, too.</summary>
    private static Value ToResource(Call call)
    {
        foreach (var (resource, guard) in call.Each(call.Prop("Resource", "options")))
        {
            if (Call.Node<ResourceNode>(resource) is { } node)
            {
                node.ResourcePolicyUnknown |= guard;
            }
        }

        return Result(call, []);
    }

    /// <summary>The statement, which the program may change further.</summary>
    private static Value PrincipalStatement(Call call) => Call.Node<GrantNode>(call.Receiver) is { Statements: [.., var last] }
        ? call.NewResult(last)
        : call.UnknownResult("the grant's statement is not known");

    private static Value PrincipalStatements(Call call)
    {
        if (Call.Node<GrantNode>(call.Receiver) is not { } grant || call.ResultType is not Microsoft.CodeAnalysis.IArrayTypeSymbol array)
        {
            return call.UnknownResult("the grant's statements are not known");
        }

        return new SequenceValue(call.Evaluator.NewKey("statements"), grant.Statements.Select(s => new Element(Guard.Always, call.New(array.ElementType, s))), Guard.Never);
    }
}
