using System.Diagnostics.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>The construct tree: a construct remembers its scope, and so its stack.</summary>
internal sealed class Scopes
{
    /// <summary>Deeper than any construct tree; scopes that hang in a circle end here.</summary>
    private const int MaxDepth = 256;

    private readonly Dictionary<ObjectValue, ConstructInfo> constructs = new();
    private readonly Dictionary<StackNode, ObjectValue> stackValues = new();
    private readonly List<ObjectValue> adrift = [];

    public IReadOnlyCollection<ConstructInfo> All => constructs.Values;

    /// <summary>Constructs made in a scope that the program determines, but that is not known: they may hang below any other.</summary>
    public IReadOnlyList<ObjectValue> Adrift => adrift;

    /// <summary>The stack that a construct made in <paramref name="scope"/> belongs to, as <c>Stack.of(scope)</c> finds it.</summary>
    public static StackNode StackOf(Call call, Value scope) => call.Model.Scopes.StackOf(call.Graph, scope, 0);

    /// <summary>Adds a construct to the tree. A construct of several base classes is added once.</summary>
    public void Add(ObjectValue construct, Value scope, Value id)
    {
        if (constructs.ContainsKey(construct))
        {
            return;
        }

        constructs.Add(construct, new(construct, scope, id));
        if (scope is UnknownValue { Key: var key } && key.IndexOf(Condition.Determined, StringComparison.Ordinal) >= 0)
        {
            adrift.Add(construct);
        }

        foreach (var parent in scope.Alternatives)
        {
            if (parent.Value is ObjectValue instance && constructs.TryGetValue(instance, out var info))
            {
                info.Children.Add(construct);
            }
        }
    }

    public bool TryGet(Value? construct, [NotNullWhen(true)] out ConstructInfo? info)
    {
        info = null;
        return construct is ObjectValue instance && constructs.TryGetValue(instance, out info);
    }

    /// <summary>The construct and the scopes above it, the nearest first; it ends where a scope is unknown or a choice.</summary>
    public IEnumerable<ConstructInfo> Ancestry(Value? construct)
    {
        for (var depth = 0; depth < MaxDepth && TryGet(construct, out var info); depth++)
        {
            yield return info;
            construct = info.Scope;
        }
    }

    /// <summary>Everything below <paramref name="construct"/>, itself included, parents first.
    /// Below a scope that is not known is what was made in it; where nothing was, it may be anything.</summary>
    public IEnumerable<ConstructInfo> Below(Value construct)
    {
        var seen = new HashSet<ObjectValue>();
        var work = new Queue<Value>(construct.Alternatives.SelectMany(a => a.Value switch
        {
            UnknownValue unknown => In(unknown),

            // The construct that a method is evaluated on by itself: nothing shows where it is made.
            ObjectValue made when !constructs.ContainsKey(made) => constructs.Values.Where(c => ReferenceEquals(c.Scope, made)).Select(c => c.Construct).ToArray(),
            var one => new[] { one },
        }));
        while (work.Count > 0)
        {
            if (!TryGet(work.Dequeue(), out var info) || !seen.Add(info.Construct))
            {
                continue;
            }

            yield return info;
            foreach (var child in info.Children)
            {
                work.Enqueue(child);
            }
        }
    }

    /// <summary>The construct at the top of the tree: the app, or the unknown scope where the known ones begin.</summary>
    public Value RootOf(Value construct)
    {
        foreach (var info in Ancestry(construct))
        {
            construct = info.Scope.IsNull ? info.Construct : info.Scope;
        }

        return construct;
    }

    private IEnumerable<Value> In(UnknownValue scope)
    {
        var inside = constructs.Values.Where(c => c.Scope is UnknownValue other && other.Key == scope.Key).Select(c => c.Construct).ToList();
        return inside.Count > 0 ? inside : [.. constructs.Values.Where(c => c.Scope is UnknownValue || c.Scope.IsNull).Select(c => c.Construct)];
    }

    /// <summary>The roles below <paramref name="construct"/> that CDK made by itself, which are in no scope of the program's.</summary>
    public IReadOnlyList<RoleNode> RolesOfCdkBelow(CdkGraph graph, Value construct)
    {
        var stacks = new HashSet<StackNode>(Below(construct).Select(c => c.Construct.Payload).OfType<StackNode>());
        return [.. graph.Roles.Where(r => r is { IsAutoCreated: true, Stack: { } stack } && stacks.Contains(stack))];
    }

    /// <summary>The object that the program holds for a stack.</summary>
    public ObjectValue? ValueOf(StackNode stack) =>
        stackValues.TryGetValue(stack, out var value) ? value : null;

    public void Remember(StackNode stack, ObjectValue value) => stackValues[stack] = value;

    private StackNode StackOf(CdkGraph graph, Value scope, int depth)
    {
        switch (scope)
        {
            case ObjectValue { Payload: StackNode stack }:
                return stack;
            case ObjectValue instance when depth < MaxDepth && constructs.TryGetValue(instance, out var info):
                return info.Stack ??= StackOf(graph, info.Scope, depth + 1);
            case ChoiceValue choice:
                var stacks = choice.Alternatives.Select(a => StackOf(graph, a.Value, depth + 1)).Distinct().ToList();
                return stacks.Count == 1 ? stacks[0] : OfUnknown(graph, new(Evaluator.KeyOf(scope), Evaluator.DisplayOf(scope), null, "it may be one of several stacks"));
            case UnknownValue unknown:
                return OfUnknown(graph, unknown);
            default:
                return OfUnknown(graph, new(Evaluator.KeyOf(scope), Evaluator.DisplayOf(scope), null, "the analyzer does not know its scope"));
        }
    }

    /// <summary>The stack of an unknown scope: whether its environment is given is unknown.</summary>
    private static StackNode OfUnknown(CdkGraph graph, UnknownValue scope) => graph.OfUnknown(scope, () => new StackNode(scope.Key, null, Guard.Always)
    {
        Name = scope.Display,
        Account = Template.Of(new Hole("account of " + scope.Key, HoleKind.Account, "account")),
        Region = Template.Of(new Hole("region of " + scope.Key, HoleKind.Region, "region")),
    });
}
