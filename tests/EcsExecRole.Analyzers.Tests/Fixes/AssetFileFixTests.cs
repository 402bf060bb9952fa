using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>EER1007: an environment file of an asset, whose place only CDK knows.</summary>
public class AssetFileFixTests
{
    private const string Asset = "{|EER1007:EnvironmentFile.FromAsset(\"app.env\")|}";

    private static string Task(string file, string before = "", string after = "") => $$"""
        var task = new FargateTaskDefinition(this, "Task");
        task.ObtainExecutionRole();
        {{before}}task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), EnvironmentFiles = new[] { {{file}} } });{{after}}
        """;

    private static string Program(string body) => CdkSource.Stack(VerifyFix.Indented(body));

    private static string Using(string program) => program.Replace("using Amazon.CDK.AWS.SSM;", "using Amazon.CDK.AWS.S3.Assets;\nusing Amazon.CDK.AWS.SSM;".ReplaceLineEndings(System.Environment.NewLine));

    [Fact]
    public Task TheAssetIsMadeByTheProgram() => VerifyFix.Program<PermissionFix>(
        Program(Task(Asset)),
        Using(Program(Task(
            "EnvironmentFile.FromBucket(environmentFile.Bucket, environmentFile.S3ObjectKey)",
            "var environmentFile = new Asset(task, \"EnvironmentFile\", new AssetProps { Path = \"app.env\" });\n",
            "\nenvironmentFile.GrantRead(task.ObtainExecutionRole());"))));

    [Fact]
    public Task NotWhereTheFileCanNotBeReadThere()
    {
        var program = Program(Task("{|EER1007:EnvironmentFile.FromAsset(new[] { \"app.env\" }.First(file => file.Length > 0))|}"));
        return VerifyFix.Program<PermissionFix>(program, program);
    }
}
