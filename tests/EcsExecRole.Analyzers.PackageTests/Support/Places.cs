using System.Reflection;

namespace EcsExecRole.Analyzers.PackageTests.Support;

/// <summary>What the build of this project knows.</summary>
internal static class Places
{
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The NuGet package folder, with Amazon.CDK.Lib in it.</summary>
    public static string PackageRoot { get; } = Metadata("PackageRoot");

    public static string CdkVersion { get; } = Metadata("CdkVersion");

    /// <summary>The oldest Roslyn that the package supports.</summary>
    public static string RoslynFloor { get; } = Metadata("RoslynFloor");

    public static string RoslynNewest { get; } = Metadata("RoslynNewest");

    private static string Metadata(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
