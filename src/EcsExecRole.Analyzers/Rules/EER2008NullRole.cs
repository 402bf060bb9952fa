using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER2008: <c>taskDefinition.ExecutionRole</c> is still null here, so that the grant does nothing, or throws at synth.</summary>
internal sealed class EER2008NullRole : IRule
{
    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        // A helper's grant may be met for several task definitions, and more than once in a loop.
        foreach (var uses in judgement.Graph.GrantsOnNullRole.GroupBy(g => (g.Operation.Syntax, g.TaskDefinition)))
        {
            var (operation, task, _) = uses.First();

            // A call that throws ends its paths, so that they are not among the completed ones.
            if (uses.Aggregate(Guard.Never, (sum, u) => sum | u.Guard).CertainPath() is not { } path)
            {
                continue;
            }

            findings.Add(new Finding(
                    Descriptors.NullRole,
                    operation,
                    task.Name,
                    path.Answers.IsEmpty ? "" : " when " + path,
                    IsConditional(operation) ? "does nothing" : "throws when the app is synthesized")
                .About(task)
                .With(FindingProperties.RoleKind, "None"));
        }
    }

    private static bool IsConditional(IOperation operation)
    {
        for (var current = operation; current is IInvocationOperation or IMemberReferenceOperation or IConditionalAccessInstanceOperation or IConditionalAccessOperation; current = current.Parent!)
        {
            if (current is IConditionalAccessOperation || current.Parent is IConditionalAccessOperation)
            {
                return true;
            }
        }

        return false;
    }
}
