using System.Globalization;
using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary><see cref="Tuple"/> and <see cref="ValueTuple"/>: members <c>Item1</c>, <c>Item2</c>, and so on.</summary>
internal static class Tuples
{
    private static readonly string[] Types = ["System.Tuple", "System.ValueTuple"];

    public static void Register(KnownTable table) => table
        .Constructors(Types, New)
        .Methods(Types, "Create", New)
        .Method("System.TupleExtensions", "ToTuple ToValueTuple", call => call.NewObject(
            call.ReturnType!,
            [.. Enumerable.Range(1, Arity(call.ReturnType)).Select(i => "Item" + i.ToString(CultureInfo.InvariantCulture)).Select(name => (name, call.Part(call[0], name)))]))
        .Method("System.TupleExtensions", "Deconstruct", Deconstruct)
        .Getter("System.Tuple", "Item1 Item2 Item3 Item4 Item5 Item6 Item7", call => call.Part(call.Receiver, call.Member.Name));

    // More than seven are nested, and then not followed.
    private static Value? New(KnownCall call) => call.Count <= 7 && call.ReturnType is { } type
        ? call.NewObject(type, [.. call.Arguments.Items.Select((a, i) => ("Item" + (i + 1).ToString(CultureInfo.InvariantCulture), a.Value))])
        : null;

    private static int Arity(ITypeSymbol? type) => (type as INamedTypeSymbol)?.TypeArguments.Length ?? 0;

    private static Value Deconstruct(KnownCall call)
    {
        for (var i = 1; i < call.Count; i++)
        {
            call.Evaluator.AssignOut(call.Arguments.Items[i], call.Part(call[0], "Item" + i.ToString(CultureInfo.InvariantCulture)));
        }

        return ConstantValue.Null;
    }
}
