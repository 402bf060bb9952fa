using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// An <c>Amazon.CDK.AWS.IAM.PolicyStatement</c>, which may change after it was added to a policy: each list keeps the paths on which an item is in it.
/// </summary>
internal sealed class StatementNode(UniqueKey key, IOperation? origin, Guard birth) : Node(key, origin, birth)
{
    /// <summary><c>Effect.ALLOW</c>, <c>Effect.DENY</c>, their JSON spelling, null (Allow), unknown, or a choice.</summary>
    public Value Effect { get; set; } = ConstantValue.Null;

    public GuardedTexts Actions { get; } = new();

    public GuardedTexts NotActions { get; } = new();

    public GuardedTexts Resources { get; } = new();

    public GuardedTexts NotResources { get; } = new();

    /// <summary>Each with the paths on which it applies.</summary>
    public List<(Guard Guard, PolicyCondition Condition)> Conditions { get; } = [];

    /// <summary>The paths on which there may be conditions that are not known.</summary>
    public Guard ConditionsUnknown { get; set; } = Guard.Never;

    public GuardedTexts Services { get; } = new();

    public GuardedTexts AwsPrincipals { get; } = new();

    /// <summary>The paths on which it names principals that are not known.</summary>
    public Guard PrincipalsUnknown { get; set; } = Guard.Never;

    /// <summary>The paths on which code that cannot be seen may have changed it.</summary>
    public Guard Escaped { get; set; } = Guard.Never;
}

/// <summary>Texts, each with the paths on which it is in the list, and the paths on which there may be more.</summary>
internal sealed class GuardedTexts
{
    private List<(Guard Guard, Template Text)>? items;

    public GuardedTexts()
    {
    }

    /// <summary>Known texts, on every path.</summary>
    public GuardedTexts(IEnumerable<string> texts) => items = [.. texts.Select(t => (Guard.Always, (Template)t))];

    /// <summary>Most lists of most statements are empty.</summary>
    public IReadOnlyList<(Guard Guard, Template Text)> Items => items ?? (IReadOnlyList<(Guard, Template)>)[];

    public int Count => items?.Count ?? 0;

    public Guard MayHaveMore { get; set; } = Guard.Never;

    /// <summary>The paths on which the list is given at all (an empty <c>NotActions</c> is not the same as none).</summary>
    public bool IsEmpty => Count == 0 && MayHaveMore.IsNever;

    public (Guard Guard, Template Text) this[int index] => items![index];

    public void Add(Guard guard, Template text) => (items ??= []).Add((guard, text));

    /// <summary>Adds the texts of another list, on the paths of <paramref name="guard"/>.</summary>
    public void AddAll(GuardedTexts other, Guard guard)
    {
        if (other.items is null)
        {
            return;
        }

        items ??= new(other.items.Count);
        for (var i = 0; i < other.items.Count; i++)
        {
            items.Add((other.items[i].Guard & guard, other.items[i].Text));
        }
    }
}
