using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>A Boolean that is true on some paths and false on the others.</summary>
internal sealed class GuardValue : Value
{
    private GuardValue(Guard whenTrue) => WhenTrue = whenTrue;

    public Guard WhenTrue { get; }

    public static Value Of(Guard whenTrue) =>
        whenTrue.IsAlways ? ConstantValue.True : whenTrue.IsNever ? ConstantValue.False : new GuardValue(whenTrue);

    public override bool IsSameAs(Value other) => other is GuardValue guard && ReferenceEquals(WhenTrue, guard.WhenTrue);

    public override string ToString() => WhenTrue.ToString();
}
