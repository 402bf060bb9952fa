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

    private readonly Dictionary<string, Dictionary<string, Handler>> handlers = new(StringComparer.Ordinal);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<ISymbol, Handler?> resolved = new(SymbolEqualityComparer.Default);

    /// <summary>Every name registered, as <c>TYPE.MEMBER</c> (a constructor's member is <c>.ctor</c>, a setter's ends with <c>=</c>).</summary>
    public IEnumerable<string> Names => handlers.SelectMany(t => t.Value.Keys.Select(m => t.Key + "." + m));

    public Registry Constructor(string type, Handler handler) => Add(type, ".ctor", handler);

    public Registry Method(string type, string name, Handler handler) => Add(type, name + "()", handler);

    public Registry Getter(string type, string name, Handler handler) => Add(type, name, handler);

    public Registry Setter(string type, string name, Handler handler) => Add(type, name + "=", handler);

    public Handler? Find(IMethodSymbol method) =>
        resolved.GetOrAdd(method.OriginalDefinition, _ => Find(method.ContainingType, method.MethodKind == MethodKind.Constructor ? ".ctor" : method.Name + "()", method.MethodKind == MethodKind.Constructor));

    public Handler? FindGetter(IPropertySymbol property) => resolved.GetOrAdd(property.OriginalDefinition, _ => Find(property.ContainingType, property.Name, false));

    public Handler? FindSetter(IPropertySymbol property) =>
        property.SetMethod is { } setter ? resolved.GetOrAdd(setter.OriginalDefinition, _ => Find(property.ContainingType, property.Name + "=", false)) : null;

    /// <summary>The name of <paramref name="type"/> as it is registered; null if it is not a type of CDK's.</summary>
    public static string? NameOf(ITypeSymbol type)
    {
        var name = type.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        return name.StartsWith(Root, StringComparison.Ordinal) ? name.Substring(Root.Length)
            : name.StartsWith("Constructs.", StringComparison.Ordinal) ? name : null;
    }

    private Handler? Find(INamedTypeSymbol type, string member, bool isConstructor)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Lookup(current, member) is { } handler)
            {
                return handler;
            }

            if (isConstructor)
            {
                return null;
            }
        }

        return type.AllInterfaces.Select(i => Lookup(i, member)).FirstOrDefault(h => h is not null);
    }

    private Handler? Lookup(INamedTypeSymbol type, string member) =>
        NameOf(type) is { } name && handlers.TryGetValue(name, out var members) && members.TryGetValue(member, out var handler) ? handler : null;

    private Registry Add(string type, string member, Handler handler)
    {
        if (!handlers.TryGetValue(type, out var members))
        {
            handlers.Add(type, members = new(StringComparer.Ordinal));
        }

        members.Add(member, handler);
        return this;
    }
}
