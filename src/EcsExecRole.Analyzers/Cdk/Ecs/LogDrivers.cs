using EcsExecRole.Analyzers.Evaluation;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>LogDriver.AwsLogs</c>, <c>LogDrivers.*</c> and the classes of log drivers.</summary>
internal static class LogDrivers
{
    /// <summary>What a log driver that is not known may be granted on, or cause CDK's FireLens router to be.</summary>
    private static readonly ImmutableArray<string> Services = ["logs", "ecr", "secretsmanager", "ssm", "kms"];

    /// <summary>The drivers without a grant of their own: factory, class, rendered name.</summary>
    private static readonly (string Factory, string Type, string Driver)[] Plain =
    [
        ("Firelens", "FireLensLogDriver", "awsfirelens"),
        ("Fluentd", "FluentdLogDriver", "fluentd"),
        ("Gelf", "GelfLogDriver", "gelf"),
        ("Journald", "JournaldLogDriver", "journald"),
        ("JsonFile", "JsonFileLogDriver", "json-file"),
        ("None", "NoneLogDriver", "none"),
        ("Splunk", "SplunkLogDriver", "splunk"),
        ("Syslog", "SyslogLogDriver", "syslog"),
    ];

    public static void Register(Registry r)
    {
        r.Method("AWS.ECS.LogDriver", "AwsLogs", c => c.NewResult(AwsLogs(c)))
            .Method("AWS.ECS.LogDrivers", "AwsLogs", c => c.NewResult(AwsLogs(c)))
            .Constructor("AWS.ECS.AwsLogDriver", c => Construct(c, AwsLogs(c)))
            .Getter("AWS.ECS.AwsLogDriver", "LogGroup", c => Call.Node<AwsLogDriverNode>(c.Receiver)?.LogGroup ?? c.UnknownResult("the log driver is not known"))
            .Constructor("AWS.ECS.GenericLogDriver", c => Construct(c, WithOptions(c, c.Prop("LogDriver"))));
        foreach (var (factory, type, driver) in Plain)
        {
            r.Method("AWS.ECS.LogDrivers", factory, c => c.NewResult(WithOptions(c, ConstantValue.Of(driver))))
                .Constructor("AWS.ECS." + type, c => Construct(c, WithOptions(c, ConstantValue.Of(driver))));
        }
    }

    /// <summary>Binds a log driver, which is not a choice, to a container.</summary>
    public static void Bind(ContainerBinding binding, Value driver, IOperation? origin)
    {
        if (Call.Node<LogDriverNode>(driver) is { } node)
        {
            node.Bind(binding, (driver as ObjectValue)?.Origin ?? origin);
            return;
        }

        binding.GrantUnknown(Services, "a log driver that is not known is granted to it", origin);
        binding.Container.Logging.Add(new(binding.Guard, origin) { Driver = Unknowns.MemberOf(driver, "LogDriver") });
    }

    private static AwsLogDriverNode AwsLogs(Call call) => new(call.Prop("LogGroup"));

    private static OptionsLogDriverNode WithOptions(Call call, Value driver) => new(driver)
    {
        Options = call.Prop("Options"),
        SecretOptions = call.Prop("SecretOptions"),
        Token = call.Prop("SecretToken"),
        SecretsOperation = call.Where(call["props"], "SecretToken") ?? call.Where(call["props"], "SecretOptions"),
    };

    private static Value Construct(Call call, LogDriverNode driver)
    {
        call.Instance.Payload = driver;
        return ConstantValue.Null;
    }
}
