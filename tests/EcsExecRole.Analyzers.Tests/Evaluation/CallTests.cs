using static EcsExecRole.Analyzers.Tests.Support.EvaluatorRun;

namespace EcsExecRole.Analyzers.Tests.Evaluation;

public class CallTests
{
    [Theory]
    [InlineData("return F(1);", "static int F(int x) => x + 1;", "2")]
    [InlineData("return F(b: \"x\", a: \"y\");", "static string F(string a, string b = \"z\") => a + b;", "yx")]
    [InlineData("return F(\"y\");", "static string F(string a, string b = \"z\") => a + b;", "yz")]
    [InlineData("return \"a\".Twice();", "static string Twice(this string s) => s + s;", "aa")]
    [InlineData("string L(string s) => s + \"!\"; return L(\"a\");", "", "a!")]
    [InlineData("var x = \"a\"; string L() => x; x = \"b\"; return L();", "", "b")]
    [InlineData("Func<string, string> f = s => s + \"!\"; return f(\"a\");", "", "a!")]
    [InlineData("var n = 0; Action f = () => n++; f(); f(); return n;", "", "2")]
    [InlineData("Func<int, int> f = F; return f(1);", "static int F(int x) => x + 1;", "2")]
    [InlineData("F(out var x); return x;", "static void F(out string x) { x = \"a\"; }", "a")]
    [InlineData("var x = 1; F(ref x); return x;", "static void F(ref int x) { x = 2; }", "2")]
    [InlineData("return F(\"a\", \"b\").Length;", "static string[] F(params string[] p) => p;", "2")]
    [InlineData("return new A(\"x\").P;", "--- class A { public A(string p) { P = p; } public string P { get; } }", "x")]
    [InlineData("return new A(\"x\").P;", "--- class A(string p) { public string P => p; }", "x")]
    [InlineData("return new A(\"x\").P;", "--- class A(string p) { public string P { get; } = p + \"!\"; }", "x!")]
    [InlineData("return new B().P;", "--- class A { public A(string p) { P = p; } public string P { get; } } class B : A { public B() : base(\"x\") { } }", "x")]
    [InlineData("return new B(\"x\").P;", "--- class A(string p) { public string P => p; } class B(string q) : A(q + \"!\");", "x!")]
    [InlineData("return new A().P;", "--- class A { public A() : this(\"x\") { } public A(string p) { P = p; } public string P { get; } }", "x")]
    [InlineData("return new A { P = \"x\" }.P;", "--- class A { public string P { get; set; } = \"d\"; }", "x")]
    [InlineData("return new A().P;", "--- class A { public string P { get; set; } = \"d\"; }", "d")]
    [InlineData("return new A().F();", "--- class A { private readonly string f = \"d\"; public string F() => f; }", "d")]
    [InlineData("A a = new B(); return a.F();", "--- class A { public virtual string F() => \"a\"; } class B : A { public override string F() => \"b\" + base.F(); }", "ba")]
    [InlineData("return new B().Run();", "--- abstract class A { public string Run() => \"<\" + Inner() + \">\"; protected abstract string Inner(); } class B : A { protected override string Inner() => \"b\"; }", "<b>")]
    [InlineData("I i = new B(); return i.F();", "--- interface I { string F(); } class B : I { public string F() => \"b\"; }", "b")]
    [InlineData("I i = new B(); return i.F();", "--- interface I { string F() => \"default\"; } class B : I { }", "default")]
    [InlineData("return S.X;", "--- static class S { public static readonly string X = \"a\" + Y; const string Y = \"b\"; }", "ab")]
    [InlineData("return S.X;", "--- static class S { public static string X { get; } static S() { X = \"a\"; } }", "a")]
    [InlineData("return Make<A>().P;", "static T Make<T>() where T : new() => new T(); --- class A { public string P { get; } = \"a\"; }", "a")]
    [InlineData("return (A)\"x\" is { P: var p } ? p : null;", "--- class A { public string P; public static implicit operator A(string s) => new A { P = s }; }", "x")]
    [InlineData("return (new A { P = \"x\" } + new A { P = \"y\" }).P;", "--- class A { public string P; public static A operator +(A a, A b) => new A { P = a.P + b.P }; }", "xy")]
    [InlineData("var r = new R(\"a\", \"b\"); var (x, y) = r; return x + y + r.A;", "--- record R(string A, string B);", "aba")]
    [InlineData("var r = new R(\"a\", \"b\"); var s = r with { B = \"c\" }; return r.B + s.A + s.B;", "--- record R(string A, string B);", "bac")]
    [InlineData("var t = (a: \"x\", b: \"y\"); return t.a + t.Item2;", "", "xy")]
    [InlineData("var (a, b) = (\"x\", \"y\"); return a + b;", "", "xy")]
    [InlineData("(string A, string B) F() => (\"x\", \"y\"); return F().B;", "", "y")]
    [InlineData("var o = new { A = \"x\" }; return o.A;", "", "x")]
    [InlineData("A a = null; return a?.P ?? \"none\";", "--- class A { public string P; }", "none")]
    [InlineData("return new A { B = { C = \"x\" } }.B.C;", "--- class A { public B B { get; } = new B(); } class B { public string C { get; set; } }", "x")]
    [InlineData("return F(3);", "static string F(int n) => n == 0 ? \"\" : n + F(n - 1);", "321")]
    [InlineData("var s = \"\"; foreach (var x in F()) s += x; return s;", "static IEnumerable<string> F() { yield return \"a\"; yield return \"b\"; }", "ab")]
    [InlineData("return F().Result;", "static async Task<string> F() { await Task.Yield(); return \"a\"; }", "a")]
    [InlineData("return new A().With(\"x\").With(\"y\").S;", "--- class A { public string S = \"\"; public A With(string s) { S += s; return this; } }", "xy")]
    [InlineData("return new A { P = \"x\" }.Q;", "--- class A { private string p; public string P { get => p; set => p = value + \"!\"; } public string Q => P; }", "x!")]
    [InlineData("return new B<string>(\"a\").V;", "--- class A<T>(T v) { public T V { get; } = v; } class B<U>(U u) : A<U>(u);", "a")]
    public void Follows(string body, string members, string expected) => Assert.Equal(expected, Returns(body, "", members));

    [Fact]
    public void EndlessRecursionIsUnknown() => Assert.StartsWith("?", Returns("return F(1);", "", "static int F(int x) => F(x + 1);"));

    [Fact]
    public void MutualRecursionIsUnknown() => Assert.StartsWith("?", Returns("return F(1);", "", "static int F(int x) => G(x + 1); static int G(int x) => F(x);"));
}
