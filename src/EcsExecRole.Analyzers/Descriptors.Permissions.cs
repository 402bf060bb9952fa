using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers;

/// <content>
/// EER1xxx: a permission is missing. Arguments: 0 the role, as a phrase; 1 what it can't use; 2 the container, as a phrase; 3 the paths, or nothing; 4 the missing
/// actions and resources; 5 the nearest miss, or nothing.
/// </content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor Image = new(
        ImageId,
        "The execution role can't pull the image",
        "{0} can't pull image {1}{2}{3}: it lacks {4}{5}. ECS stops the task with CannotPullContainerError.",
        Permissions, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "ECS pulls an image from a private ECR repository with the task execution role.",
        helpLinkUri: Help(ImageId, RolePage));

    public static readonly DiagnosticDescriptor Logs = new(
        LogsId,
        "The execution role can't write the awslogs log",
        "{0} can't write to log group {1}{2}{3}: it lacks {4}{5}. ECS stops the task with ResourceInitializationError: failed to validate logger args.",
        Permissions, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "The awslogs driver creates log streams, and with awslogs-create-group the log group, with the task execution role.",
        helpLinkUri: Help(LogsId, Ecs + "using_awslogs.html"));

    public static readonly DiagnosticDescriptor Secret = new(
        SecretId,
        "The execution role can't read a secret",
        "{0} can't read secret {1}{2}{3}: it lacks {4}{5}. ECS stops the task with ResourceInitializationError: unable to pull secrets or registry auth.",
        Permissions, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "ECS reads the Secrets Manager secrets of containers and log drivers with the task execution role.",
        helpLinkUri: Help(SecretId, Ecs + "secrets-envvar-secrets-manager.html"));

    public static readonly DiagnosticDescriptor Parameter = new(
        ParameterId,
        "The execution role can't read an SSM parameter",
        "{0} can't read parameter {1}{2}{3}: it lacks {4}{5}. ECS stops the task with ResourceInitializationError: unable to pull secrets or registry auth.",
        Permissions, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "ECS reads SSM parameters with ssm:GetParameters and the task execution role; one that references a secret needs secretsmanager:GetSecretValue, too.",
        helpLinkUri: Help(ParameterId, Ecs + "secrets-envvar-ssm-paramstore.html"));

    public static readonly DiagnosticDescriptor RegistryCredentials = new(
        RegistryCredentialsId,
        "The execution role can't read the private registry's credentials",
        "{0} can't read registry credentials {1}{2}{3}: it lacks {4}{5}. ECS stops the task, since it can't log in to the registry.",
        Permissions, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "ECS reads a private registry's credentials from Secrets Manager with the task execution role.",
        helpLinkUri: Help(RegistryCredentialsId, Ecs + "private-auth.html"));

    public static readonly DiagnosticDescriptor Key = new(
        KeyId,
        "The execution role can't decrypt with a customer-managed key",
        "{0} can't decrypt {1}{2}{3}: it lacks {4}{5}. ECS stops the task with AccessDeniedException: Access to KMS is not allowed.",
        Permissions, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "A secret or parameter that a customer-managed KMS key encrypts needs kms:Decrypt on that key. CDK drops this grant silently for keys it did not create.",
        helpLinkUri: Help(KeyId, RolePage));

    public static readonly DiagnosticDescriptor EnvironmentFile = new(
        EnvironmentFileId,
        "The execution role can't read an environment file",
        "{0} can't read environment file {1}{2}{3}: it lacks {4}{5}. ECS stops the task with ResourceInitializationError: failed to download env files.",
        Permissions, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "ECS reads environment files from S3 with the task execution role; CDK grants nothing for them.",
        helpLinkUri: Help(EnvironmentFileId, Ecs + "use-environment-file.html"));

    public static readonly DiagnosticDescriptor FirelensFile = new(
        FirelensFileId,
        "The execution role can't read the FireLens configuration",
        "{0} can't read FireLens configuration {1}{2}{3}: it lacks {4}{5}. The task does not start without it.",
        Permissions, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "The agent reads a FireLens router's configuration from S3 with the task execution role.",
        helpLinkUri: Help(FirelensFileId, Ecs + "firelens-taskdef.html"));

    public static readonly DiagnosticDescriptor CredentialSpec = new(
        CredentialSpecId,
        "The execution role can't read a gMSA credential spec",
        "{0} can't read credential spec {1}{2}{3}: it lacks {4}{5}. The task does not start without it.",
        Permissions, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "ECS reads gMSA credential specs from S3 or Parameter Store with the task execution role; CDK grants nothing for them.",
        helpLinkUri: Help(CredentialSpecId, Ecs + "linux-gmsa.html"));

    public static readonly DiagnosticDescriptor FsxVolume = new(
        FsxVolumeId,
        "The execution role can't mount an FSx for Windows volume",
        "{0} can't mount FSx for Windows volume {1}{2}{3}: it lacks {4}{5}. The task does not start without it.",
        Permissions, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "The agent describes the file system and reads its credentials with the task execution role.",
        helpLinkUri: Help(FsxVolumeId, Ecs + "wfsx-volumes.html"));
}
