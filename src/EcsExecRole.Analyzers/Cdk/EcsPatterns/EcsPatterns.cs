using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What the model knows of a pattern's construct.</summary>
/// <param name="TaskDefinition">Its task definition: given or made; may be a choice.</param>
internal sealed record EcsPatternNode(Value TaskDefinition) : ITaskDefinitionHolder;

/// <summary>
/// <c>AWS.ECS.Patterns</c>: each makes a plain task definition with one container, unless it is given one, to which it adds nothing.
/// </summary>
internal static class EcsPatterns
{
    private const string Namespace = "AWS.ECS.Patterns.";

    public static void Register(Registry r)
    {
        foreach (var pattern in EcsPattern.All)
        {
            r.Constructor(Namespace + pattern.Type, c => New(c, pattern))
                .Getter(Namespace + pattern.Type, "TaskDefinition", TaskDefinition);
            if (pattern.IsService)
            {
                r.Getter(Namespace + pattern.Type, "Service", c => c.NewResult(new EcsServiceNode(TaskDefinition(c))));
            }
        }
    }

    private static Value TaskDefinition(Call call) =>
        Call.Node<EcsPatternNode>(call.Receiver)?.TaskDefinition ?? call.UnknownResult("the construct's task definition is not known");

    private static Value New(Call call, EcsPattern pattern)
    {
        call.Instance.IsOpaque = true;
        var taskDefinition = call.Map(pattern.GivenTo(call), (given, on) => given.IsNull ? Make(on, pattern) : given);
        call.Instance.Payload = new EcsPatternNode(taskDefinition);
        return ConstantValue.Null;
    }

    private static ObjectValue Make(Call call, EcsPattern pattern)
    {
        var type = pattern.LaunchTypes == LaunchTypes.Fargate ? "AWS.ECS.FargateTaskDefinition" : "AWS.ECS.Ec2TaskDefinition";
        var name = call.Instance.Name ?? pattern.Type;
        var instance = new ObjectValue(call.Evaluator.NewKey(call.Instance.Key + ".TaskDef"), ExecutionRoles.TypeOf(call, type), call.Site.Operation, call.Guard)
        {
            IsOpaque = true,
            Name = name + "/" + pattern.TaskDefinitionId,
        };
        call.Model.Scopes.Add(instance, call.Instance, ConstantValue.Of(pattern.TaskDefinitionId));
        var options = pattern.OptionsOf(call);
        TaskDefinitions.Build(call, instance, pattern.LaunchTypes, call["props"], call.Instance, options);
        var construct = new ObjectValue(instance.Key + "." + pattern.Container, ExecutionRoles.TypeOf(call, "AWS.ECS.ContainerDefinition"), call.Site.Operation, call.Guard)
        {
            IsOpaque = true,
            Name = pattern.Container,
        };
        call.Model.Scopes.Add(construct, instance, ConstantValue.Of(pattern.Container));
        ContainerDefinitions.Build(call, instance, options, construct, pattern.Container, logging: LoggingOf(call, options));
        return instance;
    }

    /// <summary>The log driver given wins; else <c>AwsLogDriver</c>, unless <c>EnableLogging</c> is false.</summary>
    private static (Value Driver, IOperation? Origin) LoggingOf(Call call, Value options)
    {
        var given = call.Get(options, "LogDriver");
        var disabled = call.Evaluator.AreEqual(call.Get(options, "EnableLogging"), ConstantValue.False);
        var byDefault = new ObjectValue(call.Evaluator.NewKey("AwsLogDriver"), ExecutionRoles.TypeOf(call, "AWS.ECS.AwsLogDriver"), call.Site.Operation, call.Guard)
        {
            IsOpaque = true,
            Payload = new AwsLogDriverNode(ConstantValue.Null),
        };
        var none = ExecutionRoles.NullOn(call, given);
        return (ChoiceValue.Of(none, ChoiceValue.Of(disabled, ConstantValue.Null, byDefault), given), call.Where(options, "LogDriver"));
    }
}
