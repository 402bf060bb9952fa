using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>Needs that an escape hatch adds to a task definition, in a helper that knows nothing of its role.</summary>
public class HatchFixTests
{
    private const string Arn = "\"arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf\"";

    private const string Tasks = """
        var web = new FargateTaskDefinition(this, "Web");
        web.ObtainExecutionRole();
        web.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });
        web.AddDatabasePassword();
        """;

    private static string Helper(string body) => CdkSource.Usings + $$"""

        public static class TaskDefinitions
        {
            {{body.Replace("\n", "\n    ")}}
        }
        """;

    private static string Override(string mark = "", string end = "") =>
        $$"""AddPropertyOverride("ContainerDefinitions.0.Secrets", {{mark}}new[] { new Dictionary<string, object> { ["Name"] = "PASSWORD", ["ValueFrom"] = {{Arn}} } }{{end}})""";

    private const string Statement = """
        task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "secretsmanager:GetSecretValue" },
            Resources = new[] { ARN },
        }));
        """;

    [Fact]
    public Task OfAnExtensionMethod()
    {
        static string Body(string call, string statement) => $$"""
            public static void AddDatabasePassword(this TaskDefinition task)
            {
                var resource = (CfnTaskDefinition)task.Node.DefaultChild;
                resource.{{call}};{{statement}}
            }
            """;
        return VerifyFix.Program<PermissionFix>(
            CdkSource.Stack(VerifyFix.Indented(Tasks)),
            CdkSource.Stack(VerifyFix.Indented(Tasks)),
            more: [("TaskDefinitions.cs", Helper(Body(Override("{|EER1003:", "|}"), "")), Helper(Body(Override(), "\n    " + Statement.Replace("ARN", Arn).Replace("\n", "\n    "))))]);
    }

    [Fact]
    public Task InOneExpression() => VerifyFix.Program<PermissionFix>(
        CdkSource.Stack(VerifyFix.Indented(Tasks)),
        CdkSource.Stack(VerifyFix.Indented(Tasks)),
        more:
        [
            (
                "TaskDefinitions.cs",
                Helper($"public static void AddDatabasePassword(this TaskDefinition task) => ((CfnTaskDefinition)task.Node.DefaultChild).{Override("{|EER1003:", "|}")};"),
                Helper($$"""
                    public static void AddDatabasePassword(this TaskDefinition task)
                    {
                        ((CfnTaskDefinition)task.Node.DefaultChild).{{Override()}};
                        {{Statement.Replace("ARN", Arn).Replace("\n", "\n    ")}}
                    }
                    """)
            ),
        ]);
}
