using System.Globalization;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>AddPropertyOverride</c> on a task definition's resource: what can be told is told; of anything else, exactly the facts that it may change are unknown.
/// </summary>
internal static class TaskDefinitionOverrides
{
    /// <summary>Properties of a container that have nothing to do with its execution role.</summary>
    private static readonly HashSet<string> Irrelevant = new(StringComparer.Ordinal)
    {
        "Command", "Cpu", "DependsOn", "DisableNetworking", "DnsSearchDomains", "DnsServers", "DockerLabels", "DockerSecurityOptions", "EntryPoint", "Environment", "Essential",
        "ExtraHosts", "HealthCheck", "Hostname", "Interactive", "Links", "LinuxParameters", "Memory", "MemoryReservation", "MountPoints", "Name", "PortMappings", "Privileged",
        "PseudoTerminal", "ReadonlyRootFilesystem", "ResourceRequirements", "RestartPolicy", "StartTimeout", "StopTimeout", "SystemControls", "Ulimits", "User",
        "VersionConsistency", "VolumesFrom", "WorkingDirectory",
    };

    /// <param name="call">The override, on its paths.</param>
    /// <param name="definition">The task definition, as rendered without it.</param>
    /// <param name="path">Where: properties and indexes, separated by dots.</param>
    /// <param name="value">What; null where it is deleted.</param>
    public static void Apply(Call call, TaskDefinitionNode definition, string path, Value? value)
    {
        var steps = path.Split('.');
        switch (steps[0])
        {
            case CfnTaskDefinitions.ExecutionRoleArn:
                CfnRendering.Role(call, definition, steps.Length == 1 ? value ?? ConstantValue.Null : CfnValues.Unknown(call, "role"));
                definition.ExecutionRoleOperation = call.Site.Operation;
                break;
            case CfnTaskDefinitions.ContainerDefinitions when steps.Length == 1:
                CfnRendering.RemoveContainers(definition, call.Guard);
                CfnContainers.AddAll(call, definition, value ?? ConstantValue.Null);
                break;
            case CfnTaskDefinitions.ContainerDefinitions:
                ApplyToContainer(call, definition, steps, value);
                break;
            case CfnTaskDefinitions.Volumes when steps.Length == 1 && value is not null:
                CfnRendering.Volumes(call, definition, value);
                break;
            case CfnTaskDefinitions.RequiresCompatibilities:
                definition.LaunchTypes = LaunchTypes.None;
                break;
            case CfnTaskDefinitions.RuntimePlatform:
                definition.IsWindows = null;
                break;
        }
    }

    private static void ApplyToContainer(Call call, TaskDefinitionNode definition, string[] steps, Value? value)
    {
        if (steps.Length > 2 && Irrelevant.Contains(steps[2]))
        {
            return;
        }

        if (!int.TryParse(steps[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || ContainerAt(call, definition, index) is not { } container || steps.Length == 2)
        {
            // A new container at the end, a replaced one, or one that cannot be told.
            definition.MayHaveMoreContainers |= call.Guard;
            CfnRendering.RemoveContainers(definition, call.Guard);
            return;
        }

        ApplyToContainer(call, container, steps[2], steps.Skip(3).ToArray(), value);
    }

    /// <summary>The container at an index, where it is there on all paths of the call and so are those before it.</summary>
    private static ContainerNode? ContainerAt(Call call, TaskDefinitionNode definition, int index)
    {
        var rendered = definition.Containers.Where(c => !c.IsServiceConnectProxy && (c.Birth & call.Guard).IsFeasible).ToList();
        return index < rendered.Count && rendered.Take(index + 1).All(c => call.Guard.Implies(c.Birth)) ? rendered[index] : null;
    }

    private static void ApplyToContainer(Call call, ContainerNode container, string property, string[] rest, Value? value)
    {
        var origin = call.Where("value") ?? call.Site.Operation;
        var whole = rest.Length == 0 ? value ?? ConstantValue.Null : null;
        switch (property)
        {
            case "Image":
                Keep(container.Images, i => i with { Guard = i.Guard.Except(call.Guard) }, i => i.Guard);
                CfnContainers.AddImage(call, container, whole ?? CfnValues.Unknown(call, "image"), origin);
                break;
            case "Secrets":
                Replace(container.Secrets, () => EcsReferences.AddAll(call, whole!, "Name", "ValueFrom", origin, container.Secrets));
                break;
            case "RepositoryCredentials" when rest is ["CredentialsParameter"]:
                Replace(container.Credentials, null, value is null ? null : new(call.Guard, null, value, null, origin));
                break;
            case "RepositoryCredentials":
                Replace(container.Credentials, () => EcsReferences.AddOne(call, whole!, "CredentialsParameter", origin, container.Credentials));
                break;
            case "EnvironmentFiles":
                Replace(container.EnvironmentFiles, () => EcsReferences.AddAll(call, whole!, null, "Value", origin, container.EnvironmentFiles));
                break;
            case "CredentialSpecs":
                Replace(container.CredentialSpecs, () => EcsReferences.AddTexts(call, whole!, origin, container.CredentialSpecs));
                break;
            case "LogConfiguration":
                LoggingOverrides.Apply(call, container, rest, whole, value, origin);
                break;
            case "FirelensConfiguration":
                Replace(container.FirelensFiles, null);
                container.IsFirelensRouter |= call.Guard;
                break;
        }

        void Replace(List<ReferenceEntry> list, Action? read, ReferenceEntry? one = null)
        {
            Keep(list, e => e with { Guard = e.Guard.Except(call.Guard) }, e => e.Guard);
            if (one is not null)
            {
                list.Add(one);
            }
            else if (whole is not null && read is not null)
            {
                read();
            }
            else if (value is not null)
            {
                EcsReferences.AddUnknown(call, call.Guard, ConstantValue.Null, origin, list);
            }
        }
    }

    /// <summary>Narrows the entries of a list, and drops those that are on no path any more.</summary>
    private static void Keep<T>(List<T> list, Func<T, T> narrow, Func<T, Guard> guard)
    {
        var kept = list.Select(narrow).Where(e => guard(e).IsFeasible).ToList();
        list.Clear();
        list.AddRange(kept);
    }
}
