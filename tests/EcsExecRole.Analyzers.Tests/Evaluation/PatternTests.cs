using static EcsExecRole.Analyzers.Tests.Support.EvaluatorRun;

namespace EcsExecRole.Analyzers.Tests.Evaluation;

public class PatternTests
{
    [Theory]
    [InlineData("object o = \"a\"; return o is string s ? s : \"\";", "", "a")]
    [InlineData("object o = \"a\"; return o is not string;", "", "False")]
    [InlineData("return new A { P = \"x\" } is { P: \"x\" };", "", "True")]
    [InlineData("return new A { P = \"x\" } is { P: \"x\" or \"y\" };", "", "True")]
    [InlineData("return new A { P = \"x\" } is { P.Length: > 3 };", "", "False")]
    [InlineData("return 5 is > 3 and < 7;", "", "True")]
    [InlineData("return n is > 3 and < 7;", "int n", "not n < 4 and n < 7")]
    [InlineData("if (n > 3) { if (n < 2) return \"no\"; } return \"yes\";", "int n", "yes")]
    [InlineData("return new[] { 1, 2, 3 } is [1, .., var x] ? x : 0;", "", "3")]
    [InlineData("return new[] { 1, 2, 3 } is [1, 2];", "", "False")]
    [InlineData("return (\"a\", 1) is (\"a\", var x) ? x : 0;", "", "1")]
    [InlineData("A a = new B(); return a is B ? 1 : 2;", "", "1")]
    [InlineData("A a = new A(); return a is B ? 1 : 2;", "", "2")]
    [InlineData("A a = new B(); return (a as B) != null;", "", "True")]
    [InlineData("A a = new A(); return (a as B) == null;", "", "True")]
    [InlineData("A a = new B(); switch (a) { case B b: return b.Q; default: return \"no\"; }", "", "q")]
    [InlineData("return s is null ? 1 : 2;", "string s", "1 if s == null | 2 if not s == null")]
    [InlineData("return (s, flag) switch { (\"a\", true) => 1, (\"a\", false) => 2, _ => 3 };", "string s, bool flag", "1 if s == \"a\" and flag | 2 if s == \"a\" and not flag | 3 if not s == \"a\"")]
    [InlineData("return n switch { 1 when flag => 1, 1 => 2, _ => 3 };", "int n, bool flag", "1 if n == 1 and flag | 2 if n == 1 and not flag | 3 if not n == 1")]
    public void Follows(string body, string parameters, string expected) =>
        Assert.Equal(expected, Returns(body, parameters, "--- public class A { public string P; } public class B : A { public string Q = \"q\"; }"));
}
