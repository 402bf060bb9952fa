using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Storefront.Configuration;

namespace Storefront.Stacks;

/// <summary>Tasks carried over as they were from the CloudFormation templates of the old shop.</summary>
public sealed class LegacyStack : Stack
{
    private readonly ServiceStackProps _props;
    private readonly StorefrontEnvironment _target;

    public LegacyStack(Construct scope, string id, ServiceStackProps props)
        : base(scope, id, props)
    {
        _props = props;
        _target = props.Target;

        AddInvoicing();
        AddLoyalty();
        AddTaxEngine();
        AddSitemap();
    }

    /// <summary>Prints and archives invoices.</summary>
    private void AddInvoicing()
    {
        var executionRole = new CfnRole(this, "InvoicingExecutionRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = TrustPolicy("ecs-tasks.amazonaws.com"),
            Policies = new[]
            {
                InlinePolicy("pull", PullStatements("legacy/invoicing")),
                InlinePolicy("logs", LogStatement()),
            },
        });

        AddTask("Invoicing", executionRole, taskRole: null, new CfnTaskDefinition.ContainerDefinitionProperty
        {
            Name = "invoicing",
            Image = LegacyImage("invoicing"),
            LogConfiguration = Logs("invoicing"),
        });
    }

    /// <summary>Keeps the loyalty points in step with the CRM.</summary>
    private void AddLoyalty()
    {
        var parameterArn = $"arn:aws:ssm:{_target.Region}:{_target.Account}:parameter/legacy/loyalty/tiers";

        var executionRole = new CfnRole(this, "LoyaltyExecutionRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = TrustPolicy("ecs-tasks.amazonaws.com"),
            ManagedPolicyArns = ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
            Policies = new[]
            {
                InlinePolicy("configuration", new PolicyStatement(new PolicyStatementProps
                {
                    Actions = ["ssm:GetParameters"],
                    Resources = [parameterArn],
                })),
                InlinePolicy("crm", new PolicyStatement(new PolicyStatementProps
                {
                    Actions = ["secretsmanager:GetSecretValue"],
                    Resources = [_target.CrmSecretArn],
                })),
            },
        });

        // ECS reads the CRM's key with the role above; the service reads it again when it is rotated, with this one.
        var taskRole = new CfnRole(this, "LoyaltyTaskRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = TrustPolicy("ecs-tasks.amazonaws.com"),
            Policies = new[]
            {
                InlinePolicy("crm", new PolicyStatement(new PolicyStatementProps
                {
                    Actions = ["secretsmanager:GetSecretValue"],
                    Resources = [_target.CrmSecretArn],
                })),
            },
        });

        AddTask("Loyalty", executionRole, taskRole, new CfnTaskDefinition.ContainerDefinitionProperty
        {
            Name = "loyalty",
            Image = LegacyImage("loyalty"),
            LogConfiguration = Logs("loyalty"),
            Secrets = new[]
            {
                new CfnTaskDefinition.SecretProperty { Name = "CRM_API_KEY", ValueFrom = $"{_target.CrmSecretArn}:api-key::" },
                new CfnTaskDefinition.SecretProperty { Name = "TIERS", ValueFrom = parameterArn },
            },
        });
    }

    /// <summary>The vendor's tax engine. It ran on an instance of its own before.</summary>
    private void AddTaxEngine()
    {
        var executionRole = new CfnRole(this, "TaxEngineRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = TrustPolicy("ecs-tasks.amazonaws.com"),
            ManagedPolicyArns = ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
            Policies = new[]
            {
                InlinePolicy("registry", new PolicyStatement(new PolicyStatementProps
                {
                    Actions = ["secretsmanager:GetSecretValue"],
                    Resources = [_target.TaxRegistrySecretArn],
                })),
            },
        });

        AddTask("TaxEngine", executionRole, taskRole: null, new CfnTaskDefinition.ContainerDefinitionProperty
        {
            Name = "tax-engine",
            Image = "registry.taxengine.example/engine:7.3",
            RepositoryCredentials = new CfnTaskDefinition.RepositoryCredentialsProperty
            {
                CredentialsParameter = _target.TaxRegistrySecretArn,
            },
            LogConfiguration = Logs("tax-engine"),
        });
    }

    /// <summary>Writes the sitemap for search engines. It calls no AWS service, but ECS writes its log.</summary>
    private void AddSitemap()
    {
        var executionRole = new CfnRole(this, "SitemapExecutionRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = TrustPolicy("ecs-tasks.amazonaws.com"),
            Policies = new[] { InlinePolicy("logs", LogStatement()) },
        });

        _ = new CfnTaskDefinition(this, "SitemapTask", new CfnTaskDefinitionProps
        {
            Family = _target.Name("legacy-sitemap"),
            RequiresCompatibilities = ["FARGATE"],
            NetworkMode = "awsvpc",
            Cpu = "256",
            Memory = "512",
            ExecutionRoleArn = executionRole.AttrArn,
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "sitemap",
                    Image = "public.ecr.aws/docker/library/node:20-alpine",
                    Command = ["npx", "sitemap-generator-cli", "https://shop.example"],
                    LogConfiguration = Logs("sitemap"),
                },
            },
        });
    }

    private void AddTask(string name, CfnRole executionRole, CfnRole? taskRole, CfnTaskDefinition.ContainerDefinitionProperty container)
    {
        _ = new CfnTaskDefinition(this, $"{name}Task", new CfnTaskDefinitionProps
        {
            Family = _target.Name($"legacy-{container.Name}"),
            RequiresCompatibilities = ["FARGATE"],
            NetworkMode = "awsvpc",
            Cpu = "512",
            Memory = "1024",
            ExecutionRoleArn = executionRole.AttrArn,
            TaskRoleArn = taskRole?.AttrArn,
            ContainerDefinitions = new[] { container },
        });
    }

    private string LegacyImage(string name) =>
        $"{_target.Account}.dkr.ecr.{_target.Region}.amazonaws.com/legacy/{name}:{_target.ImageTag}";

    private CfnTaskDefinition.LogConfigurationProperty Logs(string prefix) => new()
    {
        LogDriver = "awslogs",
        Options = new Dictionary<string, string>
        {
            ["awslogs-group"] = _props.Platform.ServiceLogs.LogGroupName,
            ["awslogs-region"] = _target.Region,
            ["awslogs-stream-prefix"] = prefix,
        },
    };

    private PolicyStatement LogStatement() => new(new PolicyStatementProps
    {
        Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resources = [_props.Platform.ServiceLogs.LogGroupArn],
    });

    private PolicyStatement[] PullStatements(string repository) =>
    [
        new(new PolicyStatementProps { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] }),
        new(new PolicyStatementProps
        {
            Actions = ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
            Resources = [$"arn:aws:ecr:{_target.Region}:{_target.Account}:repository/{repository}"],
        }),
    ];

    private static CfnRole.PolicyProperty InlinePolicy(string name, params PolicyStatement[] statements) => new()
    {
        PolicyName = name,
        PolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = statements }),
    };

    private static Dictionary<string, object> TrustPolicy(string service) => new()
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
}
