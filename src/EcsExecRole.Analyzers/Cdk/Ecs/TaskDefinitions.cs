using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>TaskDefinition</c> and its kinds for Fargate, EC2 and ECS Anywhere.</summary>
internal static class TaskDefinitions
{
    private const string Type = "AWS.ECS.TaskDefinition";

    public static void Register(Registry r)
    {
        r.Constructor(Type, c => New(c, LaunchTypesOf(c.Prop("Compatibility"))))
            .Constructor("AWS.ECS.FargateTaskDefinition", c => New(c, LaunchTypes.Fargate))
            .Constructor("AWS.ECS.Ec2TaskDefinition", c => New(c, LaunchTypes.Ec2))
            .Constructor("AWS.ECS.ExternalTaskDefinition", c => New(c, LaunchTypes.External))
            .Getter(Type, "ExecutionRole", ExecutionRole)
            .Getter(Type, "TaskRole", c => Of(c, c.Receiver!)?.TaskRole ?? c.UnknownResult("the task role is not known"))
            .Method(Type, "ObtainExecutionRole", c => Of(c, c.Receiver!) is { } node ? ExecutionRoles.Obtain(c, node) : c.UnknownResult("the execution role is not known"))
            .Method(Type, "AddToExecutionRolePolicy", c => Of(c, c.Receiver!) is { } node ? AddStatement(c, ExecutionRoles.Obtain(c, node)) : ConstantValue.Null)
            .Method(Type, "AddToTaskRolePolicy", c => Of(c, c.Receiver!) is { } node ? AddStatement(c, node.TaskRole) : ConstantValue.Null)
            .Getter(Type, "DefaultContainer", c => Of(c, c.Receiver!) is { Kind: TaskDefinitionKind.L2 } node ? ChoiceValue.On(c.Guard, node.DefaultContainer) : c.UnknownResult("the default container is not known"))
            .Setter(Type, "DefaultContainer", SetDefaultContainer)
            .Getter(Type, "Compatibility", Compatibility)
            .Getter(Type, "IsFargateCompatible", c => Runs(c, LaunchTypes.Fargate))
            .Getter(Type, "IsEc2Compatible", c => Runs(c, LaunchTypes.Ec2))
            .Getter(Type, "IsExternalCompatible", c => Runs(c, LaunchTypes.External))
            .Method(Type, "FindContainer", FindContainer)
            .Method(Type, "AddExtension", TaskDefinitionExtensions.Add);
        foreach (var method in new[] { "AddVolume", "AddPlacementConstraint", "AddInferenceAccelerator" })
        {
            r.Method(Type, method, Stacks.Nothing);
        }

        // ecs:RunTask and iam:PassRole for the caller, which is not an execution role.
        r.Method(Type, "GrantRun", c => c.UnknownResult("the grant is not followed"));
        TaskDefinitionImports.Register(r);
    }

    /// <summary>The task definition that a value is; an unknown one has an unknown role. Null for null.</summary>
    public static TaskDefinitionNode? Of(Call call, Value value) => value switch
    {
        ObjectValue { Payload: TaskDefinitionNode node } => node,
        UnknownValue unknown => call.Graph.OfUnknown(unknown, () => Unknown(unknown)),
        ObjectValue instance => call.Graph.OfUnknown(AsUnknown(instance), () => Unknown(AsUnknown(instance))),
        _ => null,
    };

    private static Value Runs(Call call, LaunchTypes where) => Of(call, call.Receiver!) is { LaunchTypes: not LaunchTypes.None } node
        ? (node.LaunchTypes & where) != 0 ? ConstantValue.True : ConstantValue.False
        : call.UnknownResult("the kind of the task definition is not known");

    private static Value Compatibility(Call call)
    {
        var name = Of(call, call.Receiver!)?.LaunchTypes switch
        {
            LaunchTypes.Fargate => "FARGATE",
            LaunchTypes.Ec2 => "EC2",
            LaunchTypes.Fargate | LaunchTypes.Ec2 => "EC2_AND_FARGATE",
            LaunchTypes.External => "EXTERNAL",
            _ => null,
        };
        var member = name is null ? null : call.ResultType?.GetMembers(name).OfType<Microsoft.CodeAnalysis.IFieldSymbol>().FirstOrDefault();
        return member is { HasConstantValue: true } ? ConstantValue.Of(member.ConstantValue, name) : call.UnknownResult("the kind of the task definition is not known");
    }

    /// <summary>Adds the argument <c>statement</c> to a role.</summary>
    public static Value AddStatement(Call call, Value role)
    {
        foreach (var (value, guard) in call.Each(call["statement"]))
        {
            if (Statements.Of(call.On(guard), value) is { } statement)
            {
                foreach (var (one, on) in call.On(guard).Each(role))
                {
                    Grants.AddToPrincipal(call, one, new(on, statement, statement.Origin ?? call.Site.Operation));
                }
            }
        }

        return ConstantValue.Null;
    }

    /// <summary>Makes a task definition, as CDK's constructor does.</summary>
    /// <param name="call">The call that makes it.</param>
    /// <param name="instance">The object it will be for the program.</param>
    /// <param name="launchTypes">Where its tasks may run.</param>
    /// <param name="props">Where the roles and the platform are read from.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="roles">The struct with <c>ExecutionRole</c> and <c>TaskRole</c>, where that is another one.</param>
    public static TaskDefinitionNode Build(Call call, ObjectValue instance, LaunchTypes launchTypes, Value props, Value scope, Value? roles = null)
    {
        var platform = call.Get(props, "RuntimePlatform");
        var node = call.Graph.Add(new TaskDefinitionNode(instance.Key, call.Site.Operation, call.Guard, TaskDefinitionKind.L2)
        {
            Name = instance.Name ?? instance.Key,
            Stack = Scopes.StackOf(call, scope),
            LaunchTypes = launchTypes,
            IsWindows = OperatingSystems.IsWindows(call, platform, launchTypes),
            IsPlatformUnwritten = OperatingSystems.IsUnwritten(call, platform),
            Instance = instance,
            Ref = Text.Generated(instance.Key + ".Ref", instance.Name ?? instance.Key),
        });
        instance.Payload = node;
        roles ??= props;
        ExecutionRoles.Give(call, node, call.Get(roles, "ExecutionRole"), call.Where(roles, "ExecutionRole"));
        node.TaskRole = ExecutionRoles.TaskRole(call, node, call.Get(roles, "TaskRole"));
        call.Graph.AtSynth.Add(() => FirelensRouters.AddDefault(call, node));
        call.Graph.AtSynth.Add(() => CfnTaskDefinitions.Render(call, node));
        return node;
    }

    private static Value New(Call call, LaunchTypes launchTypes)
    {
        Build(call, call.Instance, launchTypes, call["props"], call["scope"]);
        return ConstantValue.Null;
    }

    private static Value ExecutionRole(Call call)
    {
        if (Of(call, call.Receiver!) is not { } node)
        {
            return call.UnknownResult("the execution role is not known");
        }

        return NullRoles.Read(call, node);
    }

    private static Value SetDefaultContainer(Call call)
    {
        if (Of(call, call.Receiver!) is { } node)
        {
            node.DefaultContainer = ChoiceValue.Of(call.Guard, call.Arguments[0], node.DefaultContainer);
        }

        return ConstantValue.Null;
    }

    /// <summary><c>FindContainer(name)</c>: the container of that name, where there is just one and it is there on all paths.</summary>
    private static Value FindContainer(Call call) =>
        call["containerName"].Text?.Literal is { } name && Of(call, call.Receiver!) is { } node
            && node.Containers.Where(c => c.Name == name).ToList() is [var found] && call.Guard.Implies(found.Birth)
            ? ContainerOf(call, node, found)
            : call.UnknownResult("the container is not known");

    private static Value ContainerOf(Call call, TaskDefinitionNode node, ContainerNode found)
    {
        var construct = new ContainerConstruct(node.Instance);
        construct.Parts.Add((node, found));
        return call.NewResult(construct);
    }

    /// <summary><c>Compatibility</c>'s members name the launch types; none where it is not known.</summary>
    private static LaunchTypes LaunchTypesOf(Value compatibility)
    {
        var all = compatibility.Alternatives.Select(a => (a.Value as ConstantValue)?.EnumMember).ToList();
        if (all is not [{ } member, ..] || all.Any(a => a != member))
        {
            return LaunchTypes.None;
        }

        return (member.Contains("FARGATE") ? LaunchTypes.Fargate : 0)
            | (member.Contains("EC2") ? LaunchTypes.Ec2 : 0)
            | (member.Contains("EXTERNAL") ? LaunchTypes.External : 0)
            | (member.Contains("MANAGED_INSTANCES") ? LaunchTypes.ManagedInstances : 0);
    }

    private static UnknownValue AsUnknown(ObjectValue instance) =>
        new(instance.Key, instance.Name ?? instance.Type.Name, instance.Type, "the analyzer does not model " + instance.Type.Name);

    private static TaskDefinitionNode Unknown(UnknownValue value) => new(value.Key, null, Guard.Always, TaskDefinitionKind.L2)
    {
        Name = value.Display,
        Instance = value,
        ExecutionRole = value.Member("ExecutionRole", null),
        TaskRole = value.Member("TaskRole", null),
        DefaultContainer = value.Member("DefaultContainer", null),
        MayHaveMoreContainers = Guard.Always,
    };
}
