using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The base class library as the evaluator knows it: texts, collections, LINQ, tasks, settings. Whatever is not here is left to the evaluator.</summary>
internal static class KnownLibrary
{
    /// <summary>How many elements a step makes; more cost more steps.</summary>
    private const int MadeByOneStep = 8;

    private static readonly KnownTable Table = KnownTable.Create();

    /// <summary>The members that are modelled, for the tests that hold them against the real library.</summary>
    public static IEnumerable<(string Type, string Member)> Members => Table.Members;

    /// <summary>Whether a method or constructor is modelled, at least for some of its uses.</summary>
    public static bool Has(IMethodSymbol method) => Table.Find(method) is not null;

    /// <summary>The same for reading a property.</summary>
    public static bool HasGetter(IPropertySymbol property) => Table.FindGetter(property) is not null;

    /// <summary>The same for assigning it.</summary>
    public static bool HasSetter(IPropertySymbol property) => Table.FindSetter(property) is not null;

    /// <summary>Creates an object of a type of the base library: a sequence, a dictionary, or an object with a few members.</summary>
    /// <returns>Whether the type is modelled.</returns>
    public static bool TryCreate(Evaluator evaluator, IMethodSymbol constructor, Arguments arguments, CallSite site, out Value result) =>
        Try(Table.Find(constructor), evaluator, constructor, null, arguments, site, out result);

    /// <summary>Runs the constructor of a collection on an object of a program's own class that derives from it: the object then holds the collection.</summary>
    /// <returns>Whether the base class is modelled.</returns>
    public static bool TryConstruct(Evaluator evaluator, ObjectValue instance, IMethodSymbol constructor, Arguments arguments, CallSite site)
    {
        if (!TryCreate(evaluator, constructor, arguments, site, out var content) || content is not (SequenceValue or DictionaryValue))
        {
            return false;
        }

        instance.Payload = content;
        return true;
    }

    /// <summary>Runs a method.</summary>
    /// <param name="evaluator">The evaluation under way.</param>
    /// <param name="method">The method; an extension method in its static form.</param>
    /// <param name="receiver">The receiver, never a choice; null for a static method.</param>
    /// <param name="arguments">The arguments, which may be choices.</param>
    /// <param name="site">The call.</param>
    /// <param name="result">What it returns.</param>
    /// <returns>Whether the method is modelled.</returns>
    public static bool TryInvoke(Evaluator evaluator, IMethodSymbol method, Value? receiver, Arguments arguments, CallSite site, out Value result)
    {
        var handler = Table.Find(method);
        if (handler is not null && IsDeferred(method))
        {
            result = Deferred(handler, evaluator, method, receiver, arguments, site);
            return true;
        }

        return Try(handler, evaluator, method, receiver, arguments, site, out result);
    }

    private static DeferredValue Deferred(KnownHandler handler, Evaluator evaluator, IMethodSymbol method, Value? receiver, Arguments arguments, CallSite site) =>
        evaluator.Defer(method, arguments, site, (key, now) => handler(new KnownCall(evaluator, method, receiver, arguments, now) { Key = key }));

    /// <summary>Whether a method runs when its result is enumerated, as the operators of LINQ do that yield a sequence.</summary>
    private static bool IsDeferred(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnType.Name: "IEnumerable" or "IOrderedEnumerable", ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" }, Name: not ("AsEnumerable" or "Empty" or "Range" or "Repeat") };

    /// <summary>Reads a property or an indexer.</summary>
    public static bool TryGet(Evaluator evaluator, IPropertySymbol property, Value? receiver, Arguments indexArguments, CallSite site, out Value result) =>
        Try(Table.FindGetter(property), evaluator, property, receiver, indexArguments, site, out result);

    /// <summary>Assigns a property or an indexer.</summary>
    public static bool TrySet(Evaluator evaluator, IPropertySymbol property, Value receiver, Arguments indexArguments, Value value, CallSite site) =>
        Try(Table.FindSetter(property), evaluator, property, receiver, indexArguments, site, out _, value);

    /// <summary>Reads a static field that is not a constant: <c>string.Empty</c>, <c>ImmutableArray&lt;T&gt;.Empty</c>.</summary>
    public static bool TryGetField(Evaluator evaluator, IFieldSymbol field, out Value result)
    {
        result = field.Name != "Empty" ? ConstantValue.Null
            : field.ContainingType.SpecialType == SpecialType.System_String ? ConstantValue.Of("")
            : Immutables.Empty(evaluator, field.ContainingType) ?? ConstantValue.Null;
        return !result.IsNull;
    }

    /// <summary>What <c>ToString()</c> yields for an object of the base library; the value itself where that is not modelled.</summary>
    public static Value Printed(Evaluator evaluator, Value value, CallSite site) =>
        value is ObjectValue { Payload: SequenceValue pieces, Type: INamedTypeSymbol { Name: "StringBuilder" } type } && type.GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.IsEmpty) is { } method
            ? StringJoins.Concatenate(new KnownCall(evaluator, method, value, Arguments.None, site), ConstantValue.Of(""), pieces)
            : value;

    /// <summary>A value as a format prints it; null where that is not known.</summary>
    public static Value? Formatted(Evaluator evaluator, Value value, string? format, CallSite site) =>
        StringJoins.Formatted(new KnownCall(evaluator, evaluator.Program.Compilation.ObjectType, null, Arguments.None, site), value, format);

    /// <summary>A collection expression: a set if its type is one.</summary>
    public static Value Collection(Evaluator evaluator, IReadOnlyList<Element> elements, ITypeSymbol? type, CallSite site)
    {
        var collection = new SequenceValue(evaluator.NumberedKey("collection"), [], Guard.Never) { Type = type };
        var call = new KnownCall(evaluator, type ?? evaluator.Program.Compilation.ObjectType, null, Arguments.None, site);
        Lists.Fill(call, collection, elements);
        return collection;
    }

    /// <summary>The elements of a collection that is spread into another one.</summary>
    public static IEnumerable<Element> Spread(Evaluator evaluator, Value collection, ITypeSymbol? type, CallSite site) =>
        Source.Of(new KnownCall(evaluator, type ?? evaluator.Program.Compilation.ObjectType, null, Arguments.None, site), collection).Each;

    /// <summary>The element of an array at an index, either of which may be a choice.</summary>
    public static Value ElementAt(Evaluator evaluator, SequenceValue array, Value index, ITypeSymbol elementType, CallSite site)
    {
        var call = new KnownCall(evaluator, elementType, array, Arguments.None, site);
        return Picks.ElementAt(call, Source.Of(call, array), index, null);
    }

    /// <summary>Whether a method neither changes nor keeps its arguments, so that where it is not modelled nothing escapes.</summary>
    public static bool IsPure(IMethodSymbol method) => Purity.IsPure(method);

    private static bool Try(KnownHandler? handler, Evaluator evaluator, ISymbol member, Value? receiver, Arguments arguments, CallSite site, out Value result, Value? assigned = null)
    {
        var value = handler?.Invoke(new KnownCall(evaluator, member, receiver, arguments, site) { Assigned = assigned ?? ConstantValue.Null });
        if (value is SequenceValue { Elements.Count: > MadeByOneStep } made)
        {
            evaluator.Charge(made.Elements.Count / MadeByOneStep);
        }

        result = value ?? ConstantValue.Null;
        return value is not null;
    }
}
