using System.Reflection;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>Places that the build knows.</summary>
internal static class TestPaths
{
    /// <summary>The NuGet package folder.</summary>
    public static string PackageRoot { get; } = Metadata("PackageRoot");

    /// <summary>The root of the sources.</summary>
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    private static string Metadata(string key) =>
        typeof(TestPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
