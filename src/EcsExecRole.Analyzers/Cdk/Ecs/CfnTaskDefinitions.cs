using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>CfnTaskDefinition</c>, <c>CfnDaemonTaskDefinition</c> and <c>CfnExpressGatewayService</c>: what the program says is what is rendered; CDK grants nothing. The
/// same properties are what an escape hatch sets on the resource of an L2 definition.
/// </summary>
internal static class CfnTaskDefinitions
{
    public const string ExecutionRoleArn = "ExecutionRoleArn";
    public const string ContainerDefinitions = "ContainerDefinitions";
    public const string PrimaryContainer = "PrimaryContainer";
    public const string Volumes = "Volumes";
    public const string RequiresCompatibilities = "RequiresCompatibilities";
    public const string RuntimePlatform = "RuntimePlatform";
    public const string TaskRoleArn = "TaskRoleArn";

    private static readonly string[] Properties =
        [ExecutionRoleArn, TaskRoleArn, ContainerDefinitions, PrimaryContainer, Volumes, RequiresCompatibilities, RuntimePlatform];

    /// <summary>The resources, with the place where their tasks run if that does not depend on a property.</summary>
    private static readonly (string Type, TaskDefinitionKind Kind, LaunchTypes LaunchTypes)[] Resources =
    [
        ("AWS.ECS.CfnTaskDefinition", TaskDefinitionKind.L1, LaunchTypes.None),
        ("AWS.ECS.CfnDaemonTaskDefinition", TaskDefinitionKind.Daemon, LaunchTypes.ManagedInstances),
        ("AWS.ECS.CfnExpressGatewayService", TaskDefinitionKind.ExpressGateway, LaunchTypes.Fargate),
    ];

    public static void Register(Registry r)
    {
        foreach (var (type, kind, launchTypes) in Resources)
        {
            r.Constructor(type, c => New(c, kind, launchTypes));
            foreach (var property in Properties)
            {
                if (kind == TaskDefinitionKind.L1 ? property != PrimaryContainer : IsOf(kind, property))
                {
                    r.Setter(type, property, c => Set(c, property)).Getter(type, property, c => Get(c, property));
                }
            }
        }
    }

    /// <summary>At synth: what the L1 properties say in the end, then the overrides.</summary>
    public static void Render(Call call, TaskDefinitionNode definition)
    {
        var role = definition.Cfn.Get(ExecutionRoleArn, out var assigned);
        if (assigned.IsFeasible)
        {
            CfnRendering.Role(call.On(assigned), definition, role);
        }

        var taskRole = definition.Cfn.Get(TaskRoleArn, out assigned);
        if (assigned.IsFeasible)
        {
            CfnRendering.TaskRole(call.On(assigned), definition, taskRole);
        }

        var containers = definition.Cfn.Get(ContainerDefinitions, out assigned);
        if (assigned.IsFeasible)
        {
            CfnRendering.RemoveContainers(definition, assigned);
            CfnContainers.AddAll(call.On(assigned), definition, containers);
        }

        CfnRendering.Express(call, definition, definition.Cfn.Get(PrimaryContainer, out _));
        CfnRendering.Volumes(call, definition, definition.Cfn.Get(Volumes, out _));
        CfnRendering.LaunchTypes(call, definition, definition.Cfn.Get(RequiresCompatibilities, out assigned), assigned);
        CfnRendering.Platform(call, definition, definition.Cfn.Get(RuntimePlatform, out assigned), assigned);
        foreach (var (at, path, value) in definition.Cfn.Overrides)
        {
            TaskDefinitionOverrides.Apply(at, definition, path, value);
        }

        ExecutionRoles.Finish(definition);
    }

    private static Value New(Call call, TaskDefinitionKind kind, LaunchTypes launchTypes)
    {
        var node = call.Graph.Add(new TaskDefinitionNode(call.Instance.Key, call.Site.Operation, call.Guard, kind)
        {
            Name = call.Instance.Name ?? call.Instance.Key,
            Stack = Scopes.StackOf(call, call["scope"]),
            LaunchTypes = launchTypes,
            Instance = call.Instance,
            Ref = Text.Generated(call.Instance.Key + ".Ref", call.Instance.Name ?? call.Instance.Key),
        });
        call.Instance.Payload = node;
        var props = call["props"];
        foreach (var property in Properties)
        {
            if (kind == TaskDefinitionKind.L1 ? property != PrimaryContainer : IsOf(kind, property))
            {
                node.Cfn.Set(call.Guard, property, call.Get(props, property));
            }
        }

        node.ExecutionRoleOperation = call.Where(props, ExecutionRoleArn);
        call.Graph.AtSynth.Add(() => Render(call, node));
        return ConstantValue.Null;
    }

    private static bool IsOf(TaskDefinitionKind kind, string property) => property switch
    {
        ExecutionRoleArn or TaskRoleArn => true,
        PrimaryContainer => kind == TaskDefinitionKind.ExpressGateway,
        ContainerDefinitions => kind == TaskDefinitionKind.Daemon,
        _ => false,
    };

    private static Value Set(Call call, string property)
    {
        if (Call.Node<TaskDefinitionNode>(call.Receiver) is { } node)
        {
            node.Cfn.Set(call.Guard, property, call.Arguments[0]);
            if (property == ExecutionRoleArn)
            {
                node.ExecutionRoleOperation = call.Site.Operation;
            }
        }

        return ConstantValue.Null;
    }

    private static Value Get(Call call, string property)
    {
        if (Call.Node<TaskDefinitionNode>(call.Receiver) is not { } node)
        {
            return call.UnknownResult("the resource is not known");
        }

        var value = node.Cfn.Get(property, out var assigned);
        return call.Guard.Implies(assigned) ? ChoiceValue.On(call.Guard, value) : call.UnknownResult("CDK renders it at synth");
    }
}
