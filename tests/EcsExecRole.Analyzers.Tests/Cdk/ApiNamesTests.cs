using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Tests.Cdk;

/// <summary>Every name that the model registers is a name of a real CDK.</summary>
public class ApiNamesTests
{
    /// <summary>The names that the model knows, each with the versions of CDK that have it.</summary>
    public static IReadOnlyList<(string Name, string[] Versions)> Names()
    {
        var compilations = CdkReferences.Versions.Select(v => (Version: v, Compilation: (Compilation)CdkRun.Compile("", v))).ToList();
        return [.. CdkRegistry.Create().Names.Order(StringComparer.Ordinal).Select(n => (n, compilations.Where(c => Exists(c.Compilation, n)).Select(c => c.Version).ToArray()))];
    }

    [Fact]
    public void Exist()
    {
        var missing = Names().Where(n => n.Versions.Length == 0).Select(n => n.Name).ToList();
        Assert.True(missing.Count == 0, "no version of CDK has\n" + string.Join("\n", missing));
    }

    /// <summary>The model tells jsii's structs by that, since to read attributes is slow.</summary>
    [Fact]
    public void StructsAreTheClassesWithoutABase()
    {
        foreach (var version in CdkReferences.Versions)
        {
            var classes = Classes(CdkRun.Compile("", version).GetTypesByMetadataName("Amazon.CDK.Stack").Single().ContainingAssembly.GlobalNamespace).Where(t => t is { IsStatic: false, Name: not ("NamespaceDoc" or "Anchor") }).ToLookup(t => t.GetAttributes().Any(a => a.AttributeClass?.Name == "JsiiByValueAttribute"));

            Assert.NotEmpty(classes[true]);
            Assert.All(classes[true], t => Assert.Equal(SpecialType.System_Object, t.BaseType?.SpecialType));
            Assert.Empty(classes[false].Where(t => t.BaseType?.SpecialType == SpecialType.System_Object).Select(t => t.ToDisplayString()));
        }
    }

    private static IEnumerable<INamedTypeSymbol> Classes(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(m => m is INamedTypeSymbol { TypeKind: TypeKind.Class } type ? Classes(type).Prepend(type) : m is INamespaceSymbol ? Classes(m) : []);

    private static bool Exists(Compilation compilation, string name)
    {
        var isConstructor = name.EndsWith("..ctor", StringComparison.Ordinal);
        var split = isConstructor ? name.Length - "..ctor".Length : name.LastIndexOf('.');
        var (typeName, member) = (name[..split], name[(split + 1)..]);
        if (Find(compilation, typeName) is not { } type)
        {
            return false;
        }

        var types = TypesOf(type).ToList();
        return isConstructor ? type.InstanceConstructors.Any(c => c.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected)
            : member.EndsWith("()", StringComparison.Ordinal) ? types.Any(t => t.GetMembers(member[..^2]).Any(m => m is IMethodSymbol))
            : member.EndsWith('=') ? types.Any(t => t.GetMembers(member[..^1]).Any(m => m is IPropertySymbol { SetMethod: not null }))
            : types.Any(t => t.GetMembers(member).Any(m => m is IPropertySymbol));
    }

    private static INamedTypeSymbol? Find(Compilation compilation, string name)
    {
        var full = name.StartsWith("Constructs.", StringComparison.Ordinal) ? name : "Amazon.CDK." + name;
        return compilation.GetTypeByMetadataName(full)
            ?? (full.LastIndexOf('.') is > 0 and var dot ? compilation.GetTypeByMetadataName(full[..dot] + "+" + full[(dot + 1)..]) : null);
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            yield return implemented;
        }
    }
}
