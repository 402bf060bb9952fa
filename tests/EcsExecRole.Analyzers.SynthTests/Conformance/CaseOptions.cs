using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EcsExecRole.Analyzers.SynthTests.Conformance;

/// <summary>The <c>.editorconfig</c> of a case: the same for all its files.</summary>
internal sealed class CaseOptions(IReadOnlyDictionary<string, string>? options) : AnalyzerConfigOptionsProvider
{
    private readonly Values _values = new(options ?? new Dictionary<string, string>());

    public override AnalyzerConfigOptions GlobalOptions => _values;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    private sealed class Values(IReadOnlyDictionary<string, string> options) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => options.Keys;

        public override bool TryGetValue(string key, out string value) => options.TryGetValue(key, out value!);
    }
}
