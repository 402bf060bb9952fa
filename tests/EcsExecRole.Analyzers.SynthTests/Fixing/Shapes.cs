namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>A shape of code in which the role and the container come together.</summary>
/// <param name="Name">What is special.</param>
/// <param name="Body">The statements of the stack's constructor; <c>OPTIONS</c> is the container's options, <c>ROLE</c> creates a role with <c>PROPS</c>.</param>
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
            """, OtherFile: """public static class Roles { public static Role For(Construct scope) => new(scope, "ExecutionRole", PROPS); }"""),
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
            task.AddContainer("main", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), MemoryLimitMiB = 128 });
            if (System.Environment.GetEnvironmentVariable("SIDECAR") != "false")
                {{Add}}
            """),
        new("Loop", """
            foreach (var name in new[] { "web", "worker" })
            {
                var task = new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = new Role(this, name + "Role", PROPS) });
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
        new("RoleWithInlinePolicies", $$"""
            var role = new Role(this, "ExecutionRole", new RoleProps
            {
                AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
                InlinePolicies = new Dictionary<string, PolicyDocument>
                {
                    ["Trace"] = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "xray:PutTraceSegments" }, Resources = new[] { "*" } }) } }),
                },
            });
            {{Task}}role });
            {{Add}}
            """),
        new("RoleMadeLazily", $$"""
            {{Task}}ExecutionRole });
            {{Add}}
            """, """
            private Role? _role;

            private Role ExecutionRole => _role ??= ROLE;
            """),
        new("RoleOfBaseClass", """_ = new Worker(this, "Worker");""", OtherFile: $$"""
            public abstract class Platform : Construct
            {
                protected Platform(Construct scope, string id)
                    : base(scope, id) => ExecutionRole = ROLE;

                protected Role ExecutionRole { get; }
            }

            public class Worker : Platform
            {
                public Worker(Construct scope, string id)
                    : base(scope, id)
                {
                    {{Task}}ExecutionRole });
                    {{Add}}
                }
            }
            """),
        new("RoleInProps", """_ = new Worker(this, "Worker", new WorkerProps(ROLE));""", OtherFile: $$"""
            public record WorkerProps(IRole ExecutionRole);

            public class Worker : Construct
            {
                public Worker(Construct scope, string id, WorkerProps props)
                    : base(scope, id)
                {
                    {{Task}}props.ExecutionRole });
                    {{Add}}
                }
            }
            """),
        new("RoleOfPrimaryConstructor", """new Worker(this, "Worker", ROLE).Run();""", OtherFile: $$"""
            public class Worker(Construct scope, string id, IRole executionRole) : Construct(scope, id)
            {
                public void Run()
                {
                    {{Task}}executionRole });
                    {{Add}}
                }
            }
            """),
        new("TasksInDictionary", """
            var role = ROLE;
            var tasks = new Dictionary<string, TaskDefinition>
            {
                ["web"] = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role }),
            };
            tasks["web"].AddContainer("app", OPTIONS(this));
            """),
        new("Returned", "Run();", """
            private ContainerDefinition Run()
            {
                return new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = ROLE }).AddContainer("app", OPTIONS(this));
            }
            """),
        new("SwitchSection", $$"""
            var role = ROLE;
            {{Task}}role });
            switch (Node.TryGetContext("kind"))
            {
                case "none":
                    break;
                default:
                    {{Add}}
                    break;
            }
            """),
        new("TwoRoles", """
            var web = new FargateTaskDefinition(this, "Web", new FargateTaskDefinitionProps { ExecutionRole = new Role(this, "WebRole", PROPS) });
            web.AddContainer("app", OPTIONS(web));
            var worker = new FargateTaskDefinition(this, "Worker", new FargateTaskDefinitionProps { ExecutionRole = new Role(this, "WorkerRole", PROPS) });
            worker.AddContainer("app", OPTIONS(worker));
            """),
        new("TwoWithoutRole", """
            var web = new FargateTaskDefinition(this, "WebTask");
            web.AddContainer("app", OPTIONS(web));
            var worker = new FargateTaskDefinition(this, "WorkerTask");
            worker.AddContainer("app", OPTIONS(worker));
            """),
        new("TwoWithoutRoleInBlocks", """
            {
                var task = new FargateTaskDefinition(this, "WebTask");
                task.AddContainer("app", OPTIONS(task));
            }

            {
                var task = new FargateTaskDefinition(this, "WorkerTask");
                task.AddContainer("app", OPTIONS(task));
            }
            """),
        new("LoopWithoutRole", """
            foreach (var name in new[] { "web", "worker" })
            {
                var task = new FargateTaskDefinition(this, name);
                task.AddContainer("app", OPTIONS(task));
            }
            """),
        new("HelperWithoutRole", """
            AddTask("Web");
            AddTask("Worker");
            """, """
            private void AddTask(string name)
            {
                var task = new FargateTaskDefinition(this, name);
                task.AddContainer("app", OPTIONS(task));
            }
            """),
    ];
}
