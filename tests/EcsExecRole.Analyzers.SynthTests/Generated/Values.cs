namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>The values of a container's options, each led through its trigger's shape.</summary>
internal sealed class Values(Scope scope, IReadOnlyList<string?> resources, string stack, TaskSpec task)
{
    private const string SecretProperty = "CfnTaskDefinition.SecretProperty";
    private const string LogConfiguration = "CfnTaskDefinition.LogConfigurationProperty";

    /// <summary>The container image.</summary>
    public string Image()
    {
        var at = Find(trigger => trigger is Trigger.PublicImage or Trigger.RegistryUri or Trigger.RegistryUriOfStack or Trigger.OwnRepositoryUri or Trigger.OwnRepository or Trigger.RegistryCredentials);
        if (at < 0)
        {
            return $"ContainerImage.FromRegistry({TaskWriter.Public})";
        }

        var spec = task.Triggers[at];
        var image = spec.Trigger switch
        {
            Trigger.OwnRepository => $"ContainerImage.FromEcrRepository({resources[at]})",
            Trigger.RegistryCredentials => $"ContainerImage.FromRegistry(\"registry.example.com/app\", new RepositoryImageProps {{ Credentials = {resources[at]} }})",
            _ => $"ContainerImage.FromRegistry({Uri(at)})",
        };
        return Under(spec.Flag, Shapes.Wrap(spec.Shape, "ContainerImage", image, scope), $"ContainerImage.FromRegistry({TaskWriter.Public})");
    }

    /// <summary>The container image of level 1.</summary>
    public string ImageText()
    {
        var at = Find(trigger => trigger is Trigger.RegistryUri or Trigger.RegistryUriOfStack or Trigger.OwnRepositoryUri);
        if (at < 0)
        {
            return Find(trigger => trigger == Trigger.RegistryCredentials) < 0 ? TaskWriter.Public : "\"registry.example.com/app\"";
        }

        return Under(task.Triggers[at].Flag, Shapes.Wrap(task.Triggers[at].Shape, "string", Uri(at), scope), TaskWriter.Public);
    }

    /// <summary>The log driver, or null.</summary>
    public string? Logging()
    {
        var at = Find(trigger => trigger is Trigger.AwsLogs or Trigger.GenericLogs or Trigger.GenericLogsCreatingGroup or Trigger.FireLens);
        if (at < 0)
        {
            return null;
        }

        var driver = task.Triggers[at].Trigger switch
        {
            Trigger.AwsLogs => "LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = \"app\" })",
            Trigger.FireLens => "LogDrivers.Firelens(new FireLensLogDriverProps { Options = new Dictionary<string, string> { [\"Name\"] = \"stdout\" } })",
            _ => $"new GenericLogDriver(new GenericLogDriverProps {{ LogDriver = \"awslogs\", Options = {LogOptions(at)} }})",
        };
        return Under(task.Triggers[at].Flag, Shapes.Wrap(task.Triggers[at].Shape, "LogDriver", driver, scope), "null");
    }

    /// <summary>The log configuration of level 1, or null.</summary>
    public string? CfnLogging()
    {
        var at = Find(trigger => trigger is Trigger.GenericLogs or Trigger.GenericLogsCreatingGroup);
        return at < 0
            ? null
            : Under(task.Triggers[at].Flag, Shapes.Wrap(task.Triggers[at].Shape, LogConfiguration, $"new {LogConfiguration} {{ LogDriver = \"awslogs\", Options = {LogOptions(at)} }}", scope), "null");
    }

    /// <summary>The registry credentials of level 1, or null.</summary>
    public string? Credentials()
    {
        var at = Find(trigger => trigger == Trigger.RegistryCredentials);
        const string Type = "CfnTaskDefinition.RepositoryCredentialsProperty";
        return at < 0 ? null : Under(task.Triggers[at].Flag, Shapes.Wrap(task.Triggers[at].Shape, Type, $"new {Type} {{ CredentialsParameter = {resources[at]}.SecretArn }}", scope), "null");
    }

    /// <summary>The container's secrets, each with the condition under which it is there.</summary>
    public IEnumerable<(string Name, string Value, string? Condition)> Secrets()
    {
        for (var at = 0; at < task.Triggers.Length; at++)
        {
            var spec = task.Triggers[at];
            var secret = spec.Trigger switch
            {
                Trigger.OwnSecret or Trigger.SecretWithImportedKey => $"Secret.FromSecretsManager({resources[at]}, \"password\")",
                Trigger.SecretByName => $"Secret.FromSecretsManager({resources[at]})",
                Trigger.ParameterByName => $"Secret.FromSsmParameter({resources[at]})",
                _ => null,
            };
            if (secret is not null)
            {
                yield return ("S" + at, Shapes.Wrap(spec.Shape, "Secret", secret, scope), Condition(spec.Flag));
            }
        }
    }

    /// <summary>The secrets of level 1.</summary>
    public IEnumerable<string> CfnSecrets()
    {
        for (var at = 0; at < task.Triggers.Length; at++)
        {
            var spec = task.Triggers[at];
            var source = spec.Trigger switch
            {
                Trigger.OwnSecret or Trigger.SecretWithImportedKey => resources[at] + ".SecretArn",
                Trigger.ParameterByName => "\"/shop/limit\"",
                _ => null,
            };
            if (source is not null)
            {
                var property = $"new {SecretProperty} {{ Name = \"S{at}\", ValueFrom = {Shapes.Wrap(spec.Shape, "string", source, scope)} }}";
                yield return Under(spec.Flag, property, "null");
            }
        }
    }

    /// <summary>The environment files, or null.</summary>
    public string? EnvironmentFile(string type, Func<string, string> create)
    {
        var at = Find(trigger => trigger == Trigger.EnvironmentFile);
        return at < 0
            ? null
            : Under(task.Triggers[at].Flag, $"new {type}[] {{ {Shapes.Wrap(task.Triggers[at].Shape, type, create(resources[at]!), scope)} }}", "null");
    }

    /// <summary>The C# condition of a flag, or null for always.</summary>
    public static string? Condition(Flag flag) => flag switch
    {
        Flag.Always => null,
        Flag.A => "Flags.A",
        Flag.NotA => "!Flags.A",
        Flag.B => "Flags.B",
        _ => throw new ArgumentOutOfRangeException(nameof(flag)),
    };

    private static string Under(Flag flag, string value, string otherwise) =>
        Condition(flag) is { } condition ? $"({condition} ? {value} : {otherwise})" : value;

    private string Uri(int at) => task.Triggers[at].Trigger switch
    {
        Trigger.RegistryUri => "\"111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4\"",
        Trigger.RegistryUriOfStack => $"$\"{{{stack}Account}}.dkr.ecr.{{{stack}Region}}.amazonaws.com/shop/api\"",
        Trigger.OwnRepositoryUri => resources[at] + ".RepositoryUriForTag(\"1.4\")",
        Trigger.PublicImage => "\"public.ecr.aws/nginx/nginx:1.27\"",
        _ => throw new InvalidOperationException(),
    };

    private string LogOptions(int at) =>
        $"new Dictionary<string, string> {{ [\"awslogs-group\"] = \"/ecs/app\", [\"awslogs-region\"] = {stack}Region{(task.Triggers[at].Trigger == Trigger.GenericLogsCreatingGroup ? ", [\"awslogs-create-group\"] = \"true\"" : "")} }}";

    private int Find(Func<Trigger, bool> which)
    {
        for (var at = 0; at < task.Triggers.Length; at++)
        {
            if (which(task.Triggers[at].Trigger))
            {
                return at;
            }
        }

        return -1;
    }
}
