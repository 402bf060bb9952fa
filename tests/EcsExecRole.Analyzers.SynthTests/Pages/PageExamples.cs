using System.Reflection;
using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.SynthTests.Conformance;

namespace EcsExecRole.Analyzers.SynthTests.Pages;

/// <summary>The examples of the rules' pages as cases, each in the stack that <c>docs/rules/README.md</c> shows around it.</summary>
public static partial class PageExamples
{
    private const string Place = "        // The example.\n";
    private const string Main = "var app = new App();\n_ = new ShopStack(app, \"Shop\");\napp.Synth();\n";

    /// <summary>Keys that no template tells, since they encrypt what is outside the program.</summary>
    private static readonly IReadOnlyList<KeyValuePair<string, string>> Keys =
    [
        new("arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/payment-Ab12Cd", "arn:aws:kms:eu-west-1:111122223333:key/6c1dd6b0-3a5f-4f8e-9a3e-52a2a4a4d4a1"),
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, CaseFile>> Loaded = new(Load);

    /// <summary>Every example by page, section and number: <c>EER1001/Wrong1</c>.</summary>
    public static IReadOnlyDictionary<string, CaseFile> All => Loaded.Value;

    private static IReadOnlyDictionary<string, CaseFile> Load()
    {
        var around = Block().Matches(Read("Pages/README")).Select(m => m.Groups["text"].Value).Single(b => b.Contains(Place, StringComparison.Ordinal));
        var examples = from page in Assembly.GetExecutingAssembly().GetManifestResourceNames()
                       where page.StartsWith("Pages/EER", StringComparison.Ordinal)
                       let text = Read(page)
                       from section in new[] { "Wrong", "Right", "Example" }
                       from example in Block().Matches(Section(text, section)).Select((m, i) => (Number: i + 1, Code: m.Groups["text"].Value))
                       select Case($"{page["Pages/".Length..]}/{section}{example.Number}", around, example.Code);
        return examples.ToDictionary(c => c.Name, StringComparer.Ordinal);
    }

    private static CaseFile Case(string name, string around, string code)
    {
        var main = $"namespace Cases.{name.Replace('/', '.')};\n\npublic static class Program\n{{\n    public static void Build(App app) => _ = new ShopStack(app, \"Shop\");\n}}\n";
        var source = around.Replace(Main, main, StringComparison.Ordinal).Replace(Place, code, StringComparison.Ordinal);
        return CaseFile.Parse(name, source) with { Keys = Keys };
    }

    private static string Section(string page, string name)
    {
        var parts = page.Split($"\n## {name}\n");
        return parts.Length == 2 ? parts[1].Split("\n## ")[0] : "";
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^```csharp\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
