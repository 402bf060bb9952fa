using Amazon.CDK;
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
        var taskDefinition = new FargateTaskDefinition(this, "CatalogTask", new FargateTaskDefinitionProps
        {
            Cpu = 512,
            MemoryLimitMiB = 1024,
            ExecutionRole = ExecutionRoles.ForService(this, "CatalogExecutionRole", "catalog"),
        });

        taskDefinition
            .AddHttpContainer(
                "catalog",
                ContainerImage.FromEcrRepository(_props.Platform.CatalogRepository, _target.ImageTag),
                _props.Platform.ServiceLogs,
                // Merchandising edits this file; ECS reads it from our bucket when a task starts.
                options => options.EnvironmentFiles = [EnvironmentFile.FromBucket(_props.Platform.ConfigurationBucket, "catalog/catalog.env")])
            .ConnectTo(_props.Data.Database);

        AddService("Catalog", taskDefinition);
    }

    private void AddCheckout()
    {
        // The payments team encrypts its secrets with its own key, so CDK is told which one it is.
        var paymentSecret = Secret.FromSecretAttributes(this, "PaymentSecret", new SecretAttributes
        {
            SecretCompleteArn = _target.PaymentSecretArn,
            EncryptionKey = Key.FromKeyArn(this, "PaymentKey", _target.PaymentKeyArn),
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
        _props.Data.OrderQueue.GrantSendMessages(taskDefinition.TaskRole);

        AddService("Checkout", taskDefinition);
    }

    private void AddSearch()
    {
        var executionRole = new Role(this, "SearchExecutionRole", new RoleProps
        {
            Description = "Lets ECS start the tasks of search",
            AssumedBy = new ServicePrincipal("ecs.amazonaws.com"),
        });

        // Parameter Store passes the secret of the search engine through, so the tasks need only one kind of store.
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
        var registry = $"{_target.DataScienceAccount}.dkr.ecr.{_target.Region}.amazonaws.com";
        taskDefinition.AddHttpContainer(
            "recommendations",
            ContainerImage.FromRegistry($"{registry}/models/recommendations:stable"),
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
