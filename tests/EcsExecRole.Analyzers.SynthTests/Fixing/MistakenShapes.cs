namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>A mistake in what the program does about the role, with the container that shows it.</summary>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Options">The properties of the container's options.</param>
/// <param name="Props">The role's props; null for those that are right.</param>
/// <param name="Grant">A statement after the creation of <c>task</c>.</param>
public sealed record Mistake(string Rule, string Options, string? Props = null, string Grant = "")
{
    private const string Image = """Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1")""";

    private const string Log = """Image = ContainerImage.FromRegistry("nginx"), Logging = new GenericLogDriver(new GenericLogDriverProps { LogDriver = "awslogs", Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/app", ["awslogs-region"] = "us-east-1" } })""";

    private const string Pull = """Actions = new[] { "ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer" }""";

    /// <summary>What the role of a shape is made with.</summary>
    public static IReadOnlyList<Mistake> OfRole { get; } =
    [
        new("EER2002", Image, """new RoleProps { AssumedBy = new ServicePrincipal("ecs.amazonaws.com"), ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy") } }"""),
        new("EER2004", Image, """new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("AmazonECSTaskExecutionRolePolicy") } }"""),
        new("EER2007", Image, $$"""new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), InlinePolicies = new Dictionary<string, PolicyDocument> { ["Pull"] = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { {{Pull}}, Resources = new[] { "*" }, Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceVpce"] = "vpce-0123456789abcdef0" } } }) } }) } }"""),
        new("EER2009", Log, """new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), InlinePolicies = new Dictionary<string, PolicyDocument> { ["Log"] = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "logs:CreateLogStream", "logs:PutLogEvents" }, Resources = new[] { "arn:aws:logs:us-east-1:111111111111:log-group:/ecs/app" } }) } }) } }"""),
    ];

    /// <summary>What a shape grants once the task definition is there.</summary>
    public static IReadOnlyList<Mistake> OfGrant { get; } =
    [
        new("EER2005", Image, Grant: $$"""task.AddToTaskRolePolicy(new PolicyStatement(new PolicyStatementProps { {{Pull}}, Resources = new[] { "*" } }));"""),
        new("EER2007", Image, Grant: $$"""task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps { {{Pull}}, Resources = new[] { "*" }, Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceVpce"] = "vpce-0123456789abcdef0" } } }));"""),
        new("EER2009", Log, Grant: """task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "logs:CreateLogStream", "logs:PutLogEvents" }, Resources = new[] { "arn:aws:logs:us-east-1:111111111111:log-group:/ecs/app" } }));"""),
    ];
}

/// <summary>Grants on a role that is still null (EER2008); <c>OPTIONS</c> is a container's options with an image of ECR, <c>POLICY</c> AWS's policy.</summary>
public static class NullRoleShapes
{
    private const string Add = """task.AddContainer("app", OPTIONS);""";

    public static IReadOnlyList<FixShape> All { get; } =
    [
        new("Local", $$"""
            var task = new FargateTaskDefinition(this, "Task");
            task.ExecutionRole?.AddManagedPolicy(POLICY); // Pulls.
            {{Add}}
            """),
        new("Suppressed", $$"""
            var task = new FargateTaskDefinition(this, "Task");
            task.ExecutionRole!.AddManagedPolicy(POLICY);
            {{Add}}
            """),
        new("Variable", $$"""
            var task = new FargateTaskDefinition(this, "Task");
            var role = task.ExecutionRole;
            role?.AddManagedPolicy(POLICY);
            {{Add}}
            """),
        new("Grantee", $$"""
            var task = new FargateTaskDefinition(this, "Task");
            Amazon.CDK.AWS.ECR.Repository.FromRepositoryName(this, "Repository", "shop/api").GrantPull(task.ExecutionRole!);
            {{Add}}
            """),
        new("Field", $$"""
            _task = new FargateTaskDefinition(this, "Task");
            _task.ExecutionRole?.AddManagedPolicy(POLICY);
            _{{Add}}
            """, "private readonly FargateTaskDefinition _task;"),
        new("Loop", $$"""
            foreach (var name in new[] { "web", "worker" })
            {
                var task = new FargateTaskDefinition(this, name);
                task.ExecutionRole?.AddManagedPolicy(POLICY);
                {{Add}}
            }
            """),
        new("LoopOverTasks", $$"""
            var web = new FargateTaskDefinition(this, "Web");
            var worker = new FargateTaskDefinition(this, "Worker");
            foreach (var task in new[] { web, worker })
            {
                task.ExecutionRole?.AddManagedPolicy(POLICY);
                {{Add}}
            }
            """),
        new("Lambda", $$"""
            Action<string> add = name =>
            {
                var task = new FargateTaskDefinition(this, name);
                task.ExecutionRole?.AddManagedPolicy(POLICY);
                {{Add}}
            };
            add("Task");
            """),
        new("Helper", $$"""
            var task = new FargateTaskDefinition(this, "Task");
            AllowPulls(task);
            {{Add}}
            """, "private static void AllowPulls(TaskDefinition definition) => definition.ExecutionRole?.AddManagedPolicy(POLICY);"),
        new("HelperOfOtherFile", $$"""
            var task = new FargateTaskDefinition(this, "Task");
            task.AllowPulls();
            {{Add}}
            """, OtherFile: "public static class Extensions { public static void AllowPulls(this TaskDefinition definition) => definition.ExecutionRole?.AddManagedPolicy(POLICY); }"),
        new("LocalFunction", $$"""
            var task = new FargateTaskDefinition(this, "Task");
            AllowPulls();
            {{Add}}

            void AllowPulls() => task.ExecutionRole?.AddManagedPolicy(POLICY);
            """),
        new("Branch", $$"""
            var task = new FargateTaskDefinition(this, "Task");
            if (Node.TryGetContext("pulls") is null)
                task.ExecutionRole?.AddManagedPolicy(POLICY);
            {{Add}}
            """),
        new("RoleGivenToHelper", $$"""
            var task = new FargateTaskDefinition(this, "Task");
            AllowPulls(task.ExecutionRole);
            {{Add}}
            """, "private static void AllowPulls(IRole? role) => role?.AddManagedPolicy(POLICY);"),
    ];
}
