using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>Where the program has an ARN, a name or a URI only, and the alternatives: an exact policy statement, and AWS's managed policy.</summary>
public class StatementFixTests
{
    private const string Role = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });

        """;

    private const string Uri = "ContainerImage.FromRegistry(\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1\")";

    private static string Container(string image) => $$"""
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = {{image}} });
        """;

    private const string Pull = """

        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources = [$"arn:{Partition}:ecr:eu-west-1:111111111111:repository/shop/api"],
        }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:GetAuthorizationToken"],
            Resources = ["*"],
        }));
        """;

    [Fact]
    public Task ImageUri() => VerifyFix.Body<EER1001ImageFix>(Role + Container($"{{|EER1001:{Uri}|}}"), Role + Container(Uri) + Pull);

    [Fact]
    public Task ManagedPolicyInstead() => VerifyFix.Body<EER1001ImageFix>(
        Role + Container($"{{|EER1001:{Uri}|}}"),
        Role + Container(Uri) + """

        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        """,
        key: "EER1001_ManagedPolicy");

    [Fact]
    public Task ManagedPolicyFirst() => VerifyFix.Program<EER1001ImageFix>(
        CdkSource.Stack(VerifyFix.Indented(Role + Container($"{{|EER1001:{Uri}|}}"))),
        CdkSource.Stack(VerifyFix.Indented(Role + Container(Uri) + """

        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        """)),
        editorConfig: "ecs_exec_role.fix_style = managed_policy");

    [Fact]
    public Task ManagedPolicyIntoTheListOfTheRole() => VerifyFix.Body<EER1001ImageFix>(
        """
        var role = new Role(this, "ExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("AmazonS3ReadOnlyAccess") },
        });

        """ + Container($"{{|EER1001:{Uri}|}}"),
        """
        var role = new Role(this, "ExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("AmazonS3ReadOnlyAccess"), ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy") },
        });

        """ + Container(Uri),
        key: "EER1001_ManagedPolicy");

    [Fact]
    public Task TwoImagesInOneStatement() => VerifyFix.Body<EER1001ImageFix>(
        Role + Container($"{{|EER1001:{Uri}|}}") + Sidecar("{|EER1001:", "|}"),
        Role + Container(Uri) + Pull + Sidecar() + """

        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources = [$"arn:{Partition}:ecr:eu-west-1:111111111111:repository/shop/sidecar"],
        }));
        """,
        all: Role + Container(Uri) + Sidecar() + """

        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources =
            [
                $"arn:{Partition}:ecr:eu-west-1:111111111111:repository/shop/api",
                $"arn:{Partition}:ecr:eu-west-1:111111111111:repository/shop/sidecar",
            ],
        }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["ecr:GetAuthorizationToken"],
            Resources = ["*"],
        }));
        """);

    private static string Sidecar(string mark = "", string end = "") => $$"""

        task.AddContainer("sidecar", new ContainerDefinitionOptions { Image = {{mark}}ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/sidecar:1"){{end}} });
        """;

    private static string Log(string mark) => $$"""
        var task = new Ec2TaskDefinition(this, "Task", new Ec2TaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            MemoryLimitMiB = 128,
            Logging = {{mark}}
        });
        """;

    private const string Driver = """
        new GenericLogDriver(new GenericLogDriverProps { LogDriver = "awslogs", Options = new Dictionary<string, string> { ["awslogs-group"] = "/ecs/app", ["awslogs-region"] = "eu-west-1" } })
        """;

    [Fact]
    public Task LogGroupByName() => VerifyFix.Body<PermissionFix>(
        Role + Log($"{{|EER1002:{Driver}|}}"),
        Role + Log(Driver) + """

        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resources = [$"arn:{Partition}:logs:eu-west-1:{Account}:log-group:/ecs/app:*"],
        }));
        """);

    private static string L1(string valueFrom) => $$"""
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
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

    [Theory]
    [InlineData("EER1003", "\"arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf:password::\"", "secretsmanager:GetSecretValue", "\"arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf\"")]
    [InlineData("EER1004", "\"arn:aws:ssm:eu-west-1:111111111111:parameter/shop/limit\"", "ssm:GetParameters", "\"arn:aws:ssm:eu-west-1:111111111111:parameter/shop/limit\"")]
    [InlineData("EER1004", "\"/shop/limit\"", "ssm:GetParameters", "$\"arn:{Partition}:ssm:{Region}:{Account}:parameter/shop/limit\"")]
    public Task ArnInL1(string rule, string valueFrom, string action, string resource) => VerifyFix.Body<PermissionFix>(
        Role + L1($"{{|{rule}:{valueFrom}|}}"),
        Role + L1(valueFrom) + $$"""

        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "{{action}}" },
            Resources = new[] { {{resource}} },
        }));
        """);

    [Fact]
    public Task PoliciesOfAnL1Role() => VerifyFix.Body<PermissionFix>(
        """
        var role = new CfnRole(this, "ExecutionRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new PolicyDocument(),
        });

        """ + L1("{|EER1004:\"/shop/limit\"|}").Replace("RoleArn", "AttrArn").Replace("ExecutionAttrArn", "ExecutionRoleArn"),
        """
        var role = new CfnRole(this, "ExecutionRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new PolicyDocument(),
            Policies = new object[]
            {
                new CfnRole.PolicyProperty
                {
                    PolicyName = "ReadParameters",
                    PolicyDocument = new PolicyDocument(new PolicyDocumentProps
                    {
                        Statements = new[]
                        {
                            new PolicyStatement(new PolicyStatementProps
                            {
                                Actions = new[] { "ssm:GetParameters" },
                                Resources = new[] { $"arn:{Partition}:ssm:{Region}:{Account}:parameter/shop/limit" },
                            }),
                        },
                    }),
                },
            },
        });

        """ + L1("\"/shop/limit\"").Replace("RoleArn", "AttrArn").Replace("ExecutionAttrArn", "ExecutionRoleArn"));

    /// <summary>The ARN of a secret that is created has its suffix; that of one that is imported by its name has not.</summary>
    [Theory]
    [InlineData("new Secret(this, \"Database\")", "secret.SecretArn")]
    [InlineData("Secret.FromSecretCompleteArn(this, \"Database\", \"arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/db-AbCdEf\")", "secret.SecretArn")]
    [InlineData("Secret.FromSecretNameV2(this, \"Database\", \"shop/db\")", "$\"{secret.SecretArn}-??????\"")]
    [InlineData(
        "Secret.FromSecretAttributes(this, \"Database\", new SecretAttributes { SecretPartialArn = \"arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/db\" })",
        "$\"{secret.SecretArn}-??????\"")]
    [InlineData("new Amazon.CDK.AWS.SecretsManager.CfnSecret(this, \"Database\")", "secret.Ref", "secret.Ref")]
    public Task SecretsHaveTheirSuffixOrAWildcard(string secret, string resource, string arn = "secret.SecretArn")
    {
        string Text(string valueFrom, string grant) => $$"""
            var secret = {{secret}};
            var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
            {
                RequiresCompatibilities = ["FARGATE"],
                ExecutionRoleArn = role.RoleArn,
                ContainerDefinitions = new[]
                {
                    new CfnTaskDefinition.ContainerDefinitionProperty
                    {
                        Name = "app",
                        Image = "nginx",
                        Secrets = new[] { new CfnTaskDefinition.SecretProperty { Name = "DB", ValueFrom = {{valueFrom}} } },
                    },
                },
            });{{grant}}
            """.ReplaceLineEndings("\n");
        return VerifyFix.Body<PermissionFix>(
            Text($"{{|EER1003:{arn}|}}", ""),
            Text(arn, $$"""

                role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
                {
                    Actions = new[] { "secretsmanager:GetSecretValue" },
                    Resources = new[] { {{resource}} },
                }));
                """.ReplaceLineEndings("\n")),
            key: "EER1003_PolicyStatement");
    }
}
