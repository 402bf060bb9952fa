using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary><see cref="System.Text.StringBuilder"/>: the pieces that were appended, each on its paths.</summary>
internal static class StringBuilders
{
    private const string Builder = "System.Text.StringBuilder";

    public static void Register(KnownTable table) => table
        .Constructor(Builder, New)
        .Method(Builder, "Append", call => call.Count == 1 ? Change(call, p => p.Add(call.Added(p, StringJoins.Printed(call, call[0])))) : Unfollowed(call))
        .Method(Builder, "AppendLine", call => Change(call, p =>
        {
            if (call.Count > 0)
            {
                p.Add(call.Added(p, StringJoins.Printed(call, call[0])));
            }

            p.Add(call.Guard, call.UnknownAs("Environment.NewLine", "Environment.NewLine", call.Evaluator.Program.Compilation.GetSpecialType(Microsoft.CodeAnalysis.SpecialType.System_String), "it depends on the machine"));
        }))
        .Method(Builder, "AppendJoin", call => call.Count == 2 ? Change(call, p => p.Add(call.Guard, call.Map(call[0], separator => StringJoins.Concatenate(call, separator, call.Source(1))))) : Unfollowed(call))
        .Method(Builder, "Insert", call => call.Count == 2 && call[0] is ConstantValue { Content: 0 } ? Change(call, p => p.Insert(0, call.Guard, StringJoins.Printed(call, call[1]))) : Unfollowed(call))
        .Method(Builder, "Clear", call => Change(call, p => p.Clear(call.Guard)))
        .Method(Builder, "AppendFormat Replace Remove", Unfollowed)
        .Method(Builder, "ToString", call => call.Count == 0 && call.Receiver is ObjectValue { Payload: SequenceValue pieces } ? StringJoins.Concatenate(call, ConstantValue.Of(""), Source.Of(call, pieces)) : null)
        .Getter(Builder, "Length", call => call.Receiver is ObjectValue { Payload: SequenceValue } ? call.FreshUnknown("it is the length of a text") : null);

    private static Value New(KnownCall call)
    {
        var pieces = new SequenceValue(call.Evaluator.NumberedKey("StringBuilder"), [], Guard.Never);
        if (call.Given("value") is { } value)
        {
            pieces.Add(Guard.Always, StringJoins.Printed(call, value));
        }

        return new ObjectValue(call.Evaluator.NumberedKey("StringBuilder"), call.ReturnType!, call.Site.Operation, call.Guard) { Payload = pieces };
    }

    private static Value? Change(KnownCall call, Action<SequenceValue> change)
    {
        if (call.Receiver is not ObjectValue { Payload: SequenceValue pieces })
        {
            return null;
        }

        change(pieces);
        return call.Receiver;
    }

    private static Value? Unfollowed(KnownCall call) => Change(call, p => p.Open(call.Guard, "the text is edited in a way that is not followed"));
}
