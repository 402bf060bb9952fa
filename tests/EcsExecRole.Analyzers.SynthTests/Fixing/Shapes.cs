namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>A defect: what a container of a level-2 task definition needs and is not granted.</summary>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Options">The properties of the container's options; <c>SCOPE</c> is the construct that new ones are made in.</param>
public sealed record Defect(string Rule, string Options)
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new("EER1001", """Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1")"""),
        new("EER1002", """Image = ContainerImage.FromRegistry("nginx"), Logging = new GenericLogDriver(new GenericLogDriverProps { LogDriver = "awslogs", Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/app", ["awslogs-region"] = "us-east-1" } })"""),
        new("EER1004", """Image = ContainerImage.FromRegistry("nginx"), Secrets = new Dictionary<string, EcsSecret> { ["KEY"] = EcsSecret.FromSsmParameter(StringParameter.FromStringParameterName(SCOPE, "Parameter", "/aws/reference/secretsmanager/shop/key")) }"""),
        new("EER1006", """Image = ContainerImage.FromRegistry("nginx"), Secrets = new Dictionary<string, EcsSecret> { ["KEY"] = EcsSecret.FromSecretsManager(Secret.FromSecretAttributes(SCOPE, "Secret", new SecretAttributes { SecretCompleteArn = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop-AbCdEf", EncryptionKey = Key.FromKeyArn(SCOPE, "Key", "arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555") })) }"""),
        new("EER1007", """Image = ContainerImage.FromRegistry("nginx"), EnvironmentFiles = new[] { EnvironmentFile.FromBucket(Bucket.FromBucketName(SCOPE, "Settings", "shop-settings"), "app.env") }"""),
        new("EER1009", """Image = ContainerImage.FromRegistry("nginx"), CredentialSpecs = new[] { DomainlessCredentialSpec.FromS3Bucket(Bucket.FromBucketName(SCOPE, "Settings", "shop-settings"), "spec.json") }"""),
    ];
}

/// <summary>A shape of code in which the role and the container come together.</summary>
/// <param name="Name">What is special.</param>
/// <param name="Body">The statements of the stack's constructor; <c>OPTIONS</c> is the container's options, <c>ROLE</c> creates a role.</param>
/// <param name="Members">Further members of the stack.</param>
/// <param name="OtherFile">Another file of the program.</param>
public sealed record FixShape(string Name, string Body, string Members = "", string OtherFile = "")
{
    private const string Task = """var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { Cpu = 256, ExecutionRole = """;

    private const string Add = """task.AddContainer("app", OPTIONS);""";

    public static IReadOnlyList<FixShape> All { get; } =
    [
        new("RoleInLocal", $$"""
            // The role.
            var role = ROLE;

            {{Task}}role });
            {{Add}} // The only container.
            """),
        new("RoleInField", $$"""
            _role = ROLE;
            {{Task}}_role });
            {{Add}}
            """, "private readonly Role _role;"),
        new("RoleInProperty", $$"""
            ExecutionRole = ROLE;
            {{Task}}ExecutionRole });
            {{Add}}
            """, "public IRole ExecutionRole { get; }"),
        new("RoleInParameter", "AddTask(ROLE);", $$"""
            private void AddTask(IRole executionRole)
            {
                {{Task}}executionRole });
                {{Add}}
            }
            """),
        new("RoleOfOtherClass", $$"""
            {{Task}}Roles.For(this) });
            {{Add}}
            """, OtherFile: """public static class Roles { public static Role For(Construct scope) => new(scope, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }); }"""),
        new("RoleInline", $$"""
            {{Task}}ROLE });
            {{Add}}
            """),
        new("RoleMadeByCdk", $$"""
            var task = new FargateTaskDefinition(this, "Task");
            task.ObtainExecutionRole();
            {{Add}}
            """),
        new("NoRole", $$"""
            var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { Cpu = 256 });
            {{Add}}
            """),
        new("TaskDiscarded", """
            var role = ROLE;
            new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role }).AddContainer("app", OPTIONS);
            """),
        new("Branch", $$"""
            var role = ROLE;
            {{Task}}role });
            task.AddContainer("main", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });
            if (System.Environment.GetEnvironmentVariable("SIDECAR") != "false")
                {{Add}}
            """),
        new("Loop", """
            foreach (var name in new[] { "web", "worker" })
            {
                var task = new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = new Role(this, name + "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }) });
                task.AddContainer("app", OPTIONS);
            }
            """),
        new("Lambda", """
            Action<string> add = name =>
            {
                var task = new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = ROLE });
                task.AddContainer("app", OPTIONS);
            };
            add("Task");
            """),
        new("Helper", $$"""
            var role = ROLE;
            {{Task}}role });
            AddApp(task);
            """, """private static ContainerDefinition AddApp(TaskDefinition task) => task.AddContainer("app", OPTIONS);"""),
        new("HelperOfOtherFile", $$"""
            var role = ROLE;
            {{Task}}role });
            task.AddApp();
            """, OtherFile: """public static class Apps { public static void AddApp(this TaskDefinition task) => task.AddContainer("app", OPTIONS); }"""),
        new("LocalFunction", $$"""
            var role = ROLE;
            {{Task}}role });
            AddApp();

            void AddApp() => {{Add}}
            """),
        new("OwnContainer", $$"""
            var role = ROLE;
            {{Task}}role });
            _ = new ContainerDefinition(this, "App", new ContainerDefinitionProps { TaskDefinition = task, PROPERTIES });
            """),
    ];
}
