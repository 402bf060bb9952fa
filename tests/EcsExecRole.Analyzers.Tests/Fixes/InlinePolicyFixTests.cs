using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>A role that is created with <c>InlinePolicies</c> gets a new statement there, beside those it has.</summary>
public class InlinePolicyFixTests
{
    private static string Role(string policies) => $$"""
        var role = new Role(this, "ExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                {{VerifyFix.Indented(policies, "        ")}}
            },
        });

        """;

    private static string Policy(string name, params string[] statements) => $$"""
        ["{{name}}"] = new PolicyDocument(new PolicyDocumentProps
        {
            Statements = new[]
            {
                {{string.Join("\n        ", statements.Select(s => VerifyFix.Indented(s, "        ") + ","))}}
            },
        }),
        """;

    private static string Allow(string action, string resource) => $$"""
        new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "{{action}}" },
            Resources = new[] { {{resource}} },
        })
        """;

    private static string Task(string mark = "", string end = "") => $$"""
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
                    Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "LIMIT", ValueFrom = {{mark}}"/shop/limit"{{end}} } },
                },
            },
        });
        """;

    private static string Marked => Task("{|EER1004:", "|}");

    private static string Read => Allow("ssm:GetParameters", "$\"arn:{Partition}:ssm:{Region}:{Account}:parameter/shop/limit\"");

    private static string Logs => Allow("logs:PutLogEvents", "\"*\"");

    [Fact]
    public Task TheOnlyDocument() => VerifyFix.Body<PermissionFix>(
        Role(Policy("Task", Logs)) + Marked,
        Role(Policy("Task", Logs, Read)) + Task());

    [Fact]
    public Task TheDocumentForTheSameService() => VerifyFix.Body<PermissionFix>(
        Role(Policy("Logs", Logs) + "\n" + Policy("Parameters", Allow("ssm:GetParameters", "\"arn:aws:ssm:*:*:parameter/other\""))) + Marked,
        Role(Policy("Logs", Logs) + "\n" + Policy("Parameters", Allow("ssm:GetParameters", "\"arn:aws:ssm:*:*:parameter/other\""), Read)) + Task());

    [Fact]
    public Task NoDocumentForTheService() => VerifyFix.Body<PermissionFix>(
        Role(Policy("Logs", Logs) + "\n" + Policy("Keys", Allow("kms:Decrypt", "\"*\""))) + Marked,
        Role(Policy("Logs", Logs) + "\n" + Policy("Keys", Allow("kms:Decrypt", "\"*\""))) + Task() + $"\nrole.AddToPolicy({Read});");

    [Fact]
    public Task AResourceThatIsMadeAfterTheRole()
    {
        static string Bucket(string mark, string end, string grant) => Role(Policy("Task", Logs)) + $$"""
            var secret = new Secret(this, "Database");
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
                        Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "DB", ValueFrom = {{mark}}secret.SecretArn{{end}} } },
                    },
                },
            });{{grant}}
            """;
        return VerifyFix.Body<PermissionFix>(
            Bucket("{|EER1003:", "|}", ""),
            Bucket("", "", $"\nrole.AddToPolicy({Allow("secretsmanager:GetSecretValue", "secret.SecretArn")});"),
            key: "EER1003_PolicyStatement");
    }
}
