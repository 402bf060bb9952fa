using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>New code is written as its file is.</summary>
public class IdiomTests
{
    private const string Image = """ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1")""";

    private static string Stack(string body) => $$"""
        using Amazon.CDK;
        using Amazon.CDK.AWS.ECS;
        using Constructs;

        public static class Program
        {
            public static void Main()
            {
                App app = new App();
                _ = new ServiceStack(app, "Service");
                app.Synth();
            }
        }

        public class ServiceStack : Stack
        {
            public ServiceStack(Construct scope, string id)
                : base(scope, id)
            {
                {{VerifyFix.Indented(body)}}
            }
        }
        """;

    private static string Before(string mark = "{|EER2001:", string end = "|}") => Stack($$"""
        TaskDefinition task = {{mark}}new FargateTaskDefinition(this, "Task"){{end}};

        task.AddContainer("app", new ContainerDefinitionOptions { Image = {{Image}}, Command = new[] { "run" } });
        """);

    private static string After => Stack($$"""
        Role executionRole = new Role(this, "TaskExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        });
        executionRole.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer" },
            Resources = new[] { $"arn:{Partition}:ecr:eu-west-1:111111111111:repository/shop/api" },
        }));
        executionRole.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "ecr:GetAuthorizationToken" },
            Resources = new[] { "*" },
        }));
        TaskDefinition task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = executionRole });

        task.AddContainer("app", new ContainerDefinitionOptions { Image = {{Image}}, Command = new[] { "run" } });
        """).Replace("using Amazon.CDK.AWS.ECS;", "using Amazon.CDK.AWS.ECS;\nusing Amazon.CDK.AWS.IAM;");

    [Fact]
    public Task TypesSpelledOutArraysAndANewUsing() => VerifyFix.Program<EER2001ExecutionRoleFix>(Before(), After);

    [Fact]
    public Task LineEndsOfWindows() => VerifyFix.Program<EER2001ExecutionRoleFix>(Windows(Before()), Windows(After));

    [Fact]
    public Task Tabs() => VerifyFix.Program<EER2001ExecutionRoleFix>(Before().Replace("    ", "\t"), After.Replace("    ", "\t"));

    private static string Windows(string text) => text.Replace("\r\n", "\n").Replace("\n", "\r\n");

    [Fact]
    public Task ANameOfTheProgramIsNotTakenAway()
    {
        const string Own = "\n\npublic class Role\n{\n}";
        return VerifyFix.Program<EER2001ExecutionRoleFix>(
            Before() + Own,
            After.Replace("Role executionRole = new Role(", "Amazon.CDK.AWS.IAM.Role executionRole = new Amazon.CDK.AWS.IAM.Role(") + Own);
    }

    /// <summary>Both ECS and Secrets Manager have a class <c>Secret</c>.</summary>
    [Fact]
    public Task ANameThatTwoNamespacesHaveIsQualified()
    {
        static string Program(string declaration, string secret, string grant) => Stack($$"""
            Role role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            {{declaration}}CfnTaskDefinition task = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
            {
                RequiresCompatibilities = new[] { "FARGATE" },
                ExecutionRoleArn = role.RoleArn,
                ContainerDefinitions = new object[]
                {
                    new CfnTaskDefinition.ContainerDefinitionProperty
                    {
                        Name = "app",
                        Image = "nginx",
                        Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "PASSWORD", ValueFrom = {{secret}} } },
                    },
                },
            });{{grant}}
            """).Replace("using Amazon.CDK.AWS.ECS;", "using Amazon.CDK.AWS.ECS;\nusing Amazon.CDK.AWS.IAM;\nusing Amazon.CDK.AWS.SecretsManager;");
        const string Created = "new Amazon.CDK.AWS.SecretsManager.Secret(this, \"Database\")";
        return VerifyFix.Program<PermissionFix>(
            Program("", $"{{|EER1003:{Created}.SecretArn|}}", ""),
            Program($"Amazon.CDK.AWS.SecretsManager.Secret databaseSecret = {Created};\n", "databaseSecret.SecretArn", "\ndatabaseSecret.GrantRead(role);"));
    }
}
