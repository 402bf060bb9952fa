using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>What a member of the base library does and yields, given one use of it; null where this use is not modelled.</summary>
internal delegate Value? KnownHandler(KnownCall call);

/// <summary>
/// The members that are modelled, by name: types with their namespace, without type parameters (<c>System.Collections.Generic.List</c>), nested ones after a
/// dot. A member registered for a type holds for every type that derives from it or implements it, the nearest first.
/// </summary>
internal sealed class KnownTable
{
    private static readonly SymbolDisplayFormat NameFormat = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private readonly Dictionary<(string Type, string Member), KnownHandler> handlers = new();

    /// <summary>The last part of each type's name, and each member's: to spell out the whole name of a symbol is slow, and seldom needed to see that it is not registered.</summary>
    private readonly HashSet<string> simpleNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> memberNames = new(StringComparer.Ordinal);

    // Weak, so that no compilation lives on because its symbols were looked up.
    private readonly ConditionalWeakTable<ISymbol, StrongBox<KnownHandler?>> resolved = new();

    /// <summary>Every member registered; a constructor is <c>.ctor</c>, a method ends with <c>()</c>, a setter with <c>=</c>.</summary>
    public IEnumerable<(string Type, string Member)> Members => handlers.Keys;

    /// <summary>The families that register themselves.</summary>
    public static KnownTable Create()
    {
        var table = new KnownTable();
        StringTests.Register(table);
        StringEdits.Register(table);
        StringJoins.Register(table);
        StringBuilders.Register(table);
        Numbers.Register(table);
        Enums.Register(table);
        Sequences.Register(table);
        Lists.Register(table);
        ListQueries.Register(table);
        Sets.Register(table);
        QueuesAndStacks.Register(table);
        Arrays.Register(table);
        Dictionaries.Register(table);
        DictionaryEntries.Register(table);
        Immutables.Register(table);
        Projections.Register(table);
        Filters.Register(table);
        SetOperators.Register(table);
        Picks.Register(table);
        Questions.Register(table);
        Folds.Register(table);
        Groupings.Register(table);
        Orderings.Register(table);
        Conversions.Register(table);
        Wrappers.Register(table);
        Tuples.Register(table);
        Tasks.Register(table);
        SettingReads.Register(table);
        Ambient.Register(table);
        return table;
    }

    public KnownTable Constructor(string type, KnownHandler handler) => Add([type], [".ctor"], "", handler);

    public KnownTable Constructors(string[] types, KnownHandler handler) => Add(types, [".ctor"], "", handler);

    /// <summary>Registers one handler for methods of several names, separated by spaces.</summary>
    public KnownTable Method(string type, string names, KnownHandler handler) => Add([type], names.Split(' '), "()", handler);

    public KnownTable Methods(string[] types, string names, KnownHandler handler) => Add(types, names.Split(' '), "()", handler);

    public KnownTable Getter(string type, string names, KnownHandler handler) => Add([type], names.Split(' '), "", handler);

    public KnownTable Getters(string[] types, string names, KnownHandler handler) => Add(types, names.Split(' '), "", handler);

    public KnownTable Setters(string[] types, string names, KnownHandler handler) => Add(types, names.Split(' '), "=", handler);

    public KnownHandler? Find(IMethodSymbol method) => Resolve(method.OriginalDefinition);

    public KnownHandler? FindGetter(IPropertySymbol property) => Resolve(property.OriginalDefinition);

    public KnownHandler? FindSetter(IPropertySymbol property) => property.OriginalDefinition.SetMethod is { } setter ? Resolve(setter) : null;

    /// <summary>The name of a type as it is registered.</summary>
    public static string NameOf(ITypeSymbol type) => type is IArrayTypeSymbol ? "System.Array" : type.OriginalDefinition.ToDisplayString(NameFormat);

    private static string NameOf(IPropertySymbol property) => property.IsIndexer ? "[]" : property.Name;

    private KnownHandler? Resolve(ISymbol symbol) =>
        (resolved.TryGetValue(symbol, out var box) ? box : resolved.GetValue(symbol, s => new(Search(s)))).Value;

    private KnownHandler? Search(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => Search(symbol.ContainingType, ".ctor", ownOnly: true),
        IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property } => Search(symbol.ContainingType, NameOf(property) + "=", ownOnly: false),
        IMethodSymbol => Search(symbol.ContainingType, symbol.Name + "()", ownOnly: false),
        IPropertySymbol property => Search(symbol.ContainingType, NameOf(property), ownOnly: false),
        _ => null,
    };

    private KnownHandler? Search(INamedTypeSymbol type, string member, bool ownOnly)
    {
        if (!memberNames.Contains(member))
        {
            return null;
        }

        if (ownOnly)
        {
            return Lookup(type, member);
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Lookup(current, member) is { } handler)
            {
                return handler;
            }
        }

        return type.AllInterfaces.Select(i => Lookup(i, member)).FirstOrDefault(h => h is not null);
    }

    private KnownHandler? Lookup(INamedTypeSymbol type, string member) =>
        simpleNames.Contains(type.Name) && handlers.TryGetValue((NameOf(type), member), out var handler) ? handler : null;

    private KnownTable Add(string[] types, string[] names, string suffix, KnownHandler handler)
    {
        memberNames.UnionWith(names.Select(n => n + suffix));
        foreach (var type in types)
        {
            simpleNames.Add(type.Substring(type.LastIndexOf('.') + 1));
            foreach (var name in names)
            {
                handlers.Add((type, name + suffix), handler);
            }
        }

        return this;
    }
}
