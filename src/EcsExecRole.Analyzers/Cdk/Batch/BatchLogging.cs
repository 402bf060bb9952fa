using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Where Batch jobs log that do not say where: with <c>awslogs</c> to one log group of the account.</summary>
internal static class BatchLogging
{
    public const string Group = "/aws/batch/job";

    public static void AddDefault(ContainerNode container, Guard guard, IOperation? origin)
    {
        if (guard.IsFeasible)
        {
            container.Logging.Add(new(guard, origin) { Driver = ConstantValue.Of("awslogs"), Group = ConstantValue.Of(Group) });
        }
    }
}
