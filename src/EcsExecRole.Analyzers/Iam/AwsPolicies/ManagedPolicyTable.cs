namespace EcsExecRole.Analyzers.Iam;

/// <summary>
/// The AWS managed policies that are attached to execution roles, rightly or wrongly, each reduced to what it allows of the actions that ECS needs,
/// and of their neighbours that are taken for them. Read off the policies' versions of August 2026.
/// </summary>
internal static class ManagedPolicyTable
{
    private const string ServiceRole = "service-role/";

    private const string JobFunction = "job-function/";

    private static readonly string[] EcrPull =
        [EcsActions.GetAuthorizationToken, EcsActions.BatchCheckLayerAvailability, EcsActions.GetDownloadUrlForLayer, EcsActions.BatchGetImage];

    private static readonly string[] LogWrite = [EcsActions.CreateLogStream, EcsActions.PutLogEvents];

    private static readonly string[] LogWriteAndCreate = [EcsActions.CreateLogGroup, .. LogWrite];

    private static readonly string[] NoTopics = [];

    /// <summary>The services of which a task's start may need something.</summary>
    private static readonly string[] TaskStart = ["ecr", "logs", "secretsmanager", "ssm", "kms", "s3", "fsx"];

    public static ImmutableArray<ManagedPolicy> All { get; } =
    [
        // Amazon ECS
        Policy("AmazonECSTaskExecutionRolePolicy", ServiceRole, TaskStart, Allow([.. EcrPull, .. LogWrite])),
        Policy("AmazonEC2ContainerServiceforEC2Role", ServiceRole, TaskStart, Allow([.. EcrPull, .. LogWrite]), Allow(["ecs:Poll", "ecs:Submit*"])),
        Policy("AmazonECS_FullAccess", "", TaskStart,
            Allow(["ecs:*", EcsActions.CreateLogGroup, "logs:DescribeLogGroups", "logs:FilterLogEvents", EcsActions.DescribeFileSystems]),
            Allow(["ssm:GetParameter", EcsActions.GetParameters, "ssm:GetParametersByPath"], "arn:aws:ssm:*:*:parameter/aws/service/ecs*")),
        Policy("AmazonEC2ContainerServiceFullAccess", "", TaskStart, Allow(["ecs:*"])),
        Policy("AmazonEC2ContainerServiceRole", ServiceRole, TaskStart, Allow(["elasticloadbalancing:Describe*"])),
        Policy("AmazonECSInfrastructureRolePolicyForVolumes", ServiceRole, NoTopics, Allow(["ec2:DescribeVolumes"])),
        Policy("AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity", ServiceRole, NoTopics,
            Allow([EcsActions.GetSecretValue], "arn:aws:secretsmanager:*:*:secret:ecs-sc!*") with
            {
                Conditions =
                [
                    new("StringEquals", "aws:ResourceAccount", TemplateList.Of("${aws:PrincipalAccount}")),
                    new("StringEquals", "secretsmanager:ResourceTag/aws:secretsmanager:owningService", TemplateList.Of("ecs-sc")),
                ],
            }),
        Policy("AmazonECSInstanceRolePolicyForManagedInstances", "", TaskStart, Allow(["ecs:DiscoverPollEndpoint"])),

        // Amazon ECR
        Policy("AmazonEC2ContainerRegistryReadOnly", "", ["ecr"], Allow([.. EcrPull, "ecr:DescribeRepositories", "ecr:ListImages", "ecr:DescribeImages"])),
        Policy("AmazonEC2ContainerRegistryPullOnly", "", ["ecr"],
            Allow([EcsActions.GetAuthorizationToken, EcsActions.BatchGetImage, EcsActions.GetDownloadUrlForLayer, EcsActions.BatchImportUpstreamImage])),
        Policy("AmazonEC2ContainerRegistryPowerUser", "", ["ecr"], Allow([.. EcrPull, "ecr:DescribeRepositories", "ecr:PutImage"])),
        Policy("AmazonEC2ContainerRegistryFullAccess", "", ["ecr"], Allow(["ecr:*"])),
        Policy("AWSAppRunnerServicePolicyForECRAccess", ServiceRole, ["ecr"], Allow([.. EcrPull, "ecr:DescribeImages"])),
        Policy("AmazonElasticContainerRegistryPublicReadOnly", "", ["ecr"],
            Allow(["ecr-public:GetAuthorizationToken", "sts:GetServiceBearerToken", "ecr-public:BatchCheckLayerAvailability"])),
        Policy("AmazonElasticContainerRegistryPublicPowerUser", "", ["ecr"],
            Allow(["ecr-public:GetAuthorizationToken", "sts:GetServiceBearerToken", "ecr-public:BatchCheckLayerAvailability", "ecr-public:PutImage"])),
        Policy("AmazonElasticContainerRegistryPublicFullAccess", "", ["ecr"], Allow(["ecr-public:*", "sts:GetServiceBearerToken"])),

        // AWS Systems Manager
        Policy("AmazonSSMReadOnlyAccess", "", ["ssm", "kms"], Allow(["ssm:Describe*", "ssm:Get*", "ssm:List*"])),
        Policy("AmazonSSMFullAccess", "", ["ssm", "kms"], Allow(["logs:*", "ssm:*"])),
        Policy("AmazonSSMManagedInstanceCore", "", ["ssm", "kms"], Allow(["ssm:GetParameter", EcsActions.GetParameters])),
        Policy("AmazonEC2RoleforSSM", ServiceRole, ["ssm", "kms"],
            Allow([EcsActions.GetParameters]),
            Allow([.. LogWriteAndCreate, "logs:DescribeLogGroups"]),
            Allow([EcsActions.GetBucketLocation, EcsActions.GetObject, "s3:ListBucket"])),

        // AWS Secrets Manager and AWS KMS
        Policy("SecretsManagerReadWrite", "", ["secretsmanager", "kms"],
            Allow(["secretsmanager:*", "kms:DescribeKey", "kms:ListAliases", "kms:ListKeys"]),
            Allow([EcsActions.GetObject], "arn:aws:s3:::awsserverlessrepo-changesets*", "arn:aws:s3:::secrets-manager-rotation-apps-*/*")),
        Policy("AWSSecretsManagerClientReadOnlyAccess", "", ["secretsmanager", "kms"],
            Allow([EcsActions.GetSecretValue, "secretsmanager:DescribeSecret"], "arn:aws:secretsmanager:*:*:secret:*"),
            Allow([EcsActions.Decrypt], "arn:aws:kms:*:*:key/*") with
            {
                Conditions =
                [
                    new("StringLike", "kms:EncryptionContext:SecretARN", TemplateList.Of("arn:aws:secretsmanager:*:*:secret:*")),
                    new("StringLike", "kms:ViaService", TemplateList.Of("secretsmanager.*.amazonaws.com")),
                ],
            }),
        Policy("AWSKeyManagementServicePowerUser", "", ["kms"], Allow(["kms:CreateKey", "kms:Describe*", "kms:Get*", "kms:List*"])),

        // Amazon CloudWatch
        Policy("CloudWatchLogsFullAccess", "", ["logs"], Allow(["logs:*"])),
        Policy("CloudWatchLogsReadOnlyAccess", "", ["logs"], Allow(["logs:Describe*", "logs:Get*", "logs:List*", "logs:FilterLogEvents"])),
        Policy("CloudWatchFullAccess", "", ["logs"], Allow(["logs:*", "cloudwatch:*"])),
        Policy("CloudWatchFullAccessV2", "", ["logs"], Allow(["logs:*", "cloudwatch:*"])),
        Policy("CloudWatchReadOnlyAccess", "", ["logs"], Allow(["logs:Get*", "logs:List*", "logs:Describe*", "logs:FilterLogEvents"])),
        Policy("CloudWatchAgentServerPolicy", "", ["logs", "ssm"],
            Allow([.. LogWriteAndCreate, "logs:DescribeLogGroups"]),
            Allow(["ssm:GetParameter"], "arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*")),
        Policy("CloudWatchAgentAdminPolicy", "", ["logs", "ssm"], Allow(LogWriteAndCreate)),
        Policy("AWSLambdaExecute", "", ["logs"], Allow(LogWriteAndCreate, "arn:aws:logs:*:*:*"), Allow([EcsActions.GetObject, "s3:PutObject"], "arn:aws:s3:::*")),

        // Amazon S3
        Policy("AmazonS3ReadOnlyAccess", "", ["s3", "kms"], Allow(["s3:Get*", "s3:List*", "s3:Describe*"])),
        Policy("AmazonS3FullAccess", "", ["s3", "kms"], Allow(["s3:*"])),

        // Amazon FSx
        Policy("AmazonFSxReadOnlyAccess", "", ["fsx"], Allow(["fsx:Describe*", "fsx:ListTagsForResource"])),

        // Whole accounts
        Policy("AdministratorAccess", "", ["*"], Allow(["*"])),
        Policy("PowerUserAccess", "", ["*"],
            new PolicyStatement { NotActions = TemplateList.Of("iam:*", "organizations:*", "account:*"), Resources = TemplateList.Of("*") },
            Allow(["iam:CreateServiceLinkedRole", "iam:DeleteServiceLinkedRole", "iam:ListRoles"])),
        Policy("ReadOnlyAccess", "", ["*"],
            Allow(
            [
                "ecr:BatchCheck*", "ecr:BatchGet*", "ecr:Describe*", "ecr:Get*", "ecr:List*", "fsx:Describe*", "fsx:List*",
                "kms:Describe*", "kms:Get*", "kms:List*", "logs:Describe*", "logs:FilterLogEvents", "logs:Get*", "s3:Get*", "s3:List*",
                "secretsmanager:Describe*", "secretsmanager:GetResourcePolicy", "secretsmanager:List*", "ssm:Describe*", "ssm:Get*", "ssm:List*",
            ])),
        Policy("ViewOnlyAccess", JobFunction, ["*"],
            Allow(["ecr:DescribeRepositories", EcsActions.DescribeFileSystems, "kms:ListKeys", "logs:Describe*", "s3:ListBucket", "ssm:ListDocuments"])),
        Policy("SecurityAudit", "", ["*"],
            Allow(["ecr:DescribeImages", "fsx:Describe*", "kms:Describe*", "logs:Describe*", "s3:GetBucket*", "secretsmanager:DescribeSecret", "ssm:Describe*"])),
    ];

    private static ManagedPolicy Policy(string name, string path, string[] topics, params PolicyStatement[] statements) =>
        new(name, path, [.. statements], [.. topics]);

    private static PolicyStatement Allow(string[] actions, params string[] resources) =>
        PolicyStatement.Allow(TemplateList.Of(actions), TemplateList.Of(resources.Length == 0 ? ["*"] : resources));
}
