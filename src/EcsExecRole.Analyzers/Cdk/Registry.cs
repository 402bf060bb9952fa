using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What a member of CDK does, given one use of it. The result of a constructor or setter is ignored.</summary>
internal delegate Value Handler(Call call);

/// <summary>
/// The members of CDK that the model knows, by name: types without the leading <c>Amazon.CDK.</c> (<c>AWS.IAM.Role</c>). A member registered for a type holds
/// for every type that derives from it or implements it, the nearest first.
/// </summary>
internal sealed class Registry
{
    private const string Root = "Amazon.CDK.";

    // Weak, so that no compilation lives on because its symbols were asked about.
    private static readonly ConditionalWeakTable<ISymbol, StrongBox<bool>> CdkNamespaces = new();
    private static readonly ConditionalWeakTable<ISymbol, StrongBox<string?>> NamesOfTypes = new();

    private readonly Dictionary<string, Dictionary<string, Handler>> handlers;

    /// <summary>The last part of each type's name: to spell out the whole name of a symbol is slow, and seldom needed to see that it is not registered.</summary>
    private readonly HashSet<string> simpleNames;

    /// <summary>The names of the properties that do something when they are assigned, and of those that do when they are read: most do not.</summary>
    private readonly HashSet<string> setters, getters;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(ISymbol Member, ITypeSymbol? Receiver), Handler?> resolved = new(new Comparer());

    public Registry() => (handlers, simpleNames, setters, getters) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal));

    /// <summary>The same members, for another compilation.</summary>
    public Registry(Registry other) => (handlers, simpleNames, setters, getters) = (other.handlers, other.simpleNames, other.setters, other.getters);

    /// <summary>Every name registered, as <c>TYPE.MEMBER</c> (a constructor's member is <c>.ctor</c>, a setter's ends with <c>=</c>).</summary>
    public IEnumerable<string> Names => handlers.SelectMany(t => t.Value.Keys.Select(m => t.Key + "." + m));

    public Registry Constructor(string type, Handler handler) => Add(type, ".ctor", handler);

    public Registry Method(string type, string name, Handler handler) => Add(type, name + "()", handler);

    public Registry Getter(string type, string name, Handler handler)
    {
        getters.Add(name);
        return Add(type, name, handler);
    }

    public Registry Setter(string type, string name, Handler handler)
    {
        setters.Add(name);
        return Add(type, name + "=", handler);
    }

    public Handler? FindConstructor(IMethodSymbol constructor) =>
        resolved.TryGetValue((constructor.OriginalDefinition, null), out var known) ? known : Resolve(constructor, null);

    /// <param name="method">The method that the program names.</param>
    /// <param name="receiver">The type of the object it is called on, which may say more than the type that declares the method; null where it is not known.</param>
    public Handler? FindMethod(IMethodSymbol method, ITypeSymbol? receiver) => Find(method, receiver);

    public Handler? FindGetter(IPropertySymbol property, ITypeSymbol? receiver) => getters.Contains(property.Name) ? Find(property, receiver) : null;

    /// <summary>Whether a setter of that name is registered for any type.</summary>
    public bool HasSetter(IPropertySymbol property) => setters.Contains(property.Name);

    public Handler? FindSetter(IPropertySymbol property, ITypeSymbol? receiver) => HasSetter(property) && property.SetMethod is { } setter ? Find(setter, receiver) : null;

    /// <summary>Whether a type is in <c>Amazon.CDK</c>, a namespace below it, or <c>Constructs</c>.</summary>
    public static bool IsCdk(ITypeSymbol type) =>
        type.ContainingNamespace is { } space && (CdkNamespaces.TryGetValue(space, out var known) ? known : CdkNamespaces.GetValue(space, static n => new(IsCdk((INamespaceSymbol)n)))).Value;

    private static bool IsCdk(INamespaceSymbol space)
    {
        var (inner, outer) = ((INamespaceSymbol?)null, space);
        while (outer is { IsGlobalNamespace: false, ContainingNamespace: { IsGlobalNamespace: false } parent })
        {
            (inner, outer) = (outer, parent);
        }

        return outer?.Name == "Constructs" || (outer?.Name == "Amazon" && inner?.Name == "CDK");
    }

    /// <summary>The name of <paramref name="type"/> as it is registered; null if it is not a type of CDK's.</summary>
    public static string? NameOf(ITypeSymbol type) =>
        (NamesOfTypes.TryGetValue(type.OriginalDefinition, out var known) ? known : NamesOfTypes.GetValue(type.OriginalDefinition, static t => new(FindName((ITypeSymbol)t)))).Value;

    private static string? FindName(ITypeSymbol type)
    {
        var name = type.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        return name.StartsWith(Root, StringComparison.Ordinal) ? name.Substring(Root.Length)
            : name.StartsWith("Constructs.", StringComparison.Ordinal) ? name : null;
    }

    private Handler? Find(ISymbol member, ITypeSymbol? receiver)
    {
        // Only CDK's own types are cached: there are few.
        while (receiver is not null && !IsCdk(receiver))
        {
            receiver = receiver.BaseType;
        }

        return resolved.TryGetValue((member.OriginalDefinition, receiver), out var known) ? known : Resolve(member, receiver);
    }

    private Handler? Resolve(ISymbol member, ITypeSymbol? receiver) => resolved.GetOrAdd((member.OriginalDefinition, receiver), key =>
    {
        var name = key.Member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => ".ctor",
            IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: { } property } => property.Name + "=",
            IMethodSymbol method => method.Name + "()",
            _ => key.Member.Name,
        };
        return name == ".ctor" ? Lookup(key.Member.ContainingType, name)
            : (key.Receiver is INamedTypeSymbol type ? Find(type, name) : null) ?? Find(key.Member.ContainingType, name);
    });

    private Handler? Find(INamedTypeSymbol type, string member)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Lookup(current, member) is { } handler)
            {
                return handler;
            }
        }

        return type.AllInterfaces.Select(i => Lookup(i, member)).FirstOrDefault(h => h is not null);
    }

    private Handler? Lookup(INamedTypeSymbol type, string member) =>
        simpleNames.Contains(type.Name) && NameOf(type) is { } name && handlers.TryGetValue(name, out var members) && members.TryGetValue(member, out var handler) ? handler : null;

    private Registry Add(string type, string member, Handler handler)
    {
        if (!handlers.TryGetValue(type, out var members))
        {
            handlers.Add(type, members = new(StringComparer.Ordinal));
            simpleNames.Add(type.Substring(type.LastIndexOf('.') + 1));
        }

        members.Add(member, handler);
        return this;
    }

    private sealed class Comparer : IEqualityComparer<(ISymbol Member, ITypeSymbol? Receiver)>
    {
        public bool Equals((ISymbol Member, ITypeSymbol? Receiver) x, (ISymbol Member, ITypeSymbol? Receiver) y) =>
            SymbolEqualityComparer.Default.Equals(x.Member, y.Member) && SymbolEqualityComparer.Default.Equals(x.Receiver, y.Receiver);

        public int GetHashCode((ISymbol Member, ITypeSymbol? Receiver) key) =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(key.Member) * 31) + (key.Receiver is null ? 0 : SymbolEqualityComparer.Default.GetHashCode(key.Receiver)));
    }
}
