using System.Globalization;
using System.Text;

namespace EcsExecRole.Analyzers.Benchmarks.Apps;

/// <summary>Programs of an extreme shape, each of some size: what grows is one thing alone.</summary>
internal static class Shapes
{
    private const string Usings = """
        using System.Collections.Generic;
        using Amazon.CDK;
        using Amazon.CDK.AWS.ECS;
        using Amazon.CDK.AWS.IAM;
        using Constructs;

        """;

    private const string LackingImage = "ContainerImage.FromRegistry(\"111122223333.dkr.ecr.eu-west-1.amazonaws.com/app\")";

    /// <summary>A console program that has nothing to do with CDK.</summary>
    public static AppSource NoCdk(int classes) => new(
        [.. Enumerable.Range(0, classes).Select(i => $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;

            public static class Orders{{i}}
            {
                public static IReadOnlyDictionary<string, decimal> Totals(IEnumerable<(string Customer, decimal Amount)> orders) =>
                    orders.Where(o => o.Amount > {{i}}).GroupBy(o => o.Customer).ToDictionary(g => g.Key, g => g.Sum(o => o.Amount));

                public static string Describe(int count) => count switch { 0 => "none", 1 => "one", < 10 => $"{count} of ten", _ => string.Join(", ", Enumerable.Range(0, count)) };
            }
            """), "System.Console.WriteLine(Orders0.Describe(3));"],
        0);

    /// <summary>A CDK app of queues, buckets and functions, without ECS.</summary>
    public static AppSource NoEcs(int stacks)
    {
        var files = Enumerable.Range(0, stacks).Select(i => $$"""
            using Amazon.CDK;
            using Amazon.CDK.AWS.S3;
            using Amazon.CDK.AWS.SQS;
            using Constructs;

            public sealed class Stack{{i}} : Stack
            {
                public Stack{{i}}(Construct scope, string id) : base(scope, id)
                {
                    var bucket = new Bucket(this, "Bucket", new BucketProps { Versioned = true, LifecycleRules = new[] { new LifecycleRule { Expiration = Duration.Days(30) } } });
                    var queue = new Queue(this, "Queue", new QueueProps { VisibilityTimeout = Duration.Minutes(5) });
                    _ = new CfnOutput(this, "Out", new CfnOutputProps { Value = bucket.BucketName + queue.QueueUrl });
                }
            }
            """).ToList();
        var program = new StringBuilder("using Amazon.CDK;\nvar app = new App();\n");
        for (var i = 0; i < stacks; i++)
        {
            program.AppendLine(CultureInfo.InvariantCulture, $"_ = new Stack{i}(app, \"stack-{i}\");");
        }

        return new([.. files, program.AppendLine("app.Synth();").ToString()], 0);
    }

    /// <summary>All task definitions in one method.</summary>
    public static AppSource OneMethod(int taskDefinitions)
    {
        var body = new StringBuilder();
        for (var i = 0; i < taskDefinitions; i++)
        {
            body.AppendLine(CultureInfo.InvariantCulture, $$"""
                        var role{{i}} = new Role(this, "Role{{i}}", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
                        var task{{i}} = new FargateTaskDefinition(this, "Task{{i}}", new FargateTaskDefinitionProps { ExecutionRole = role{{i}} });
                        task{{i}}.AddContainer("app", new ContainerDefinitionOptions { Image = {{LackingImage}} });
                """);
        }

        return Stack(body.ToString(), "", taskDefinitions);
    }

    /// <summary>One task definition behind a chain of helpers, for each of some.</summary>
    public static AppSource DeepHelpers(int depth, int taskDefinitions)
    {
        var members = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            var next = i == depth - 1 ? $"task.AddContainer(name, new ContainerDefinitionOptions {{ Image = {LackingImage} }})" : $"Add{i + 1}(task, name)";
            members.AppendLine(CultureInfo.InvariantCulture, $"    private static ContainerDefinition Add{i}(FargateTaskDefinition task, string name) => {next};");
        }

        var body = $$"""
                    for (var i = 0; i < {{taskDefinitions}}; i++)
                    {
                        Add0(new FargateTaskDefinition(this, "Task" + i), "app" + i);
                    }
            """;
        return Stack(body, members.ToString(), taskDefinitions);
    }

    /// <summary>A dictionary literal of so many entries, as environment of one container.</summary>
    public static AppSource WideDictionary(int entries)
    {
        var text = new StringBuilder("        var environment = new Dictionary<string, string>\n        {\n");
        for (var i = 0; i < entries; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"            [\"KEY_{i}\"] = \"value {i}\",");
        }

        text.AppendLine("        };");
        text.AppendLine($"        new FargateTaskDefinition(this, \"Task\").AddContainer(\"app\", new ContainerDefinitionOptions {{ Image = {LackingImage}, Environment = environment }});");
        return Stack(text.ToString(), "", 1);
    }

    /// <summary>Many stacks of one class.</summary>
    public static AppSource OneClass(int stacks)
    {
        var app = Stack($"        new FargateTaskDefinition(this, \"Task\").AddContainer(\"app\", new ContainerDefinitionOptions {{ Image = {LackingImage} }});\n", "", 1);
        var program = new StringBuilder("using Amazon.CDK;\nvar app = new App();\n");
        for (var i = 0; i < stacks; i++)
        {
            program.AppendLine(CultureInfo.InvariantCulture, $"_ = new TheStack(app, \"stack-{i}\");");
        }

        return app with { Files = [app.Files[0], program.AppendLine("app.Synth();").ToString()] };
    }

    private static AppSource Stack(string body, string members, int expected) => new(
        [
            Usings + $$"""
            public sealed class TheStack : Stack
            {
                public TheStack(Construct scope, string id) : base(scope, id)
                {
            {{body}}    }

            {{members}}}
            """,
            "using Amazon.CDK;\nvar app = new App();\n_ = new TheStack(app, \"stack\");\napp.Synth();\n",
        ],
        expected);
}
