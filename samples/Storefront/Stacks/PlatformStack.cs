using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using Constructs;
using Storefront.Configuration;
using LifecycleRule = Amazon.CDK.AWS.ECR.LifecycleRule;

namespace Storefront.Stacks;

/// <summary>What the services share: the cluster, their image repositories, a log group and the configuration bucket.</summary>
public sealed class PlatformStack : Stack
{
    public PlatformStack(Construct scope, string id, VpcStackProps props)
        : base(scope, id, props)
    {
        Cluster = new Cluster(this, "Cluster", new ClusterProps
        {
            ClusterName = props.Target.Name("cluster"),
            Vpc = props.Vpc,
            ContainerInsights = props.Target.IsProduction,
        });

        CatalogRepository = AddRepository("catalog");
        CheckoutRepository = AddRepository("checkout");
        SearchRepository = AddRepository("search");
        WorkerRepository = AddRepository("worker");
        ReportRepository = AddRepository("reports");
        MediaRepository = AddRepository("media");

        ServiceLogs = new LogGroup(this, "ServiceLogs", new LogGroupProps
        {
            LogGroupName = $"/storefront/{props.Target.Stage}/services",
            Retention = props.Target.IsProduction ? RetentionDays.SIX_MONTHS : RetentionDays.TWO_WEEKS,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });

        ConfigurationBucket = new Bucket(this, "Configuration", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            Versioned = true,
        });
    }

    public Cluster Cluster { get; }

    public Repository CatalogRepository { get; }

    public Repository CheckoutRepository { get; }

    public Repository SearchRepository { get; }

    public Repository WorkerRepository { get; }

    public Repository ReportRepository { get; }

    public Repository MediaRepository { get; }

    public LogGroup ServiceLogs { get; }

    public Bucket ConfigurationBucket { get; }

    private Repository AddRepository(string name) => new(this, $"{name}-repository", new RepositoryProps
    {
        RepositoryName = $"storefront/{name}",
        ImageScanOnPush = true,
        LifecycleRules = [new LifecycleRule { MaxImageCount = 50 }],
    });
}
