using System.Reflection;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>Places that the build knows.</summary>
internal static class TestPaths
{
    /// <summary>The NuGet package folder.</summary>
    public static string PackageRoot { get; } = Metadata("PackageRoot");

    /// <summary>The root of the sources.</summary>
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>The compiler that this run of the tests is meant to use.</summary>
    public static string RoslynVersion { get; } = Metadata("RoslynVersion");

    private static string Metadata(string key) =>
        typeof(TestPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
