using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Evaluation.Known;

/// <summary>LINQ, held against what the real operators do.</summary>
public class KnownLinqTests
{
    [Theory]
    [InlineData("return new[] { 1, 2, 3 }.Select(x => x * 2).Where(x => x > 2).ToList();")]
    [InlineData("return new[] { \"a\", \"b\" }.Select((x, i) => x + i).ToArray();")]
    [InlineData("return new[] { \"a\", \"b\" }.Where((x, i) => i > 0);")]
    [InlineData("return new[] { \"ab\", \"c\" }.SelectMany(s => s.ToCharArray());")]
    [InlineData("return new[] { 1, 2 }.SelectMany(x => new[] { 3, 4 }, (x, y) => x * y);")]
    [InlineData("return from x in new[] { 1, 2, 3 } where x != 2 from y in new[] { 10, 20 } let z = x * y select z;")]
    [InlineData("return from x in new[] { 2, 1 } orderby x descending select x + \"!\";")]
    [InlineData("return from x in new[] { 1, 2 } join y in new[] { \"1\", \"2\" } on x.ToString() equals y select x + y;")]
    [InlineData("return new[] { 1 }.Concat(new[] { 2 }).Append(3).Prepend(0);")]
    [InlineData("return new[] { 1, 2 }.Union(new[] { 2, 3 }).Except(new[] { 1 }).Intersect(new[] { 3, 2 });")]
    [InlineData("return new[] { \"a\", \"A\", \"b\" }.Distinct(StringComparer.OrdinalIgnoreCase);")]
    [InlineData("return new[] { \"aa\", \"ab\", \"b\" }.DistinctBy(x => x[0]);")]
    [InlineData("return new[] { 1, 2, 3 }.Zip(new[] { \"a\", \"b\" });")]
    [InlineData("return new[] { 1, 2, 3 }.Zip(new[] { \"a\", \"b\" }, (n, s) => s + n);")]
    [InlineData("return new[] { 1, 2, 3, 4 }.Skip(1).Take(2);")]
    [InlineData("return new[] { 1, 2, 3, 4 }.TakeLast(2).Concat(new[] { 1, 2, 3 }.SkipLast(2));")]
    [InlineData("return new[] { 1, 5, 2 }.TakeWhile(x => x < 3).Concat(new[] { 1, 5, 2 }.SkipWhile(x => x < 3));")]
    [InlineData("return new[] { 1, 2, 3 }.First() + new[] { 1, 2, 3 }.Last() * 10 + new[] { 1, 2, 3 }.First(x => x > 1) * 100 + new[] { 7 }.Single() * 1000 + new[] { 1, 2 }.ElementAt(1) * 10000;")]
    [InlineData("return (new int[0].FirstOrDefault(), new string[0].LastOrDefault(), new[] { 1 }.SingleOrDefault(x => x > 1), new[] { 1 }.FirstOrDefault(x => x > 1, 9), new int[0].DefaultIfEmpty(4).First(), new[] { 1 }.ElementAtOrDefault(5));")]
    [InlineData("return new[] { 1, 2 }.Any() && !new int[0].Any() && new[] { 1, 2 }.Any(x => x > 1) && new[] { 1, 2 }.All(x => x > 0) && !new[] { 1, 2 }.All(x => x > 1) && new[] { 1, 2 }.Contains(2);")]
    [InlineData("return new[] { 1, 2, 3 }.Count(x => x > 1) + new[] { 1, 2, 3 }.Count() * 10;")]
    [InlineData("return new[] { \"a\", \"b\" }.ToDictionary(x => x, x => x + \"!\");")]
    [InlineData("return new[] { \"a\", \"b\" }.ToDictionary(x => x.ToUpper());")]
    [InlineData("return new Dictionary<string, int> { [\"a\"] = 1 }.Union(new Dictionary<string, int> { [\"b\"] = 2 }).ToDictionary(p => p.Key, p => p.Value);")]
    [InlineData("return new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2 }.Where(p => p.Value > 1).Select(p => p.Key + p.Value);")]
    [InlineData("return new Dictionary<string, int> { [\"a\"] = 1 }.ToDictionary();")]
    [InlineData("return new[] { (\"a\", 1), (\"b\", 2) }.ToDictionary();")]
    [InlineData("return new[] { \"a\", \"b\", \"a\" }.ToHashSet();")]
    [InlineData("return new[] { \"aa\", \"b\", \"ab\" }.GroupBy(x => x[0]).Select(g => g.Key + \":\" + string.Join(\"+\", g));")]
    [InlineData("return new[] { \"aa\", \"b\" }.GroupBy(x => x.Length, x => x + \"!\", (k, g) => k + g.First());")]
    [InlineData("var l = new[] { \"aa\", \"b\", \"ab\" }.ToLookup(x => x[0]); return l['a'].Count() + l['z'].Count() * 10 + l.Count * 100 + (l.Contains('b') ? 1000 : 0);")]
    [InlineData("return new[] { 3, 1, 2 }.OrderBy(x => x).Concat(new[] { 3, 1, 2 }.OrderByDescending(x => x)).Concat(new[] { 1, 2 }.Reverse());")]
    [InlineData("return new[] { \"b\", \"a\" }.Order().First();")]
    [InlineData("return new object[] { 1, \"a\", 2 }.OfType<string>().Concat(new object[] { \"b\" }.Cast<string>());")]
    [InlineData("return new[] { 1, 2, 3 }.Aggregate((a, b) => a + b) + new[] { \"a\", \"b\" }.Aggregate(\"x\", (a, b) => a + b) + new[] { 1 }.Aggregate(1, (a, b) => a + b, r => r * 5);")]
    [InlineData("return new[] { 1, 2, 3 }.Sum() + new[] { \"a\", \"bb\" }.Sum(x => x.Length) * 10 + new[] { 3, 9, 4 }.Max() * 100 + new[] { 3, 9, 4 }.Min(x => x + 1) * 1000;")]
    [InlineData("return new[] { \"a\", \"bbb\", \"cc\" }.MaxBy(x => x.Length) + new[] { \"aa\", \"b\" }.MinBy(x => x.Length);")]
    [InlineData("return Enumerable.Range(1, 3).Concat(Enumerable.Repeat(7, 2)).Concat(Enumerable.Empty<int>());")]
    [InlineData("return new[] { 1, 2, 3 }.Chunk(2).Select(c => c.Length);")]
    [InlineData("return new[] { 1, 2 }.SequenceEqual(new List<int> { 1, 2 }) && !new[] { 1 }.SequenceEqual(new[] { 2 });")]
    [InlineData("return new[] { \"a\" }.Index().Select(p => p.Index + p.Item);")]
    [InlineData("return \"b,a\".Split(',').Select(x => x.Trim()).Select(x => new { Name = x }).First(x => x.Name == \"a\").Name;")]
    [InlineData("List<string> l = [\"a\", .. new Dictionary<string, int> { [\"b\"] = 1 }.Keys]; return l;")]
    [InlineData("HashSet<string> s = [\"a\", \"b\", \"a\"]; return s;")]
    [InlineData("return new[] { \"a\", null, \"b\" }.Where(x => x != null).Select(x => x.ToUpper());")]
    public void Known_sequences(string body) => Truth.Exact(body);

    [Theory]
    [InlineData("return new[] { \"a\", x ? \"b\" : null, y ? \"c\" : null }.Where(s => s != null).ToList();", "bool x, bool y")]
    [InlineData("return new[] { \"a\", \"b\" }.Where(s => x || s == \"b\").First();", "bool x")]
    [InlineData("return new[] { \"a\", \"b\", \"c\" }.Where(s => s != \"a\" || x).Skip(1).ToList();", "bool x")]
    [InlineData("return new[] { \"a\", \"b\", \"c\" }.Where(s => s != \"a\" || x).Take(1).Single();", "bool x")]
    [InlineData("return new[] { \"a\", \"b\" }.Where(s => s != \"a\" || x).Last() + new[] { \"a\", \"b\" }.Where(s => s != \"b\" || x).Last();", "bool x")]
    [InlineData("return new[] { \"a\" }.Where(s => x).FirstOrDefault() ?? \"none\";", "bool x")]
    [InlineData("return new[] { \"a\" }.Where(s => x).Any() ? \"some\" : \"none\";", "bool x")]
    [InlineData("return new[] { \"a\", \"b\" }.Where(s => x).Concat(new[] { \"c\" }.Where(s => y)).Count();", "bool x, bool y")]
    [InlineData("return new[] { \"a\" }.Concat(x ? new[] { \"b\" } : Array.Empty<string>()).ToArray();", "bool x")]
    [InlineData("return new[] { \"prod\", \"Dev\" }.Contains(s);", "string s")]
    [InlineData("string[] all = [\"a\", .. x ? new[] { \"b\" } : []]; return all;", "bool x")]
    [InlineData("HashSet<string> all = [\"a\", x ? \"a\" : \"b\"]; return all.Count;", "bool x")]
    [InlineData("return new[] { \"prod\", \"Dev\" }.FirstOrDefault(e => e == s) ?? \"other\";", "string s")]
    [InlineData("return new[] { \"prod\", \"Dev\" }.Any(e => e.Equals(s, StringComparison.OrdinalIgnoreCase));", "string s")]
    [InlineData("return new[] { 1, 2, 3, 4 }.Where(n => n > i).ToList();", "int i")]
    [InlineData("return new[] { \"prod\", s, \"b\" }.Distinct().Count();", "string s")]
    [InlineData("return new[] { \"prod\", \"b\" }.Except(new[] { s });", "string s")]
    [InlineData("return new[] { \"a\", \"b\" }.GroupBy(n => x ? n : \"all\").Select(g => g.Key + g.Count());", "bool x")]
    [InlineData("return new[] { \"a\", \"b\" }.TakeWhile(n => x || n == \"a\").ToArray();", "bool x")]
    [InlineData("return new[] { \"a\", \"b\" }.Where(n => x).DefaultIfEmpty(\"z\");", "bool x")]
    [InlineData("return new[] { \"a\", \"b\" }.Where(n => x || n == \"a\").ToDictionary(n => n, n => 1);", "bool x")]
    [InlineData("return new[] { \"a\", \"b\" }.Where(n => x || n == \"b\").Aggregate(\"\", (a, b) => a + b);", "bool x")]
    [InlineData("return new[] { \"a\", \"b\" }[x ? 0 : 1] + new[] { \"a\", \"b\" }.ElementAt(x ? 0 : 1);", "bool x")]
    public void Sequences_that_depend_on_arguments(string body, string parameters) => Truth.Exact(body, parameters);

    [Theory]
    [InlineData("return xs.Select(x => x + \"!\").ToList();", "string[] xs")]
    [InlineData("return xs.Any() ? xs.First() : \"none\";", "string[] xs")]
    [InlineData("return xs.Any(x => x == \"a\") ? xs.Any(x => x == \"b\") ? \"both\" : \"a\" : \"no a\";", "string[] xs")]
    [InlineData("return xs.All(x => x == \"a\") ? \"all\" : \"not all\";", "string[] xs")]
    [InlineData("return xs.Where(x => x != \"a\").Append(\"z\").First();", "string[] xs")]
    [InlineData("return xs.Append(\"z\").Last();", "string[] xs")]
    [InlineData("return xs.Prepend(\"z\").First() + xs.Prepend(\"z\").Count();", "string[] xs")]
    [InlineData("return xs.Concat(new[] { \"q\" }).FirstOrDefault(x => x == \"q\" || x == \"prod\");", "string[] xs")]
    [InlineData("return xs.Distinct().Count() == xs.Count() ? \"distinct\" : \"not\";", "string[] xs")]
    [InlineData("return xs.Contains(\"a\") && xs.ToHashSet().Contains(\"a\");", "string[] xs")]
    [InlineData("return xs.ToDictionary(x => x + xs.Length, x => 1).Count;", "string[] xs")]
    [InlineData("return xs.GroupBy(x => x).Select(g => g.Key + g.Count());", "string[] xs")]
    [InlineData("return xs.GroupBy(x => x).Any(g => g.Count() > 1);", "string[] xs")]
    [InlineData("return xs.OrderBy(x => x).FirstOrDefault();", "string[] xs")]
    [InlineData("return xs.Zip(new[] { \"1\", \"2\" }, (a, b) => a + b);", "string[] xs")]
    [InlineData("return xs.Skip(1).Concat(xs.Take(1));", "string[] xs")]
    [InlineData("return xs.Count(x => x == \"a\") + xs.Max(x => x.Length);", "string[] xs")]
    [InlineData("return xs.Aggregate(\"\", (a, b) => a + b);", "string[] xs")]
    [InlineData("return xs.TakeWhile(x => x == \"a\");", "string[] xs")]
    [InlineData("return xs.Except(new[] { \"a\" }).Union(new[] { \"u\" });", "string[] xs")]
    [InlineData("return xs.SelectMany(x => new[] { x, x }).Where(x => x != \"b\");", "string[] xs")]
    [InlineData("return xs.Chunk(2).Count();", "string[] xs")]
    [InlineData("var n = 0; foreach (var x in xs.Where(x => x != \"b\")) { n++; } return n;", "string[] xs")]
    [InlineData("var n = 0; xs.ToList().ForEach(x => n += 1); return n;", "string[] xs")]
    [InlineData("var n = 0; return xs.Select(x => x + n++).LastOrDefault() + n;", "string[] xs")]
    [InlineData("string[] all = [\"p\", .. xs.Select(x => x + \"!\"), \"q\"]; return all[0] + all.Length + all.Last();", "string[] xs")]
    [InlineData("return new[] { \"a\", \"b\" }.Zip(xs.Where(x => x != \"a\")).Select(p => p.First + p.Second);", "string[] xs")]
    [InlineData("return new[] { s, \"b\", \"a\" }.OrderBy(x => x).First();", "string s")]
    [InlineData("return new[] { s, \"b\", \"a\" }.Max();", "string s")]
    [InlineData("return new[] { \"x\", \"y\", \"z\" }.Skip(i);", "int i")]
    [InlineData("return d.Where(p => p.Key != \"a\").ToDictionary(p => p.Key, p => p.Value);", "Dictionary<string, string> d")]
    [InlineData("return d.Select(p => p.Value).FirstOrDefault();", "Dictionary<string, string> d")]
    public void Sequences_that_cannot_be_told(string body, string parameters) => Truth.Sound(body, parameters);

    [Fact]
    public void What_is_made_of_each_unknown_element_is_what_a_later_loop_gets() => Assert.Equal(
        "<…>",
        EvaluatorRun.Returns("""
            var items = names.Select(n => new Item { Name = "<" + n + ">" }).ToList();
            var last = "";
            foreach (var item in items) { last = item.Name; }
            return last.Length == 0 ? "none" : last[0] + "…" + last[last.Length - 1];
            """, "IEnumerable<string> names", "--- class Item { public string Name; }") is { } said && said.Contains('<', StringComparison.Ordinal) ? "<…>" : "lost");

    [Fact]
    public void Two_questions_about_an_unknown_collection_are_two_conditions()
    {
        var same = EvaluatorRun.Returns("return xs.Any(x => x == \"a\") == xs.Any(x => x == \"a\");", "string[] xs");
        var different = EvaluatorRun.Returns("return xs.Any(x => x == \"a\") == xs.Any(x => x == \"b\");", "string[] xs");
        Assert.Equal("True", same);
        Assert.NotEqual("True", different);
        Assert.NotEqual("False", different);
    }

    [Fact]
    public void The_same_unknown_collection_twice_is_one_condition() =>
        Assert.Equal("True", EvaluatorRun.Returns("return xs.ToList().Count > 0 == xs.ToList().Count > 0;", "string[] xs"));
}
