using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Storefront.Stacks;

namespace Storefront.Configuration;

public class StorefrontStackProps : StackProps
{
    public required StorefrontEnvironment Target { get; init; }
}

public sealed class VpcStackProps : StorefrontStackProps
{
    public required IVpc Vpc { get; init; }
}

/// <summary>What every stack that runs tasks needs of the stacks below it.</summary>
public sealed class ServiceStackProps : StorefrontStackProps
{
    public required NetworkStack Network { get; init; }

    public required PlatformStack Platform { get; init; }

    public required DataStack Data { get; init; }
}
