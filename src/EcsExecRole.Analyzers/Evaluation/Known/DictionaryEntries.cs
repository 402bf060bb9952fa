using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary><see cref="KeyValuePair{TKey, TValue}"/>.</summary>
internal static class DictionaryEntries
{
    private const string Pair = "System.Collections.Generic.KeyValuePair";

    public static void Register(KnownTable table) => table
        .Constructor(Pair, call => call.NewPair(call.ReturnType, call[0], call[1]))
        .Method(Pair, "Create", call => call.NewPair(call.ReturnType, call[0], call[1]))
        .Method(Pair, "Deconstruct", Deconstruct)
        .Getter(Pair, "Key", call => call.Part(call.Receiver, "Key"))
        .Getter(Pair, "Value", call => call.Part(call.Receiver, "Value"));

    private static Value Deconstruct(KnownCall call)
    {
        call.Evaluator.AssignOut(call.Arguments.Items[0], call.Part(call.Receiver, "Key"));
        call.Evaluator.AssignOut(call.Arguments.Items[1], call.Part(call.Receiver, "Value"));
        return ConstantValue.Null;
    }
}
