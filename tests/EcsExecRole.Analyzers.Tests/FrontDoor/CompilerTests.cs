using System.Diagnostics;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.Tests.FrontDoor;

public class CompilerTests
{
    /// <summary>The tests run once with the oldest compiler that the package loads into, and once with the newest.</summary>
    [Fact]
    public void IsTheOneThatTheRunIsFor() =>
        Assert.StartsWith(TestPaths.RoslynVersion, FileVersionInfo.GetVersionInfo(typeof(CSharpCompilation).Assembly.Location).ProductVersion, StringComparison.Ordinal);
}
