namespace EcsExecRole.Analyzers.Benchmarks.Apps;

/// <summary>What the stacks of a generated app share: props, role factories, an extension method.</summary>
internal static class SharedText
{
    public const string Props = """
        using Amazon.CDK;
        using Amazon.CDK.AWS.ECS;

        namespace Shop.Shared;

        /// <summary>What each team's stack is told.</summary>
        public sealed class TeamProps : StackProps
        {
            public required string Stage { get; init; }

            public required ICluster Cluster { get; init; }

            public required string ImageTag { get; init; }

            public required string[] Topics { get; init; }

            public string Account { get; init; } = "111122223333";

            public string Region { get; init; } = "eu-west-1";

            public bool IsProduction => Stage == "production";

            public string Name(string resource) => $"shop-{Stage}-{resource}";
        }
        """;

    public const string Helpers = """
        using System;
        using System.Collections.Generic;
        using Amazon.CDK.AWS.ECS;
        using Amazon.CDK.AWS.IAM;
        using Amazon.CDK.AWS.Logs;
        using Constructs;

        namespace Shop.Shared;

        /// <summary>The execution roles that the teams use.</summary>
        internal static class Roles
        {
            public static Role ForService(Construct scope, string id, string service) => new(scope, id, new RoleProps
            {
                Description = $"Lets ECS start the tasks of {service}",
                AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            });

            public static Dictionary<string, object> Trust(string service) => new()
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new[]
                {
                    new Dictionary<string, object>
                    {
                        ["Effect"] = "Allow",
                        ["Principal"] = new Dictionary<string, object> { ["Service"] = service },
                        ["Action"] = "sts:AssumeRole",
                    },
                },
            };

            public static CfnRole.PolicyProperty Inline(string name, params PolicyStatement[] statements) => new CfnRole.PolicyProperty
            {
                PolicyName = name,
                PolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = statements }),
            };

            public static PolicyStatement[] PullStatements(string repository, TeamProps props) => new[]
            {
                new PolicyStatement(new PolicyStatementProps { Actions = new[] { "ecr:GetAuthorizationToken" }, Resources = new[] { "*" } }),
                new PolicyStatement(new PolicyStatementProps
                {
                    Actions = new[] { "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage" },
                    Resources = new[] { $"arn:aws:ecr:{props.Region}:{props.Account}:repository/{repository}" },
                }),
            };
        }

        /// <summary>How containers are added.</summary>
        internal static class TaskDefinitionExtensions
        {
            public static ContainerDefinition AddService(this TaskDefinition task, string name, ContainerImage image, ILogGroup logs, Action<ContainerDefinitionOptions>? configure = null)
            {
                var options = new ContainerDefinitionOptions
                {
                    ContainerName = name,
                    Image = image,
                    Logging = LogDriver.AwsLogs(new AwsLogDriverProps { LogGroup = logs, StreamPrefix = name }),
                };
                configure?.Invoke(options);
                return task.AddContainer(name, options);
            }
        }
        """;

    public const string ProgramHead = """
        using Amazon.CDK;
        using Amazon.CDK.AWS.EC2;
        using Amazon.CDK.AWS.ECS;
        using Shop.Shared;

        var app = new App();
        var stage = app.Node.TryGetContext("stage") as string ?? "staging";
        var platform = new Stack(app, "platform", new StackProps { Env = new Amazon.CDK.Environment { Account = "111122223333", Region = "eu-west-1" } });
        var vpc = new Vpc(platform, "Vpc", new VpcProps { MaxAzs = 2 });
        var cluster = new Cluster(platform, "Cluster", new ClusterProps { Vpc = vpc });
        TeamProps Props() => new()
        {
            Stage = stage,
            Cluster = cluster,
            ImageTag = "2024.41",
            Topics = ["orders", "customers"],
            Env = new Amazon.CDK.Environment { Account = "111122223333", Region = "eu-west-1" },
        };

        """;
}
