using EcsExecRole.Analyzers.SynthTests.Oracle;
using Xunit;

namespace EcsExecRole.Analyzers.SynthTests.Conformance;

/// <summary>How the head of a case is read.</summary>
public sealed class CaseFileTests
{
    [Fact]
    public void Flags_and_context_multiply()
    {
        var file = CaseFile.Parse("A/B", "// flags: X=1|2\n// flags: Y=a|b\n// context: z=true\n// expect: clean\nusing System;");
        Assert.Equal(
            ["X=1, Y=a, z=true", "X=1, Y=b, z=true", "X=2, Y=a, z=true", "X=2, Y=b, z=true"],
            file.Combinations().Select(combination => combination.ToString()));
    }

    [Fact]
    public void A_case_without_flags_is_synthesized_once() => Assert.Single(CaseFile.Parse("A/B", "// expect: clean").Combinations());

    [Fact]
    public void Options_are_pairs() => Assert.Equal(
        "mirror, quay",
        CaseFile.Parse("A/B", "// options: ecs_exec_role.pull_through_cache_prefixes=mirror, quay").Options["ecs_exec_role.pull_through_cache_prefixes"]);

    [Fact]
    public void Only_the_head_counts() => Assert.Empty(CaseFile.Parse("A/B", "using System;\n// expect: clean").Expectations);

    [Fact]
    public void An_expectation_lists_verdicts_of_a_task_definition()
    {
        var expectation = CaseFile.Parse("A/B", "// expect: Web/TaskDef: info missing a:B, c:D; wrong trust").Expectations.Single();
        Assert.Equal("Web/TaskDef", expectation.TaskDefinition);
        Assert.Equal(
            [new(VerdictKind.Missing, "a:B", NeedLevel.Info), new(VerdictKind.Missing, "c:D", NeedLevel.Info), new(VerdictKind.WrongTrust, "", NeedLevel.Warning)],
            expectation.Verdicts);
        Assert.True(expectation.Names("Stack/Web/TaskDef") && !expectation.Names("Stack/OtherWeb/TaskDef"));
    }

    [Fact]
    public void By_hand_has_a_reason_and_verdicts()
    {
        var byHand = CaseFile.Parse("A/B", "// by-hand: nobody -> can tell -> Task: no role | Other: missing a:B").ByHand!;
        Assert.Equal("nobody -> can tell", byHand.Reason);
        Assert.Equal(["Task", "Other"], byHand.Expectations.Select(expectation => expectation.TaskDefinition));
    }

    [Theory]
    [InlineData("// expect: nothing")]
    [InlineData("// expect: Task: perhaps")]
    [InlineData("// by-hand: because")]
    public void Nonsense_is_refused(string head) => Assert.Throws<FormatException>(() => CaseFile.Parse("A/B", head));
}
