using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SecretsManager;
using Amazon.CDK.AWS.SSM;
using Constructs;
using Storefront.Configuration;
using Storefront.Constructs;
using EcsSecret = Amazon.CDK.AWS.ECS.Secret;
using Secret = Amazon.CDK.AWS.SecretsManager.Secret;

namespace Storefront.Stacks;

/// <summary>The internal HTTP services that the web shop calls.</summary>
public sealed class ApiStack : Stack
{
    private readonly ServiceStackProps _props;
    private readonly StorefrontEnvironment _target;

    public ApiStack(Construct scope, string id, ServiceStackProps props)
        : base(scope, id, props)
    {
        _props = props;
        _target = props.Target;

        AddCatalog();
        AddCheckout();
        AddSearch();
        AddRecommendations();
    }

    private void AddCatalog()
    {
        // Merchandising edits a file in our bucket; ECS reads it when a task starts, which CDK grants to no role by itself.
        const string environmentFile = "catalog/catalog.env";
        var executionRole = ExecutionRoles.ForService(this, "CatalogExecutionRole", "catalog");
        _props.Platform.ConfigurationBucket.GrantRead(executionRole, environmentFile);

        var taskDefinition = new FargateTaskDefinition(this, "CatalogTask", new FargateTaskDefinitionProps
        {
            Cpu = 512,
            MemoryLimitMiB = 1024,
            ExecutionRole = executionRole,
        });

        taskDefinition
            .AddHttpContainer(
                "catalog",
                ContainerImage.FromEcrRepository(_props.Platform.CatalogRepository, _target.ImageTag),
                _props.Platform.ServiceLogs,
                options => options.EnvironmentFiles = [EnvironmentFile.FromBucket(_props.Platform.ConfigurationBucket, environmentFile)])
            .ConnectTo(_props.Data.Database);

        AddService("Catalog", taskDefinition);
    }

    private void AddCheckout()
    {
        // The payments team encrypts its secrets with its own key. CDK can't edit the policy of a key that it did not make,
        // so the execution role is allowed to decrypt with it below.
        var paymentKey = Key.FromKeyArn(this, "PaymentKey", _target.PaymentKeyArn);
        var paymentSecret = Secret.FromSecretAttributes(this, "PaymentSecret", new SecretAttributes
        {
            SecretCompleteArn = _target.PaymentSecretArn,
            EncryptionKey = paymentKey,
        });

        var secrets = new Dictionary<string, EcsSecret>
        {
            ["PAYMENT_CLIENT_ID"] = EcsSecret.FromSecretsManager(paymentSecret, "client-id"),
            ["PAYMENT_CLIENT_SECRET"] = EcsSecret.FromSecretsManager(paymentSecret, "client-secret"),
        };
        if (_target.IsProduction)
        {
            secrets["EXCHANGE_RATES"] = EcsSecret.FromSsmParameter(_props.Data.ExchangeRates);
        }

        var taskDefinition = new FargateTaskDefinition(this, "CheckoutTask", new FargateTaskDefinitionProps
        {
            Cpu = 1024,
            MemoryLimitMiB = 2048,
        });
        taskDefinition
            .AddHttpContainer(
                "checkout",
                ContainerImage.FromEcrRepository(_props.Platform.CheckoutRepository, _target.ImageTag),
                _props.Platform.ServiceLogs,
                options => options.Secrets = secrets)
            .ConnectTo(_props.Data.Database);
        paymentKey.GrantDecrypt(taskDefinition.ObtainExecutionRole());
        _props.Data.OrderQueue.GrantSendMessages(taskDefinition.TaskRole);

        AddService("Checkout", taskDefinition);
    }

    private void AddSearch()
    {
        var executionRole = new Role(this, "SearchExecutionRole", new RoleProps
        {
            Description = "Lets ECS start the tasks of search",
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        });

        // Parameter Store passes the secret of the search engine through; reading the parameter takes the right to read the secret too.
        executionRole.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["secretsmanager:GetSecretValue"],
            Resources = [$"arn:aws:secretsmanager:{_target.Region}:{_target.Account}:secret:search/api-key-??????"],
        }));
        var apiKey = StringParameter.FromSecureStringParameterAttributes(this, "SearchApiKey", new SecureStringParameterAttributes
        {
            ParameterName = "/aws/reference/secretsmanager/search/api-key",
        });

        var taskDefinition = new FargateTaskDefinition(this, "SearchTask", new FargateTaskDefinitionProps
        {
            Cpu = 256,
            MemoryLimitMiB = 512,
            ExecutionRole = executionRole,
        });
        taskDefinition.AddHttpContainer(
            "search",
            ContainerImage.FromEcrRepository(_props.Platform.SearchRepository, _target.ImageTag),
            _props.Platform.ServiceLogs,
            options => options.Secrets = new Dictionary<string, EcsSecret> { ["SEARCH_API_KEY"] = EcsSecret.FromSsmParameter(apiKey) });

        AddService("Search", taskDefinition);
    }

    private void AddRecommendations()
    {
        var executionRole = ExecutionRoles.ForService(this, "RecommendationsExecutionRole", "recommendations");
        var taskDefinition = new FargateTaskDefinition(this, "RecommendationsTask", new FargateTaskDefinitionProps
        {
            Cpu = 1024,
            MemoryLimitMiB = 4096,
            ExecutionRole = executionRole,
        });

        // Data science has opened its repository to our account.
        var repository = Repository.FromRepositoryArn(
            this,
            "RecommendationsRepository",
            $"arn:aws:ecr:{_target.Region}:{_target.DataScienceAccount}:repository/models/recommendations");
        taskDefinition.AddHttpContainer(
            "recommendations",
            ContainerImage.FromEcrRepository(repository, "stable"),
            _props.Platform.ServiceLogs);

        AddService("Recommendations", taskDefinition);
    }

    private void AddService(string name, FargateTaskDefinition taskDefinition) => _ = new FargateService(this, name, new FargateServiceProps
    {
        Cluster = _props.Platform.Cluster,
        ServiceName = _target.Name(name.ToLowerInvariant()),
        TaskDefinition = taskDefinition,
        DesiredCount = _target.IsProduction ? 2 : 1,
        CircuitBreaker = new DeploymentCircuitBreaker { Rollback = true },
    });
}
