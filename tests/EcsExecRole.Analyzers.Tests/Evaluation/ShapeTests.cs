using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Evaluation;

/// <summary>Each shape is evaluated, and also compiled and run: what the evaluator says it returns is what it returns.</summary>
public class ShapeTests
{
    private const string NeedsNewCompiler = "CSharp14";

    public static TheoryData<string> Titles => [.. ShapeCatalog.All.Select(s => s.Area + "/" + s.Title)];

    [Theory, MemberData(nameof(Titles))]
    public void Shape(string title)
    {
        var shape = ShapeCatalog.All.Single(s => s.Area + "/" + s.Title == title);
        Assert.SkipWhen(shape.Area == NeedsNewCompiler && typeof(Compilation).Assembly.GetName().Version!.Major < 5, "this compiler does not know C# 14");
        if (shape.IsUnknown)
        {
            Truth.Unknown(shape.Body, shape.Parameters, shape.Members);
        }
        else
        {
            Truth.Exact(shape.Body, shape.Parameters, shape.Members);
        }
    }
}
