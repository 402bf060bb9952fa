using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using Storefront.Configuration;

namespace Storefront.Stacks;

/// <summary>The VPC of the shop, with endpoints for the AWS services that every task talks to.</summary>
public sealed class NetworkStack : Stack
{
    public NetworkStack(Construct scope, string id, StorefrontStackProps props)
        : base(scope, id, props)
    {
        Vpc = new Vpc(this, "Vpc", new VpcProps
        {
            IpAddresses = IpAddresses.Cidr("10.40.0.0/16"),
            MaxAzs = 2,
            NatGateways = props.Target.IsProduction ? 2 : 1,
        });

        AddInterface("EcrApi", InterfaceVpcEndpointAwsService.ECR);
        AddInterface("EcrDocker", InterfaceVpcEndpointAwsService.ECR_DOCKER);
        AddInterface("Logs", InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS);
        AddInterface("SecretsManager", InterfaceVpcEndpointAwsService.SECRETS_MANAGER);
        AddInterface("Ssm", InterfaceVpcEndpointAwsService.SSM);
        Vpc.AddGatewayEndpoint("S3", new GatewayVpcEndpointOptions { Service = GatewayVpcEndpointAwsService.S3 });
    }

    /// <summary>Named, so that synthesizing does not have to ask the account for its zones.</summary>
    public override string[] AvailabilityZones => [$"{Region}a", $"{Region}b"];

    public Vpc Vpc { get; }

    private void AddInterface(string id, IInterfaceVpcEndpointService service) =>
        Vpc.AddInterfaceEndpoint(id, new InterfaceVpcEndpointOptions { Service = service, PrivateDnsEnabled = true });
}
