namespace EcsExecRole.Analyzers.Iam;

/// <summary>
/// AWS managed policies that serve something else and end up on execution roles all the same: with them attached it is still known what the role
/// allows. Read off the policies' versions of August 2026.
/// </summary>
internal static class ApplicationPolicies
{
    public static ImmutableArray<ManagedPolicy> All { get; } =
    [
        .. WithoutStartup(
            "",
            ("AmazonBedrockFullAccess", "bedrock:*"),
            ("AmazonCognitoPowerUser", "cognito-identity:*"),
            ("AmazonDynamoDBFullAccess", "dynamodb:*"),
            ("AmazonDynamoDBReadOnlyAccess", "dynamodb:GetItem"),
            ("AmazonEC2FullAccess", "ec2:*"),
            ("AmazonEC2ReadOnlyAccess", "ec2:Describe*"),
            ("AmazonECSInfrastructureRolePolicyForLoadBalancers", "elasticloadbalancing:DescribeListeners"),
            ("AmazonECSInfrastructureRolePolicyForManagedInstances", "ec2:CreateLaunchTemplate"),
            ("AmazonECSInfrastructureRolePolicyForVpcLattice", "vpc-lattice:RegisterTargets"),
            ("AmazonElasticFileSystemClientReadWriteAccess", "elasticfilesystem:ClientMount"),
            ("AmazonKinesisFirehoseFullAccess", "firehose:*"),
            ("AmazonKinesisFullAccess", "kinesis:*"),
            ("AmazonPrometheusRemoteWriteAccess", "aps:RemoteWrite"),
            ("AmazonRDSFullAccess", "rds:*"),
            ("AmazonSESFullAccess", "ses:*"),
            ("AmazonSNSFullAccess", "sns:*"),
            ("AmazonSNSReadOnlyAccess", "sns:GetTopicAttributes"),
            ("AmazonSQSFullAccess", "sqs:*"),
            ("AmazonSQSReadOnlyAccess", "sqs:GetQueueAttributes"),
            ("AWSAppMeshEnvoyAccess", "appmesh:StreamAggregatedResources"),
            ("AWSStepFunctionsFullAccess", "states:*"),
            ("AWSXRayDaemonWriteAccess", "xray:PutTraceSegments"),
            ("AWSXrayWriteOnlyAccess", "xray:PutTraceSegments"),
            ("IAMFullAccess", "iam:*")),
        .. WithoutStartup(
            "service-role/",
            ("AmazonEC2ContainerServiceAutoscaleRole", "ecs:DescribeServices"),
            ("AmazonEC2ContainerServiceEventsRole", "ecs:RunTask"),
            ("AmazonEC2SpotFleetTaggingRole", "ec2:DescribeImages"),
            ("AWSBatchServiceEventTargetRole", "batch:SubmitJob"),
            ("AWSCodeDeployRole", "autoscaling:CompleteLifecycleAction"),
            ("AWSElasticBeanstalkRoleECS", "ecs:CreateCluster"),
            ("AWSFaultInjectionSimulatorECSAccess", "ecs:DescribeClusters"),
            ("AWSLambdaENIManagementAccess", "ec2:CreateNetworkInterface"),
            ("AWSLambdaRole", "lambda:InvokeFunction")),
        .. WithLogs(
            "AmazonAPIGatewayPushToCloudWatchLogs",
            "AWSAppSyncPushToCloudWatchLogs",
            "AWSBatchServiceRole",
            "AWSLambdaBasicExecutionRole",
            "AWSLambdaDynamoDBExecutionRole",
            "AWSLambdaKinesisExecutionRole",
            "AWSLambdaMSKExecutionRole",
            "AWSLambdaSQSQueueExecutionRole",
            "AWSLambdaVPCAccessExecutionRole",
            "AWSTransferLoggingAccess"),
        .. OfUnknownContent(
            "service-role/",
            "AmazonDMSCloudWatchLogsRole",
            "AmazonEC2RoleforAWSCodeDeploy",
            "AmazonECSInfrastructureRoleforExpressGatewayServices",
            "AmazonElasticMapReduceRole",
            "AmazonElasticMapReduceforEC2Role",
            "AmazonRDSEnhancedMonitoringRole",
            "AmazonSSMAutomationRole",
            "AmazonSSMMaintenanceWindowRole",
            "AWSBackupServiceRolePolicyForBackup",
            "AWSBackupServiceRolePolicyForRestores",
            "AWSCodeDeployRoleForLambda",
            "AWS_ConfigRole",
            "AWSGlueServiceRole"),
        .. OfUnknownContent(
            "job-function/",
            "Billing",
            "DatabaseAdministrator",
            "DataScientist",
            "NetworkAdministrator",
            "SupportUser",
            "SystemAdministrator"),
        .. OfUnknownContent("", "AWSCodeDeployRoleForECS"),
    ];

    /// <summary>Policies that allow nothing of what ECS needs to start a task, each with an action that it does allow.</summary>
    private static IEnumerable<ManagedPolicy> WithoutStartup(string path, params (string Name, string Action)[] policies) =>
        policies.Select(p => new ManagedPolicy(p.Name, path, [PolicyStatement.Allow(TemplateList.Of(p.Action), TemplateList.Of("*"))], []));

    /// <summary>Policies that allow no more of what ECS needs than to create and write logs anywhere.</summary>
    private static IEnumerable<ManagedPolicy> WithLogs(params string[] names) =>
        names.Select(n => new ManagedPolicy(
            n,
            "service-role/",
            [
                PolicyStatement.Allow(
                    TemplateList.Of(EcsActions.CreateLogGroup, EcsActions.CreateLogStream, EcsActions.PutLogEvents), TemplateList.Of("*")),
            ],
            ["logs"]));

    /// <summary>
    /// Policies of which only the path is of interest, which is what gets forgotten: <c>FromAwsManagedPolicyName</c> checks nothing, and the
    /// deployment fails.
    /// </summary>
    private static IEnumerable<ManagedPolicy> OfUnknownContent(string path, params string[] names) =>
        names.Select(n => new ManagedPolicy(n, path, default, []));
}
