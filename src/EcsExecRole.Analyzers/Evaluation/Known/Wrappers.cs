using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary><see cref="Lazy{T}"/> and <see cref="Nullable{T}"/>.</summary>
internal static class Wrappers
{
    private const string Lazy = "System.Lazy";
    private const string Nullable = "System.Nullable";

    public static void Register(KnownTable table) => table
        .Constructor(Lazy, call => new ObjectValue(call.Evaluator.NewKey("Lazy"), call.ReturnType!, call.Site.Operation, call.Guard) { Payload = new LazyState(call.DelegateArity(0) == 0 && call.Count > 0 && call.Method.Parameters[0].Type.TypeKind != Microsoft.CodeAnalysis.TypeKind.Delegate ? null : call[0], call.Count > 0 && call.Method.Parameters[0].Type.TypeKind != Microsoft.CodeAnalysis.TypeKind.Delegate ? call[0] : null) })
        .Getter(Lazy, "Value", LazyValue)
        .Getter(Lazy, "IsValueCreated", call => call.Receiver is ObjectValue { Payload: LazyState state } ? GuardValue.Of(state.Made) : null)
        .Constructor(Nullable, call => call[0])
        .Getter(Nullable, "Value", call => call.Receiver)
        .Getter(Nullable, "HasValue", call => GuardValue.Of(!call.Evaluator.AreEqual(call.Receiver, ConstantValue.Null)))
        .Method(Nullable, "GetValueOrDefault", call => ChoiceValue.Of(
            call.Evaluator.AreEqual(call.Receiver, ConstantValue.Null),
            call.Count > 0 ? call[0] : Evaluator.DefaultOf(call.ReturnType),
            call.Receiver));

    /// <summary>Runs the factory on the paths on which no one has asked before.</summary>
    private static Value? LazyValue(KnownCall call)
    {
        if (call.Receiver is not ObjectValue { Payload: LazyState state })
        {
            return null;
        }

        var fresh = !state.Made;
        if (state.Factory is not null && call.IsPossible(fresh))
        {
            var on = call.Guard & fresh;
            var made = call.Run(on, state.Factory);
            state.Content = state.Content is null ? made : ChoiceValue.Of(on, made, state.Content);
            state.Made |= on;
        }

        return ChoiceValue.On(call.Guard, state.Content ?? call.FreshUnknown("it is made by a type's own constructor"));
    }

    /// <summary>What a lazy value holds.</summary>
    private sealed class LazyState(Value? factory, Value? content)
    {
        public Value? Factory { get; } = factory;

        public Value? Content { get; set; } = content;

        /// <summary>The paths on which the factory has run.</summary>
        public Guard Made { get; set; } = Guard.Never;
    }
}
