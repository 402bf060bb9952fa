using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>A <c>LogDriver</c>: what it does to each container that it is bound to.</summary>
internal abstract class LogDriverNode
{
    /// <summary><c>Bind</c>: the rendered <c>logConfiguration</c> and the grants to the execution role.</summary>
    /// <param name="binding">The container.</param>
    /// <param name="origin">The expression that gives it the log driver.</param>
    public abstract void Bind(ContainerBinding binding, IOperation? origin);

    protected static LogConfiguration Add(ContainerBinding binding, Value driver, IOperation? origin)
    {
        var logging = new LogConfiguration(binding.Guard, origin) { Driver = driver };
        binding.Container.Logging.Add(logging);
        return logging;
    }
}

/// <summary>
/// <c>AwsLogDriver</c>: the role may write to the log group given, or to one that CDK makes for each container. It may never create one.
/// </summary>
/// <param name="given">The log group given; null (the constant) for none; may be a choice.</param>
internal sealed class AwsLogDriverNode(Value given) : LogDriverNode
{
    /// <summary><c>AwsLogDriver.LogGroup</c>: null until the driver is bound.</summary>
    public Value LogGroup { get; set; } = ConstantValue.Null;

    public override void Bind(ContainerBinding binding, IOperation? origin)
    {
        foreach (var (value, guard) in binding.Call.Each(given))
        {
            var on = binding.On(guard);
            var group = value.IsNull ? Create(on) : LogGroups.Of(on.Call, value);
            LogGroup = ChoiceValue.Of(guard, value.IsNull ? Resources.ValueOf(on.Call, "Amazon.CDK.AWS.Logs.LogGroup", group) : value, LogGroup);
            Grants.ToPrincipal(on.Call, on.ObtainRole(), ["logs:CreateLogStream", "logs:PutLogEvents"], [group.Arn], isAutomatic: true, null, origin);
            var logging = Add(on, ConstantValue.Of("awslogs"), origin);
            logging.Group = TextValue.Of(group.LogGroupName);
            logging.LogGroup = group;
            logging.Region = (group.Stack ?? on.Definition.Stack) is { } stack ? TextValue.Of(stack.Region) : ConstantValue.Null;
        }
    }

    /// <summary>A new log group below the container.</summary>
    private static LogGroupNode Create(ContainerBinding binding)
    {
        var stack = binding.Definition.StackOrUnknown(binding.Call);
        var group = binding.Call.Graph.Add(LogGroups.Owned(binding.Call, stack, ConstantValue.Null));
        group.Stack = stack;
        group.Name = binding.Container.Name + "/LogGroup";
        return group;
    }
}

/// <summary>Any other driver: nothing is granted but the secrets among its options, not even for a generic driver called <c>awslogs</c>.</summary>
/// <param name="driver">The rendered name.</param>
internal sealed class OptionsLogDriverNode(Value driver) : LogDriverNode
{
    /// <summary>The <c>Options</c> dictionary; null (the constant) for none.</summary>
    public Value Options { get; set; } = ConstantValue.Null;

    /// <summary>The <c>SecretOptions</c> dictionary; null (the constant) for none.</summary>
    public Value SecretOptions { get; set; } = ConstantValue.Null;

    public IOperation? SecretsOperation { get; set; }

    /// <summary>Splunk's <c>SecretToken</c>; null (the constant) for none.</summary>
    public Value Token { get; set; } = ConstantValue.Null;

    public override void Bind(ContainerBinding binding, IOperation? origin)
    {
        var logging = Add(binding, driver, origin);
        LogOptions.Read(binding.Call, logging, Options);
        foreach (var (secret, on) in binding.Each(Token))
        {
            EcsSecrets.Bind(on, "splunk-token", secret, SecretsOperation ?? origin, logging.SecretOptions);
        }

        EcsSecrets.BindAll(binding, SecretOptions, SecretsOperation ?? origin, logging.SecretOptions);
    }
}
