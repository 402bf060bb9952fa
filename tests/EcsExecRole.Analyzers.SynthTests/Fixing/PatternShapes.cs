namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>The patterns of <c>Amazon.CDK.AWS.ECS.Patterns</c>, each with what makes it a task definition with the defect.</summary>
public static class PatternShapes
{
    private const string Cluster = """var cluster = new Cluster(this, "Cluster", new ClusterProps { Vpc = new Vpc(this, "Vpc", new VpcProps { MaxAzs = 2 }) });""";

    public static IReadOnlyList<FixShape> All { get; } =
    [
        new("Discarded", Pattern("""_ = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps { Cluster = cluster, TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { PROPERTIES } });""")),
        new("InLocal", Pattern("""
            var service = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps
            {
                Cluster = cluster,
                TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { PROPERTIES },
            });
            service.TargetGroup.SetAttribute("deregistration_delay.timeout_seconds", "10");
            """)),
        new("WithRole", Pattern("""
            _ = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps
            {
                Cluster = cluster,
                TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { ExecutionRole = ROLE, PROPERTIES },
            });
            """)),
        new("WithoutLogging", Pattern("""
            _ = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps
            {
                Cluster = cluster,
                TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { EnableLogging = false, PROPERTIES },
            });
            """)),
        new("NetworkLoadBalanced", Pattern("""_ = new NetworkLoadBalancedFargateService(this, "Web", new NetworkLoadBalancedFargateServiceProps { Cluster = cluster, TaskImageOptions = new NetworkLoadBalancedTaskImageOptions { PROPERTIES } });""")),
        new("OnEc2", Pattern("""_ = new ApplicationLoadBalancedEc2Service(this, "Web", new ApplicationLoadBalancedEc2ServiceProps { Cluster = cluster, MemoryLimitMiB = 512, TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { PROPERTIES } });""", "\n" + """cluster.AddCapacity("Capacity", new AddCapacityOptions { InstanceType = new InstanceType("t3.micro") });""")),
        new("MultipleTargetGroups", Pattern("""_ = new ApplicationMultipleTargetGroupsFargateService(this, "Web", new ApplicationMultipleTargetGroupsFargateServiceProps { Cluster = cluster, TaskImageOptions = new ApplicationLoadBalancedTaskImageProps { PROPERTIES } });""")),
        new("Scheduled", Pattern("""
            _ = new ScheduledFargateTask(this, "Nightly", new ScheduledFargateTaskProps
            {
                Cluster = cluster,
                Schedule = Amazon.CDK.AWS.ApplicationAutoScaling.Schedule.Rate(Duration.Days(1)),
                ScheduledFargateTaskImageOptions = new ScheduledFargateTaskImageOptions { MemoryLimitMiB = 512, PROPERTIES },
            });
            """)),
        new("QueueProcessing", Pattern("""_ = new QueueProcessingFargateService(this, "Worker", new QueueProcessingFargateServiceProps { Cluster = cluster, PROPERTIES });""")),
        new("Loop", Pattern("""
            foreach (var name in new[] { "web", "shop" })
            {
                var part = new Construct(this, name);
                _ = new ApplicationLoadBalancedFargateService(part, "Service", new ApplicationLoadBalancedFargateServiceProps { Cluster = cluster, TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { PROPERTIES(part) } });
            }
            """)),
        new("ExpressionBody", Pattern("AddWeb(cluster);"), """
            private void AddWeb(ICluster cluster) =>
                _ = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps { Cluster = cluster, TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { PROPERTIES } });
            """),
    ];

    /// <summary>A container beside the pattern's own, which may lack anything.</summary>
    public static FixShape Sidecar { get; } = new("Sidecar", Pattern("""
        var service = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps
        {
            Cluster = cluster,
            TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions { Image = ContainerImage.FromRegistry("nginx") },
        });
        service.TaskDefinition.AddContainer("app", OPTIONS);
        """));

    private static string Pattern(string code, string capacity = "") => Cluster + capacity + "\n" + code;
}
