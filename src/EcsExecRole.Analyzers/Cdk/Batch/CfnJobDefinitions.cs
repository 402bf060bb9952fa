using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>Batch.CfnJobDefinition</c>: one container, the tasks of <c>EcsProperties</c>, or those of each range of nodes; each task with an execution role. Nothing is granted.
/// </summary>
internal static class CfnJobDefinitions
{
    private const string Type = "AWS.Batch.CfnJobDefinition";

    private static readonly string[] Properties = ["ContainerProperties", "EcsProperties", "NodeProperties", "PlatformCapabilities"];

    public static void Register(Registry r)
    {
        r.Constructor(Type, New);
        foreach (var property in Properties)
        {
            r.Setter(Type, property, c =>
            {
                Call.Node<CfnPropertyBag>(c.Receiver)?.Set(c.Guard, property, c.Arguments[0]);
                return ConstantValue.Null;
            });
        }
    }

    private static Value New(Call call)
    {
        var bag = new CfnPropertyBag();
        call.Instance.IsOpaque = true;
        call.Instance.Payload = bag;
        foreach (var property in Properties)
        {
            bag.Set(call.Guard, property, call.Prop(property));
        }

        call.Graph.AtSynth.Add(() => Render(call, bag));
        return ConstantValue.Null;
    }

    private static void Render(Call call, CfnPropertyBag bag)
    {
        var launchTypes = LaunchTypesOf(call, bag.Get("PlatformCapabilities", out _));
        AddContainer(call, bag.Get("ContainerProperties", out _), launchTypes);
        AddTasks(call, bag.Get("EcsProperties", out _), launchTypes);
        foreach (var (nodes, guard) in call.Each(bag.Get("NodeProperties", out _)))
        {
            var on = call.On(guard);
            foreach (var (range, where) in CfnValues.Objects(on, CfnValues.Get(on, nodes, "NodeRangeProperties"), out _))
            {
                AddContainer(on.On(where), CfnValues.Get(on, range, "Container"), LaunchTypes.Ec2);
                AddTasks(on.On(where), CfnValues.Get(on, range, "EcsProperties"), LaunchTypes.Ec2);
            }
        }
    }

    /// <summary>A job of one container, whose properties are also the task's.</summary>
    private static void AddContainer(Call call, Value properties, LaunchTypes launchTypes)
    {
        foreach (var (value, guard) in call.Each(properties))
        {
            if (CfnValues.IsStructured(value))
            {
                var on = call.On(guard);
                AddJobContainer(on, NewTask(on, value, launchTypes), value);
            }
        }
    }

    private static void AddTasks(Call call, Value properties, LaunchTypes launchTypes)
    {
        foreach (var (value, guard) in call.Each(properties))
        {
            var on = call.On(guard);
            foreach (var (task, where) in CfnValues.Objects(on, CfnValues.Get(on, value, "TaskProperties"), out _))
            {
                var at = on.On(where);
                var definition = NewTask(at, task, launchTypes);
                var containers = CfnValues.Objects(at, CfnValues.Get(at, task, "Containers"), out var mayHaveMore);
                definition.MayHaveMoreContainers |= mayHaveMore;
                foreach (var (container, there) in containers)
                {
                    AddJobContainer(at.On(there), definition, container);
                }
            }
        }
    }

    private static TaskDefinitionNode NewTask(Call call, Value task, LaunchTypes launchTypes)
    {
        var name = call.Instance.Name ?? call.Instance.Key;
        var definition = call.Graph.Add(new TaskDefinitionNode(call.Evaluator.NewKey(name + ".task"), call.Site.Operation, call.Guard, TaskDefinitionKind.Batch)
        {
            Name = name,
            Stack = Scopes.StackOf(call, call["scope"]),
            LaunchTypes = launchTypes,
            ExecutionRoleOperation = call.Where(task, CfnTaskDefinitions.ExecutionRoleArn),
        });
        CfnRendering.Role(call, definition, CfnValues.Get(call, task, CfnTaskDefinitions.ExecutionRoleArn));
        CfnRendering.Platform(call, definition, CfnValues.Get(call, task, CfnTaskDefinitions.RuntimePlatform), call.Guard);
        return definition;
    }

    private static void AddJobContainer(Call call, TaskDefinitionNode definition, Value value)
    {
        var container = CfnContainers.Add(call, definition, value);
        var unsaid = ExecutionRoles.NullOn(call, CfnValues.Get(call, value, "LogConfiguration"));
        BatchLogging.AddDefault(container, unsaid, container.Origin);
    }

    /// <summary>Without platform capabilities a job runs on EC2.</summary>
    private static LaunchTypes LaunchTypesOf(Call call, Value capabilities)
    {
        var items = call.Items(capabilities, out var mayHaveMore);
        var types = items.Select(i => i.Value.Text?.Literal).Distinct().ToList();
        return mayHaveMore.IsFeasible || types.Count > 1 ? LaunchTypes.None
            : types is ["FARGATE"] ? LaunchTypes.Fargate
            : types is [] or ["EC2"] ? LaunchTypes.Ec2
            : LaunchTypes.None;
    }
}
