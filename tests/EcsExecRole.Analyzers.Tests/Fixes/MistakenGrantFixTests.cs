using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>EER2005, EER2008 and EER2009, and what stands beside them: a grant that was meant, corrected.</summary>
public class MistakenGrantFixTests
{
    private const string Role = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });

        """;

    private const string Files = """
        var bucket = new Bucket(this, "Bucket");
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), EnvironmentFiles = new[] { EnvironmentFile.FromBucket(bucket, "app.env") } });

        """;

    [Fact]
    public Task GrantedToTheTaskRole() => VerifyFix.Body<EER2005TaskRoleGrantFix>(
        Role + Files + """{|EER2005:bucket.GrantRead(task.TaskRole)|}; // Start-up settings.""",
        Role + Files + """
        bucket.GrantRead(task.TaskRole); // Start-up settings.
        bucket.GrantRead(task.ObtainExecutionRole());
        """.Replace("task.ObtainExecutionRole()", "role"));

    [Fact]
    public Task GrantedToTheExecutionRoleInstead() => VerifyFix.Body<EER2005TaskRoleGrantFix>(
        Role + Files + """{|EER2005:bucket.GrantRead(task.TaskRole)|}; // Start-up settings.""",
        Role + Files + """bucket.GrantRead(role); // Start-up settings.""",
        key: "EER2005_Move");

    private static string Secret(string valueFrom) => $$"""
        var taskRole = new Role(this, "TaskRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            TaskRoleArn = taskRole.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "PASSWORD", ValueFrom = {{valueFrom}} } },
                },
            },
        });
        """;

    private static string Statement(string actions, string resources, string role = "role", string mark = "", string end = "") => $$"""

        {{role}}.AddToPolicy({{mark}}new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { {{actions}} },
            Resources = new[] { {{resources}} },
        }){{end}});
        """;

    private const string Arn = "\"arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf\"";

    [Fact]
    public Task StatementOfTheTaskRole() => VerifyFix.Body<EER2005TaskRoleGrantFix>(
        Role + Secret(Arn) + Statement("\"secretsmanager:GetSecretValue\"", Arn, "taskRole", "{|EER2005:", "|}"),
        Role + Secret(Arn) + Statement("\"secretsmanager:GetSecretValue\"", Arn, "taskRole") + Statement("\"secretsmanager:GetSecretValue\"", Arn));

    [Fact]
    public Task OnlyWhatIsMissingOfAWiderStatement() => VerifyFix.Body<EER2005TaskRoleGrantFix>(
        Role + Secret(Arn) + Statement("\"secretsmanager:GetSecretValue\", \"secretsmanager:PutSecretValue\"", Arn, "taskRole", "{|EER2005:", "|}"),
        Role + Secret(Arn) + Statement("\"secretsmanager:GetSecretValue\"", Arn) + Statement("\"secretsmanager:GetSecretValue\", \"secretsmanager:PutSecretValue\"", Arn, "taskRole"));

    [Theory]
    [InlineData("{|EER2008:repository.GrantPull(task.ExecutionRole)|};", "repository.GrantPull(task.ObtainExecutionRole());")]
    [InlineData("{|EER2008:repository.GrantPull(task.ExecutionRole!)|};", "repository.GrantPull(task.ObtainExecutionRole());")]
    [InlineData(
        "{|EER2008:task.ExecutionRole?.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"AmazonSSMReadOnlyAccess\"))|};",
        "task.ObtainExecutionRole().AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"AmazonSSMReadOnlyAccess\"));")]
    [InlineData("var found = task.ExecutionRole; {|EER2008:repository.GrantPull(found)|};", "var found = task.ObtainExecutionRole(); repository.GrantPull(found);")]
    public Task RoleThatIsStillNull(string before, string after)
    {
        const string Head = """
            var repository = new Repository(this, "Repository");
            var task = new FargateTaskDefinition(this, "Task");

            """;
        return VerifyFix.Body<EER2008NullRoleFix>(Head + before, Head + after);
    }

    [Theory]
    [InlineData("arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf:password::")]
    [InlineData("db-AbCdEf")]
    public Task ResourceOfADeadStatement(string resource) => VerifyFix.Body<EER2009DeadStatementFix>(
        Role + Secret(Arn) + Statement("\"secretsmanager:GetSecretValue\"", "\"" + resource + "\"", mark: "{|EER2009:", end: "|}"),
        Role + Secret(Arn) + Statement("\"secretsmanager:GetSecretValue\"", Arn));

    [Fact]
    public Task ParameterWithADoubledSlash() => VerifyFix.Body<EER2009DeadStatementFix>(
        Role + "var name = \"/shop/limit\";\n" + Secret("name") + Statement("\"ssm:GetParameters\"", "$\"arn:aws:ssm:{Region}:{Account}:parameter/{name}\"", mark: "{|EER2009:", end: "|}"),
        Role + "var name = \"/shop/limit\";\n" + Secret("name") + Statement("\"ssm:GetParameters\"", "$\"arn:aws:ssm:{Region}:{Account}:parameter/shop/limit\""));

    private const string Driver = """
        new GenericLogDriver(new GenericLogDriverProps { LogDriver = "awslogs", Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/app", ["awslogs-region"] = "eu-west-1" } })
        """;

    private static string Log(string driver) => $$"""
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), Logging = {{driver}} });
        """;

    [Fact]
    public Task LogGroupWithoutStar() => VerifyFix.Body<PermissionFix>(
        Role + Log($"{{|EER1002:{Driver}|}}") + Statement("\"logs:CreateLogStream\", \"logs:PutLogEvents\"", "$\"arn:aws:logs:eu-west-1:{Account}:log-group:/ecs/app\""),
        Role + Log(Driver) + Statement("\"logs:CreateLogStream\", \"logs:PutLogEvents\"", "$\"arn:aws:logs:eu-west-1:{Account}:log-group:/ecs/app:*\""));

    [Fact]
    public Task LogGroupThatIsAlsoMade() => VerifyFix.Body<PermissionFix>(
        Role + Log($"{{|EER1002:{Driver}|}}") + Statement("\"logs:CreateLogGroup\", \"logs:CreateLogStream\", \"logs:PutLogEvents\"", "$\"arn:aws:logs:eu-west-1:{Account}:log-group:/ecs/app\""),
        Role + Log(Driver) + Statement("\"logs:CreateLogGroup\", \"logs:CreateLogStream\", \"logs:PutLogEvents\"", "$\"arn:aws:logs:eu-west-1:{Account}:log-group:/ecs/app\", $\"arn:aws:logs:eu-west-1:{Account}:log-group:/ecs/app:*\""));

    [Fact]
    public Task SimilarAction() => VerifyFix.Body<PermissionFix>(
        Role + Secret("{|EER1004:\"/shop/limit\"|}") + Statement("\"ssm:GetParameter\"", "$\"arn:aws:ssm:{Region}:{Account}:parameter/shop/limit\""),
        Role + Secret("\"/shop/limit\"") + Statement("\"ssm:GetParameter\", \"ssm:GetParameters\"", "$\"arn:aws:ssm:{Region}:{Account}:parameter/shop/limit\""));

    [Fact]
    public Task AStatementOfOneBranchIsNotTheOne() => VerifyFix.Body<PermissionFix>(
        Role + Secret("{|EER1004:\"/shop/limit\"|}") + "\nif (id == \"x\")" + Statement("\"ssm:GetParameter\"", "$\"arn:aws:ssm:{Region}:{Account}:parameter/shop/limit\""),
        Role + Secret("\"/shop/limit\"") + Statement("\"ssm:GetParameters\"", "$\"arn:{Partition}:ssm:{Region}:{Account}:parameter/shop/limit\"") + "\nif (id == \"x\")" + Statement("\"ssm:GetParameter\"", "$\"arn:aws:ssm:{Region}:{Account}:parameter/shop/limit\""));

    private const string Uri = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1";

    [Fact]
    public Task TokenOnARepository()
    {
        const string Repository = "\"arn:aws:ecr:eu-west-1:111111111111:repository/shop/api\"";
        static string Task(string image) => $$"""
            var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
            task.AddContainer("app", new ContainerDefinitionOptions { Image = {{image}} });
            """;
        return VerifyFix.Body<EER1001ImageFix>(
            Role + Task($"{{|EER1001:ContainerImage.FromRegistry(\"{Uri}\")|}}") + Statement("\"ecr:GetAuthorizationToken\", \"ecr:BatchGetImage\", \"ecr:GetDownloadUrlForLayer\"", Repository),
            Role + Task($"ContainerImage.FromRegistry(\"{Uri}\")") + Statement("\"ecr:GetAuthorizationToken\"", "\"*\"") + Statement("\"ecr:BatchGetImage\", \"ecr:GetDownloadUrlForLayer\"", Repository));
    }
}
