using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.Tests.Evaluation.Known;

/// <summary>Small types of the base library, and settings.</summary>
public class KnownOtherTests
{
    [Theory]
    [InlineData("var n = 0; var l = new Lazy<int>(() => ++n); return l.Value + l.Value * 10 + n * 100;")]
    [InlineData("return new Lazy<string>(\"a\").Value;")]
    [InlineData("int? n = 3; return n.HasValue ? n.Value + n.GetValueOrDefault() : 0;")]
    [InlineData("int? n = null; return n.HasValue ? 1 : n.GetValueOrDefault(7) + n.GetValueOrDefault();")]
    [InlineData("var t = Tuple.Create(\"a\", 1); return t.Item1 + t.Item2;")]
    [InlineData("var t = new Tuple<string, int>(\"a\", 1); var (x, y) = t; return x + y;")]
    [InlineData("var t = ValueTuple.Create(\"a\", 1); return t.Item1 + t.Item2;")]
    [InlineData("return Task.FromResult(\"a\").Result + Task.FromResult(\"b\").GetAwaiter().GetResult() + Task.FromResult(\"c\").ConfigureAwait(false).GetAwaiter().GetResult();")]
    [InlineData("return Task.Run(() => \"a\").Result;")]
    [InlineData("return Task.WhenAll(Task.FromResult(1), Task.FromResult(2)).Result;")]
    [InlineData("return int.Parse(\"42\") + long.Parse(\"1\") + (int.TryParse(\"x\", out var a) ? 100 : a) + (int.TryParse(\"7\", out var b) ? b : 0);")]
    [InlineData("return bool.Parse(\"true\") && bool.TryParse(\"False\", out var b) && !b;")]
    [InlineData("return Convert.ToInt32(\"5\") + Convert.ToString(5) + Convert.ToBoolean(\"true\") + Convert.ToInt32(2.5) + Convert.ToDouble(3);")]
    [InlineData("return Math.Max(1, 2) + Math.Min(3, 4) * 10 + Math.Abs(-5) * 100 + (int)Math.Ceiling(1.2) * 1000 + Math.Clamp(9, 1, 3);")]
    [InlineData("return Enum.Parse<DayOfWeek>(\"Monday\") == DayOfWeek.Monday && Enum.Parse<DayOfWeek>(\"monday\", true).ToString() == \"Monday\";")]
    [InlineData("return Enum.GetNames<DayOfWeek>().Length + Enum.GetValues<DayOfWeek>().Select(d => d.ToString()).First();")]
    [InlineData("return Enum.TryParse<DayOfWeek>(\"Friday\", out var d) ? d.ToString() : \"none\";")]
    [InlineData("return (AttributeTargets.Class | AttributeTargets.Enum).HasFlag(AttributeTargets.Enum);")]
    [InlineData("return new A { P = 1 }.Clone().P;")]
    [InlineData("var a = new A { P = 1 }; var b = a.Clone(); b.P = 2; return a.P * 10 + b.P;")]
    [InlineData("return object.Equals(\"a\", \"a\") && 1.Equals(1) && !\"a\".Equals(null) && StringComparer.OrdinalIgnoreCase.Equals(\"A\", \"a\");")]
    public void Known_values(string body) => Truth.Exact(body, members: "--- class A { public int P; public A Clone() => (A)MemberwiseClone(); }");

    [Theory]
    [InlineData("var l = new Lazy<string>(() => x ? \"a\" : \"b\"); return l.Value + l.Value;", "bool x")]
    [InlineData("var n = 0; var l = new Lazy<int>(() => ++n); var r = x ? l.Value : 5; return r * 10 + l.Value + n * 100;", "bool x")]
    [InlineData("return (x ? (int?)1 : null) is { } n ? n : -1;", "bool x")]
    [InlineData("return Task.FromResult(x).Result ? \"a\" : \"b\";", "bool x")]
    [InlineData("return Convert.ToInt32(x) + x.ToString();", "bool x")]
    [InlineData("return Math.Max(x ? 1 : 5, 3);", "bool x")]
    [InlineData("return x.Equals(true) ? \"t\" : \"f\";", "bool x")]
    public void Values_that_depend_on_arguments(string body, string parameters) => Truth.Exact(body, parameters);

    [Theory]
    [InlineData("return int.TryParse(s, out var n) ? n + 1 : -1;", "string s")]
    [InlineData("return Enum.TryParse<DayOfWeek>(s, out var d) ? d : DayOfWeek.Friday;", "string s")]
    [InlineData("return Math.Max(i, 3) > 3 ? i : 3;", "int i")]
    [InlineData("return Guid.NewGuid() == Guid.NewGuid();", "")]
    [InlineData("return i.ToString(\"D2\") + i;", "int i")]
    public void Values_that_cannot_be_told(string body, string parameters) => Truth.Sound(body, parameters);

    /// <summary>What only looks at its arguments leaves them known; what may keep or change them does not.</summary>
    [Theory]
    [InlineData("Console.WriteLine(l);", "1a")]
    [InlineData("ArgumentNullException.ThrowIfNull(l);", "1a")]
    [InlineData("System.Diagnostics.Debug.Assert(l.Count > 0);", "1a")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(l);", "1a")]
    [InlineData("new WeakReference(l);", null)]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(o => { }, l);", null)]
    [InlineData("Random.Shared.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(l));", null)]
    public void Escapes(string statement, string? expected)
    {
        var value = EvaluatorRun.Returns("var l = new List<string> { \"a\" }; " + statement + " return l.Count + l[0];");
        if (expected is null)
        {
            Assert.Contains("?", value.Replace("${", "?", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, value);
        }
    }

    [Theory]
    [InlineData("return Environment.GetEnvironmentVariable(\"A\") == Environment.GetEnvironmentVariable(\"A\");", "True")]
    [InlineData("return (Environment.GetEnvironmentVariable(\"A\") == \"x\") != (Environment.GetEnvironmentVariable(\"A\") == \"x\");", "False")]
    [InlineData("return Environment.GetEnvironmentVariable(\"A\");", "?Environment.GetEnvironmentVariable(\"A\")")]
    [InlineData("return Guid.NewGuid().ToString() == Guid.NewGuid().ToString() ? 1 : 1;", "1")]
    public void Surroundings(string body, string expected) => Assert.Equal(expected, EvaluatorRun.Returns(body));

    [Theory]
    [InlineData("config[\"A:B\"] == config.GetSection(\"a\")[\"b\"]", "True")]
    [InlineData("config[\"A\"] == config.GetValue<string>(\"A\")", "True")]
    [InlineData("config.GetValue<bool>(\"A\") != config.GetValue<bool>(\"A\")", "False")]
    [InlineData("config.GetSection(\"A\").GetSection(\"B\").Value == config[\"a:b\"]", "True")]
    [InlineData("config.GetConnectionString(\"Db\") == config[\"ConnectionStrings:Db\"]", "True")]
    [InlineData("config.GetValue(\"A\", \"x\") ?? \"null\"", "x if config[\"A\"] == null | ?config[\"A\"] if not config[\"A\"] == null")]
    public void Two_reads_of_a_setting_are_the_same(string expression, string expected) => Assert.Equal(expected, Configured(expression));

    [Theory]
    [InlineData("config[\"A\"] == config[\"B\"]")]
    [InlineData("config.GetValue<bool>(\"A\") == config.GetValue<bool>(\"B\")")]
    [InlineData("config.GetSection(\"A\")[\"B\"] == config[\"B\"]")]
    public void Two_settings_are_not(string expression) => Assert.DoesNotContain(Configured(expression), new[] { "True", "False" });

    /// <summary>
    /// Every type in the tables is one of the library's, and every member a member of one of these: a slip of the pen would never match anything. (Some
    /// families are registered as the product of types and members, of which not every pair exists.)
    /// </summary>
    [Fact]
    public void Every_name_exists()
    {
        var compilation = EvaluatorRun.Compile("class Empty;");
        var real = AllTypes(compilation.GlobalNamespace).GroupBy(KnownTable.NameOf).ToDictionary(g => g.Key, g => g.ToList());
        var members = KnownLibrary.Members.Where(m => !m.Type.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)).ToList();
        var types = members.Select(m => m.Type).Distinct().Where(t => !real.ContainsKey(t));
        var names = members.GroupBy(m => m.Member).Where(g => !g.Any(m => real.TryGetValue(m.Type, out var found) && found.Any(t => Has(t, m.Member)))).Select(g => g.Key);
        var useless = members.GroupBy(m => m.Type).Where(g => real.TryGetValue(g.Key, out var found) && !g.Any(m => found.Any(t => Has(t, m.Member)))).Select(g => g.Key);
        Assert.Equal("", string.Join("\n", types.Concat(names).Concat(useless)));
    }

    private static bool Has(INamedTypeSymbol type, string member) => member switch
    {
        ".ctor" => !type.InstanceConstructors.IsEmpty,
        "[]" or "[]=" => type.GetMembers().OfType<IPropertySymbol>().Any(p => p.IsIndexer),
        _ => type.GetMembers(member.TrimEnd('(', ')', '=')).Any(),
    };

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(m => m is INamedTypeSymbol type ? AllTypes(type).Prepend(type) : AllTypes(m));

    /// <summary>Evaluates an expression over an <c>IConfiguration</c> that comes, as the real one does, from another assembly.</summary>
    private static string Configured(string expression)
    {
        var library = EvaluatorRun.Compile("""
            namespace Microsoft.Extensions.Configuration
            {
                public interface IConfiguration { string this[string key] { get; set; } IConfigurationSection GetSection(string key); }
                public interface IConfigurationSection : IConfiguration { string Value { get; set; } }
                public static class ConfigurationExtensions { public static string GetConnectionString(this IConfiguration configuration, string name) => null; }
                public static class ConfigurationBinder
                {
                    public static T GetValue<T>(this IConfiguration configuration, string key) => default;
                    public static T GetValue<T>(this IConfiguration configuration, string key, T defaultValue) => default;
                }
            }
            """).WithAssemblyName("Microsoft.Extensions.Configuration");
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        image.Position = 0;
        var source = "using Microsoft.Extensions.Configuration; public static class Program { public static object Test(IConfiguration config) { return " + expression + "; } }";
        var compilation = CSharpCompilation.Create("snippet", [CSharpSyntaxTree.ParseText(source)], library.References.Append(MetadataReference.CreateFromStream(image)), library.Options);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return EvaluatorRun.Evaluate(compilation, "Program", "Test").Result.ToString()!;
    }
}
