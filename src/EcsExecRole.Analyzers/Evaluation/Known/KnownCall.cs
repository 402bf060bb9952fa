using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>One use of a member of the base library, with what its model needs.</summary>
/// <param name="evaluator">The evaluation under way.</param>
/// <param name="member">The method, constructor, property or field.</param>
/// <param name="receiver">The receiver, never a choice; null for a static member.</param>
/// <param name="arguments">The arguments of a call or indexer.</param>
/// <param name="site">The call.</param>
internal sealed class KnownCall(Evaluator evaluator, ISymbol member, Value? receiver, Arguments arguments, CallSite site)
{
    public Evaluator Evaluator { get; } = evaluator;

    public ISymbol Member { get; } = member;

    public Arguments Arguments { get; } = arguments;

    public CallSite Site { get; } = site;

    /// <summary>What tells this call from others like it; null for a call that is told from itself, each time it is made.</summary>
    public string? Key { get; init; }

    /// <summary>The value that a setter assigns.</summary>
    public Value Assigned { get; init; } = ConstantValue.Null;

    public IMethodSymbol Method => (IMethodSymbol)Member;

    public Value Receiver => receiver ?? ConstantValue.Null;

    public Value? ReceiverOrNone => receiver;

    /// <summary>The paths being followed now: those of the call, or fewer while one of its alternatives is looked at.</summary>
    public Guard Guard => Evaluator.Guard;

    public int Count => Arguments.Count;

    public ITypeSymbol? ReturnType => Member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        IFieldSymbol read => read.Type,
        ITypeSymbol type => type,
        _ => null,
    };

    public Value this[int index] => Arguments[index];

    /// <summary>The argument for the parameter called <paramref name="name"/>; null where the overload has none.</summary>
    public Value? Given(string name) => Arguments.Find(name)?.Value;

    public bool IsPossible(Guard guard) => (Guard & guard).IsFeasible;

    /// <summary>The type argument of the method at <paramref name="index"/>, else null.</summary>
    public ITypeSymbol? TypeArgument(int index) =>
        Member is IMethodSymbol { TypeArguments: var types } && index < types.Length ? types[index] : null;

    /// <summary>How many parameters the delegate for the parameter at <paramref name="index"/> takes; 0 for what is no delegate.</summary>
    public int DelegateArity(int index) =>
        Member is IMethodSymbol { Parameters: var parameters } && index < parameters.Length && parameters[index].Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
            ? invoke.Parameters.Length
            : 0;

    /// <summary>Takes each of the values apart, and applies <paramref name="map"/> to every combination of their alternatives.</summary>
    public Value MapAll(IReadOnlyList<Value> values, Func<IReadOnlyList<Value>, Value> map)
    {
        var picked = new Value[values.Count];
        return From(0);

        Value From(int index) => index == picked.Length
            ? map([.. picked])
            : Evaluator.Map(Split(values[index]), one =>
            {
                picked[index] = one;
                return From(index + 1);
            });
    }

    public Value Map(Value value, Func<Value, Value> map) => Evaluator.Map(Split(value), map);

    public Value Map(Value first, Value second, Func<Value, Value, Value> map) => Map(first, a => Map(second, b => map(a, b)));

    /// <summary>Calls a delegate on the paths of <paramref name="on"/>.</summary>
    public Value Run(Guard on, Value function, params Value[] arguments) => Guard.Implies(on)
        ? Evaluator.Call(function, [.. arguments], Site.Operation)
        : Evaluator.Under(on, () => Evaluator.Call(function, [.. arguments], Site.Operation));

    /// <summary>Calls a delegate for an element; for one that stands for many, as a loop would over all of them.</summary>
    public Value Run(Element element, Value function, params Value[] arguments)
    {
        if (element.IsMany)
        {
            Evaluator.ForgetAssigned(function, element.Guard);
        }

        return Run(element.Guard, function, arguments);
    }

    /// <summary>The part of an element's paths on which a predicate holds.</summary>
    public Guard Test(Element element, Value predicate, params Value[] arguments) =>
        element.Guard & Evaluator.AsGuard(Run(element, predicate, arguments));

    /// <summary>The part of <paramref name="on"/> on which a predicate holds.</summary>
    public Guard Test(Guard on, Value predicate, params Value[] arguments) => on & Evaluator.AsGuard(Run(on, predicate, arguments));

    /// <summary>An element that this call adds to a collection: one for many where a loop over what is not known adds to what was there before it.</summary>
    public Element Added(SequenceValue to, Value value) => Added(to, new Element(Guard, value));

    public Element Added(SequenceValue to, Element element) => element with { IsMany = element.IsMany || Evaluator.IsRepeated(to.Age) };

    public Element Added(DictionaryValue to, Element element) => element with { IsMany = element.IsMany || Evaluator.IsRepeated(to.Age) };

    /// <summary>A result of which nothing is known but the call.</summary>
    public Value Unknown(string reason) => Evaluator.UnknownResult(Member, receiver, Arguments, Site, reason, isInput: false);

    /// <summary>A string of which nothing is known but the call; never null.</summary>
    public Value UnknownText(string reason) => AsText(Unknown(reason));

    /// <summary>An unknown result that differs from call to call.</summary>
    public Value FreshUnknown(string reason) =>
        new UnknownValue(Evaluator.NewKey((Member.ContainingType?.Name ?? "") + "." + Member.Name), Member.ContainingType?.Name + "." + Member.Name, ReturnType, reason);

    /// <summary>An unknown result under a key of the model's own.</summary>
    public UnknownValue UnknownAs(string key, string display, ITypeSymbol? type, string reason) => new(key, display, type, reason);

    /// <summary>A test whose answer the program does not tell.</summary>
    public Guard Ask(string key, IEnumerable<Value> about) => Evaluator.Guards.Opaque(key, [.. about.SelectMany(Evaluator.Subjects)], Display);

    public Guard Ask(string key, params Value[] about) => Ask(key, about.AsEnumerable());

    /// <summary>The result depends on objects in a way that is not followed: what is done to it later may be done to any of them.</summary>
    public void Lose(Value value, Guard on, string reason)
    {
        foreach (var (guard, content) in value switch
        {
            SequenceValue sequence => sequence.Elements.Select(e => (e.Guard, e.Value)),
            DictionaryValue dictionary => dictionary.Entries.Select(e => (e.Guard, e.Value)),
            _ => [(Guard.Always, value)],
        })
        {
            Evaluator.Under(on & guard, () =>
            {
                Evaluator.Escape(content, Site.Operation, reason);
                return ConstantValue.Null;
            });
        }
    }

    public void Lose(IEnumerable<Element> elements, Guard on, string reason)
    {
        foreach (var element in elements)
        {
            Lose(element.Value, on & element.Guard, reason);
        }
    }

    /// <summary>The call as the program spells it.</summary>
    public string Display
    {
        get
        {
            var text = Site.Operation.Syntax.ToString();
            return text.Length > 60 ? text.Substring(0, 57) + "..." : text;
        }
    }

    public static Value AsText(Value unknown) =>
        unknown is UnknownValue { Text: var text } ? TextValue.Of(text) : unknown;

    /// <summary>A Boolean that depends on the path as a choice of true and false, so that it has a text and equals constants.</summary>
    public static Value Split(Value value) => value is GuardValue guard ? ChoiceValue.Of(guard.WhenTrue, ConstantValue.True, ConstantValue.False) : value;
}
