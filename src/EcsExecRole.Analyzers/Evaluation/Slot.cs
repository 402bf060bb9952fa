using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>A place that holds a value: a variable, a field, an auto-property.</summary>
/// <param name="birth">The paths on which the place exists; a write on all of them replaces the value.</param>
/// <param name="initial">The value before the first write.</param>
internal sealed class Slot(Guard birth, Value initial)
{
    public Value Value { get; private set; } = initial;

    /// <summary>When it was last read within a round of a loop that stands for any number of rounds.</summary>
    public long LastRead { get; set; }

    public void Write(Guard guard, Value value) => Value = birth.Implies(guard) ? value : ChoiceValue.Of(guard, value, Value);
}
