using EcsExecRole.Analyzers.SynthTests.Oracle;
using Xunit;

namespace EcsExecRole.Analyzers.SynthTests.OracleTests;

public sealed class PatternTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "arn:aws:s3:::b/k", true)]
    [InlineData("a*c", "abbbc", true)]
    [InlineData("a*c", "abbbd", false)]
    [InlineData("*ab*ab", "ab-ab", true)]
    [InlineData("*ab*ab", "ab", false)]
    [InlineData("name-??????", "name-AbCdEf", true)]
    [InlineData("name-??????", "name-AbCdE", false)]
    [InlineData("name-??????", "name-AbCdEfg", false)]
    [InlineData("arn:aws:logs:us-east-1:1:log-group:g", "arn:aws:logs:us-east-1:1:log-group:g:log-stream:s", false)]
    [InlineData("arn:aws:logs:us-east-1:1:log-group:g:*", "arn:aws:logs:us-east-1:1:log-group:g:log-stream:s", true)]
    [InlineData("arn:aws:ecr:us-east-1:1:repository/*", "*", false)]
    public void Matches(string pattern, string text, bool expected) => Assert.Equal(expected, Pattern.Matches(pattern, text));

    [Fact]
    public void Case_counts_unless_told() => Assert.True(!Pattern.Matches("ECR:*", "ecr:X") && Pattern.Matches("ECR:*", "ecr:X", ignoreCase: true));
}
