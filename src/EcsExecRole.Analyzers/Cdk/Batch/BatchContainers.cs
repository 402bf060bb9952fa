using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>EcsFargateContainerDefinition</c> and <c>EcsEc2ContainerDefinition</c>: a container with an execution role of its own, given or made. Only the one that is made
/// may write to Batch's default log group.
/// </summary>
internal static class BatchContainers
{
    public static void Register(Registry r)
    {
        r.Constructor("AWS.Batch.EcsFargateContainerDefinition", c => New(c, LaunchTypes.Fargate))
            .Constructor("AWS.Batch.EcsEc2ContainerDefinition", c => New(c, LaunchTypes.Ec2));
        foreach (var type in new[] { "AWS.Batch.IEcsContainerDefinition", "AWS.Batch.EcsFargateContainerDefinition", "AWS.Batch.EcsEc2ContainerDefinition" })
        {
            r.Getter(type, "ExecutionRole", c => Call.Node<TaskDefinitionNode>(c.Receiver)?.ExecutionRole ?? c.UnknownResult("the container's execution role is not known"));
        }

        r.Constructor("AWS.Batch.EcsJobDefinition", NewJob)
            .Constructor("AWS.Batch.MultiNodeJobDefinition", c => Stacks.Nothing(c))
            .Method("AWS.Batch.MultiNodeJobDefinition", "AddContainer", Stacks.Nothing)
            .Getter("AWS.Batch.EcsJobDefinition", "Container", c => c.Receiver is ObjectValue job && job.TryGetSlot("Container", out var slot)
                ? slot.Value
                : c.UnknownResult("the job's container is not known"));
    }

    private static Value NewJob(Call call)
    {
        call.Instance.IsOpaque = true;
        call.Instance.Write("Container", call.Guard, call.Prop("Container"), ConstantValue.Null);
        return ConstantValue.Null;
    }

    private static Value New(Call call, LaunchTypes launchTypes)
    {
        var props = call["props"];
        var name = call.Instance.Name ?? call.Instance.Key;
        var node = call.Graph.Add(new TaskDefinitionNode(call.Instance.Key, call.Site.Operation, call.Guard, TaskDefinitionKind.Batch)
        {
            Name = name,
            Stack = Scopes.StackOf(call, call["scope"]),
            LaunchTypes = launchTypes,
            Instance = call.Instance,
        });
        call.Instance.Payload = node;
        ExecutionRoles.Give(call, node, call.Prop("ExecutionRole"), call.Where(props, "ExecutionRole"));
        node.TaskRole = call.Prop("JobRole");

        var container = new ContainerNode(call.Evaluator.NewKey(node.Key + ".container"), call.Site.Operation, call.Guard) { Name = name, Stack = node.Stack };
        node.Containers.Add(container);
        var binding = new ContainerBinding(call, node, container);
        AddRole(binding);

        // The order is CDK's: the log driver first.
        foreach (var (driver, on) in binding.Each(call.Prop("Logging")))
        {
            LogDrivers.Bind(on, driver, call.Where(props, "Logging"));
        }

        BatchLogging.AddDefault(container, ExecutionRoles.NullOn(call, call.Prop("Logging")), call.Site.Operation);
        foreach (var (image, on) in binding.Each(call.Prop("Image")))
        {
            ContainerImages.Bind(on, image, call.Where(props, "Image"));
        }

        // Batch's L2 does not render the credentials of a private registry, though it grants them.
        container.Credentials.Clear();
        EcsSecrets.BindAll(binding, call.Prop("Secrets"), call.Where(props, "Secrets"), container.Secrets);
        return ConstantValue.Null;
    }

    /// <summary>Makes the role where none is given, on the paths without a log driver with the right to write where Batch logs by default.</summary>
    private static void AddRole(ContainerBinding binding)
    {
        var (call, node) = (binding.Call, binding.Definition);
        var made = node.HasNoRoleYet;
        ExecutionRoles.Obtain(call, node);
        var logs = made & ExecutionRoles.NullOn(call, call.Prop("Logging"));
        if (logs.IsFeasible)
        {
            var group = node.StackOrUnknown(call).Arn("logs", "log-group:" + BatchLogging.Group + ":*");
            Grants.ToPrincipal(call.On(logs), node.AutoRole!, ["logs:CreateLogStream", "logs:PutLogEvents"], [group], isAutomatic: true);
        }
    }
}
