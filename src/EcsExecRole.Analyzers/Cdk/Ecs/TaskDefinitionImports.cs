using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>An imported task definition: nothing can be added to it, and nothing is granted to its roles.</summary>
internal sealed class ImportedTaskDefinitionNode(Value executionRole, Value taskRole)
{
    public Value ExecutionRole { get; } = executionRole;

    public Value TaskRole { get; } = taskRole;
}

/// <summary><c>TaskDefinition.FromTaskDefinitionArn</c> and the like.</summary>
internal static class TaskDefinitionImports
{
    private static readonly (string Type, string Factory)[] Factories =
    [
        ("AWS.ECS.TaskDefinition", "FromTaskDefinitionArn"),
        ("AWS.ECS.TaskDefinition", "FromTaskDefinitionAttributes"),
        ("AWS.ECS.FargateTaskDefinition", "FromFargateTaskDefinitionArn"),
        ("AWS.ECS.FargateTaskDefinition", "FromFargateTaskDefinitionAttributes"),
        ("AWS.ECS.Ec2TaskDefinition", "FromEc2TaskDefinitionArn"),
        ("AWS.ECS.Ec2TaskDefinition", "FromEc2TaskDefinitionAttributes"),
        ("AWS.ECS.ExternalTaskDefinition", "FromEc2TaskDefinitionArn"),
        ("AWS.ECS.ExternalTaskDefinition", "FromExternalTaskDefinitionAttributes"),
    ];

    public static void Register(Registry r)
    {
        foreach (var (type, factory) in Factories)
        {
            r.Method(type, factory, c => c.NewResult(new ImportedTaskDefinitionNode(c.Prop("ExecutionRole", "attrs"), c.Prop("TaskRole", "attrs"))));
        }

        r.Getter("AWS.ECS.ITaskDefinition", "ExecutionRole", c => Read(c, i => i.ExecutionRole, n => NullRoles.Read(c, n)))
            .Getter("AWS.ECS.ITaskDefinition", "TaskRole", c => Read(c, i => i.TaskRole, n => ChoiceValue.On(c.Guard, n.TaskRole)));
    }

    /// <summary>The interface is also how a program may speak of a definition of its own.</summary>
    private static Value Read(Call call, Func<ImportedTaskDefinitionNode, Value> imported, Func<TaskDefinitionNode, Value> own) =>
        Call.Node<ImportedTaskDefinitionNode>(call.Receiver) is { } import ? imported(import)
        : Call.Node<TaskDefinitionNode>(call.Receiver) is { } node ? own(node)
        : call.UnknownResult("the role is not known");
}
