using System.Globalization;
using System.Text;

namespace EcsExecRole.Analyzers.Benchmarks.Apps;

/// <summary>One stack of a generated app, as a team would write it: five task definitions, each of another kind, some queues and buckets around them.</summary>
internal static class StackText
{
    /// <summary>How many task definitions one stack has.</summary>
    public const int TaskDefinitions = 5;

    /// <summary>What the analyzer finds in one stack that is not healthy: the L1 task definition's log and secret, and the image given by its URI.</summary>
    public const int Defects = 3;

    /// <param name="number">Which team's.</param>
    /// <param name="taskDefinitions">How many of its task definitions there are.</param>
    /// <param name="isHealthy">Whether the permissions that the analyzer would miss are granted.</param>
    public static string Of(int number, int taskDefinitions, bool isHealthy)
    {
        var text = new StringBuilder(Head);
        for (var i = 0; i < taskDefinitions; i++)
        {
            text.AppendLine($"        {Calls[i]}();");
        }

        text.AppendLine("    }");
        for (var i = 0; i < taskDefinitions; i++)
        {
            text.Append(Methods[i]);
        }

        return text.Append(Tail).Replace("// POLICIES", isHealthy ? LegacyPolicy : "").Replace("// GRANTS", isHealthy ? ImportGrant : "").Replace("NUMBER", number.ToString(CultureInfo.InvariantCulture)).ToString();
    }

    private const string Head = """
        using System.Collections.Generic;
        using System.Linq;
        using Amazon.CDK;
        using Amazon.CDK.AWS.ECR;
        using Amazon.CDK.AWS.ECS;
        using Amazon.CDK.AWS.IAM;
        using Amazon.CDK.AWS.Lambda;
        using Amazon.CDK.AWS.Logs;
        using Amazon.CDK.AWS.S3;
        using Amazon.CDK.AWS.SQS;
        using Constructs;
        using Shop.Shared;
        using EcsSecret = Amazon.CDK.AWS.ECS.Secret;
        using LifecycleRule = Amazon.CDK.AWS.S3.LifecycleRule;
        using Secret = Amazon.CDK.AWS.SecretsManager.Secret;
        using SecretProps = Amazon.CDK.AWS.SecretsManager.SecretProps;

        namespace Shop.Team_NUMBER;

        /// <summary>The services of team NUMBER.</summary>
        public sealed class TeamNUMBERStack : Stack
        {
            private readonly TeamProps _props;
            private readonly ILogGroup _logs;
            private readonly IRepository _repository;
            private readonly Queue _jobs;

            public TeamNUMBERStack(Construct scope, string id, TeamProps props)
                : base(scope, id, props)
            {
                _props = props;
                _logs = new LogGroup(this, "Logs", new LogGroupProps
                {
                    LogGroupName = props.Name("team-NUMBER"),
                    Retention = RetentionDays.ONE_MONTH,
                });
                _repository = Repository.FromRepositoryName(this, "Repository", $"shop/team-NUMBER/{props.Stage}");
                _jobs = new Queue(this, "Jobs", new QueueProps
                {
                    VisibilityTimeout = Duration.Minutes(5),
                    DeadLetterQueue = new DeadLetterQueue
                    {
                        MaxReceiveCount = 3,
                        Queue = new Queue(this, "DeadJobs", new QueueProps { RetentionPeriod = Duration.Days(14) }),
                    },
                });


        """;

    private static readonly string[] Calls = ["AddApi", "AddWorkers", "AddLegacy", "AddReports", "AddImports"];

    private static readonly string[] Methods =
    [
        """

            private void AddApi()
            {
                var password = new Secret(this, "ApiPassword", new SecretProps { SecretName = _props.Name("api-NUMBER") });
                var task = new FargateTaskDefinition(this, "ApiTask", new FargateTaskDefinitionProps
                {
                    Cpu = 512,
                    MemoryLimitMiB = _props.IsProduction ? 2048 : 1024,
                    ExecutionRole = Roles.ForService(this, "ApiExecutionRole", "api-NUMBER"),
                });
                var container = task.AddContainer("api", new ContainerDefinitionOptions
                {
                    Image = ContainerImage.FromEcrRepository(_repository, _props.ImageTag),
                    Logging = LogDriver.AwsLogs(new AwsLogDriverProps { LogGroup = _logs, StreamPrefix = "api" }),
                    PortMappings = new[] { new PortMapping { ContainerPort = 8080 } },
                    Environment = new Dictionary<string, string>
                    {
                        ["STAGE"] = _props.Stage,
                        ["QUEUE_URL"] = _jobs.QueueUrl,
                        ["LOG_LEVEL"] = _props.IsProduction ? "Information" : "Debug",
                    },
                    Secrets = new Dictionary<string, EcsSecret>
                    {
                        ["DB_PASSWORD"] = EcsSecret.FromSecretsManager(password, "password"),
                        ["DB_USER"] = EcsSecret.FromSecretsManager(password, "user"),
                    },
                });
                container.AddUlimits(new Ulimit { Name = UlimitName.NOFILE, SoftLimit = 65536, HardLimit = 65536 });
                _jobs.GrantSendMessages(task.TaskRole);
                _ = new FargateService(this, "ApiService", new FargateServiceProps
                {
                    Cluster = _props.Cluster,
                    TaskDefinition = task,
                    DesiredCount = _props.IsProduction ? 4 : 1,
                    CircuitBreaker = new DeploymentCircuitBreaker { Rollback = true },
                });
            }

        """,
        """

            private void AddWorkers()
            {
                foreach (var (name, memory) in new[] { ("mailer", 512) })
                {
                    var task = new FargateTaskDefinition(this, $"{name}Task", new FargateTaskDefinitionProps
                    {
                        Cpu = 256,
                        MemoryLimitMiB = memory,
                        ExecutionRole = CreateRole(name),
                    });
                    task.AddService(name, ContainerImage.FromEcrRepository(_repository, _props.ImageTag), _logs, options =>
                    {
                        options.Command = new[] { "dotnet", "Worker.dll", name };
                        options.Environment = new Dictionary<string, string> { ["QUEUE_URL"] = _jobs.QueueUrl };
                    });
                    _jobs.GrantConsumeMessages(task.TaskRole);
                    _ = new FargateService(this, $"{name}Service", new FargateServiceProps { Cluster = _props.Cluster, TaskDefinition = task, DesiredCount = 1 });
                }
            }

            private Role CreateRole(string worker)
            {
                var role = Roles.ForService(this, $"{worker}ExecutionRole", worker);
                role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
                {
                    Actions = new[] { "secretsmanager:GetSecretValue" },
                    Resources = new[] { $"arn:aws:secretsmanager:{Region}:{Account}:secret:shop/{_props.Stage}/{worker}-*" },
                }));
                return role;
            }

        """,
        """

            private void AddLegacy()
            {
                var role = new CfnRole(this, "LegacyExecutionRole", new CfnRoleProps
                {
                    AssumeRolePolicyDocument = Roles.Trust("ecs-tasks.amazonaws.com"),
                    Policies = new[]
                    {
                        Roles.Inline("pull", Roles.PullStatements($"shop/legacy-NUMBER", _props)),
                        // POLICIES
                    },
                });
                _ = new CfnTaskDefinition(this, "LegacyTask", new CfnTaskDefinitionProps
                {
                    Family = _props.Name("legacy-NUMBER"),
                    RequiresCompatibilities = new[] { "FARGATE" },
                    NetworkMode = "awsvpc",
                    Cpu = "512",
                    Memory = "1024",
                    ExecutionRoleArn = role.AttrArn,
                    ContainerDefinitions = new[]
                    {
                        new CfnTaskDefinition.ContainerDefinitionProperty
                        {
                            Name = "legacy",
                            Image = $"{_props.Account}.dkr.ecr.{_props.Region}.amazonaws.com/shop/legacy-NUMBER:{_props.ImageTag}",
                            LogConfiguration = new CfnTaskDefinition.LogConfigurationProperty
                            {
                                LogDriver = "awslogs",
                                Options = new Dictionary<string, string>
                                {
                                    ["awslogs-group"] = _logs.LogGroupName,
                                    ["awslogs-region"] = _props.Region,
                                    ["awslogs-stream-prefix"] = "legacy",
                                },
                            },
                            Secrets = new[]
                            {
                                new CfnTaskDefinition.SecretProperty { Name = "KEY", ValueFrom = $"arn:aws:secretsmanager:{_props.Region}:{_props.Account}:secret:legacy-NUMBER-Ab12Cd" },
                            },
                        },
                    },
                });
            }

        """,
        """

            private void AddReports()
            {
                var bucket = new Bucket(this, "Reports", new BucketProps
                {
                    BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
                    LifecycleRules = new[] { new LifecycleRule { Expiration = Duration.Days(_props.IsProduction ? 365 : 30) } },
                });
                var task = new TaskDefinition(this, "ReportTask", new TaskDefinitionProps
                {
                    Compatibility = Compatibility.FARGATE,
                    Cpu = "1024",
                    MemoryMiB = "2048",
                });
                task.AddToExecutionRolePolicy(new PolicyStatement(new PolicyStatementProps
                {
                    Actions = new[] { "kms:Decrypt" },
                    Resources = new[] { $"arn:aws:kms:{Region}:{Account}:key/6d1f0b8e-3c47-4f6e-9a55-0b7c5f1e2d01" },
                }));
                var settings = new[] { "format", "zone", "currency" }.ToDictionary(n => n.ToUpperInvariant(), n => _props.Name(n));
                task.AddContainer("report", new ContainerDefinitionOptions
                {
                    Image = ContainerImage.FromEcrRepository(_repository, _props.ImageTag),
                    Logging = LogDriver.AwsLogs(new AwsLogDriverProps { LogGroup = _logs, StreamPrefix = "report" }),
                    Environment = settings,
                });
                bucket.GrantReadWrite(task.TaskRole);
                var trigger = new Function(this, "Trigger", new FunctionProps
                {
                    Runtime = Runtime.NODEJS_18_X,
                    Handler = "index.handler",
                    Code = Code.FromInline("exports.handler = async () => {}"),
                    Timeout = Duration.Seconds(30),
                    Environment = new Dictionary<string, string> { ["TASK"] = task.TaskDefinitionArn, ["BUCKET"] = bucket.BucketName },
                });
                bucket.GrantRead(trigger);
            }

        """,
        """

            private void AddImports()
            {
                var task = new FargateTaskDefinition(this, "ImportTask", new FargateTaskDefinitionProps { Cpu = 256, MemoryLimitMiB = 512 });
                // GRANTS
                task.AddContainer("import", new ContainerDefinitionOptions
                {
                    Image = ContainerImage.FromRegistry($"{_props.Account}.dkr.ecr.{_props.Region}.amazonaws.com/shop/import:{_props.ImageTag}"),
                    Logging = LogDriver.AwsLogs(new AwsLogDriverProps { LogGroup = _logs, StreamPrefix = "import" }),
                    Command = _props.IsProduction ? new[] { "import", "--all" } : new[] { "import", "--sample" },
                });
                foreach (var topic in _props.Topics.Where(t => t.Length > 0))
                {
                    var queue = new Queue(this, $"Import-{topic}", new QueueProps { QueueName = _props.Name($"import-NUMBER-{topic}") });
                    queue.GrantConsumeMessages(task.TaskRole);
                    _ = new CfnOutput(this, $"Import-{topic}-Url", new CfnOutputProps { Value = queue.QueueUrl });
                }
            }

        """,
    ];

    private const string LegacyPolicy = """
        Roles.Inline("start", new[]
                    {
                        new PolicyStatement(new PolicyStatementProps { Actions = new[] { "logs:CreateLogStream", "logs:PutLogEvents" }, Resources = new[] { _logs.LogGroupArn } }),
                        new PolicyStatement(new PolicyStatementProps
                        {
                            Actions = new[] { "secretsmanager:GetSecretValue" },
                            Resources = new[] { $"arn:aws:secretsmanager:{_props.Region}:{_props.Account}:secret:legacy-NUMBER-Ab12Cd" },
                        }),
                    }),
        """;

    private const string ImportGrant = """
        foreach (var statement in Roles.PullStatements("shop/import", _props))
                {
                    task.AddToExecutionRolePolicy(statement);
                }

        """;

    private const string Tail = """
        }
        """;
}
