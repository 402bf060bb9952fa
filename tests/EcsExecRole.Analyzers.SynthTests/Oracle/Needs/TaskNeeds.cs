using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle.Needs;

/// <summary>All that ECS needs of a task definition's execution role, from ecs-needs.md section 2 (R01 to R19, R23).</summary>
internal sealed class TaskNeeds(Deployment deployment, EncryptionKeys keys)
{
    private readonly SecretNeeds _secrets = new(keys);

    /// <summary>The needs, repetitions included.</summary>
    public IEnumerable<Need> Of(TaskView task)
    {
        var scope = task.Scope;
        foreach (var container in task.Containers)
        {
            var name = container["Name"].AsText() ?? "?";
            foreach (var need in OfContainer(task, container, name))
            {
                yield return need;
            }
        }

        foreach (var logging in ServiceConnectLogging(task))
        {
            foreach (var need in LogNeeds.Of(task, logging, "the Service Connect proxy").Concat(_secrets.OfOptions(logging, scope, "the Service Connect proxy")))
            {
                yield return need;
            }
        }

        foreach (var need in FsxVolumes(task))
        {
            yield return need;
        }
    }

    /// <summary>
    /// Whether the older documentation asks for an execution role although nothing here uses it: <c>awsfirelens</c> on Fargate.
    /// </summary>
    public static bool AskedForByOlderDocuments(TaskView task) => task.OnFargate
        && task.Containers.Any(container => container["LogConfiguration"]?["LogDriver"].AsText() == "awsfirelens");

    private IEnumerable<Need> OfContainer(TaskView task, JsonObject container, string name)
    {
        var scope = task.Scope;
        var needs = ImageNeeds.Of(task, container["Image"].AsText() ?? "", name, deployment);
        if (container["RepositoryCredentials"]?["CredentialsParameter"].AsText() is { } credentials)
        {
            needs = needs.Concat(_secrets.OfSecret(credentials, scope, $"registry credentials of {name}"));
        }

        foreach (var secret in container["Secrets"].AsObjects())
        {
            needs = needs.Concat(_secrets.OfValue(secret["ValueFrom"].AsText() ?? "", scope, $"secret {secret["Name"].AsText()} of {name}"));
        }

        if (container["LogConfiguration"] is JsonObject logging)
        {
            needs = needs.Concat(LogNeeds.Of(task, logging, name)).Concat(_secrets.OfOptions(logging, scope, name));
        }

        return needs.Concat(FileNeeds.Of(task, container, name)).Concat(_secrets.OfCredentialSpecs(task, container, name));
    }

    private IEnumerable<JsonObject> ServiceConnectLogging(TaskView task)
    {
        var arn = ResourceIdentity.ArnOf(task.Resource);
        return deployment.OfType("AWS::ECS::Service")
            .Where(service => service.Text("TaskDefinition") == arn)
            .Select(service => service.Properties["ServiceConnectConfiguration"]?["LogConfiguration"])
            .OfType<JsonObject>();
    }

    // FSx for Windows File Server works on EC2 only; its credentials are always fetched with the execution role (R19).
    private IEnumerable<Need> FsxVolumes(TaskView task)
    {
        foreach (var volume in task.Resource.Properties["Volumes"].AsObjects())
        {
            if (task.OnFargate || (volume["FSxWindowsFileServerVolumeConfiguration"] ?? volume["FsxWindowsFileServerVolumeConfiguration"]) is not JsonObject fsx)
            {
                continue;
            }

            var reason = $"FSx volume {volume["Name"].AsText()}";
            yield return new Need("fsx:DescribeFileSystems", ["*"], NeedLevel.Warning, reason);
            foreach (var need in _secrets.OfValue(fsx["AuthorizationConfig"]?["CredentialsParameter"].AsText() ?? "", task.Scope, reason))
            {
                yield return need;
            }
        }
    }
}
