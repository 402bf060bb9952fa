using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>The references of a C# CDK app: this runtime's base library, and the real CDK in one of the downloaded versions.</summary>
internal static class CdkReferences
{
    public const string Default = "2.160.0";

    /// <summary>The oldest and newest CDK that the model is tested with, and the one of the samples.</summary>
    public static ImmutableArray<string> Versions { get; } = ["2.103.0", Default, "2.277.0"];

    private static readonly ConcurrentDictionary<string, ImmutableArray<MetadataReference>> known = new(StringComparer.Ordinal);

    /// <summary>The base library alone.</summary>
    public static ImmutableArray<MetadataReference> Runtime { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll" or "mscorlib.dll")
            .Select(p => MetadataReference.CreateFromFile(p))];

    public static ImmutableArray<MetadataReference> Of(string version = Default) => known.GetOrAdd(version, static v =>
        [
            .. Runtime,
            Package("amazon.cdk.lib", v, "Amazon.CDK.Lib.dll"),
            Package("constructs", "10.0.5", "Constructs.dll"),
            Package("amazon.jsii.runtime", v == "2.277.0" ? "1.142.0" : "1.103.1", "Amazon.JSII.Runtime.dll"),
        ]);

    private static PortableExecutableReference Package(string id, string version, string file)
    {
        var folder = Path.Combine(TestPaths.PackageRoot, id, version, "lib");
        return MetadataReference.CreateFromFile(Directory.EnumerateFiles(folder, file, SearchOption.AllDirectories).Single());
    }
}
