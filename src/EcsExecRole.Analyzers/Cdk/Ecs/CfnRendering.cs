using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What each property of a rendered task definition means for it.</summary>
internal static class CfnRendering
{
    /// <summary>On the paths of the call the task uses the role with this ARN; what was granted to another role stays there.</summary>
    public static void Role(Call call, TaskDefinitionNode definition, Value arn)
    {
        definition.ExecutionRole = ChoiceValue.Of(call.Guard, RoleArns.Resolve(call, arn), definition.ExecutionRole);
        definition.HasNoRoleYet = definition.HasNoRoleYet.Except(call.Guard);
    }

    /// <summary>Likewise for the role of the containers.</summary>
    public static void TaskRole(Call call, TaskDefinitionNode definition, Value arn) =>
        definition.TaskRole = ChoiceValue.Of(call.Guard, RoleArns.Resolve(call, arn), definition.TaskRole);

    public static void RemoveContainers(TaskDefinitionNode definition, Guard guard)
    {
        var kept = definition.Containers.Select(c => c.Without(guard)).Where(c => c.Birth.IsFeasible).ToList();
        definition.Containers.Clear();
        definition.Containers.AddRange(kept);
    }

    /// <summary><c>CfnExpressGatewayService.PrimaryContainer</c>: its only container, which logs to CloudWatch.</summary>
    public static void Express(Call call, TaskDefinitionNode definition, Value primary)
    {
        foreach (var (value, guard) in call.Each(primary))
        {
            var on = call.On(guard);
            if (!CfnValues.IsStructured(value))
            {
                definition.MayHaveMoreContainers |= value.IsNull ? Guard.Never : guard;
                continue;
            }

            var container = CfnContainers.Add(on, definition, value);
            foreach (var (logs, where) in on.Each(CfnValues.Get(on, value, "AwsLogsConfiguration")))
            {
                if (!logs.IsNull)
                {
                    container.Logging.Add(new(where, CfnValues.Where(on, value, "AwsLogsConfiguration", container.Origin))
                    {
                        Driver = ConstantValue.Of("awslogs"),
                        Group = CfnValues.IsStructured(logs) ? CfnValues.Get(on.On(where), logs, "LogGroup") : CfnValues.Unknown(on, "log group"),
                    });
                }
            }
        }
    }

    /// <summary>Only volumes in FSx for Windows File Server have credentials that ECS reads.</summary>
    public static void Volumes(Call call, TaskDefinitionNode definition, Value volumes)
    {
        // Volumes that are not known are not doubted: hardly any is in FSx.
        foreach (var (volume, guard) in CfnValues.Objects(call, volumes, out _))
        {
            var on = call.On(guard);
            var share = CfnValues.Get(on, volume, "FSxWindowsFileServerVolumeConfiguration");
            foreach (var (value, where) in on.Each(share))
            {
                if (value.IsNull)
                {
                    continue;
                }

                var at = on.On(where);
                var authorization = CfnValues.Get(at, value, "AuthorizationConfig");
                definition.VolumeCredentials.Add(new(
                    where,
                    CfnValues.Get(at, volume, "Name").Text?.ToString(),
                    CfnValues.IsStructured(value) ? CfnValues.Get(at, authorization, "CredentialsParameter") : CfnValues.Unknown(at, "credentials"),
                    null,
                    CfnValues.Where(at, authorization, "CredentialsParameter", (volume as ObjectValue)?.Origin)));
            }
        }
    }

    public static void LaunchTypes(Call call, TaskDefinitionNode definition, Value compatibilities, Guard assigned)
    {
        if (!definition.Birth.Implies(assigned) || compatibilities.IsNull)
        {
            return;
        }

        var all = Cdk.LaunchTypes.None;
        var items = call.Items(compatibilities, out var mayHaveMore);
        foreach (var (value, guard) in items)
        {
            // Where not all of it is certain, it is not known.
            all |= definition.Birth.Implies(guard) ? LaunchTypeOf(value.Text?.Literal) : 0;
            mayHaveMore |= definition.Birth.Implies(guard) ? Guard.Never : guard;
        }

        definition.LaunchTypes = mayHaveMore.IsFeasible ? Cdk.LaunchTypes.None : all;
    }

    public static void Platform(Call call, TaskDefinitionNode definition, Value platform, Guard assigned)
    {
        definition.IsPlatformUnwritten |= assigned.IsFeasible && OperatingSystems.IsUnwritten(call, platform);
        if (definition.Birth.Implies(assigned))
        {
            var families = call.Each(CfnValues.Get(call, platform, "OperatingSystemFamily")).Select(f => f.Value.IsNull ? "LINUX" : f.Value.Text?.Literal).Distinct().ToList();
            definition.IsWindows = families is [{ } family] && (definition.LaunchTypes == Cdk.LaunchTypes.Fargate || !platform.IsNull) ? OperatingSystems.IsWindows(family) : null;
        }
    }

    private static LaunchTypes LaunchTypeOf(string? compatibility) => compatibility switch
    {
        "FARGATE" => Cdk.LaunchTypes.Fargate,
        "EC2" => Cdk.LaunchTypes.Ec2,
        "EXTERNAL" => Cdk.LaunchTypes.External,
        "MANAGED_INSTANCES" => Cdk.LaunchTypes.ManagedInstances,
        _ => Cdk.LaunchTypes.None,
    };
}
