using EcsExecRole.Analyzers.Iam.Matching;
using EcsExecRole.Analyzers.Symbolic;
using Xunit;
using static EcsExecRole.Analyzers.Tests.Iam.Notation;

namespace EcsExecRole.Analyzers.Tests.Iam;

/// <summary>Patterns against values, with every kind of hole on either side.</summary>
public class TemplateMatcherTests
{
    [Theory]
    [InlineData("*", "anything at all")]
    [InlineData("*", "")]
    [InlineData("arn:aws:s3:::b/*", "arn:aws:s3:::b/x/y")]
    [InlineData("arn:aws:s3:::b/*", "arn:aws:s3:::b/")]
    [InlineData("a?c", "abc")]
    [InlineData("*:secret:db-??????", "arn:aws:secretsmanager:eu-west-1:1:secret:db-AbCdEf")]
    public void Known_text_matches_by_wildcards(string pattern, string value) => Covers(Ternary.Yes, pattern, value);

    [Theory]
    [InlineData("arn:aws:s3:::b/*", "arn:aws:s3:::b")]
    [InlineData("a?c", "ac")]
    [InlineData("abc", "abcd")]
    [InlineData("abcd", "abc")]
    [InlineData("arn:aws:s3:::Bucket", "arn:aws:s3:::bucket")]
    [InlineData("a", "*")]
    [InlineData("a", "?")]
    [InlineData("arn:aws:ecr:*", "*")]
    public void Known_text_that_differs_does_not_match(string pattern, string value) => Covers(Ternary.No, pattern, value);

    [Theory]
    [InlineData("arn:{P}:ssm:{R}:{A}:parameter/{name}", "arn:{P}:ssm:{R}:{A}:parameter/{name}")]
    [InlineData("{arn}", "{arn}")]
    [InlineData("{arn}*", "{arn}")]
    [InlineData("{arn}-??????", "{arn}-{S}")]
    [InlineData("*/{name}", "arn:{P}:ssm:{R}:{A}:parameter/{name}")]
    [InlineData("arn:{P}:ssm:*:*:parameter/{name}*", "arn:{P}:ssm:{R}:{A}:parameter/{name}/{leaf}")]
    public void The_same_hole_is_filled_with_the_same_text(string pattern, string value) => Covers(Ternary.Yes, pattern, value);

    [Theory]
    [InlineData("{name}", "{name}-{S}")]
    [InlineData("{arn}:password::", "{arn}")]
    [InlineData("arn:{P}:ssm:{R}:{A}:parameter/{x}/a", "arn:{P}:ssm:{R}:{A}:parameter/{x}/b")]
    [InlineData("a{x}", "b{x}")]
    public void Beside_the_same_hole_the_rest_has_to_match(string pattern, string value) => Covers(Ternary.No, pattern, value);

    [Theory]
    [InlineData("{other}", "{name}")]
    [InlineData("{other}", "known")]
    [InlineData("known", "{name}")]
    [InlineData("k*n", "{name}")]
    [InlineData("{x}/{y}", "{name}")]
    [InlineData("a{x}", "a*")]
    public void Another_unknown_text_may_be_anything(string pattern, string value) => Covers(Ternary.Unknown, pattern, value);

    [Theory]
    [InlineData("a{x}", "b{y}")]
    [InlineData("{x}a", "{y}b")]
    [InlineData("arn:{P}:ssm:{R}:{A}:parameter/{x}", "arn:{P}:secretsmanager:{R}:{A}:secret:{y}-{S}")]
    public void Unknown_parts_do_not_hide_known_ones_that_differ(string pattern, string value) => Covers(Ternary.No, pattern, value);

    [Theory]
    [InlineData("arn:aws:s3:::b", "arn:{P}:s3:::b", nameof(Ternary.Yes))]
    [InlineData("arn:{P}:s3:::b", "arn:aws:s3:::b", nameof(Ternary.Yes))]
    [InlineData("arn:aws-cn:s3:::b", "arn:{P}:s3:::b", nameof(Ternary.Yes))]
    [InlineData("arn:{P}:s3:::b", "arn:aws-us-gov:s3:::b", nameof(Ternary.Yes))]
    [InlineData("arn:aws*:s3:::b", "arn:{P}:s3:::b", nameof(Ternary.Yes))]
    [InlineData("arn:*:s3:::b", "arn:{P}:s3:::b", nameof(Ternary.Yes))]
    [InlineData("arn:aws-cn:s3:::b", "arn:aws:s3:::b", nameof(Ternary.No))]
    [InlineData("arn:azure:s3:::b", "arn:{P}:s3:::b", nameof(Ternary.No))]
    [InlineData("arn:{P}:s3:::a", "arn:aws:s3:::b", nameof(Ternary.No))]
    public void A_partition_is_the_one_that_the_other_side_spells_out(string pattern, string value, string expected) => Covers(expected, pattern, value);

    [Theory]
    [InlineData("r:eu-west-1:", "r:{R}:", nameof(Ternary.Unknown))]
    [InlineData("r:us-gov-east-1:", "r:{R}:", nameof(Ternary.Unknown))]
    [InlineData("r:eusc-de-east-1:", "r:{R}:", nameof(Ternary.Unknown))]
    [InlineData("r:eu-*:", "r:{R}:", nameof(Ternary.Unknown))]
    [InlineData("r:*:", "r:{R}:", nameof(Ternary.Yes))]
    [InlineData("r:{R}:", "r:{R}:", nameof(Ternary.Yes))]
    [InlineData("r:{R:2}:", "r:{R}:", nameof(Ternary.Unknown))]
    [InlineData("r::", "r:{R}:", nameof(Ternary.No))]
    [InlineData("r:nowhere:", "r:{R}:", nameof(Ternary.No))]
    [InlineData("r:{R}:", "r::", nameof(Ternary.No))]
    public void A_region_may_be_any_region(string pattern, string value, string expected) => Covers(expected, pattern, value);

    [Theory]
    [InlineData(":123456789012:", ":{A}:", nameof(Ternary.Unknown))]
    [InlineData(":12345678901:", ":{A}:", nameof(Ternary.No))]
    [InlineData(":aws:", ":{A}:", nameof(Ternary.No))]
    [InlineData(":????????????:", ":{A}:", nameof(Ternary.Yes))]
    [InlineData(":???????????:", ":{A}:", nameof(Ternary.No))]
    [InlineData(":123*:", ":{A}:", nameof(Ternary.Unknown))]
    [InlineData(":x*:", ":{A}:", nameof(Ternary.No))]
    [InlineData(":{A:2}:", ":{A}:", nameof(Ternary.Unknown))]
    [InlineData(":{A}:", ":123456789012:", nameof(Ternary.Unknown))]
    [InlineData(":{A}:", ":{R}:", nameof(Ternary.No))]
    public void An_account_is_twelve_digits(string pattern, string value, string expected) => Covers(expected, pattern, value);

    [Theory]
    [InlineData("db-??????", nameof(Ternary.Yes))]
    [InlineData("db-*", nameof(Ternary.Yes))]
    [InlineData("db*", nameof(Ternary.Yes))]
    [InlineData("db-{S}", nameof(Ternary.Yes))]
    [InlineData("db-{S:2}", nameof(Ternary.Unknown))]
    [InlineData("db-AbCd12", nameof(Ternary.Unknown))]
    [InlineData("db-A*", nameof(Ternary.Unknown))]
    [InlineData("db", nameof(Ternary.No))]
    [InlineData("db-", nameof(Ternary.No))]
    [InlineData("db-?????", nameof(Ternary.No))]
    [InlineData("db-AbCd1", nameof(Ternary.No))]
    [InlineData("db-AbC-12", nameof(Ternary.No))]
    public void A_secret_ends_in_six_letters_or_digits(string pattern, string expected) => Covers(expected, pattern, "db-{S}");

    [Theory]
    [InlineData("key/{G:a}", "key/{G:a}", nameof(Ternary.Yes))]
    [InlineData("key/*", "key/{G:a}", nameof(Ternary.Yes))]
    [InlineData("key/?*", "key/{G:a}", nameof(Ternary.Yes))]
    [InlineData("*/{G:a}", "key/{G:a}", nameof(Ternary.Yes))]
    [InlineData("key/{G:b}", "key/{G:a}", nameof(Ternary.No))]
    [InlineData("key/1234-abcd", "key/{G:a}", nameof(Ternary.No))]
    [InlineData("key/", "key/{G:a}", nameof(Ternary.No))]
    [InlineData("key/{G:a}", "key/1234-abcd", nameof(Ternary.No))]
    [InlineData("key/{A}", "key/{G:a}", nameof(Ternary.No))]
    [InlineData("key/a*", "key/{G:a}", nameof(Ternary.Unknown))]
    [InlineData("key/{x}", "key/{G:a}", nameof(Ternary.Unknown))]
    [InlineData("key/{G:a}", "key/{x}", nameof(Ternary.Unknown))]
    [InlineData("a-{G:a}*", "a-{G:a}-{G:b}", nameof(Ternary.Yes))]
    [InlineData("a-{G:b}*", "a-{G:a}-{G:b}", nameof(Ternary.No))]
    [InlineData("a-{G:a}-{G:a}", "a-{G:a}-{G:b}", nameof(Ternary.No))]
    public void A_generated_text_equals_only_itself(string pattern, string value, string expected) => Covers(expected, pattern, value);

    [Theory]
    [InlineData("b/${aws:username}/*", "b/x/y", nameof(Ternary.Unknown))]
    [InlineData("b/${aws:username}", "c/x", nameof(Ternary.No))]
    [InlineData("b/${*}", "b/*", nameof(Ternary.Yes))]
    [InlineData("b/${*}", "b/x", nameof(Ternary.No))]
    [InlineData("b/${$}x", "b/$x", nameof(Ternary.Yes))]
    [InlineData("b/$x", "b/$x", nameof(Ternary.Yes))]
    public void A_policy_variable_is_filled_in_by_IAM(string pattern, string value, string expected) => Covers(expected, pattern, value);

    [Fact]
    public void Without_wildcards_a_star_is_a_star()
    {
        Assert.Equal(Ternary.Yes, TemplateMatcher.Equal("a*", "a*"));
        Assert.Equal(Ternary.No, TemplateMatcher.Equal("a*", "ab"));
    }

    [Theory]
    [InlineData("ECR:batch*", "ecr:BatchGetImage", nameof(Ternary.Yes))]
    [InlineData("ecr:BATCHGETIMAG", "ecr:BatchGetImage", nameof(Ternary.No))]
    [InlineData("{service}:BATCHGETIMAGE", "ecr:BatchGetImage", nameof(Ternary.Unknown))]
    public void Case_can_be_ignored(string pattern, string value, string expected) =>
        Assert.Equal(expected, TemplateMatcher.Match(T(pattern), T(value), MatchSyntax.Wildcards | MatchSyntax.IgnoreCase).ToString());

    [Fact]
    public void Many_wildcards_do_not_explode()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 200));
        Covers(Ternary.No, pattern, new string('a', 400) + "b");
        Covers(Ternary.Yes, pattern, new string('a', 400));
        Covers(Ternary.Unknown, pattern, new string('a', 190) + "{x}");
    }

    [Fact]
    public void Beyond_the_budget_the_answer_is_open() =>
        Covers(Ternary.Unknown, string.Concat(Enumerable.Repeat("*a", 2000)), new string('a', 1000) + "b" + new string('a', 900));

    private static void Covers(string expected, string pattern, string value) => Covers(Enum.Parse<Ternary>(expected), pattern, value);

    private static void Covers(Ternary expected, string pattern, string value) =>
        Assert.Equal(expected, TemplateMatcher.Covers(T(pattern), T(value)));
}
