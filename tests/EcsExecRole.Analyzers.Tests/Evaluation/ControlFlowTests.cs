using static EcsExecRole.Analyzers.Tests.Support.EvaluatorRun;

namespace EcsExecRole.Analyzers.Tests.Evaluation;

public class ControlFlowTests
{
    [Theory]
    [InlineData("return 1;", "", "1")]
    [InlineData("var a = \"x\"; var b = a; return b + \"y\";", "", "xy")]
    [InlineData("return flag ? \"a\" : \"b\";", "bool flag", "a if flag | b if not flag")]
    [InlineData("string s; if (flag) { s = \"a\"; } else { s = \"b\"; } return s;", "bool flag", "b if not flag | a if flag")]
    [InlineData("var s = \"a\"; if (flag) s = \"b\"; return s;", "bool flag", "b if flag | a if not flag")]
    [InlineData("if (flag) return \"a\"; return \"b\";", "bool flag", "a if flag | b if not flag")]
    [InlineData("if (flag) return \"a\"; if (!flag) return \"b\"; return \"c\";", "bool flag", "a if flag | b if not flag")]
    [InlineData("if (env == \"prod\") return 1; if (env == \"dev\") return 2; return 3;", "string env", "1 if env == \"prod\" | 2 if env == \"dev\" | 3 if not env == \"prod\" and not env == \"dev\"")]
    [InlineData("return s ?? \"d\";", "string s", "?s if not s == null | d if s == null")]
    [InlineData("s ??= \"d\"; return s;", "string s", "d if s == null | ?s if not s == null")]
    [InlineData("return \"a\" ?? \"b\";", "", "a")]
    [InlineData("return null is string;", "", "False")]
    [InlineData("switch (n) { case 1: return \"one\"; case 2: return \"two\"; default: return \"many\"; }", "int n", "one if n == 1 | two if n == 2 | many if not n == 1 and not n == 2")]
    [InlineData("return n switch { 1 => \"one\", 2 => \"two\", _ => \"many\" };", "int n", "one if n == 1 | two if n == 2 | many if not n == 1 and not n == 2")]
    [InlineData("return \"b\" switch { \"a\" => 1, \"b\" => 2, _ => 3 };", "", "2")]
    [InlineData("var r = 0; foreach (var x in new[] { 1, 2, 3 }) { if (x == 2) continue; r += x; } return r;", "", "4")]
    [InlineData("var r = 0; foreach (var x in new[] { 1, 2, 3 }) { if (x == 2) break; r += x; } return r;", "", "1")]
    [InlineData("var r = \"\"; for (var i = 0; i < 3; i++) { r += i; } return r;", "", "012")]
    [InlineData("var i = 0; while (i < 5) i++; return i;", "", "5")]
    [InlineData("var i = 0; do { i++; } while (i < 5); return i;", "", "5")]
    [InlineData("var r = 0; while (true) { r++; if (r == 3) break; } return r;", "", "3")]
    [InlineData("try { return \"a\"; } catch { return \"b\"; }", "", "a")]
    [InlineData("string s; try { s = \"a\"; } finally { } return s;", "", "a")]
    [InlineData("try { throw new Exception(); } catch { return \"caught\"; }", "", "caught")]
    [InlineData("if (flag) throw new Exception(); return \"a\";", "bool flag", "a")]
    [InlineData("goto end; end: return 1;", "", "1")]
    [InlineData("using var d = new System.IO.MemoryStream(); return 1;", "", "1")]
    [InlineData("lock (typeof(string)) { return 1; }", "", "1")]
    [InlineData("var a = new S { P = \"x\" }; var b = a; b.P = \"y\"; return a.P;", "", "x")]
    [InlineData("var a = new S { P = \"x\" }; Set(a); return a.P;", "", "x")]
    [InlineData("var a = new S { P = \"x\" }; SetRef(ref a); return a.P;", "", "y")]
    [InlineData("var a = new[] { 1, 2, 3, 4 }[1..3]; return a.Length + \"\" + a[0];", "", "22")]
    [InlineData("unsafe { fixed (char* p = \"a\") { return 1; } }", "", "1")]
    [InlineData("checked { return 1; }", "", "1")]
    [InlineData("const string s = \"a-b-c\"; return s[..3];", "", "a-b")]
    [InlineData("const string s = \"a-b-c\"; return s[2..];", "", "b-c")]
    [InlineData("const string s = \"a-b-c\"; return s[^1..];", "", "c")]
    [InlineData("const string s = \"a-b-c\"; return s.LastIndexOf(\"-\", StringComparison.Ordinal);", "", "3")]
    [InlineData("const string s = \"a-b-c\"; return s[..s.LastIndexOf(\"-\", StringComparison.Ordinal)];", "", "a-b")]
    [InlineData("var i = 1; return \"abc\"[i];", "", "b")]
    public void Follows(string body, string parameters, string expected) => Assert.Equal(expected, Returns(body, parameters, """
        private static void Set(S s) { s.P = "y"; }
        private static void SetRef(ref S s) { s.P = "y"; }
        private struct S { public string P { get; set; } }
        """));

    [Fact]
    public void CombinedDelegatesRunInOrder() =>
        Assert.Equal("[1, 2, 3]", Returns("var xs = new List<int> { 1 }; Action a = () => xs.Add(2); a += () => xs.Add(3); a(); return xs;"));

    [Fact]
    public void APathThatThrowsDoesNotComplete() => Assert.Equal("not flag", Completes("if (flag) throw new Exception(); return 1;", "bool flag"));

    [Fact]
    public void AValueThatAnUnknownLoopAccumulatesIsUnknown() =>
        Assert.Contains("${s}", Returns("var s = \"a\"; foreach (var x in xs) s = s + x; return s;", "IEnumerable<string> xs"));

    [Fact]
    public void OppositeTestsOfOneFlagAreOneCondition() =>
        Assert.Equal("both", Returns("var a = flag; var b = !flag; if (a && b) return \"never\"; return \"both\";", "bool flag"));
}
