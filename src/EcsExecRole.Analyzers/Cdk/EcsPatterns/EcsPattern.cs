using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>How a construct of <c>AWS.ECS.Patterns</c> makes its task definition.</summary>
/// <param name="Type">The construct.</param>
/// <param name="LaunchTypes">Where the tasks run.</param>
/// <param name="Options">The property with the struct that describes the task; null where the construct's own properties do.</param>
/// <param name="Given">The property that gives a task definition: its own, or (with a dot) one of a struct; null where there is none.</param>
/// <param name="Container">The name of the container.</param>
internal sealed record EcsPattern(string Type, LaunchTypes LaunchTypes, string? Options, string? Given, string Container)
{
    /// <summary>Section 6 of the facts, row by row.</summary>
    public static readonly EcsPattern[] All =
    [
        new("ApplicationLoadBalancedFargateService", LaunchTypes.Fargate, "TaskImageOptions", "TaskDefinition", "web"),
        new("ApplicationLoadBalancedEc2Service", LaunchTypes.Ec2, "TaskImageOptions", "TaskDefinition", "web"),
        new("NetworkLoadBalancedFargateService", LaunchTypes.Fargate, "TaskImageOptions", "TaskDefinition", "web"),
        new("NetworkLoadBalancedEc2Service", LaunchTypes.Ec2, "TaskImageOptions", "TaskDefinition", "web"),
        new("ApplicationMultipleTargetGroupsFargateService", LaunchTypes.Fargate, "TaskImageOptions", "TaskDefinition", "web"),
        new("ApplicationMultipleTargetGroupsEc2Service", LaunchTypes.Ec2, "TaskImageOptions", "TaskDefinition", "web"),
        new("NetworkMultipleTargetGroupsFargateService", LaunchTypes.Fargate, "TaskImageOptions", "TaskDefinition", "web"),
        new("NetworkMultipleTargetGroupsEc2Service", LaunchTypes.Ec2, "TaskImageOptions", "TaskDefinition", "web"),
        new("QueueProcessingFargateService", LaunchTypes.Fargate, null, "TaskDefinition", "QueueProcessingContainer"),
        new("QueueProcessingEc2Service", LaunchTypes.Ec2, null, null, "QueueProcessingContainer"),
        new("ScheduledFargateTask", LaunchTypes.Fargate, "ScheduledFargateTaskImageOptions", "ScheduledFargateTaskDefinitionOptions.TaskDefinition", "ScheduledContainer"),
        new("ScheduledEc2Task", LaunchTypes.Ec2, "ScheduledEc2TaskImageOptions", "ScheduledEc2TaskDefinitionOptions.TaskDefinition", "ScheduledContainer"),
    ];

    /// <summary>The construct ID of the task definition that it makes.</summary>
    public string TaskDefinitionId => Type.StartsWith("QueueProcessing", StringComparison.Ordinal) ? "QueueProcessingTaskDef"
        : IsService ? "TaskDef"
        : "ScheduledTaskDef";

    /// <summary>Whether it has a service, and not a rule that runs the task.</summary>
    public bool IsService => Type.EndsWith("Service", StringComparison.Ordinal);

    /// <summary>The struct with the image; the construct's own properties where they have it.</summary>
    public Value OptionsOf(Call call) => Options is null ? call["props"] : call.Prop(Options);

    /// <summary>The task definition given; null (the constant) for none.</summary>
    public Value GivenTo(Call call) =>
        Given is null ? ConstantValue.Null : Given.Split('.').Aggregate(call["props"], call.Get);
}
