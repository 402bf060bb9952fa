using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>
/// Holds the evaluator against the truth: the same method is compiled and really run, for several arguments, and what it returned has to be what the evaluated
/// value says for these arguments.
/// </summary>
internal static class Truth
{
    /// <summary>What the evaluator says has to be the one thing that the program does, for all arguments.</summary>
    public static void Exact(string body, string parameters = "", string members = "") => Check(body, parameters, members, exact: true);

    /// <summary>What the program does has to be among the things that the evaluator deems possible.</summary>
    public static void Sound(string body, string parameters = "", string members = "") => Check(body, parameters, members, exact: false);

    /// <summary>What the program does is among the things that the evaluator deems possible, and it does not know which one.</summary>
    public static void Unknown(string body, string parameters = "", string members = "")
    {
        Sound(body, parameters, members);
        Assert.ThrowsAny<Exception>(() => Exact(body, parameters, members));
    }

    private static void Check(string body, string parameters, string members, bool exact)
    {
        var compilation = EvaluatorRun.Compile(EvaluatorRun.Source(body, parameters, members));
        var value = EvaluatorRun.Evaluate(compilation, "Program", "Test").Result;
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("truth", isCollectible: true);
        try
        {
            var method = context.LoadFromStream(image).GetType("Program")!.GetMethod("Test")!;
            var ran = 0;
            foreach (var arguments in Combinations(method.GetParameters()))
            {
                object? actual;
                try
                {
                    actual = method.Invoke(null, [.. arguments.Select(a => a.Value)]);
                }
                catch (TargetInvocationException)
                {
                    continue;
                }

                ran++;
                var said = new Resolution(arguments.ToDictionary(a => a.Name, a => a.Value)).Possibilities(value).Distinct().ToList();
                var given = string.Join(", ", arguments.Select(a => a.Name + " = " + Format(a.Value)));
                var message = $"({given}) really: {Format(actual)}; evaluated: {string.Join(" or ", said)} from {value}";
                if (exact)
                {
                    Assert.True(said.Count == 1 && said[0] == Format(actual), message);
                }
                else
                {
                    Assert.True(said.Any(s => Matches(s, Format(actual))), message);
                }
            }

            Assert.True(ran > 0, "the program always throws");
        }
        finally
        {
            context.Unload();
        }
    }

    private static bool Matches(string said, string actual) =>
        Regex.IsMatch(actual, "^" + Regex.Escape(said).Replace("…", ".*", StringComparison.Ordinal) + "$", RegexOptions.Singleline);

    private static IEnumerable<IReadOnlyList<(string Name, object? Value)>> Combinations(ParameterInfo[] parameters)
    {
        IEnumerable<IReadOnlyList<(string, object?)>> all = [[]];
        foreach (var parameter in parameters)
        {
            all = all.SelectMany(done => Samples(parameter.ParameterType).Select(v => (IReadOnlyList<(string, object?)>)[.. done, (parameter.Name!, v)]));
        }

        return all;
    }

    private static IEnumerable<object?> Samples(Type type) =>
        type == typeof(bool) ? [true, false]
        : type == typeof(int) ? [0, 1, 2, 5]
        : type == typeof(string) ? ["prod", "Dev", "a", "", " ", "a,b", null]
        : type == typeof(string[]) ? [new string[0], new[] { "prod" }, new[] { "a", "b", "a" }]
        : type == typeof(List<string>) ? [new List<string>(), new List<string> { "prod" }, new List<string> { "a", "b", "a" }]
        : type == typeof(Dictionary<string, string>) ? [new Dictionary<string, string>(), new Dictionary<string, string> { ["a"] = "prod", ["b"] = "x" }]
        : throw new NotSupportedException(type.Name);

    /// <summary>A real value as <see cref="Resolution"/> writes an evaluated one.</summary>
    private static string Format(object? value) => value switch
    {
        null => "null",
        string text => text,
        ITuple tuple => "(" + string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Format(tuple[i]))) + ")",
        IDictionary dictionary => "{" + string.Join(", ", dictionary.Keys.Cast<object>().Select(k => Format(k) + ": " + Format(dictionary[k]))) + "}",
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) =>
            "<" + Format(type.GetProperty("Key")!.GetValue(value)) + ": " + Format(type.GetProperty("Value")!.GetValue(value)) + ">",
        IEnumerable sequence => "[" + string.Join(", ", sequence.Cast<object?>().Select(Format)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>What a value is for given arguments; where that depends on conditions that these do not decide, each of the possibilities.</summary>
    private sealed class Resolution(Dictionary<string, object?> arguments)
    {
        private readonly Dictionary<Condition, bool> answers = [];

        public IEnumerable<string> Possibilities(Value value)
        {
            string? done = null;
            Condition? open = null;
            try
            {
                done = Resolve(value);
            }
            catch (UndecidedException undecided)
            {
                open = undecided.Condition;
            }

            if (open is null)
            {
                yield return done!;
                yield break;
            }

            foreach (var answer in new[] { true, false })
            {
                answers[open] = answer;
                foreach (var possibility in Possibilities(value).ToList())
                {
                    yield return possibility;
                }

                answers.Remove(open);
            }
        }

        private string Resolve(Value value) => value switch
        {
            ConstantValue { EnumMember: { } member } => member,
            ConstantValue constant => Format(constant.Content),
            TextValue text => string.Concat(text.Text.Parts.Select(p => p.Text ?? (Argument(p.Hole!.Key, out var argument) ? argument is null ? "" : Format(argument) : "…"))),
            UnknownValue unknown => Argument(unknown.Key, out var argument) ? Format(argument) : "…",
            GuardValue guard => Format(Holds(guard.WhenTrue)),
            ChoiceValue choice => choice.Alternatives.Where(a => Holds(a.Guard)).Select(a => Resolve(a.Value)).FirstOrDefault() ?? "…",
            SequenceValue { IsShuffled: true } => "[…]",
            SequenceValue sequence => "[" + Joined(sequence.Elements.Where(e => Holds(e.Guard)).Select(e => e.IsMany ? "…" : Resolve(e.Value)), sequence.MayHaveMore) + "]",
            DictionaryValue dictionary => "{" + Joined(dictionary.Entries.Where(e => Holds(e.Guard)).Select(e => e.IsMany ? "…" : Resolve(e.Key) + ": " + Resolve(e.Value)), dictionary.MayHaveMore) + "}",
            ObjectValue pair when pair.TryGetSlot("Key", out var key) && pair.TryGetSlot("Value", out var content) => "<" + Resolve(key.Value) + ": " + Resolve(content.Value) + ">",
            ObjectValue tuple when tuple.TryGetSlot("Item1", out _) => "(" + string.Join(", ", tuple.Slots.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => Resolve(s.Value.Value))) + ")",
            _ => "…",
        };

        /// <summary>Between elements that are known and any number of unknown ones, the separators are not known either.</summary>
        private string Joined(IEnumerable<string> items, Guard more)
        {
            var all = items.Concat(Holds(more) ? ["…"] : []).ToList();
            return all.Contains("…") ? "…" : string.Join(", ", all);
        }

        private bool Argument(string key, out object? value)
        {
            foreach (var (mark, edit) in new (string, Func<string, string>)[] { (".ToLower()", s => s.ToLowerInvariant()), (".ToUpper()", s => s.ToUpperInvariant()) })
            {
                if (key.EndsWith(mark, StringComparison.Ordinal) && Argument(key[..^mark.Length], out value) && value is string or null)
                {
                    value = value is string text ? edit(text) : null;
                    return true;
                }
            }

            return arguments.TryGetValue(key, out value);
        }

        private bool Holds(Guard guard)
        {
            while (!guard.IsConstant)
            {
                guard = Answer(guard.Condition) ? guard.WhenTrue : guard.WhenFalse;
            }

            return guard.IsAlways;
        }

        private bool Answer(Condition condition)
        {
            if (answers.TryGetValue(condition, out var answer))
            {
                return answer;
            }

            if (condition.Kind != ConditionKind.Opaque && Argument(condition.Subjects[0], out var actual))
            {
                return condition.Kind == ConditionKind.Less ? actual is IConvertible number && number.ToDouble(CultureInfo.InvariantCulture) < (double)condition.Constant!
                    : condition.Constant is double wanted ? actual is IConvertible real && real.ToDouble(CultureInfo.InvariantCulture) == wanted
                    : Equals(actual, condition.Constant);
            }

            throw new UndecidedException(condition);
        }

        private sealed class UndecidedException(Condition condition) : Exception
        {
            public Condition Condition { get; } = condition;
        }
    }
}
