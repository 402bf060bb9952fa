using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>From values of the program to nodes of resources and back, for every service alike.</summary>
internal static class Resources
{
    /// <summary>What the model knows of <paramref name="value"/>; where it knows nothing, the node that stands for this value: one for each identity.</summary>
    /// <param name="call">The call under way.</param>
    /// <param name="value">A resource's construct, not a choice.</param>
    /// <param name="make">Makes the node for an unknown.</param>
    public static T Of<T>(Call call, Value value, Func<UnknownValue, T> make)
        where T : ResourceNode =>
        Call.Node<T>(value) ?? OfUnknown(call, AsUnknown(value), make);

    /// <summary>
    /// Makes <paramref name="node"/> what the model knows of the object that the call yields: the instance of a constructor, the result of a factory.
    /// </summary>
    /// <param name="call">The constructor or factory.</param>
    /// <param name="stack">The stack it belongs to.</param>
    public static Value Add<T>(Call call, StackNode? stack, T node)
        where T : ResourceNode
    {
        call.Graph.Add(node);
        node.Stack = stack;
        node.Name = call.Receiver is ObjectValue { Name: { } name } ? name : call["id"].Text?.Literal ?? node.Key;
        if (call.Member is not IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            return call.NewResult(node);
        }

        call.Instance.Payload = node;
        call.Instance.IsOpaque = true;
        return call.Instance;
    }

    /// <summary>A construct that CDK makes by itself and the program may get hold of.</summary>
    /// <param name="type">The full name of its type.</param>
    public static Value Hidden<T>(Call call, string type, StackNode? stack, T node)
        where T : ResourceNode
    {
        call.Graph.Add(node);
        node.Stack = stack;
        return ValueOf(call, type, node);
    }

    /// <summary>An object of a type of CDK's that <paramref name="node"/> describes.</summary>
    public static Value ValueOf(Call call, string type, ResourceNode node) =>
        call.Evaluator.Program.TypeNamed(type) is { } symbol
            ? call.New(symbol, node)
            : new UnknownValue(node.Key, node.Name, null, "the analyzer does not know its type");

    /// <summary>
    /// A physical name: as given, or where none is what CloudFormation makes up, which equals nothing that a program spells out.
    /// </summary>
    public static Template NameOf(Call call, Value name, string key) => Text.Of(name) ?? Text.Generated(key + ".Name", call["id"].Text?.Literal ?? key);

    /// <summary>A property's text; for an unknown resource a value that is as unknown as the resource.</summary>
    public static Value Read<T>(Call call, T node, Func<T, Template> text)
        where T : ResourceNode =>
        node.Kind == ResourceKind.Unknown ? call.UnknownResult("the resource is not known") : TextValue.Of(text(node));

    private static T OfUnknown<T>(Call call, UnknownValue unknown, Func<UnknownValue, T> make)
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
        ObjectValue instance => new(instance.Key, instance.Name ?? instance.Type.Name, instance.Type, "the analyzer does not model " + instance.Type.Name),
        _ => new(Evaluator.KeyOf(value), Evaluator.DisplayOf(value), null, "it is not a construct that the analyzer knows"),
    };
}
