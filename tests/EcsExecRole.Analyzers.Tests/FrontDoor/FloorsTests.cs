using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.FrontDoor;

/// <summary>The house keeps its floors: each may use those below it, never those above.</summary>
public partial class FloorsTests
{
    /// <summary>From the ground up. What is in no folder is the front door, which may use all.</summary>
    private static readonly string[] floors = ["Symbolic", "Iam", "Evaluation", "Cdk", "Needs", "Rules", "Live"];

    private static string Sources => Path.Combine(TestPaths.RepositoryRoot, "src", "EcsExecRole.Analyzers");

    public static TheoryData<string> Floors => [.. floors];

    [Theory]
    [MemberData(nameof(Floors))]
    public void NoFloorUsesALaterOne(string floor)
    {
        var later = floors.SkipWhile(f => f != floor).Skip(1).ToList();
        var files = FilesOf(floor);
        Assert.NotEmpty(files);
        Assert.Empty(from file in files
                     from name in Used().Matches(Code(file)).Select(m => m.Groups[1].Value)
                     where later.Contains(name)
                     select $"{Path.GetRelativePath(Sources, file)} uses {name}");
    }

    [Fact]
    public void EachFileIsInItsFloorsNamespace() =>
        Assert.Empty(from floor in floors
                     from file in FilesOf(floor)
                     let declared = Declared().Match(Code(file)).Groups[1].Value
                     where declared != floor
                     select $"{Path.GetRelativePath(Sources, file)} is in the namespace of '{declared}'");

    [Theory]
    [InlineData("Symbolic")]
    [InlineData("Iam")]
    public void TheGroundFloorsKnowNothingOfRoslyn(string floor) =>
        Assert.DoesNotContain(FilesOf(floor), f => Code(f).Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));

    [Fact]
    public void EvaluationNamesNothingOfCdk() =>
        Assert.DoesNotContain(FilesOf("Evaluation"), f => CdkName().IsMatch(Code(f)));

    [Fact]
    public void NeedsTakeOperationsForOpaqueOrigins() =>
        Assert.DoesNotContain(FilesOf("Needs"), f => Code(f).Contains("Microsoft.CodeAnalysis.", StringComparison.Ordinal) || Code(f).Contains(".Syntax", StringComparison.Ordinal));

    [Fact]
    public void EveryFileOfTheAnalyzerIsOnAFloorOrTheFrontDoor() =>
        Assert.Empty(Directory.EnumerateDirectories(Sources).Select(Path.GetFileName).Except([.. floors, "Polyfills", "bin", "obj"]));

    private static List<string> FilesOf(string floor) => [.. Directory.EnumerateFiles(Path.Combine(Sources, floor), "*.cs", SearchOption.AllDirectories)];

    /// <summary>The file without comments.</summary>
    private static string Code(string file) => Comment().Replace(File.ReadAllText(file), "");

    [GeneratedRegex(@"EcsExecRole\.Analyzers\.(\w+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"^namespace EcsExecRole\.Analyzers\.(\w+)[\w.]*;", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"Amazon\.CDK|""Constructs|\bCdk\w*|jsii", RegexOptions.IgnoreCase)]
    private static partial Regex CdkName();
}
