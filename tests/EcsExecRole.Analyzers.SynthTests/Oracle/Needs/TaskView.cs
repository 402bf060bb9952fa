using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle.Needs;

/// <summary>A task definition as far as its execution role is concerned.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="ExecutionRoleArn">The execution role, or null.</param>
/// <param name="Containers">The container definitions.</param>
/// <param name="OnFargate">Whether it may run on Fargate.</param>
/// <param name="RoleForPullAndLogs">
/// Whether pulls from private ECR and <c>awslogs</c> need an execution role at all: on Fargate, managed instances and ECS Anywhere. On EC2 the container
/// instance's role does it unless the task has an execution role.
/// </param>
/// <param name="Windows">Whether the containers are Windows containers.</param>
internal sealed record TaskView(
    Resource Resource,
    string? ExecutionRoleArn,
    IReadOnlyList<JsonObject> Containers,
    bool OnFargate,
    bool RoleForPullAndLogs,
    bool Windows)
{
    public StackScope Scope => Resource.Scope;

    /// <summary>Reads an <c>AWS::ECS::TaskDefinition</c>.</summary>
    public static TaskView Of(Resource resource, Deployment deployment)
    {
        var launch = resource.Properties["RequiresCompatibilities"].AsTexts().ToHashSet(StringComparer.Ordinal);
        if (launch.Count == 0)
        {
            // Without compatibilities the services decide.
            var arn = ResourceIdentity.ArnOf(resource);
            launch = [.. deployment.OfType("AWS::ECS::Service").Where(service => service.Text("TaskDefinition") == arn).Select(service => service.Text("LaunchType")).OfType<string>()];
        }

        return new TaskView(
            resource,
            resource.Text("ExecutionRoleArn"),
            [.. resource.Properties["ContainerDefinitions"].AsObjects()],
            launch.Contains("FARGATE"),
            launch.Overlaps(["FARGATE", "EXTERNAL", "MANAGED_INSTANCES"]),
            resource.Properties["RuntimePlatform"]?["OperatingSystemFamily"].AsText()?.StartsWith("WINDOWS", StringComparison.Ordinal) == true);
    }
}
