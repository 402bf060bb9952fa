using EcsExecRole.Analyzers.Evaluation;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// What runs a task definition with another execution role than its own: <c>EcsTaskProps.ExecutionRole</c> in newer versions, and the overrides of a pipe's target.
/// The role gets no grants, but has to allow what the task definition needs.
/// </summary>
internal static class RunOverrides
{
    public static void Register(Registry r) => r
        .Constructor("AWS.Events.Targets.EcsTask", NewEcsTask)
        .Constructor("AWS.Pipes.CfnPipe", NewPipe);

    private static Value NewEcsTask(Call call)
    {
        call.Instance.IsOpaque = true;
        foreach (var (value, guard) in call.Each(call.Prop("TaskDefinition")))
        {
            if (Call.Node<TaskDefinitionNode>(value) is { } definition)
            {
                Add(call.On(guard), definition, call.Prop("ExecutionRole"), call.Where(call["props"], "ExecutionRole"));
            }
        }

        return ConstantValue.Null;
    }

    private static Value NewPipe(Call call)
    {
        call.Instance.IsOpaque = true;
        var task = Inner(call.Prop("TargetParameters"), "EcsTaskParameters");
        foreach (var (arn, guard) in call.Each(call.Get(task, "TaskDefinitionArn")))
        {
            var overrides = call.Get(task, "Overrides");
            if (CfnValues.IsStructured(overrides) && call.Graph.TaskDefinitions.FirstOrDefault(d => d.Ref is { } own && own.Equals(arn.Text)) is { } definition)
            {
                Add(call.On(guard), definition, call.Get(overrides, CfnTaskDefinitions.ExecutionRoleArn), call.Where(overrides, CfnTaskDefinitions.ExecutionRoleArn));
            }
        }

        return ConstantValue.Null;

        // A struct that is not spelled out tells nothing.
        Value Inner(Value target, string property) =>
            CfnValues.IsStructured(target) && call.Get(target, property) is var inner && CfnValues.IsStructured(inner) ? inner : ConstantValue.Null;
    }

    private static void Add(Call call, TaskDefinitionNode definition, Value role, IOperation? origin)
    {
        foreach (var (value, guard) in call.Each(role))
        {
            if (!value.IsNull)
            {
                definition.RunWith.Add(new(guard, RoleArns.Resolve(call.On(guard), value), origin));
            }
        }
    }
}
