using System.Text.RegularExpressions;

namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>Programs for the matrix: a shape of code, filled in with a defect; the files' texts by name.</summary>
public static partial class MatrixProgram
{
    private const string Props = """new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }""";

    private const string Policy = """ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy")""";

    private const string Usings = """
        using Amazon.CDK;
        using Amazon.CDK.AWS.EC2;
        using Amazon.CDK.AWS.ECS;
        using Amazon.CDK.AWS.ECS.Patterns;
        using Amazon.CDK.AWS.IAM;
        using Amazon.CDK.AWS.KMS;
        using Amazon.CDK.AWS.S3;
        using Amazon.CDK.AWS.SSM;
        using Constructs;
        using EcsSecret = Amazon.CDK.AWS.ECS.Secret;
        using Secret = Amazon.CDK.AWS.SecretsManager.Secret;
        using SecretAttributes = Amazon.CDK.AWS.SecretsManager.SecretAttributes;

        namespace Cases.Matrix;

        """;

    public static Dictionary<string, string> Of(Defect defect, FixShape shape) => Of(shape, text => Filled(text, defect.Options, Props));

    public static Dictionary<string, string> OfPattern(Defect defect, FixShape shape) => Of(shape, text => Filled(text, defect.Options.Replace("Logging =", "LogDriver ="), Props));

    /// <summary>A mistake in the role's props, or in a statement after the creation of <c>task</c>.</summary>
    public static Dictionary<string, string> Of(Mistake mistake, FixShape shape) =>
        Of(shape, text => Filled(mistake.Grant.Length == 0 ? text : Task().Replace(text, m => m.Value + "\n" + m.Groups["indentation"].Value + mistake.Grant), mistake.Options, mistake.Props ?? Props));

    /// <summary>A grant on a role that is null, of an image.</summary>
    public static Dictionary<string, string> OfNullRole(FixShape shape) => Of(shape, text => Filled(text.Replace("POLICY", Policy), Defect.All[0].Options, Props));

    public static Dictionary<string, string> Of(LevelOneDefect defect, LevelOneShape shape) => Of(new FixShape(shape.Name, shape.Body, shape.Members), text => LevelOneTask().Replace(text, m => LevelOne(
        defect, m.Groups["scope"].Success ? m.Groups["scope"].Value : "this", shape.Given, m.Groups["id"].Success ? m.Groups["id"].Value : "\"Task\"")));

    private static Dictionary<string, string> Of(FixShape shape, Func<string, string> fill)
    {
        var stack = $$"""
            {{Usings}}
            public class ServiceStack : Stack
            {
                public ServiceStack(Construct scope, string id, IStackProps props)
                    : base(scope, id, props)
                {
                    {{fill(shape.Body).Replace("\n", "\n        ")}}
                }

                {{fill(shape.Members).Replace("\n", "\n    ")}}
            }

            public static class Program
            {
                public static void Build(App app) => new ServiceStack(app, "Service", new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } });
            }
            """;
        var files = new Dictionary<string, string> { ["Stack"] = stack };
        if (shape.OtherFile.Length > 0)
        {
            files["Other"] = Usings + fill(shape.OtherFile);
        }

        return files;
    }

    private static string Filled(string text, string options, string props)
    {
        var scope = text.Contains("var task =") || text.Contains("TaskDefinition task") ? "task" : "this";
        var made = OfScope().Replace(text, m => m.Groups["what"].Value == "PROPERTIES"
            ? options.Replace("SCOPE", m.Groups["scope"].Success ? m.Groups["scope"].Value : scope)
            : $"new ContainerDefinitionOptions {{ {options.Replace("SCOPE", m.Groups["scope"].Success ? m.Groups["scope"].Value : scope)} }}");
        return made.Replace("ROLE", """new Role(this, "ExecutionRole", PROPS)""").Replace("PROPS", props);
    }

    private static string LevelOne(LevelOneDefect defect, string scope, string role, string id) => $$"""
        new CfnTaskDefinition({{scope}}, {{id}}, new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "{{(defect.IsOnEc2 ? "EC2" : "FARGATE")}}" },
            NetworkMode = "awsvpc",
            ExecutionRoleArn = {{role}},{{(defect.Volume.Length > 0 ? "\n    Volumes = new object[] { new CfnTaskDefinition.VolumeProperty { Name = \"share\", " + defect.Volume + " } }," : "")}}
            ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", {{defect.Container.Replace("SCOPE", scope)}} } },
        })
        """;

    [GeneratedRegex(@"(?<what>OPTIONS|PROPERTIES)(\((?<scope>\w+)\))?")]
    private static partial Regex OfScope();

    [GeneratedRegex(@"^(?<indentation> *)var task = .*;$", RegexOptions.Multiline)]
    private static partial Regex Task();

    [GeneratedRegex(@"\bTASK(\((?<scope>\w+)(, (?<id>[^)]*))?\))?")]
    private static partial Regex LevelOneTask();
}
