using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Tests.Cdk;

/// <summary>Every name that the model registers is a name of a real CDK.</summary>
public class ApiNamesTests
{
    private static readonly string[] Versions = ["2.103.0", "2.160.0", "2.277.0"];

    [Fact]
    public void Exist()
    {
        var compilations = Versions.Select(v => (Compilation)CdkRun.Compile("", v)).ToList();
        var missing = CdkRegistry.Create().Names.Where(name => !compilations.Any(c => Exists(c, name))).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, "no version of CDK has\n" + string.Join("\n", missing));
    }

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
