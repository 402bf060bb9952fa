using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Overrides below <c>ContainerDefinitions.N.LogConfiguration</c>.</summary>
internal static class LoggingOverrides
{
    private const string Options = "Options";

    /// <param name="call">The override.</param>
    /// <param name="container">The container.</param>
    /// <param name="rest">The path below <c>LogConfiguration</c>.</param>
    /// <param name="whole">The new configuration, where the path ends there.</param>
    /// <param name="value">The new value; null where it is deleted.</param>
    /// <param name="origin">The expression of the value.</param>
    public static void Apply(Call call, ContainerNode container, string[] rest, Value? whole, Value? value, IOperation? origin)
    {
        if (rest is [Options, not (LogOptions.Group or LogOptions.Region or LogOptions.CreateGroup)])
        {
            return;
        }

        var before = container.Logging.ToList();
        container.Logging.Clear();
        foreach (var logging in before)
        {
            var others = logging.On(logging.Guard.Except(call.Guard), logging.Origin);
            if (others.Guard.IsFeasible)
            {
                container.Logging.Add(others);
            }

            if (whole is null && (logging.Guard & call.Guard).IsFeasible)
            {
                container.Logging.Add(Change(call, logging.On(logging.Guard & call.Guard, origin), rest, value));
            }
        }

        if (whole is not null)
        {
            CfnContainers.AddLogging(call, container, whole, origin);
        }
        else if (before.Count == 0)
        {
            container.Logging.Add(Change(call, new(call.Guard, origin), rest, value));
        }
    }

    private static LogConfiguration Change(Call call, LogConfiguration logging, string[] rest, Value? value)
    {
        var changed = value ?? ConstantValue.Null;
        switch (rest)
        {
            case ["LogDriver"]:
                logging.Driver = changed;
                break;
            case [Options, LogOptions.Group]:
                logging.Group = changed;
                logging.LogGroup = null;
                break;
            case [Options, LogOptions.Region]:
                logging.Region = changed;
                break;
            case [Options, LogOptions.CreateGroup]:
                logging.CreateGroup = changed;
                break;
            case [Options]:
                LogOptions.Read(call, logging, changed);
                logging.LogGroup = null;
                break;
            default:
                logging.SecretOptions.Clear();
                EcsReferences.AddUnknown(call, call.Guard, ConstantValue.Null, logging.Origin, logging.SecretOptions);
                break;
        }

        return logging;
    }
}
