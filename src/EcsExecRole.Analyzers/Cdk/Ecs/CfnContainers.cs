using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// Containers of L1 resources: <c>CfnTaskDefinition.ContainerDefinitionProperty</c>, and those of daemons and Batch jobs, which have the same properties. Nothing is
/// granted for them.
/// </summary>
internal static class CfnContainers
{
    /// <summary>Reads a list of containers into a task definition.</summary>
    public static void AddAll(Call call, TaskDefinitionNode definition, Value list)
    {
        var items = CfnValues.Objects(call, list, out var mayHaveMore);
        foreach (var (value, guard) in items)
        {
            Add(call.On(guard), definition, value);
        }

        definition.MayHaveMoreContainers |= mayHaveMore;
    }

    /// <summary>Reads one container, which is an object or a dictionary.</summary>
    public static ContainerNode Add(Call call, TaskDefinitionNode definition, Value value)
    {
        var name = CfnValues.Get(call, value, "Name").Text?.Literal;
        var container = new ContainerNode(call.Evaluator.NewKey(definition.Key + "." + (name ?? "container")), (value as ObjectValue)?.Origin ?? call.Site.Operation, call.Guard)
        {
            Name = string.IsNullOrEmpty(name) ? definition.Name : name!,
            Stack = definition.Stack,
        };
        definition.Containers.Add(container);
        AddImage(call, container, CfnValues.Get(call, value, "Image"), Where("Image"));
        EcsReferences.AddAll(call, CfnValues.Get(call, value, "Secrets"), "Name", "ValueFrom", Where("Secrets"), container.Secrets);
        EcsReferences.AddOne(call, CfnValues.Get(call, value, "RepositoryCredentials"), "CredentialsParameter", Where("RepositoryCredentials"), container.Credentials);
        EcsReferences.AddAll(call, CfnValues.Get(call, value, "EnvironmentFiles"), null, "Value", Where("EnvironmentFiles"), container.EnvironmentFiles);
        EcsReferences.AddTexts(call, CfnValues.Get(call, value, "CredentialSpecs"), Where("CredentialSpecs"), container.CredentialSpecs);
        AddLogging(call, container, CfnValues.Get(call, value, "LogConfiguration"), Where("LogConfiguration"));
        AddFirelens(call, container, CfnValues.Get(call, value, "FirelensConfiguration"), Where("FirelensConfiguration"));
        return container;

        IOperation? Where(string property) => CfnValues.Where(call, value, property, container.Origin);
    }

    public static void AddImage(Call call, ContainerNode container, Value image, IOperation? origin)
    {
        if (!image.IsNull)
        {
            container.Images.Add(new(call.Guard, image, null, origin));
        }
    }

    public static void AddLogging(Call call, ContainerNode container, Value configuration, IOperation? origin)
    {
        foreach (var (value, guard) in call.Each(configuration))
        {
            if (value.IsNull)
            {
                continue;
            }

            var on = call.On(guard);
            var logging = new LogConfiguration(guard, origin);
            container.Logging.Add(logging);
            if (!CfnValues.IsStructured(value))
            {
                logging.Driver = CfnValues.Unknown(call, "log driver");
                continue;
            }

            logging.Driver = CfnValues.Get(on, value, "LogDriver");
            LogOptions.Read(on, logging, CfnValues.Get(on, value, "Options"));
            EcsReferences.AddAll(on, CfnValues.Get(on, value, "SecretOptions"), "Name", "ValueFrom", CfnValues.Where(on, value, "SecretOptions", origin), logging.SecretOptions);
        }
    }

    private static void AddFirelens(Call call, ContainerNode container, Value configuration, IOperation? origin)
    {
        foreach (var (value, guard) in call.Each(configuration))
        {
            if (value.IsNull)
            {
                continue;
            }

            container.IsFirelensRouter |= guard;
            var on = call.On(guard);
            var options = CfnValues.Get(on, value, "Options");
            var isS3 = on.Evaluator.AreEqual(LogOptions.Find(on, options, "config-file-type"), ConstantValue.Of("s3"));
            var file = LogOptions.Find(on, options, "config-file-value");
            if ((guard & isS3).IsFeasible && !file.IsNull)
            {
                container.FirelensFiles.Add(new(guard & isS3, null, file, null, CfnValues.Where(on, value, "Options", origin)));
            }
        }
    }
}
