namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>A defect of a level-1 task definition: nothing is granted there by CDK.</summary>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Container">Properties of the container; <c>SCOPE</c> is the construct that new ones are made in.</param>
/// <param name="Volume">The configuration of a volume; with one, the task runs on EC2.</param>
public sealed record LevelOneDefect(string Rule, string Container, string Volume = "")
{
    /// <summary>Whether only the agent on an EC2 instance needs it of the execution role.</summary>
    public bool IsOnEc2 => Volume.Length > 0 || Rule == "EER1008";

    private const string Secret = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop-AbCdEf";

    public static IReadOnlyList<LevelOneDefect> All { get; } =
    [
        new("EER1001", """Image = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1" """),
        new("EER1002", """Image = "nginx", LogConfiguration = new CfnTaskDefinition.LogConfigurationProperty { LogDriver = "awslogs", Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/app", ["awslogs-region"] = "us-east-1", ["awslogs-create-group"] = "true" } }"""),
        new("EER1003", $$"""Image = "nginx", Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "PASSWORD", ValueFrom = "{{Secret}}:password::" } }"""),
        new("EER1004", """Image = "nginx", Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "LIMIT", ValueFrom = "/shop/limit" } }"""),
        new("EER1005", $$"""Image = "registry.example/app", RepositoryCredentials = new CfnTaskDefinition.RepositoryCredentialsProperty { CredentialsParameter = "{{Secret}}" }"""),
        new("EER1006", """Image = "nginx", Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "PASSWORD", ValueFrom = Secret.FromSecretAttributes(SCOPE, "Secret", new SecretAttributes { SecretCompleteArn = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop-AbCdEf", EncryptionKey = Key.FromKeyArn(SCOPE, "Key", "arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555") }).SecretArn } }"""),
        new("EER1007", """Image = "nginx", EnvironmentFiles = new object[] { new CfnTaskDefinition.EnvironmentFileProperty { Type = "s3", Value = "arn:aws:s3:::shop-settings/app.env" } }"""),
        new("EER1008", """Image = "fluent/fluent-bit", Memory = 64, FirelensConfiguration = new CfnTaskDefinition.FirelensConfigurationProperty { Type = "fluentbit", Options = new Dictionary<string, string> { ["config-file-type"] = "s3", ["config-file-value"] = "arn:aws:s3:::shop-settings/fluent.conf" } }"""),
        new("EER1009", """Image = "nginx", CredentialSpecs = new[] { "credentialspecdomainless:arn:aws:s3:::shop-settings/spec.json" }"""),
        new("EER1010", """Image = "nginx", Memory = 64""", $$"""FSxWindowsFileServerVolumeConfiguration = new CfnTaskDefinition.FSxWindowsFileServerVolumeConfigurationProperty { FileSystemId = "fs-0123456789abcdef0", RootDirectory = "share", AuthorizationConfig = new CfnTaskDefinition.FSxAuthorizationConfigProperty { CredentialsParameter = "{{Secret}}", Domain = "corp.example.com" } }"""),
    ];
}

/// <summary>A shape of level-1 code; <c>TASK</c>, or <c>TASK(scope)</c>, is the task definition's creation, with <c>Given</c> as its role.</summary>
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
        new("RoleInField", """
            _role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            _ = TASK;
            """, "_role.RoleArn", "private readonly Role _role;"),
        new("RoleInline", "_ = TASK;", """new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }).RoleArn"""),
        new("Loop", """
            foreach (var name in new[] { "web", "worker" })
            {
                var part = new Construct(this, name);
                var role = new Role(part, "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
                _ = TASK(part);
            }
            """, "role.RoleArn"),
        new("LevelOneRoleInField", $$"""
            _role = new CfnRole(this, "ExecutionRole", new CfnRoleProps { {{Trust}} });
            _ = TASK;
            """, "_role.AttrArn", "private readonly CfnRole _role;"),
        new("LevelOneRoleOfMethod", "_ = TASK;", "MakeRole().AttrArn", $$"""
            private CfnRole MakeRole() => new(this, "ExecutionRole", new CfnRoleProps { {{Trust}} });
            """),
        new("ExpressionBody", """
            var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            Run(role);
            """, "role.RoleArn", "private void Run(IRole role) => _ = TASK;"),
        new("StaticHelper", """
            var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            Run(this, role);
            """, "role.RoleArn", """
            private static void Run(Construct scope, IRole role)
            {
                _ = TASK(scope);
            }
            """),
        new("TwoWithoutRole", """
            var part = new Construct(this, "Part");
            _ = TASK(this, "Web");
            _ = TASK(part, "Worker");
            """, "null"),
        new("NoRole", "_ = TASK;", "null"),
    ];
}
