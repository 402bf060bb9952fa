using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>CfnService</c>: the proxy that ECS adds to each task for Service Connect logs as the service says (R23 of <c>ecs-needs.md</c>), with the execution role of the
/// task definition that the service names by its ARN. CDK grants nothing for it.
/// </summary>
internal static class CfnServices
{
    private const string Type = "AWS.ECS.CfnService";
    private const string TaskDefinition = "TaskDefinition";
    private const string ServiceConnect = "ServiceConnectConfiguration";

    private static readonly string[] Properties = [TaskDefinition, ServiceConnect];

    public static void Register(Registry r)
    {
        r.Constructor(Type, New)
            .Getter("AWS.ECS.ITaskDefinition", "TaskDefinitionArn", ArnOf)
            .Getter("AWS.ECS.CfnTaskDefinition", "AttrTaskDefinitionArn", ArnOf);
        foreach (var property in Properties)
        {
            r.Setter(Type, property, c =>
            {
                Call.Node<CfnPropertyBag>(c.Receiver)?.Set(c.Guard, property, c.Arguments[0]);
                return ConstantValue.Null;
            });
        }
    }

    private static Value ArnOf(Call call) => Call.Node<TaskDefinitionNode>(call.Receiver) is { Ref: { } arn }
        ? TextValue.Of(arn)
        : call.UnknownResult("the task definition is not known");

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
        foreach (var (configuration, guard) in call.Each(bag.Get(ServiceConnect, out _)))
        {
            var on = call.On(guard);
            var logging = CfnValues.IsStructured(configuration) ? CfnValues.Get(on, configuration, "LogConfiguration") : ConstantValue.Null;
            if (logging.IsNull)
            {
                continue;
            }

            var enabled = guard.Except(call.Evaluator.AreEqual(CfnValues.Get(on, configuration, "Enabled"), ConstantValue.False));
            foreach (var (arn, where) in on.On(enabled).Each(bag.Get(TaskDefinition, out _)))
            {
                if (call.Graph.TaskDefinitions.FirstOrDefault(d => d.Ref is { } own && own.Equals(arn.Text)) is { } definition)
                {
                    AddProxy(on.On(where & definition.Birth), definition, configuration, logging);
                }
            }
        }
    }

    private static void AddProxy(Call call, TaskDefinitionNode definition, Value configuration, Value logging)
    {
        if (call.Guard.IsFeasible)
        {
            var origin = CfnValues.Where(call, configuration, "LogConfiguration", call.Site.Operation);
            var proxy = EcsServices.ProxyOf(call, definition, origin);
            CfnContainers.AddLogging(call, proxy, logging, (logging as ObjectValue)?.Origin ?? origin);
        }
    }
}
