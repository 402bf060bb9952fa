using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>ContainerDefinition</c>: all of CDK's own grants for a container happen in its constructor.</summary>
internal static class ContainerDefinitions
{
    private const string Type = "AWS.ECS.ContainerDefinition";

    /// <summary>Methods that have nothing to do with IAM.</summary>
    private static readonly string[] Harmless =
    [
        "AddContainerDependencies", "AddDockerLabel", "AddEnvironment", "AddInferenceAcceleratorResource", "AddLink", "AddMountPoints", "AddPortMappings", "AddScratch",
        "AddUlimits", "AddVolumesFrom",
    ];

    public static void Register(Registry r)
    {
        r.Constructor(Type, c => New(c, isRouter: false))
            .Constructor("AWS.ECS.FirelensLogRouter", c => New(c, isRouter: true))
            .Method("AWS.ECS.TaskDefinition", "AddContainer", c => Add(c, isRouter: false))
            .Method("AWS.ECS.TaskDefinition", "AddFirelensLogRouter", c => Add(c, isRouter: true))
            .Method(Type, "AddSecret", AddSecret)
            .Method(Type, "AddToExecutionPolicy", AddToExecutionPolicy)
            .Getter(Type, "TaskDefinition", c => Call.Node<ContainerConstruct>(c.Receiver)?.TaskDefinition ?? c.UnknownResult("the container's task definition is not known"));
        foreach (var method in Harmless)
        {
            r.Method(Type, method, Stacks.Nothing);
        }
    }

    /// <summary>Makes a container of a task definition, in the order in which CDK's constructor binds what it is given.</summary>
    /// <param name="binding">The container, on the paths on which it is made.</param>
    /// <param name="props">Its properties.</param>
    /// <param name="logging">Its log driver; null (the constant) for none.</param>
    /// <param name="loggingOrigin">The expression that gives the log driver.</param>
    public static void Fill(ContainerBinding binding, Value props, Value logging, IOperation? loggingOrigin)
    {
        var call = binding.Call;
        foreach (var (image, on) in binding.Each(call.Get(props, "Image")))
        {
            ContainerImages.Bind(on, image, call.Where(props, "Image") ?? call.Site.Operation);
        }

        foreach (var (driver, on) in binding.Each(logging))
        {
            LogDrivers.Bind(on, driver, loggingOrigin ?? call.Site.Operation);
        }

        var container = binding.Container;
        EcsSecrets.BindAll(binding, call.Get(props, "Secrets"), call.Where(props, "Secrets"), container.Secrets);
        ContainerFiles.AddAll(binding, call.Get(props, "EnvironmentFiles"), call.Where(props, "EnvironmentFiles"), container.EnvironmentFiles);
        ContainerFiles.AddAll(binding, call.Get(props, "CredentialSpecs"), call.Where(props, "CredentialSpecs"), container.CredentialSpecs);
    }

    /// <summary>Takes the container into its task definition; the first essential one becomes the default container.</summary>
    public static void Link(ContainerBinding binding, Value construct, bool isEssential)
    {
        binding.Definition.Containers.Add(binding.Container);
        if (isEssential)
        {
            var first = binding.Definition.DefaultContainer.Alternatives
                .Where(a => a.Value.IsNull).Aggregate(Guard.Never, (sum, a) => sum | (a.Guard & binding.Guard));
            binding.Definition.DefaultContainer = ChoiceValue.Of(first, construct, binding.Definition.DefaultContainer);
        }
    }

    /// <summary>Makes the containers for one construct: one for each task definition that it may be added to.</summary>
    /// <param name="call">The call that makes it.</param>
    /// <param name="taskDefinition">The task definition; may be a choice.</param>
    /// <param name="props">The properties.</param>
    /// <param name="construct">The container's object.</param>
    /// <param name="id">Its construct ID.</param>
    /// <param name="isRouter">Whether it is a FireLens router.</param>
    /// <param name="logging">The log driver, where it is not the property <c>Logging</c>.</param>
    public static ContainerConstruct Build(
        Call call, Value taskDefinition, Value props, ObjectValue construct, string id, bool isRouter = false, (Value Driver, IOperation? Origin)? logging = null)
    {
        var (driver, origin) = logging ?? (call.Get(props, "Logging"), call.Where(props, "Logging"));
        var made = new ContainerConstruct(taskDefinition);
        construct.Payload = made;
        var name = call.Get(props, "ContainerName").Text is { Literal: { Length: > 0 } given } ? given : id;
        foreach (var (value, guard) in call.Each(taskDefinition))
        {
            if (TaskDefinitions.Of(call, value) is not { } definition)
            {
                continue;
            }

            var container = new ContainerNode(call.Evaluator.NewKey(definition.Key + "." + id), call.Site.Operation, guard) { Name = name, Stack = definition.Stack };
            var binding = new ContainerBinding(call.On(guard), definition, container);
            made.Parts.Add((definition, container));
            Fill(binding, props, driver, origin);
            Link(binding, construct, call.Get(props, "Essential") is not ConstantValue { Content: false });
            if (isRouter)
            {
                container.IsFirelensRouter = guard;
                FirelensRouters.Configure(binding, call.Get(props, "FirelensConfig"), call.Where(props, "FirelensConfig"));
            }
        }

        return made;
    }

    private static Value New(Call call, bool isRouter)
    {
        Build(call, call.Prop("TaskDefinition"), call["props"], call.Instance, IdOf(call), isRouter);
        return ConstantValue.Null;
    }

    private static Value Add(Call call, bool isRouter)
    {
        var construct = call.NewResult(call);
        construct.Name = IdOf(call);
        call.Model.Scopes.Add(construct, call.Receiver!, call["id"]);
        Build(call, call.Receiver!, call["props"], construct, IdOf(call), isRouter);
        return construct;
    }

    private static string IdOf(Call call) => call["id"].Text?.ToString() ?? "container";

    private static Value AddSecret(Call call)
    {
        foreach (var binding in Bindings(call))
        {
            foreach (var (secret, on) in binding.Each(call["secret"]))
            {
                EcsSecrets.Bind(on, call["name"].Text?.ToString(), secret, call.Where("secret") ?? call.Site.Operation, on.Container.Secrets);
            }
        }

        return ConstantValue.Null;
    }

    private static Value AddToExecutionPolicy(Call call)
    {
        foreach (var binding in Bindings(call))
        {
            TaskDefinitions.AddStatement(binding.Call, binding.ObtainRole());
        }

        return ConstantValue.Null;
    }

    private static IEnumerable<ContainerBinding> Bindings(Call call) => Call.Node<ContainerConstruct>(call.Receiver)?.Bindings(call) ?? [];
}
