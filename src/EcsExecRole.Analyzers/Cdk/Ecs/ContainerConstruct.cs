using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// What the model knows of a <c>ContainerDefinition</c> object: where its task definition is a choice, it is a container of each, on that one's paths.
/// </summary>
internal sealed class ContainerConstruct(Value taskDefinition) : ITaskDefinitionHolder
{
    /// <summary><c>ContainerDefinition.TaskDefinition</c>.</summary>
    public Value TaskDefinition { get; } = taskDefinition;

    public List<(TaskDefinitionNode Definition, ContainerNode Container)> Parts { get; } = [];

    /// <summary>The container of each task definition, on the paths of the call on which it is that one's.</summary>
    public IEnumerable<ContainerBinding> Bindings(Call call) =>
        Parts.Select(p => new ContainerBinding(call.On(p.Container.Birth), p.Definition, p.Container)).Where(b => b.Guard.IsFeasible);
}
