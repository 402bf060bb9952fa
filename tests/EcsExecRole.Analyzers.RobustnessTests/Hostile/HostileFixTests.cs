using EcsExecRole.Analyzers.RobustnessTests.Support;
using static EcsExecRole.Analyzers.RobustnessTests.Support.Apps;

namespace EcsExecRole.Analyzers.RobustnessTests.Hostile;

/// <summary>The fixes read more of a program than the place of a diagnostic: where that explodes or nests without end, they still come to one.</summary>
public class HostileFixTests
{
    private const string Task = "new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps { ExecutionRole = role }).AddContainer(\"app\", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(IMAGE) });";

    private const string Registry = "\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/\"";

    private static readonly Dictionary<string, string> Programs = new()
    {
        ["a name of 5,000 parts"] = Beside(Task.Replace("IMAGE", "$" + Registry[..^1] + "{text}\"" + Many(5_000, " + text"))),
        ["locals of many parts"] = Beside("var a = text" + Many(12, " + text") + "; var b = a" + Many(12, " + a") + "; var c = b" + Many(12, " + b") + "; var d = c" + Many(12, " + c") + "; " + Task.Replace("IMAGE", Registry + " + d")),
        ["parentheses without number"] = Beside(Task.Replace("IMAGE", Registry + " + " + Many(500, "((string)(") + "text" + Many(500, "))"))),
        ["helpers that call each other"] = Beside(Task.Replace("IMAGE", "M0(" + Registry + " + text)"), Many(8, "string M#(string s) { if (s.Length == 0) return s; " + string.Concat(Enumerable.Range(0, 30).Select(i => $"if (number == {i}) return M{i % 8}(s) + M{(i + 3) % 8}(s); ")) + "return s; } ") + "int number = Environment.TickCount;"),
        ["a pattern of stars"] = Beside("role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"" + Many(60, "*?") + "x\", \"ecr:*\" }, Resources = new[] { \"arn:aws:ecr:eu-west-1:111111111111:repository//api\" } })); " + Task.Replace("IMAGE", Registry + " + \"api:1\"")),
        ["thousands of names"] = Beside(Many(500, "var role# = text; ") + Task.Replace("IMAGE", Registry + " + \"api:1\"")),
    };

    public static TheoryData<string> Names => [.. Programs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheFixesComeToAnEnd(string name)
    {
        using var fixing = new Fixing(Program.Compile(Programs[name]));
        Assert.Contains(fixing.Diagnostics, d => d.Id is Descriptors.ImageId or Descriptors.NoRoleId);
        var actions = fixing.Actions();
        Assert.NotEmpty(actions);
        Assert.All(actions, a => Assert.Empty(fixing.NewErrors(Fixing.Apply(a))));
        Assert.Empty(fixing.NewErrors(fixing.ApplyAll()));
    }
}
