using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>One use of a CDK member by the program: what a handler of the <see cref="Registry"/> gets.</summary>
/// <param name="model">The run's model.</param>
/// <param name="member">The constructor, method or property that the program names.</param>
/// <param name="receiver">The receiver, never a choice; for a constructor the new object; null for a static member.</param>
/// <param name="arguments">The arguments by parameter; for a setter the value is the only one.</param>
/// <param name="site">Where.</param>
internal sealed class Call(CdkModel model, ISymbol member, Value? receiver, Arguments arguments, CallSite site)
{
    public CdkModel Model { get; } = model;

    public CdkGraph Graph => Model.Graph;

    public ISymbol Member { get; } = member;

    public Value? Receiver { get; } = receiver;

    public Arguments Arguments { get; } = arguments;

    public CallSite Site { get; } = site;

    public Guard Guard => Site.Guard;

    public Evaluator Evaluator => Site.Evaluator;

    /// <summary>The object that a constructor runs on.</summary>
    public ObjectValue Instance => (ObjectValue)Receiver!;

    /// <summary>The argument called <paramref name="name"/> (CDK's names: <c>scope</c>, <c>id</c>, <c>props</c>); null (the constant) where it is left out.</summary>
    public Value this[string name] => Arguments[name];

    /// <summary>A property of the argument called <c>props</c>, or of <paramref name="argument"/>: null (the constant) where it is not set.</summary>
    public Value Prop(string property, string argument = "props") => Get(Arguments[argument], property);

    /// <summary>The value of a property of an object that the program made or passed; null (the constant) where it is not set.</summary>
    public Value Get(Value target, string property) => Evaluator.Read(target, property, Site);

    /// <summary>The expression that set a property in an object initializer, if it was set in one; for locations.</summary>
    public IOperation? Where(Value target, string property) => Evaluator.AssignmentOf(target, property);

    /// <summary>The expression for the argument called <paramref name="name"/>.</summary>
    public IOperation? Where(string name) => Arguments.Find(name)?.Operation;

    /// <summary>Each value that <paramref name="value"/> may be on the paths of this call, with those paths. Null constants are included.</summary>
    public GuardedValues Each(Value value) => new(value, Guard);

    /// <summary>The same use of the member, on fewer paths.</summary>
    public Call On(Guard guard) => guard.IsAlways ? this : new(Model, Member, Receiver, Arguments, Site.On(guard));

    /// <summary>What <paramref name="map"/> makes of each value that <paramref name="value"/> may be: a choice where it may be several.</summary>
    public Value Map(Value value, Func<Value, Call, Value> map) => value is not ChoiceValue && Guard.IsFeasible
        ? map(value, this)
        : ChoiceValue.Of(Each(value).Select(v => new Alternative(v.Guard, map(v.Value, On(v.Guard)))).ToList());

    /// <summary>The items of a list, array or set, each with the paths on which it is there; choices are taken apart.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="mayHaveMore">The paths of this call on which there may be items that are not known.</param>
    public IReadOnlyList<(Value Value, Guard Guard)> Items(Value collection, out Guard mayHaveMore) => Evaluator.Items(collection, Guard, out mayHaveMore);

    /// <summary>The entries of a dictionary, each with the paths on which it is there; values that are choices are taken apart.</summary>
    public IReadOnlyList<(Value Key, Value Value, Guard Guard)> Entries(Value dictionary, out Guard mayHaveMore)
    {
        var entries = Evaluator.Entries(dictionary, Guard, out mayHaveMore);
        var items = new List<(Value, Value, Guard)>(entries.Count);
        foreach (var entry in entries)
        {
            foreach (var alternative in entry.Value.Alternatives)
            {
                var guard = entry.Guard & alternative.Guard;
                if (guard.IsFeasible)
                {
                    items.Add((entry.Key, alternative.Value, guard));
                }
            }
        }

        return items;
    }

    /// <summary>The construct or object that <paramref name="value"/> is, where the model knows it as a <typeparamref name="T"/>.</summary>
    public static T? Node<T>(Value? value)
        where T : class => (value as ObjectValue)?.Payload as T;

    /// <summary>A new object of CDK's, for the result of a factory.</summary>
    /// <param name="type">Its static type.</param>
    /// <param name="node">What the model knows of it.</param>
    public ObjectValue New(ITypeSymbol type, object node)
    {
        var created = new ObjectValue(Evaluator.NumberedKey(type.Name), type, Site.Operation, Guard) { IsOpaque = true, Payload = node };
        return created;
    }

    /// <summary>A new object of the type that the called method or property returns.</summary>
    public ObjectValue NewResult(object node) => New(ResultType!, node);

    /// <summary>The type that the called method or property returns.</summary>
    public ITypeSymbol? ResultType => Member switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>A value of which the model knows nothing but which call it came from: the same for the same call on the same receiver with the same arguments.</summary>
    public Value UnknownResult(string reason) => Evaluator.UnknownResult(Member, Receiver, Arguments, Site, reason, isInput: false);
}
