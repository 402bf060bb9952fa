using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>What is made inline gets a variable; several of them, in one pass.</summary>
public class NewVariableTests
{
    [Fact]
    public Task OneIdForTwoResources()
    {
        static string Task(string name, string file) => $$"""
            var {{name}} = new FargateTaskDefinition(this, "{{name}}", new FargateTaskDefinitionProps { ExecutionRole = role });

            """ + file;
        static string Before(string name) => Task(name, $$"""
            {{name}}.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), EnvironmentFiles = new[] { {|EER1007:EnvironmentFile.FromBucket(Bucket.FromBucketName({{name}}, "Files", "files"), "{{name}}.env")|} } });

            """);
        static string After(string name, string bucket) => Task(name, $$"""
            var {{bucket}} = Bucket.FromBucketName({{name}}, "Files", "files");
            {{name}}.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), EnvironmentFiles = new[] { EnvironmentFile.FromBucket({{bucket}}, "{{name}}.env") } });
            {{bucket}}.GrantRead(role, "{{name}}.env");

            """);
        const string Role = """
            var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });

            """;
        return VerifyFix.Body<PermissionFix>(
            Role + Before("web") + Before("worker"),
            Role + After("web", "filesBucket") + After("worker", "filesBucket2"));
    }

    /// <summary>Of a task definition without a role, in one action.</summary>
    [Fact]
    public Task AKeyWithinASecret()
    {
        static string Task(string secret, string role) => $$"""
            _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
            {
                RequiresCompatibilities = new[] { "FARGATE" },
                ContainerDefinitions = new object[]
                {
                    new CfnTaskDefinition.ContainerDefinitionProperty
                    {
                        Name = "app",
                        Image = "nginx",
                        Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "PASSWORD", ValueFrom = {{secret}}.SecretArn } },
                    },
                },{{role}}
            });
            """;
        static string Secret(string key) => $$"""Secret.FromSecretAttributes(this, "Db", new SecretAttributes { SecretCompleteArn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf", EncryptionKey = {{key}} })""";
        const string Key = """Key.FromKeyArn(this, "Db-key", "arn:aws:kms:eu-west-1:111111111111:key/11111111-2222-3333-4444-555555555555")""";
        return VerifyFix.Body<EER2001ExecutionRoleFix>(
            Task(Secret(Key), "").Replace("new CfnTaskDefinition(this, \"Task\", new CfnTaskDefinitionProps", "{|EER2001:new CfnTaskDefinition(this, \"Task\", new CfnTaskDefinitionProps").Replace("});", "})|};"),
            $$"""
            var dbKey = {{Key}};
            var dbSecret = {{Secret("dbKey")}};
            var executionRole = new Role(this, "TaskExecutionRole", new RoleProps
            {
                AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            });
            dbSecret.GrantRead(executionRole);
            dbKey.GrantDecrypt(executionRole);

            """ + Task("dbSecret", "\n    ExecutionRoleArn = executionRole.RoleArn,"));
    }
}
