using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>The references of a C# CDK app: this runtime's base library, and the real CDK in one of the downloaded versions.</summary>
internal static class CdkReferences
{
    /// <summary>The oldest CDK that the model is tested with.</summary>
    public const string Oldest = "2.103.0";

    /// <summary>The CDK of the samples and of the synthesized cases.</summary>
    public const string Samples = "2.160.0";

    /// <summary>The newest.</summary>
    public const string Newest = "2.277.0";

    /// <summary>
    /// The CDK of this run of the tests, which run once with each. A test of what only some versions have or do names its version.
    /// </summary>
    public const string Default =
#if CDK_OLDEST
        Oldest;
#elif CDK_NEWEST
        Newest;
#else
        Samples;
#endif

    /// <summary>Why a test of what the oldest CDK does not have is skipped with that one; null with the others.</summary>
    public const string? NotInOldest =
#if CDK_OLDEST
        "CDK 2.103.0 does not have it";
#else
        null;
#endif

    /// <summary>The same for what the newest CDK does otherwise.</summary>
    public const string? NotInNewest =
#if CDK_NEWEST
        "CDK 2.277.0 does otherwise, as another test says";
#else
        null;
#endif

    public static ImmutableArray<string> Versions { get; } = [Oldest, Samples, Newest];

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
            Package("amazon.jsii.runtime", v == Newest ? "1.142.0" : "1.103.1", "Amazon.JSII.Runtime.dll"),
        ]);

    private static PortableExecutableReference Package(string id, string version, string file)
    {
        var folder = Path.Combine(TestPaths.PackageRoot, id, version, "lib");
        return MetadataReference.CreateFromFile(Directory.EnumerateFiles(folder, file, SearchOption.AllDirectories).Single());
    }
}
