using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What a <c>Node</c> belongs to: the payload of the object that <c>construct.Node</c> yields.</summary>
internal sealed class TreeNode(Value construct)
{
    public Value Construct { get; } = construct;
}

/// <summary><c>construct.Node</c>: the tree, its context and the escape hatch to the L1 resource below an L2 construct.</summary>
internal static class ConstructTree
{
    public static void Register(Registry r)
    {
        r.Getter("Constructs.Construct", "Node", NodeOf)
            .Getter("Constructs.IConstruct", "Node", NodeOf)
            .Method("Constructs.Node", "Of", c => c.NewResult(new TreeNode(c["construct"])))
            .Method("Constructs.Node", "TryGetContext", Context)
            .Method("Constructs.Node", "SetContext", SetContext)
            .Method("Constructs.Node", "TryFindChild", FindChild)
            .Method("Constructs.Node", "FindChild", FindChild)
            .Method("Constructs.Node", "FindAll", c => Sequence(c, Visitors.Below(c, Target(c))))
            .Getter("Constructs.Node", "Children", c => Sequence(c, InfoOf(c)?.Children ?? []))
            .Getter("Constructs.Node", "DefaultChild", DefaultChild)
            .Getter("Constructs.Node", "Id", c => InfoOf(c)?.Id ?? c.UnknownResult("the construct's ID is not known"))
            .Getter("Constructs.Node", "Scope", c => InfoOf(c)?.Scope ?? c.UnknownResult("the construct's scope is not known"))
            .Getter("Constructs.Node", "Root", c => c.Model.Scopes.RootOf(Target(c)))
            .Getter("Constructs.Node", "Path", c => TextValue.Of(Tokens.Of("path of " + Evaluator.KeyOf(Target(c)), "path")))
            .Getter("Constructs.Node", "Addr", c => TextValue.Of(Tokens.Of("addr of " + Evaluator.KeyOf(Target(c)), "addr")));

        foreach (var method in new[] { "AddDependency", "AddMetadata", "AddValidation", "Lock" })
        {
            r.Method("Constructs.Node", method, Stacks.Nothing);
        }

        // Names.UniqueId(construct) and the like: made of the path, so no token; but what text, only synth knows.
        foreach (var method in new[] { "UniqueId", "UniqueResourceName", "NodeUniqueId" })
        {
            r.Method("Names", method, c => c.UnknownResult("it is made of the construct's path"));
        }
    }

    /// <summary>Code that does not compile may ask a class for it.</summary>
    private static Value NodeOf(Call call) => call.Receiver is { } construct ? call.NewResult(new TreeNode(construct)) : call.UnknownResult("it is the node of no construct");

    private static Value Target(Call call) => Call.Node<TreeNode>(call.Receiver)?.Construct ?? call.Receiver!;

    private static ConstructInfo? InfoOf(Call call) => call.Model.Scopes.TryGet(Target(call), out var info) ? info : null;

    /// <summary>Context comes from the command line or <c>cdk.json</c>: unknown, but the same key is the same value wherever it is read.</summary>
    private static Value Context(Call call)
    {
        var key = call["key"];
        if (key.Text?.Literal is { } literal)
        {
            foreach (var info in call.Model.Scopes.Ancestry(Target(call)))
            {
                if (info.Context is not null && info.Context.TryGetValue(literal, out var set))
                {
                    return set;
                }
            }
        }

        return Unknown(call, key);
    }

    private static UnknownValue Unknown(Call call, Value key) =>
        new("context " + Evaluator.KeyOf(key), "context " + Evaluator.DisplayOf(key), call.ResultType, "it is read from the CDK context");

    private static Value SetContext(Call call)
    {
        if (InfoOf(call) is { } info && call["key"].Text?.Literal is { } key)
        {
            info.Context ??= new(StringComparer.Ordinal);
            var before = info.Context.TryGetValue(key, out var old) ? old : Unknown(call, call["key"]);
            info.Context[key] = ChoiceValue.Of(call.Guard, call["value"], before);
        }

        return ConstantValue.Null;
    }

    private static Value FindChild(Call call)
    {
        if (InfoOf(call) is not { } info || call["id"].Text?.Literal is not { } id)
        {
            return Unfound(call);
        }

        // CDK's constructs call their main resource "Resource".
        return info.Children.FirstOrDefault(c => call.Model.Scopes.TryGet(c, out var child) && child.Id.Text?.Literal == id) as Value
            ?? (id is "Resource" or "Default" ? DefaultChild(call) : Call.Node<TaskDefinitionNode>(Target(call)) is { } definition ? RoleOf(call, definition, id) : null)
            ?? Unfound(call);
    }

    /// <summary>The roles that a task definition makes are its children.</summary>
    private static Value? RoleOf(Call call, TaskDefinitionNode definition, string id) => id switch
    {
        "ExecutionRole" when definition.AutoRole is { } made => ChoiceValue.Of(definition.HasNoRoleYet, ConstantValue.Null, made),
        "TaskRole" => ChoiceValue.On(call.Guard, definition.TaskRole),
        _ => null,
    };

    /// <summary>A child that is not known may, below one of CDK's own constructs, be a role that CDK made, and may be granted anything.</summary>
    private static Value Unfound(Call call)
    {
        if (Target(call) is ObjectValue { Type: { } type } && Registry.NameOf(type) is not (null or "Stack" or "NestedStack" or "Stage" or "App" or "Constructs.Construct"))
        {
            Visitors.Forget(call, Target(call), "a child that was looked up may be it");
        }

        return call.UnknownResult("the analyzer does not know this child");
    }

    /// <summary>The constructs that are known; CDK's own ones hang there, too.</summary>
    private static SequenceValue Sequence(Call call, IEnumerable<ObjectValue> constructs) =>
        new(call.Evaluator.NewKey("constructs"), constructs.Select(c => new Element(c.Birth, c)), Guard.Always);

    /// <summary>The L1 resource of an L2 construct: an object of its own type with the same node, where its service's model makes one.</summary>
    private static Value DefaultChild(Call call) =>
        DefaultChildren.Of(call, Target(call)) ?? call.UnknownResult("the analyzer does not know this construct's default child");
}
