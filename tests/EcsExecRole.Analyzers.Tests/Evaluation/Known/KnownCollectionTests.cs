using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Evaluation.Known;

/// <summary>Lists, sets, queues, arrays and dictionaries, held against what the real ones do.</summary>
public class KnownCollectionTests
{
    [Theory]
    [InlineData("return new List<string> { \"a\", \"b\" };")]
    [InlineData("return new List<int>(10) { 1 };")]
    [InlineData("return new List<string>(new[] { \"a\", \"b\" });")]
    [InlineData("var l = new List<string>(); l.Add(\"a\"); l.AddRange(new[] { \"b\", \"c\" }); l.Insert(1, \"x\"); l.InsertRange(0, new[] { \"y\" }); return l;")]
    [InlineData("var l = new List<string> { \"a\", \"b\", \"a\" }; l.Remove(\"a\"); return l;")]
    [InlineData("var l = new List<string> { \"a\", \"b\" }; return l.Remove(\"x\") ? \"yes\" : l.Remove(\"b\") ? \"b\" : \"no\";")]
    [InlineData("var l = new List<int> { 1, 2, 3, 4 }; l.RemoveAt(1); l.RemoveAll(x => x > 3); return l;")]
    [InlineData("var l = new List<int> { 1, 2, 3, 4 }; l.RemoveRange(1, 2); return l;")]
    [InlineData("var l = new List<int> { 1, 2 }; l.Clear(); l.Add(3); return l;")]
    [InlineData("var l = new List<int> { 3, 1, 2 }; l.Sort(); l.Reverse(); return l;")]
    [InlineData("var l = new List<int> { 1, 2, 3 }; l[1] = 9; return l[0] + l[1] * 10 + l[^1] * 100 + l.Count;")]
    [InlineData("var l = new List<int> { 1, 2, 3 }; return l.Contains(2) && !l.Contains(5) && l.IndexOf(3) == 2 && l.Exists(x => x == 1) && l.TrueForAll(x => x > 0) && l.FindIndex(x => x == 2) == 1;")]
    [InlineData("var l = new List<int> { 1, 2, 3 }; return l.Find(x => x > 1) * 10 + l.FindLast(x => x > 1) + l.Find(x => x > 7);")]
    [InlineData("var l = new List<int> { 1, 2, 3 }; return l.FindAll(x => x != 2).ConvertAll(x => \"n\" + x);")]
    [InlineData("var l = new List<int> { 1, 2, 3 }; return l.GetRange(1, 2);")]
    [InlineData("var l = new List<int> { 1, 2, 3 }; var s = 0; l.ForEach(x => s += x); return s;")]
    [InlineData("var l = new List<int> { 1 }; var r = l.AsReadOnly(); l.Add(2); return r;")]
    [InlineData("var l = new List<int> { 1 }; var a = l.ToArray(); l.Add(2); return a;")]
    [InlineData("IList<string> l = new List<string>(); l.Add(\"a\"); ICollection<string> c = l; c.Add(\"b\"); IEnumerable<string> e = c; return e.Count() + c.Count + l[1];")]
    [InlineData("IReadOnlyList<string> l = new[] { \"a\", \"b\" }; return l[1] + l.Count;")]
    [InlineData("var a = new string[2]; a[0] = \"x\"; a[1] = \"y\"; return string.Concat(a) + a.Length;")]
    [InlineData("return Array.Empty<string>().Length + Array.IndexOf(new[] { 1, 2 }, 2) + (Array.Exists(new[] { 1 }, x => x == 1) ? 10 : 0);")]
    [InlineData("var a = new[] { 3, 1, 2 }; Array.Sort(a); Array.Reverse(a); return a;")]
    [InlineData("var a = new[] { 1, 2, 3 }; return Array.ConvertAll(Array.FindAll(a, x => x > 1), x => x * 2);")]
    [InlineData("var a = new int[3]; Array.Fill(a, 7); return a;")]
    [InlineData("var a = new[] { 1, 2, 3 }; return ((int[])a.Clone()).Length;")]
    [InlineData("int[] a = [1, .. new[] { 2, 3 }, 4]; return a.Contains(3) && !a.Contains(9);")]
    [InlineData("var s = new HashSet<string> { \"a\", \"b\", \"a\" }; return s;")]
    [InlineData("var s = new HashSet<string>(); return (s.Add(\"a\") ? 1 : 0) + (s.Add(\"a\") ? 10 : 0) + s.Count * 100 + (s.Contains(\"a\") ? 1000 : 0);")]
    [InlineData("var s = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { \"a\" }; s.Add(\"A\"); return s.Contains(\"A\") ? s.Count : -1;")]
    [InlineData("var s = new HashSet<int> { 1, 2, 3 }; s.UnionWith(new[] { 3, 4 }); s.ExceptWith(new[] { 1 }); s.IntersectWith(new[] { 2, 4, 9 }); return s.Order();")]
    [InlineData("var s = new HashSet<int> { 1, 2, 3 }; s.RemoveWhere(x => x > 2); return s.Remove(1) ? s.Order() : null;")]
    [InlineData("var s = new HashSet<int> { 1, 2 }; return s.IsSubsetOf(new[] { 1, 2, 3 }) && s.SetEquals(new[] { 2, 1 }) && s.Overlaps(new[] { 2 }) && !s.IsSupersetOf(new[] { 5 });")]
    [InlineData("ISet<int> s = new SortedSet<int> { 3, 1 }; return s.Contains(3) ? s.Count : 0;")]
    [InlineData("ICollection<string> s = new HashSet<string>(); s.Add(\"a\"); s.Add(\"a\"); return s.Count;")]
    [InlineData("var q = new Queue<string>(); q.Enqueue(\"a\"); q.Enqueue(\"b\"); return q.Peek() + q.Dequeue() + q.Dequeue() + q.Count;")]
    [InlineData("var s = new Stack<string>(); s.Push(\"a\"); s.Push(\"b\"); return s.Pop() + s.Peek() + s.Count + (s.TryPop(out var x) ? x : \"none\") + (s.TryPop(out var y) ? y : \"none\");")]
    [InlineData("var l = new LinkedList<int>(); l.AddLast(1); l.AddFirst(0); return l;")]
    [InlineData("var b = new System.Collections.Concurrent.ConcurrentBag<int>(); b.Add(1); return b.Count;")]
    [InlineData("var c = new System.Collections.ObjectModel.Collection<int> { 1 }; c.Add(2); return c;")]
    [InlineData("var d = new Dictionary<string, string> { [\"a\"] = \"1\", [\"b\"] = \"2\" }; d[\"a\"] = \"3\"; d.Add(\"c\", \"4\"); return d;")]
    [InlineData("var d = new Dictionary<string, int> { { \"a\", 1 }, { \"b\", 2 } }; d.Remove(\"a\"); d.TryAdd(\"b\", 9); d.TryAdd(\"c\", 3); return d.OrderBy(p => p.Key).ToDictionary(p => p.Key, p => p.Value);")]
    [InlineData("var d = new Dictionary<string, int> { [\"a\"] = 1 }; return d.ContainsKey(\"a\") && !d.ContainsKey(\"b\") && d.ContainsValue(1) && d.Count == 1 && d[\"a\"] == 1;")]
    [InlineData("var d = new Dictionary<string, int> { [\"a\"] = 1 }; return (d.TryGetValue(\"a\", out var x) ? x : -1) * 10 + (d.TryGetValue(\"b\", out var y) ? 5 : y) + d.GetValueOrDefault(\"a\") * 100 + d.GetValueOrDefault(\"z\", 7) * 1000;")]
    [InlineData("var d = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { [\"a\"] = 1 }; d[\"A\"] = 2; return d[\"a\"] * 10 + d.Count;")]
    [InlineData("var d = new Dictionary<string, int>(new Dictionary<string, int> { [\"a\"] = 1 }) { [\"b\"] = 2 }; return d;")]
    [InlineData("var d = new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2 }; return string.Join(\",\", d.Keys) + string.Join(\",\", d.Values);")]
    [InlineData("var d = new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2 }; var r = \"\"; foreach (var (k, v) in d) r += k + v; foreach (var p in d) r += p.Key + p.Value; return r;")]
    [InlineData("var d = new Dictionary<string, int> { [\"a\"] = 1 }; return d.Remove(\"a\", out var v) ? v + d.Count : -1;")]
    [InlineData("var d = new Dictionary<string, List<int>>(); if (!d.TryGetValue(\"a\", out var l)) d[\"a\"] = l = new List<int>(); l.Add(1); d[\"a\"].Add(2); return d[\"a\"];")]
    [InlineData("var d = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(); return d.GetOrAdd(\"a\", k => k.Length) + d.GetOrAdd(\"a\", 9) * 10 + d.AddOrUpdate(\"a\", 1, (k, v) => v + 1) * 100 + (d.TryRemove(\"a\", out var x) ? x * 1000 : 0) + d.Count;")]
    [InlineData("IReadOnlyDictionary<string, int> d = new System.Collections.ObjectModel.ReadOnlyDictionary<string, int>(new Dictionary<string, int> { [\"a\"] = 1 }); return d[\"a\"] + d.Count;")]
    [InlineData("IDictionary<string, int> d = new SortedDictionary<string, int> { [\"b\"] = 1 }; d[\"a\"] = 2; return d[\"a\"] * 10 + d.Count;")]
    [InlineData("ICollection<KeyValuePair<string, int>> d = new Dictionary<string, int>(); d.Add(new KeyValuePair<string, int>(\"a\", 1)); return d.Count + d.First().Key;")]
    [InlineData("return KeyValuePair.Create(\"a\", 1).Key + new KeyValuePair<string, int>(\"b\", 2).Value;")]
    [InlineData("return ImmutableArray.Create(1, 2, 3).Add(4).Length + ImmutableArray<int>.Empty.Length;")]
    [InlineData("return ImmutableList.Create(\"a\", \"b\").Add(\"c\").Remove(\"a\").AddRange(new[] { \"d\" }).SetItem(0, \"x\");")]
    [InlineData("return ImmutableArray.CreateRange(new[] { 1, 2 }).Insert(0, 0);")]
    [InlineData("var b = ImmutableArray.CreateBuilder<int>(); b.Add(1); b.AddRange(new[] { 2, 3 }); return b.ToImmutable();")]
    [InlineData("var b = ImmutableDictionary.CreateBuilder<string, int>(); b.Add(\"a\", 1); b[\"b\"] = 2; return b.ToImmutable()[\"b\"] + b.Count;")]
    [InlineData("var d = ImmutableDictionary<string, int>.Empty.Add(\"a\", 1).SetItem(\"a\", 2).Remove(\"zz\"); return d[\"a\"] * 10 + d.Count;")]
    [InlineData("return new[] { \"a\", \"b\", \"a\" }.ToImmutableHashSet().Count + new[] { 1, 2 }.ToImmutableArray()[1] + new[] { 1 }.ToImmutableList().Count;")]
    [InlineData("return new[] { \"a\" }.ToFrozenSet().Contains(\"a\") && new Dictionary<string, int> { [\"a\"] = 1 }.ToFrozenDictionary()[\"a\"] == 1;")]
    [InlineData("return new Dictionary<string, int> { [\"a\"] = 1 }.ToImmutableDictionary().GetValueOrDefault(\"a\");")]
    [InlineData("ReadOnlySpan<string> s = new[] { \"a\", \"b\" }; return s[1] + s.Length;")]
    public void Known_collections(string body) => Truth.Exact(body);

    [Theory]
    [InlineData("var l = new List<string> { \"a\" }; if (x) l.Add(\"b\"); l.Add(\"c\"); return l;", "bool x")]
    [InlineData("var l = new List<string> { \"a\" }; if (x) l.Add(\"b\"); l.Add(\"c\"); return l[1] + l.Count;", "bool x")]
    [InlineData("var l = new List<string>(); if (x) l.Add(\"b\"); if (y) l.Add(\"c\"); return l.Count == 0 ? \"none\" : l[0] + l.Count;", "bool x, bool y")]
    [InlineData("var l = new List<string> { \"a\", \"b\", \"c\" }; if (x) l.Remove(\"b\"); if (y) l.RemoveAt(0); return l;", "bool x, bool y")]
    [InlineData("var l = new List<string> { \"a\", \"b\" }; if (x) l.Clear(); l.Add(\"c\"); return l;", "bool x")]
    [InlineData("var l = new List<string> { \"a\", \"b\" }; if (x) l[1] = \"z\"; return l;", "bool x")]
    [InlineData("var l = new List<string> { \"a\", \"b\", \"c\", \"d\", \"e\", \"f\" }; return l[i];", "int i")]
    [InlineData("var l = new List<string> { \"prod\", \"b\" }; return l.Contains(s) ? \"in\" : \"out\";", "string s")]
    [InlineData("var l = new List<string> { \"prod\", \"b\" }; l.Remove(s); return l;", "string s")]
    [InlineData("var l = x ? new List<string> { \"a\" } : new List<string> { \"b\", \"c\" }; l.Add(\"d\"); return l.Count + l[0];", "bool x")]
    [InlineData("var s = new HashSet<string> { \"a\" }; if (x) s.Add(\"b\"); return (s.Add(\"b\") ? \"new\" : \"old\") + s.Count;", "bool x")]
    [InlineData("var s = new HashSet<string> { \"prod\" }; return s.Add(e) ? \"new\" : \"old\";", "string e")]
    [InlineData("var s = new HashSet<string> { \"prod\", e }; return s.Contains(\"prod\") ? s.Contains(\"Dev\") : null;", "string e")]
    [InlineData("var q = new Queue<string>(); if (x) q.Enqueue(\"a\"); q.Enqueue(\"b\"); return q.Dequeue() + q.Count;", "bool x")]
    [InlineData("var s = new Stack<string>(); s.Push(\"a\"); if (x) s.Push(\"b\"); return s.Pop() + s.Count;", "bool x")]
    [InlineData("var d = new Dictionary<string, string> { [\"a\"] = \"1\" }; if (x) d[\"a\"] = \"2\"; if (y) d[\"b\"] = \"3\"; return d;", "bool x, bool y")]
    [InlineData("var d = new Dictionary<string, string> { [\"prod\"] = \"1\", [\"Dev\"] = \"2\" }; return s != null && d.TryGetValue(s, out var v) ? v : \"none\";", "string s")]
    [InlineData("var d = new Dictionary<string, string> { [\"prod\"] = \"1\", [\"Dev\"] = \"2\" }; return s is null ? null : d.GetValueOrDefault(s, \"3\");", "string s")]
    [InlineData("var d = new Dictionary<string, string> { [\"prod\"] = \"1\", [\"Dev\"] = \"2\" }; return s is null ? null : d.ContainsKey(s) ? d[s] : \"3\";", "string s")]
    [InlineData("var d = new Dictionary<bool, string> { [true] = \"1\", [false] = \"2\" }; return d[x];", "bool x")]
    [InlineData("var d = new Dictionary<string, string> { [\"a\"] = \"1\" }; if (x) d.Remove(\"a\"); return d.TryAdd(\"a\", \"2\") + d[\"a\"];", "bool x")]
    [InlineData("var d = new Dictionary<string, string>(); d[x ? \"a\" : \"b\"] = \"1\"; return d;", "bool x")]
    [InlineData("return ImmutableArray.Create(\"a\").AddRange(x ? new[] { \"b\" } : new string[0]);", "bool x")]
    public void Collections_that_depend_on_arguments(string body, string parameters) => Truth.Exact(body, parameters);

    [Theory]
    [InlineData("var l = new List<string>(xs); l.Add(\"z\"); return l;", "string[] xs")]
    [InlineData("var l = new List<string> { \"z\" }; l.AddRange(xs); return l[0] + l.Count;", "string[] xs")]
    [InlineData("xs.Add(\"q\"); return xs;", "List<string> xs")]
    [InlineData("var l = new List<string>(xs); l.Remove(\"a\"); return l.Contains(\"a\") ? \"a\" : l.FirstOrDefault();", "string[] xs")]
    [InlineData("return xs.Length == 0 ? \"none\" : xs[0];", "string[] xs")]
    [InlineData("var s = new HashSet<string>(xs) { \"a\" }; return s.Count + (s.Contains(\"prod\") ? \"p\" : \"\");", "string[] xs")]
    [InlineData("return d.TryGetValue(\"a\", out var v) ? v : \"none\";", "Dictionary<string, string> d")]
    [InlineData("return d.ContainsKey(\"a\") ? d[\"a\"] : \"none\";", "Dictionary<string, string> d")]
    [InlineData("var e = new Dictionary<string, string>(d) { [\"z\"] = \"1\" }; return e.ContainsKey(\"a\") ? e[\"a\"] : e[\"z\"];", "Dictionary<string, string> d")]
    [InlineData("var r = \"\"; foreach (var p in d) r += p.Key; return r;", "Dictionary<string, string> d")]
    [InlineData("var l = new List<string> { \"a\", \"b\" }; l.Insert(i, \"x\"); return l;", "int i")]
    [InlineData("var l = new List<string> { \"a\", \"b\", \"c\" }; l.RemoveAt(i); return l[0];", "int i")]
    [InlineData("var l = new List<string> { \"a\", \"b\", \"c\" }; l[i] = \"x\"; return l[1];", "int i")]
    [InlineData("var l = new List<string> { \"b\", \"a\" }; l.Add(s); l.Sort(); return l[0];", "string s")]
    public void Collections_that_cannot_be_told(string body, string parameters) => Truth.Sound(body, parameters);

    [Fact]
    public void A_class_derived_from_a_list_is_one() => Truth.Exact(
        "var t = new Tags { \"a\" }; t.AddTwice(\"b\"); return string.Join(\",\", t) + t.Count;",
        members: "--- class Tags : List<string> { public void AddTwice(string s) { Add(s); Add(s); } }");

    [Fact]
    public void Ten_thousand_entries_take_no_longer_than_they_should()
    {
        var value = EvaluatorRun.Returns("""
            var d = new Dictionary<string, int>(); var l = new List<string>(); var s = new HashSet<string>();
            for (var i = 0; i < 10000; i++) { d["k" + i] = i; l.Add("k" + i); s.Add("k" + i); }
            var n = 0;
            foreach (var k in l.Where(k => k != "k7").Select(k => k + "!").Distinct().ToList()) { n += d.ContainsKey(k) ? 0 : 1; }
            return n + d.Count + s.Count;
            """);
        Assert.Equal("29999", value);
    }
}
