namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>A defect of a level-1 task definition: nothing is granted there by CDK.</summary>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Container">Properties of the container.</param>
public sealed record LevelOneDefect(string Rule, string Container)
{
    private const string Secret = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop-AbCdEf";

    public static IReadOnlyList<LevelOneDefect> All { get; } =
    [
        new("EER1001", """Image = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1" """),
        new("EER1002", """Image = "nginx", LogConfiguration = new CfnTaskDefinition.LogConfigurationProperty { LogDriver = "awslogs", Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/app", ["awslogs-region"] = "us-east-1", ["awslogs-create-group"] = "true" } }"""),
        new("EER1003", $$"""Image = "nginx", Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "PASSWORD", ValueFrom = "{{Secret}}:password::" } }"""),
        new("EER1004", """Image = "nginx", Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "LIMIT", ValueFrom = "/shop/limit" } }"""),
        new("EER1005", $$"""Image = "registry.example/app", RepositoryCredentials = new CfnTaskDefinition.RepositoryCredentialsProperty { CredentialsParameter = "{{Secret}}" }"""),
        new("EER1007", """Image = "nginx", EnvironmentFiles = new object[] { new CfnTaskDefinition.EnvironmentFileProperty { Type = "s3", Value = "arn:aws:s3:::shop-settings/app.env" } }"""),
    ];
}

/// <summary>A shape of level-1 code; <c>TASK</c> is the task definition's creation with <c>GIVEN</c> as its role.</summary>
public sealed record LevelOneShape(string Name, string Body, string Given, string Members = "")
{
    private const string Trust = """
        AssumeRolePolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "sts:AssumeRole" }, Principals = new[] { new ServicePrincipal("ecs-tasks.amazonaws.com") } }) } })
        """;

    private const string Statement = """
        new PolicyStatement(new PolicyStatementProps { Actions = new[] { "xray:PutTraceSegments" }, Resources = new[] { "*" } })
        """;

    public static IReadOnlyList<LevelOneShape> All { get; } =
    [
        new("Role", """
            var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            _ = TASK;
            """, "role.RoleArn"),
        new("RoleInParameter", """AddTask(new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }));""", "role.RoleArn",
            """private CfnTaskDefinition AddTask(IRole role) => TASK;"""),
        new("LevelOneRole", $$"""
            var role = new CfnRole(this, "ExecutionRole", new CfnRoleProps
            {
                {{Trust}},
            });
            _ = TASK;
            """, "role.AttrArn"),
        new("LevelOneRoleWithPolicies", $$"""
            var role = new CfnRole(this, "ExecutionRole", new CfnRoleProps
            {
                {{Trust}},
                Policies = new[] { new CfnRole.PolicyProperty { PolicyName = "Trace", PolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { {{Statement}} } }) } },
            });
            _ = TASK;
            """, "role.AttrArn"),
        new("AttachedPolicy", $$"""
            var role = new CfnRole(this, "ExecutionRole", new CfnRoleProps { {{Trust}} });
            _ = new CfnPolicy(this, "Policy", new CfnPolicyProps
            {
                PolicyName = "Trace",
                Roles = new[] { role.Ref },
                PolicyDocument = new PolicyDocument(new PolicyDocumentProps
                {
                    Statements = new[]
                    {
                        {{Statement}},
                    },
                }),
            });
            _ = TASK;
            """, "role.AttrArn"),
        new("NoRole", "_ = TASK;", "null"),
    ];
}
