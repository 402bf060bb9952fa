namespace EcsExecRole.Analyzers.Needs;

/// <summary>What of a task definition makes ECS use the execution role.</summary>
internal enum NeedKind
{
    /// <summary>An image in a private ECR repository.</summary>
    Image,

    /// <summary>The <c>awslogs</c> log driver, the creation of its group included.</summary>
    Logs,

    /// <summary>A Secrets Manager secret in <c>secrets</c> or in a log driver's <c>secretOptions</c>.</summary>
    Secret,

    /// <summary>An SSM parameter in the same places; one that references a secret needs the secret, too.</summary>
    Parameter,

    /// <summary>A private registry's credentials.</summary>
    RegistryCredentials,

    /// <summary>The customer-managed KMS key of a secret, parameter or registry credential.</summary>
    Key,

    /// <summary>An environment file in S3.</summary>
    EnvironmentFile,

    /// <summary>A FireLens configuration in S3.</summary>
    FirelensFile,

    /// <summary>A gMSA credential spec.</summary>
    CredentialSpec,

    /// <summary>An FSx for Windows File Server volume.</summary>
    FsxVolume,

    /// <summary>The <c>awsfirelens</c> log driver on Fargate: the role itself, as the manual's older edition has it, but no permission.</summary>
    Firelens,
}
