using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>EER2001: a complete execution role, wired in.</summary>
public class ExecutionRoleFixTests
{
    [Fact]
    public Task GrantsOfResourcesAtHand() => VerifyFix.Body<EER2001ExecutionRoleFix>(
        """
        var repository = new Repository(this, "Repository");
        var task = {|EER2001:new FargateTaskDefinition(this, "ReportTask")|};
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });
        """,
        """
        var repository = new Repository(this, "Repository");
        var executionRole = new Role(this, "ReportExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        });
        repository.GrantPull(executionRole);
        var task = new FargateTaskDefinition(this, "ReportTask", new FargateTaskDefinitionProps { ExecutionRole = executionRole });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });
        """);

    [Fact]
    public Task OrMadeByCdk() => VerifyFix.Body<EER2001ExecutionRoleFix>(
        """
        var repository = new Repository(this, "Repository");
        var task = {|EER2001:new FargateTaskDefinition(this, "Task")|};
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });
        """,
        """
        var repository = new Repository(this, "Repository");
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });
        repository.GrantPull(task.ObtainExecutionRole());
        """,
        key: "EER2001_ObtainExecutionRole");

    [Fact]
    public Task OrWithTheManagedPolicyAndTheRest() => VerifyFix.Body<EER2001ExecutionRoleFix>(
        """
        var bucket = new Bucket(this, "Bucket");
        var task = {|EER2001:new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { Cpu = 512 })|};
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1"),
            EnvironmentFiles = new[] { EnvironmentFile.FromBucket(bucket, "app.env") },
        });
        """,
        """
        var bucket = new Bucket(this, "Bucket");
        var executionRole = new Role(this, "TaskExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy") },
        });
        bucket.GrantRead(executionRole, "app.env");
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { Cpu = 512, ExecutionRole = executionRole });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1"),
            EnvironmentFiles = new[] { EnvironmentFile.FromBucket(bucket, "app.env") },
        });
        """,
        key: "EER2001_ManagedPolicy");

    private const string L1Container = """
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "LIMIT", ValueFrom = "arn:aws:ssm:eu-west-1:111111111111:parameter/shop/limit" } },
                },
        """;

    [Fact]
    public Task ArnInL1() => VerifyFix.Body<EER2001ExecutionRoleFix>(
        $$"""
        // Once a night.
        _ = {|EER2001:new CfnTaskDefinition(this, "nightly-task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ContainerDefinitions = new object[]
            {
        {{L1Container}}
            },
        })|};
        """,
        $$"""
        var executionRole = new Role(this, "nightly-task-execution-role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        });
        executionRole.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "ssm:GetParameters" },
            Resources = new[] { "arn:aws:ssm:eu-west-1:111111111111:parameter/shop/limit" },
        }));
        // Once a night.
        _ = new CfnTaskDefinition(this, "nightly-task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ContainerDefinitions = new object[]
            {
        {{L1Container}}
            },
            ExecutionRoleArn = executionRole.RoleArn,
        });
        """);

    [Fact]
    public Task InTheBranchOfTheNeed() => VerifyFix.Body<EER2001ExecutionRoleFix>(
        """
        var task = {|EER2001:new FargateTaskDefinition(this, "Task")|};
        if (System.Environment.GetEnvironmentVariable("SIDECAR") == "true")
            task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(new Repository(this, "Repository").RepositoryUri) });
        """,
        """
        var executionRole = new Role(this, "TaskExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = executionRole });
        if (System.Environment.GetEnvironmentVariable("SIDECAR") == "true")
        {
            var repository = new Repository(this, "Repository");
            task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });
            repository.GrantPull(executionRole);
        }
        """);

    [Fact]
    public Task TwoInOneMember() => VerifyFix.Body<EER2001ExecutionRoleFix>(
        """
        var repository = new Repository(this, "Repository");
        foreach (var name in System.Environment.GetCommandLineArgs())
        {
            var worker = {|EER2001:new FargateTaskDefinition(this, "worker-" + name)|};
            worker.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });
        }

        Add({|EER2001:new FargateTaskDefinition(this, "Web", null)|}, repository);
        """,
        """
        var repository = new Repository(this, "Repository");
        foreach (var name in System.Environment.GetCommandLineArgs())
        {
            var executionRole = new Role(this, $"worker-{name}-execution-role", new RoleProps
            {
                AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            });
            repository.GrantPull(executionRole);
            var worker = new FargateTaskDefinition(this, "worker-" + name, new FargateTaskDefinitionProps { ExecutionRole = executionRole });
            worker.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });
        }

        var webExecutionRole = new Role(this, "WebExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        });
        repository.GrantPull(webExecutionRole);
        Add(new FargateTaskDefinition(this, "Web", new FargateTaskDefinitionProps { ExecutionRole = webExecutionRole }), repository);
        """,
        members: """
        private static void Add(TaskDefinition task, IRepository repository)
        {
            task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });
        }
        """);

    private static string Report(string mark, string given, string lines, string grant) => CdkSource.Stack(VerifyFix.Indented($$"""
        var repository = new Repository(this, "Repository");
        {{lines}}var task = {{mark}}new FargateTaskDefinition(this, "ReportTask"{{given}}){{(mark.Length > 0 ? "|}" : "")}};
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });
        {{grant}}
        """));

    private const string Given = ", new FargateTaskDefinitionProps { ExecutionRole = executionRole }";

    [Fact]
    public Task StatementsFirst() => VerifyFix.Program<EER2001ExecutionRoleFix>(
        Report("{|EER2001:", "", "", ""),
        Report("", Given, """
        var executionRole = new Role(this, "ReportExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        });
        executionRole.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources = [repository.RepositoryArn],
        }));
        executionRole.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:GetAuthorizationToken"],
            Resources = ["*"],
        }));

        """, ""),
        editorConfig: "ecs_exec_role.fix_style = statements");

    [Fact]
    public Task ManagedPolicyFirst() => VerifyFix.Program<EER2001ExecutionRoleFix>(
        Report("{|EER2001:", "", "", ""),
        Report("", Given, """
        var executionRole = new Role(this, "ReportExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy")],
        });

        """, ""),
        editorConfig: "ecs_exec_role.fix_style = managed_policy");

    [Fact]
    public Task NoneWhereOneNeedCanNotBeMet()
    {
        // Key and bucket of an asset that can't be made before the container are known to CDK alone: half a role would start no task.
        const string Text = """
            var task = {|EER2001:new FargateTaskDefinition(this, "Task")|};
            task.AddContainer("app", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1"),
                EnvironmentFiles = new[] { EnvironmentFile.FromAsset(new[] { "app.env" }.First(file => file.Length > 0)) },
            });
            """;
        return VerifyFix.Body<EER2001ExecutionRoleFix>(Text, Text);
    }

    [Fact]
    public Task NoneWhereAnOverrideTakesTheRoleAway()
    {
        const string Text = """
            var task = {|EER2001:new FargateTaskDefinition(this, "Task")|};
            task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")) });
            ((CfnTaskDefinition)task.Node.DefaultChild!).AddPropertyDeletionOverride("ExecutionRoleArn");
            """;
        return VerifyFix.Body<EER2001ExecutionRoleFix>(Text, Text);
    }
}
