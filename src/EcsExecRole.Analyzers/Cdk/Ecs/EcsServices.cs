using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>An ECS service.</summary>
/// <param name="TaskDefinition">Its task definition; may be a choice.</param>
internal sealed record EcsServiceNode(Value TaskDefinition) : ITaskDefinitionHolder;

/// <summary>
/// <c>FargateService</c>, <c>Ec2Service</c>, <c>ExternalService</c>: they grant nothing to the execution role, but for the log driver of Service Connect. What runs a
/// task definition grants its caller only.
/// </summary>
internal static class EcsServices
{
    private const string Base = "AWS.ECS.BaseService";

    /// <summary>What else takes a task definition: it may run it and pass its roles, and nothing is granted to these.</summary>
    private static readonly string[] Runners =
    [
        "AWS.StepFunctions.Tasks.EcsRunTask", "AWS.StepFunctions.Tasks.EcsFargateLaunchTarget", "AWS.StepFunctions.Tasks.EcsEc2LaunchTarget",
        "AWS.Scheduler.Targets.EcsRunFargateTask", "AWS.Scheduler.Targets.EcsRunEc2Task",
    ];

    public static void Register(Registry r)
    {
        foreach (var type in new[] { "FargateService", "Ec2Service", "ExternalService" })
        {
            r.Constructor("AWS.ECS." + type, New);
        }

        r.Getter(Base, "TaskDefinition", c => Call.Node<EcsServiceNode>(c.Receiver)?.TaskDefinition ?? c.UnknownResult("the service's task definition is not known"))
            .Method(Base, "EnableServiceConnect", c => EnableServiceConnect(c, Call.Node<EcsServiceNode>(c.Receiver)?.TaskDefinition ?? ConstantValue.Null, c["config"]));
        foreach (var runner in Runners)
        {
            r.Constructor(runner, Opaque);
        }

        foreach (var factory in new[] { "JsonPath", "Jsonata" })
        {
            r.Method("AWS.StepFunctions.Tasks.EcsRunTask", factory, c => c.UnknownResult("what runs the task is not followed"));
        }
    }

    private static Value New(Call call)
    {
        Opaque(call);
        var taskDefinition = call.Prop("TaskDefinition");
        call.Instance.Payload = new EcsServiceNode(taskDefinition);
        return EnableServiceConnect(call, taskDefinition, call.Prop("ServiceConnectConfiguration"));
    }

    private static Value Opaque(Call call)
    {
        call.Instance.IsOpaque = true;
        return ConstantValue.Null;
    }

    /// <summary>
    /// The log driver of the proxy that ECS adds to each task is bound to the task definition's default container, and so to its execution role.
    /// </summary>
    private static Value EnableServiceConnect(Call call, Value taskDefinition, Value configuration)
    {
        foreach (var (driver, guard) in call.Each(call.Get(configuration, "LogDriver")))
        {
            if (driver.IsNull)
            {
                continue;
            }

            foreach (var (value, on) in call.On(guard).Each(taskDefinition))
            {
                if (TaskDefinitions.Of(call, value) is { } definition)
                {
                    Bind(call.On(on), definition, driver, configuration);
                }
            }
        }

        return ConstantValue.Null;
    }

    private static void Bind(Call call, TaskDefinitionNode definition, Value driver, Value configuration)
    {
        var hasContainer = call.Each(definition.DefaultContainer).Where(c => !c.Value.IsNull).Aggregate(Guard.Never, (all, c) => all | c.Guard);
        if (!hasContainer.IsFeasible)
        {
            return;
        }

        var on = call.On(hasContainer);
        var origin = call.Where(configuration, "LogDriver") ?? call.Site.Operation;
        LogDrivers.Bind(new(on, definition, ProxyOf(on, definition, origin)), driver, origin);
    }

    /// <summary>The proxy that ECS adds to the tasks of a definition, as a container of it.</summary>
    public static ContainerNode ProxyOf(Call call, TaskDefinitionNode definition, IOperation? origin)
    {
        var proxy = new ContainerNode(call.Evaluator.NewKey(definition.Key + ".service-connect"), origin, call.Guard)
        {
            Name = "Service Connect proxy",
            Stack = definition.Stack,
            IsServiceConnectProxy = true,
        };
        definition.Containers.Add(proxy);
        return proxy;
    }
}
