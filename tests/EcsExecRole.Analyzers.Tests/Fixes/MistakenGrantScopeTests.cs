using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>EER2005, EER2008 and EER2009 where task definition, role or statement come from a field, a helper or another file.</summary>
public class MistakenGrantScopeTests
{
    private const string NewRole = """new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") })""";

    private static string Files(string role, string task, string more = "") => $$"""
        var bucket = new Bucket(this, "Bucket");
        {{task}} = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = {{role}} });
        {{task.Replace("var ", "")}}.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), EnvironmentFiles = new[] { EnvironmentFile.FromBucket(bucket, "app.env") } });{{more}}

        """;

    private const string Fields = """
        private readonly Role _role;
        private readonly TaskDefinition _task;
        """;

    [Fact]
    public Task TaskRoleOfATaskDefinitionInAField() => VerifyFix.Body<EER2005TaskRoleGrantFix>(
        $"_role = {NewRole};\n" + Files("_role", "_task") + "{|EER2005:bucket.GrantRead(_task.TaskRole)|};",
        $"_role = {NewRole};\n" + Files("_role", "_task") + "bucket.GrantRead(_task.TaskRole);\nbucket.GrantRead(_role);",
        members: Fields);

    [Fact]
    public Task TaskRoleInAHelperThatDoesNotKnowTheOther()
    {
        static string Helper(string call) => $$"""
            private static void GrantFiles(IGrantable application, IBucket bucket)
            {
                {{call}};
            }
            """;
        return VerifyFix.Body<EER2005TaskRoleGrantFix>(
            $"var role = {NewRole};\n" + Files("role", "var task") + "GrantFiles(task.TaskRole, bucket);",
            $"var role = {NewRole};\n" + Files("role", "var task", "\nbucket.GrantRead(role, \"app.env\");") + "GrantFiles(task.TaskRole, bucket);",
            members: Helper("{|EER2005:bucket.GrantRead(application)|}"),
            fixedMembers: Helper("bucket.GrantRead(application)"));
    }

    [Fact]
    public Task NullRoleOfATaskDefinitionInAField()
    {
        static string Text(string grant) => $"var repository = new Repository(this, \"Repository\");\n_task = new FargateTaskDefinition(this, \"Task\");\n{grant};";
        return VerifyFix.Body<EER2008NullRoleFix>(
            Text("{|EER2008:repository.GrantPull(_task.ExecutionRole)|}"),
            Text("repository.GrantPull(_task.ObtainExecutionRole())"),
            members: "private readonly TaskDefinition _task;");
    }

    [Fact]
    public Task NullRoleInAnExtensionMethodOfAnotherFile()
    {
        var program = CdkSource.Stack("new FargateTaskDefinition(this, \"Task\").Pull(new Repository(this, \"Repository\"));");
        static string Extension(string grant) => CdkSource.Usings + $$"""

            public static class TaskDefinitions
            {
                public static void Pull(this TaskDefinition task, IRepository repository)
                {
                    {{grant}};
                }
            }
            """;
        return VerifyFix.Program<EER2008NullRoleFix>(
            program,
            program,
            more: [("TaskDefinitions.cs", Extension("{|EER2008:repository.GrantPull(task.ExecutionRole)|}"), Extension("repository.GrantPull(task.ObtainExecutionRole())"))]);
    }

    [Fact]
    public Task NullRoleThatAHelperIsGiven() => VerifyFix.Body<EER2008NullRoleFix>(
        """
        var task = new FargateTaskDefinition(this, "Task");
        Pull(task.ExecutionRole);
        """,
        """
        var task = new FargateTaskDefinition(this, "Task");
        Pull(task.ObtainExecutionRole());
        """,
        members: """private void Pull(IRole role) => {|EER2008:new Repository(this, "Repository").GrantPull(role)|};""",
        fixedMembers: """private void Pull(IRole role) => new Repository(this, "Repository").GrantPull(role);""");

    private static string Secret(string role) => $$"""
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = {{role}}.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "PASSWORD", ValueFrom = {{Arn}} } },
                },
            },
        });
        """;

    private const string Arn = "\"arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf\"";

    private const string WithKey = "\"arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf:password::\"";

    private static string Statement(string resource) => $$"""
        new PolicyStatement(new PolicyStatementProps { Actions = new[] { "secretsmanager:GetSecretValue" }, Resources = new[] { {{resource}} } })
        """;

    private static string Inline(string statement) => $$"""
        var role = new Role(this, "ExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            InlinePolicies = new Dictionary<string, PolicyDocument> { ["Read"] = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { {{statement}} } }) },
        });

        """ + Secret("role");

    [Fact]
    public Task DeadStatementOfAnInlinePolicy() => VerifyFix.Body<EER2009DeadStatementFix>(
        Inline($"{{|EER2009:{Statement(WithKey)}|}}"),
        Inline(Statement(Arn)));

    [Fact]
    public Task DeadStatementOfAnotherFile()
    {
        var program = CdkSource.Stack(VerifyFix.Indented($"_role = {NewRole};\n{Secret("_role")}\n_role.AddToPolicy(Policies.Read());"), "private readonly Role _role;");
        static string Helper(string statement) => CdkSource.Usings + $$"""

            public static class Policies
            {
                public static PolicyStatement Read() => {{statement}};
            }
            """;
        return VerifyFix.Program<EER2009DeadStatementFix>(
            program,
            program,
            more: [("Policies.cs", Helper($"{{|EER2009:{Statement(WithKey)}|}}"), Helper(Statement(Arn)))]);
    }
}
