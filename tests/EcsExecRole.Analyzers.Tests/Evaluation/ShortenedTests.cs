using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Tests.Evaluation;

public class ShortenedTests
{
    private static readonly string Long = new('x', 1_000);

    [Fact]
    public void AShortKeyIsKept() => Assert.Equal("props.IsProd", Shortened.Key("props.IsProd"));

    [Fact]
    public void LongKeysStayDifferent() => Assert.NotEqual(Shortened.Key(Long + "a"), Shortened.Key(Long + "b"));

    [Fact]
    public void LongKeysStayTheSame() => Assert.Equal(Shortened.Key(Long + "a"), Shortened.Key(Long + "a"));

    /// <summary>Else a path that may not exist would be taken for one that a user can choose.</summary>
    [Fact]
    public void WhatIsNoInputStaysNone() => Assert.Contains(Condition.Determined, Shortened.Key(Long + Condition.Determined + "y"), StringComparison.Ordinal);

    [Fact]
    public void AHoleThatIsEditedAgainAndAgainHasABoundedKey() => Assert.True(new Hole(Long + Long, HoleKind.Any, Long).Key.Length < 300);
}
