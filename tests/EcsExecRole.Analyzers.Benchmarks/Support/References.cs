using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Benchmarks.Support;

/// <summary>What the measured programs are compiled against. Read once: a warm compiler has them in memory.</summary>
internal static class References
{
    /// <summary>The base library alone.</summary>
    public static ImmutableArray<MetadataReference> Runtime { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll" or "mscorlib.dll")
            .Select(p => MetadataReference.CreateFromFile(p))];

    /// <summary>And CDK.</summary>
    public static ImmutableArray<MetadataReference> Cdk { get; } =
    [
        .. Runtime,
        Package("amazon.cdk.lib", Metadata("CdkVersion"), "Amazon.CDK.Lib.dll"),
        Package("constructs", "10.0.5", "Constructs.dll"),
        Package("amazon.jsii.runtime", "1.103.1", "Amazon.JSII.Runtime.dll"),
    ];

    public static string Metadata(string key) =>
        typeof(References).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;

    private static PortableExecutableReference Package(string id, string version, string file) =>
        MetadataReference.CreateFromFile(Directory.EnumerateFiles(Path.Combine(Metadata("PackageRoot"), id, version, "lib"), file, SearchOption.AllDirectories).Single());
}
