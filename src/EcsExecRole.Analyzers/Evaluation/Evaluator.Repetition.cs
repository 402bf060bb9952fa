using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Delegates that run any number of times.</content>
internal sealed partial class Evaluator
{
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
