using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>What a program reads of its surroundings, and the comparers it names.</summary>
internal static class Ambient
{
    public static void Register(KnownTable table) => table
        .Method("System.Environment", "GetEnvironmentVariable", call => call.Map(call[0], name => call.UnknownAs(
            "Environment.GetEnvironmentVariable(" + Evaluator.KeyOf(name) + ")",
            "Environment.GetEnvironmentVariable(" + Evaluator.DisplayOf(name) + ")",
            call.ReturnType,
            "it is an environment variable")))
        .Method("System.Guid", "NewGuid CreateVersion7", call => call.FreshUnknown("it is new in every run"))
        .Getter("System.DateTime", "Now UtcNow Today", call => call.FreshUnknown("it is the time of the run"))
        .Getter("System.DateTimeOffset", "Now UtcNow", call => call.FreshUnknown("it is the time of the run"))
        .Getter("System.Random", "Shared", call => call.FreshUnknown("it is random"))
        .Method("System.Random", "Next NextInt64 NextDouble NextSingle GetItems", call => call.FreshUnknown("it is random"))
        .Method("System.IO.Path", "GetRandomFileName GetTempFileName", call => KnownCall.AsText(call.FreshUnknown("it is random")))
        .Getter("System.StringComparer", "Ordinal OrdinalIgnoreCase InvariantCulture InvariantCultureIgnoreCase CurrentCulture CurrentCultureIgnoreCase", call =>
            call.UnknownAs("StringComparer." + call.Member.Name, "StringComparer." + call.Member.Name, call.ReturnType, "it is a comparer"))
        .Method("System.StringComparer", "Equals", call => call.ReceiverOrNone is not null && call.Count == 2
            ? GuardValue.Of(Evaluator.KeyOf(call.Receiver).EndsWith("IgnoreCase", StringComparison.Ordinal)
                ? StringTests.EqualIgnoringCase(call, call[0], call[1])
                : call.Evaluator.AreEqual(call[0], call[1]))
            : null)
        .Method("System.Object", "Equals", call => call.ReceiverOrNone is null
            ? GuardValue.Of(call.Evaluator.AreSame(call[0], call[1]))
            : GuardValue.Of(call.Evaluator.AreSame(call.Receiver, call[0])))
        .Method("System.Object", "GetType", call => call.Receiver is ObjectValue { IsOpaque: false, Payload: null, Type: Microsoft.CodeAnalysis.INamedTypeSymbol type } ? ConstantValue.Of(type) : null)
        .Getter("System.Reflection.MemberInfo", "Name", call => call.Receiver is ConstantValue { Content: Microsoft.CodeAnalysis.INamedTypeSymbol { Arity: 0 } type } ? ConstantValue.Of(type.Name) : null)
        .Method("System.Object", "MemberwiseClone", call => call.Receiver is ObjectValue { Payload: null } instance
            ? instance.Copy(call.Evaluator.NewKey(instance.Type.Name), call.Site.Operation, call.Guard)
            : null)
        .Method("System.Random", "Shuffle", Shuffle)
        .Method("System.Object", "ReferenceEquals", call => call[0] is ObjectValue && call[1] is ObjectValue
            ? GuardValue.Of(ReferenceEquals(call[0], call[1]) ? Guard.Always : Guard.Never)
            : GuardValue.Of(call.Evaluator.AreEqual(call[0], call[1])))
        .Method("System.IEquatable", "Equals", call => GuardValue.Of(call.Evaluator.AreSame(call.Receiver, call[0])))
        .Method("System.Object", "ToString", call => call.Receiver is ObjectValue or SequenceValue or DictionaryValue or FunctionValue
            ? null
            : call.Count == 0 ? StringJoins.Printed(call, call.Receiver) : call.UnknownText("it is formatted"));

    private static Value? Shuffle(KnownCall call)
    {
        if (Source.Unwrap(call[0]) is not SequenceValue sequence)
        {
            return null;
        }

        sequence.Shuffle();
        return ConstantValue.Null;
    }
}
