using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>From values of the program to nodes of resources, for every service alike.</summary>
internal static class Resources
{
    /// <summary>What the model knows of <paramref name="value"/>; where it knows nothing, the node that stands for this value: one for each identity.</summary>
    /// <param name="call">The call under way.</param>
    /// <param name="value">A resource's construct, not a choice.</param>
    /// <param name="make">Makes the node for an unknown.</param>
    public static T Of<T>(Call call, Value value, Func<UnknownValue, T> make)
        where T : ResourceNode =>
        Call.Node<T>(value) ?? OfUnknown(call, AsUnknown(value), make);

    /// <summary>The node that stands for an unknown: its resource policy may hold anything.</summary>
    public static T OfUnknown<T>(Call call, UnknownValue unknown, Func<UnknownValue, T> make)
        where T : ResourceNode =>
        call.Graph.OfUnknown(unknown, () =>
        {
            var node = make(unknown);
            node.Name = unknown.Display;
            node.ResourcePolicyUnknown = Guard.Always;
            return node;
        });

    private static UnknownValue AsUnknown(Value value) => value switch
    {
        UnknownValue unknown => unknown,
        ObjectValue instance => new(instance.Key, instance.Name ?? instance.Type.Name, instance.Type, "the analyzer does not model " + instance.Type.Name, instance.Origin?.Syntax.GetLocation()),
        _ => new(Evaluator.KeyOf(value), Evaluator.DisplayOf(value), null, "it is not a construct that the analyzer knows"),
    };
}
