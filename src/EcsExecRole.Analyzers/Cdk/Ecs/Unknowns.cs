using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Unknown values that come from objects of which the model knows nothing.</summary>
internal static class Unknowns
{
    /// <summary>A member of an object that is unknown or not modelled: the same for the same object.</summary>
    public static UnknownValue MemberOf(Value value, string member) => value switch
    {
        UnknownValue unknown => unknown.Member(member, null),
        _ => new(Evaluator.KeyOf(value) + "." + member, Evaluator.DisplayOf(value) + "." + member, null, "the analyzer does not model " + Evaluator.DisplayOf(value)),
    };
}
