using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Delegates that run any number of times.</content>
internal sealed partial class Evaluator
{
    /// <summary>For each round under way that stands for any number of rounds, the innermost last, when it began.</summary>
    private readonly Stack<long> openSince = new();

    /// <summary>Whether what is done now to something that was made then is done any number of times.</summary>
    internal bool IsRepeated(long age) => openSince.Count > 0 && age <= openSince.Peek();

    /// <summary>Notes that a member is read: what a loop then assigns to it may be made of what earlier rounds left there.</summary>
    private void Note(Slot slot)
    {
        if (openSince.Count > 0)
        {
            slot.LastRead = Age.Next();
        }
    }

    /// <summary>A value that is about to be stored in a member of something that was made then.</summary>
    private Value Accumulated(Slot? slot, long age, Value value, ISymbol member, ITypeSymbol type) => slot is not null && IsRepeated(age) && slot.LastRead > openSince.Peek() && value is not (ObjectValue or SequenceValue or DictionaryValue or FunctionValue)
        ? new UnknownValue(NewKey(Condition.Determined + member.Name), member.Name, type, "a loop assigns it")
        : value;

    /// <summary>
    /// A delegate is about to run once for any number of elements, on the paths of <paramref name="guard"/>: what earlier runs, which do not take place, may have
    /// left in the variables that it assigns is unknown.
    /// </summary>
    internal void ForgetAssigned(Value function, Guard guard)
    {
        foreach (var alternative in function.Alternatives)
        {
            if (alternative.Value is not FunctionValue { Body: { } body, Scope: { } scope })
            {
                continue;
            }

            var outer = frame;
            frame = scope;
            WithGuard(Guard & guard & alternative.Guard, () =>
            {
                if (Guard.IsFeasible)
                {
                    Forget(body);
                }

                return 0;
            });
            frame = outer;
        }
    }
}
