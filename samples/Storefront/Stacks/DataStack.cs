using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.SSM;
using Constructs;
using Storefront.Configuration;
using InstanceType = Amazon.CDK.AWS.EC2.InstanceType;
using Secret = Amazon.CDK.AWS.SecretsManager.Secret;
using SecretProps = Amazon.CDK.AWS.SecretsManager.SecretProps;

namespace Storefront.Stacks;

/// <summary>What the shop remembers: its database and queues, and the secrets and parameters that belong to them.</summary>
public sealed class DataStack : Stack
{
    public DataStack(Construct scope, string id, VpcStackProps props)
        : base(scope, id, props)
    {
        Database = new DatabaseInstance(this, "Database", new DatabaseInstanceProps
        {
            Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps { Version = PostgresEngineVersion.VER_16_4 }),
            InstanceType = InstanceType.Of(InstanceClass.T4G, props.Target.IsProduction ? InstanceSize.LARGE : InstanceSize.SMALL),
            Vpc = props.Vpc,
            Credentials = Credentials.FromGeneratedSecret("storefront"),
            DatabaseName = "storefront",
            MultiAz = props.Target.IsProduction,
            StorageEncrypted = true,
        });
        Database.Connections.AllowDefaultPortFrom(Peer.Ipv4(props.Vpc.VpcCidrBlock), "Our own tasks");

        OrderQueue = AddQueue("Orders", props.Target);
        EmailQueue = AddQueue("Emails", props.Target);
        IndexQueue = AddQueue("Index", props.Target);

        SmtpSecret = new Secret(this, "Smtp", new SecretProps
        {
            SecretName = props.Target.Name("smtp"),
            Description = "Password of the mail relay, set by hand",
        });

        FeatureFlags = new StringParameter(this, "FeatureFlags", new StringParameterProps
        {
            ParameterName = props.Target.ParameterName("feature-flags"),
            StringValue = """{"gift-cards":true,"one-click":false}""",
        });

        ExchangeRates = new StringParameter(this, "ExchangeRates", new StringParameterProps
        {
            ParameterName = props.Target.ParameterName("exchange-rates"),
            StringValue = """{"EUR":1.0,"GBP":0.84,"SEK":11.4}""",
        });
    }

    public DatabaseInstance Database { get; }

    public Queue OrderQueue { get; }

    public Queue EmailQueue { get; }

    public Queue IndexQueue { get; }

    public Secret SmtpSecret { get; }

    public StringParameter FeatureFlags { get; }

    public StringParameter ExchangeRates { get; }

    private Queue AddQueue(string name, StorefrontEnvironment target) => new(this, name, new QueueProps
    {
        QueueName = target.Name(name.ToLowerInvariant()),
        VisibilityTimeout = Duration.Minutes(5),
        EnforceSSL = true,
        DeadLetterQueue = new DeadLetterQueue
        {
            MaxReceiveCount = 5,
            Queue = new Queue(this, $"{name}Dead", new QueueProps { EnforceSSL = true, RetentionPeriod = Duration.Days(14) }),
        },
    });
}
