using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// A container that CDK is putting together: what images, log drivers and secrets are bound to, with the grants that this causes.
/// </summary>
/// <param name="call">The call that makes or changes the container, on the paths on which it does.</param>
/// <param name="definition">The task definition.</param>
/// <param name="container">The container.</param>
internal sealed class ContainerBinding(Call call, TaskDefinitionNode definition, ContainerNode container)
{
    public Call Call { get; } = call;

    public Guard Guard => Call.Guard;

    public TaskDefinitionNode Definition { get; } = definition;

    public ContainerNode Container { get; } = container;

    /// <summary>The execution role, made now if there is none.</summary>
    public Value ObtainRole() => ExecutionRoles.Obtain(Call, Definition);

    public ContainerBinding On(Guard guard) => new(Call.On(guard), Definition, Container);

    /// <summary>Each value that <paramref name="value"/> may be, null left out, with the container on those paths.</summary>
    public IEnumerable<(Value Value, ContainerBinding Binding)> Each(Value value)
    {
        if (value is not ChoiceValue)
        {
            return value.IsNull || !Guard.IsFeasible ? [] : [(value, this)];
        }

        return Call.Each(value).Where(v => !v.Value.IsNull).Select(v => (v.Value, On(v.Guard)));
    }

    /// <summary>Something unknown is bound, and may have granted the role permissions of <paramref name="services"/>.</summary>
    public void GrantUnknown(ImmutableArray<string> services, string reason, IOperation? origin) => GrantUnknown(ObtainRole(), services, reason, origin);

    public void GrantUnknown(Value role, ImmutableArray<string> services, string reason, IOperation? origin)
    {
        foreach (var (node, guard) in Grants.RolesOf(Call, role))
        {
            if (node.Kind != RoleKind.Immutable)
            {
                node.Unknowns.Add(new(guard, services, reason, origin));
            }
        }
    }
}
