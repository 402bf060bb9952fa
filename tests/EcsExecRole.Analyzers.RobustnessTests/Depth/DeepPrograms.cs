using static EcsExecRole.Analyzers.RobustnessTests.Support.Apps;

namespace EcsExecRole.Analyzers.RobustnessTests.Depth;

/// <summary>Programs that nest deeper than any stack that recurses along with them.</summary>
internal static class DeepPrograms
{
    private const string Link = "class Link { public Link Next { get; set; } public Role Role; public string Text; public Link Add(object o) => this; }";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["a sum of 5,000"] = Beside("var x = text" + Many(5_000, " + list[0]") + "; new CfnOutput(this, x, null);"),
        ["a condition of 5,000"] = Beside("if (flag" + Many(5_000, " && text != \"#\"") + ") { number++; } if (flag" + Many(5_000, " | number == #") + ") { number++; }"),
        ["1,000 calls of the result"] = Beside("var x = new Link()" + Many(1_000, ".Add(this)") + "; var s = text" + Many(1_000, ".Trim()") + ";", types: Link),
        ["1,000 calls as arguments"] = Beside("var x = " + Nest(1_000, "F(", "text", ")") + ";", "string F(string s) => s;"),
        ["1,000 conditionals"] = Beside("var x = " + Nest(1_000, "(flag ? text : ", "\"x\"", ")") + "; var y = " + Nest(1_000, "(text ?? ", "\"x\"", ")") + ";"),
        ["1,000 else-ifs"] = Beside(Many(1_000, "if (text == \"#\") { number = #; }", " else ") + " else { number = 1; }"),
        ["1,000 ifs in each other"] = Beside(Nest(1_000, "if (flag) { ", "number++;", " }")),
        ["1,000 blocks"] = Beside(Nest(1_000, "{ ", "number++;", " }")),
        ["300 lambdas"] = Beside("Func<object> f = " + Nest(300, "() => (Func<object>)(", "() => role", ")") + "; f();"),
        ["1,000 object initializers"] = Beside("var x = " + Nest(1_000, "new Link { Next = ", "null", " }") + "; var y = new Link { " + Nest(1_000, "Next = { ", "Text = text", " }") + " };", types: Link),
        ["500 collections"] = Beside("object x = " + Nest(500, "new object[] { ", "role", " }") + "; int[,,,] y = { " + Nest(500, "{ ", "1", " }") + " };"),
        ["1,000 negations"] = Beside("var x = " + Nest(1_000, "!", "flag", "") + "; var y = " + Nest(1_000, "-(", "number", ")") + "; var z = " + Nest(1_000, "(object)", "role", "") + ";"),
        ["500 switches"] = Beside("var x = " + Nest(500, "(number switch { 1 => text, _ => ", "text", " })") + ";"),
        ["6 texts in texts"] = Beside("var x = " + Nest(6, "$\"a{", "text", "}\"") + ";"),
        ["10 tuples"] = Beside("var x = " + Nest(10, "(", "1", ", 2)") + "; " + Nest(10, "(", "var y", ", _)") + " = anything;"),
        ["300 patterns"] = Beside("object o = new Link(); if (o is " + Nest(300, "Link { Next: ", "null", " }") + ") { } if (number is " + Many(300, "#", " or ") + ") { } if (o is " + Nest(500, "not (", "null", ")") + ") { }", types: Link),
        ["1,000 members"] = Beside("var l = new Link(); l.Next = l; var x = l" + Many(1_000, ".Next") + "; var y = l" + Many(1_000, "?.Next") + ";", types: Link),
        ["1,000 namespaces"] = Beside("", types: "namespace " + Many(1_000, "N#", ".") + " { class Last { } }"),
        ["60 types in each other"] = Beside("", types: Nest(60, "class T { ", "class Last : Amazon.CDK.Stack { }", " }").Replace("class T ", "partial class T ")),
        ["1,000 classes that derive"] = Beside("new C999().Go();", types: "class C0 { public virtual string Go() => \"x\"; } " + string.Concat(Enumerable.Range(1, 999).Select(i => $"class C{i} : C{i - 1} {{ string f{i} = \"{i}\"; public C{i}() : base() {{ }} {(i % 10 == 9 ? $"public override string Go() => base.Go() + f{i};" : "")} }} "))),
        ["1,000 methods in a row"] = Beside("M0(text);", string.Concat(Enumerable.Range(0, 1_000).Select(i => $"string M{i}(string s) => M{i + 1}(s + P{i}); string P{i} => P{i + 1}; ")) + "string M1000(string s) => s; string P1000 => \"x\";"),
        ["1,000 static fields in a row"] = Beside("var x = S0.F;", types: string.Concat(Enumerable.Range(0, 1_000).Select(i => $"static class S{i} {{ public static readonly object F = new Func<object>(() => S{i + 1}.F)(); }} ")) + "static class S1000 { public static object F = null; }"),
        ["1,500 conditions at once"] = Beside("var ok = true; " + Many(1_500, "ok = ok && list.Contains(\"#\"); ") + "if (ok) { role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:*\" }, Resources = new[] { \"*\" } })); }"),
        ["a construct tree of 3,000 levels"] = Beside("Construct c = this; for (int i = 0; i < 3000; i++) { c = new Construct(c, \"c\" + i); } new Role(c, \"r\", new RoleProps { AssumedBy = new ServicePrincipal(\"x\") }); Tags.Of(c).Add(\"a\", \"b\"); Aspects.Of(this).Add(null); var s = Stack.Of(c).Account; var p = c.Node.Path;"),
        ["a list of 15,000 links"] = Beside("Link l = null; for (int i = 0; i < 15000; i++) { l = new Link { Next = l, Role = role }; } anything.Take(l); list.ForEach(x => l.Add(x));", types: Link),
        ["lists in lists"] = Beside("object o = role; for (int i = 0; i < 15000; i++) { o = new List<object> { o }; } anything.Take(o); Func<object> f = () => o; for (int i = 0; i < 5000; i++) { var g = f; f = () => g(); } anything.Take(f); f();"),
        ["principals in principals"] = Beside("IPrincipal p = new ServicePrincipal(\"x\"); for (int i = 0; i < 5000; i++) { p = new CompositePrincipal((PrincipalBase)p); } new Role(this, \"p\", new RoleProps { AssumedBy = p }); var s = \"x\"; for (int i = 0; i < 5000; i++) { s = Fn.Join(\"\", new[] { s, \"a\" }); s = Fn.Select(0, Fn.Split(\",\", s)); } new CfnOutput(this, s, null);"),
        ["a pattern of stars"] = Beside("role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"" + Many(3_000, "*?") + "\" }, Resources = new[] { $\"" + Many(1_000, "*{text}?") + "\" } })); new FargateTaskDefinition(this, \"T\", new FargateTaskDefinitionProps { ExecutionRole = role }).AddContainer(\"c\", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry($\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/{text}/" + Many(500, "{text}a") + "\") });"),
    };

    private static string Nest(int depth, string before, string inner, string after) => Many(depth, before) + inner + Many(depth, after);
}
