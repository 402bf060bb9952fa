namespace Storefront.Configuration;

/// <summary>What differs between the stages: where the shop is deployed, how large it is, and what other teams have set up for it.</summary>
public sealed record StorefrontEnvironment(string Stage, string Account, string Region)
{
    /// <summary>The release that the pipelines of all our services have pushed.</summary>
    public required string ImageTag { get; init; }

    /// <summary>The account in which the data science team publishes its models.</summary>
    public required string DataScienceAccount { get; init; }

    /// <summary>API credentials of the payment provider, kept by the payments team.</summary>
    public required string PaymentSecretArn { get; init; }

    /// <summary>The key with which the payments team encrypts its secrets.</summary>
    public required string PaymentKeyArn { get; init; }

    /// <summary>API key of the CRM; a JSON secret with the fields "url" and "api-key".</summary>
    public required string CrmSecretArn { get; init; }

    /// <summary>User and password for the registry of the vendor of the tax engine.</summary>
    public required string TaxRegistrySecretArn { get; init; }

    public required int WebTaskCount { get; init; }

    public bool IsProduction => Stage == "production";

    public static StorefrontEnvironment Staging { get; } = new("staging", "111122223333", "eu-west-1")
    {
        ImageTag = "2024.41-rc2",
        DataScienceAccount = "444455556666",
        PaymentSecretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/provider-Zq3xV1",
        PaymentKeyArn = "arn:aws:kms:eu-west-1:111122223333:key/6d1f0b8e-3c47-4f6e-9a55-0b7c5f1e2d01",
        CrmSecretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:crm/api-Kd82Lm",
        TaxRegistrySecretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:tax/registry-Bn4cR7",
        WebTaskCount = 1,
    };

    public static StorefrontEnvironment Production { get; } = new("production", "777788889999", "eu-west-1")
    {
        ImageTag = "2024.40",
        DataScienceAccount = "444455556666",
        PaymentSecretArn = "arn:aws:secretsmanager:eu-west-1:777788889999:secret:payments/provider-a8Jk2P",
        PaymentKeyArn = "arn:aws:kms:eu-west-1:777788889999:key/f2a94c10-88d3-4b1a-b0c2-5e6f7a8b9c02",
        CrmSecretArn = "arn:aws:secretsmanager:eu-west-1:777788889999:secret:crm/api-Xw61Qe",
        TaxRegistrySecretArn = "arn:aws:secretsmanager:eu-west-1:777788889999:secret:tax/registry-Hc7dS2",
        WebTaskCount = 4,
    };

    public static StorefrontEnvironment For(string stage) => stage switch
    {
        "staging" => Staging,
        "production" => Production,
        _ => throw new ArgumentException($"There is no stage '{stage}'; choose staging or production.", nameof(stage)),
    };

    /// <summary>The physical name of a resource in this stage.</summary>
    public string Name(string resource) => $"storefront-{Stage}-{resource}";

    /// <summary>The path of a parameter of ours in this stage.</summary>
    public string ParameterName(string parameter) => $"/storefront/{Stage}/{parameter}";

    public Amazon.CDK.Environment ToCdkEnvironment() => new() { Account = Account, Region = Region };
}
