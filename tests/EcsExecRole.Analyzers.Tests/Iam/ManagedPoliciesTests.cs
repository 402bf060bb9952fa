using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;
using Xunit;
using static EcsExecRole.Analyzers.Tests.Iam.Notation;

namespace EcsExecRole.Analyzers.Tests.Iam;

/// <summary>The table of AWS managed policies, against what simulating the real documents gave, and how a policy is found.</summary>
public class ManagedPoliciesTests
{
    /// <summary>The calls, in the order of the columns below.</summary>
    private static readonly IamRequest[] Calls =
    [
        Request(EcsActions.GetAuthorizationToken, "*"),
        Request(EcsActions.BatchGetImage, Repository),
        Request(EcsActions.GetDownloadUrlForLayer, Repository),
        Request(EcsActions.BatchCheckLayerAvailability, Repository),
        Request(EcsActions.BatchImportUpstreamImage, Repository),
        Request(EcsActions.CreateRepository, Repository),
        Request(EcsActions.CreateLogStream, LogStream),
        Request(EcsActions.PutLogEvents, LogStream),
        Request(EcsActions.CreateLogGroup, "arn:{P}:logs:{R}:{A}:log-group:/ecs/web"),
        Request(EcsActions.GetSecretValue, Secret),
        Request(EcsActions.GetParameters, Parameter),
        Request(EcsActions.Decrypt, Key, ("kms:ViaService", "ssm.{R}.amazonaws.com"), ("kms:EncryptionContext:PARAMETER_ARN", Parameter)),
        Request(EcsActions.GetObject, "arn:{P}:s3:::b/prod.env"),
        Request(EcsActions.GetBucketLocation, "arn:{P}:s3:::b"),
        Request(EcsActions.DescribeFileSystems, "*"),
    ];

    private static readonly IamRequest DecryptSecret =
        Request(EcsActions.Decrypt, Key, ("kms:ViaService", "secretsmanager.{R}.amazonaws.com"), ("kms:EncryptionContext:SecretARN", Secret));

    /// <summary>ecr: token, get, layer, check, import, create; logs: stream, put, group; secret, parameter, key (C: by way of a secret); s3: get, location; fsx.</summary>
    [Theory]
    [InlineData("AWSKeyManagementServicePowerUser", "------ --- --- ---")]
    [InlineData("AWSSecretsManagerClientReadOnlyAccess", "------ --- Y-C ---")]
    [InlineData("AdministratorAccess", "YYYYYY YYY YYY YYY")]
    [InlineData("AmazonEC2ContainerRegistryFullAccess", "YYYYYY --- --- ---")]
    [InlineData("AmazonEC2ContainerRegistryPowerUser", "YYYY-- --- --- ---")]
    [InlineData("AmazonEC2ContainerRegistryPullOnly", "YYY-Y- --- --- ---")]
    [InlineData("AmazonEC2ContainerRegistryReadOnly", "YYYY-- --- --- ---")]
    [InlineData("AmazonEC2ContainerServiceFullAccess", "------ --- --- ---")]
    [InlineData("AmazonECSInstanceRolePolicyForManagedInstances", "------ --- --- ---")]
    [InlineData("AmazonECS_FullAccess", "------ --Y --- --Y")]
    [InlineData("AmazonElasticContainerRegistryPublicFullAccess", "------ --- --- ---")]
    [InlineData("AmazonElasticContainerRegistryPublicPowerUser", "------ --- --- ---")]
    [InlineData("AmazonElasticContainerRegistryPublicReadOnly", "------ --- --- ---")]
    [InlineData("AmazonS3FullAccess", "------ --- --- YY-")]
    [InlineData("AmazonS3ReadOnlyAccess", "------ --- --- YY-")]
    [InlineData("AmazonSSMFullAccess", "------ YYY -Y- ---")]
    [InlineData("AmazonSSMManagedInstanceCore", "------ --- -Y- ---")]
    [InlineData("AmazonSSMReadOnlyAccess", "------ --- -Y- ---")]
    [InlineData("CloudWatchAgentServerPolicy", "------ YYY --- ---")]
    [InlineData("CloudWatchFullAccess", "------ YYY --- ---")]
    [InlineData("CloudWatchFullAccessV2", "------ YYY --- ---")]
    [InlineData("CloudWatchLogsFullAccess", "------ YYY --- ---")]
    [InlineData("CloudWatchLogsReadOnlyAccess", "------ --- --- ---")]
    [InlineData("CloudWatchReadOnlyAccess", "------ --- --- ---")]
    [InlineData("PowerUserAccess", "YYYYYY YYY YYY YYY")]
    [InlineData("ReadOnlyAccess", "YYYY-- --- -Y- YYY")]
    [InlineData("SecretsManagerReadWrite", "------ --- Y-- ---")]
    [InlineData("SecurityAudit", "------ --- --- -YY")]
    [InlineData("job-function/ViewOnlyAccess", "------ --- --- --Y")]
    [InlineData("service-role/AWSAppRunnerServicePolicyForECRAccess", "YYYY-- --- --- ---")]
    [InlineData("service-role/AWSLambdaBasicExecutionRole", "------ YYY --- ---")]
    [InlineData("service-role/AmazonEC2ContainerServiceRole", "------ --- --- ---")]
    [InlineData("service-role/AmazonEC2ContainerServiceforEC2Role", "YYYY-- YY- --- ---")]
    [InlineData("service-role/AmazonEC2RoleforSSM", "------ YYY -Y- YY-")]
    [InlineData("service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity", "------ --- --- ---")]
    [InlineData("service-role/AmazonECSInfrastructureRolePolicyForVolumes", "------ --- --- ---")]
    [InlineData("service-role/AmazonECSTaskExecutionRolePolicy", "YYYY-- YY- --- ---")]
    public void A_policy_allows_what_its_document_allows(string name, string expected)
    {
        Assert.True(ManagedPolicies.TryGet(name, out var policy));
        var columns = string.Concat(Calls.Select(c => Letter(policy, c)));
        Assert.Equal(expected, string.Join(' ', columns[..6], columns[6..9], columns[9..12], columns[12..]));
    }

    [Fact]
    public void Some_allow_it_on_resources_of_their_own_only()
    {
        Assert.Equal("Y", Letter("AmazonECS_FullAccess", Request(EcsActions.GetParameters, "arn:{P}:ssm:{R}::parameter/aws/service/ecs/optimized-ami")));
        Assert.Equal("Y", Letter("SecretsManagerReadWrite", Request(EcsActions.GetObject, "arn:{P}:s3:::secrets-manager-rotation-apps-1/x")));
        Assert.Equal("-", Letter("SecretsManagerReadWrite", Request(EcsActions.GetObject, "arn:{P}:s3:::b/x")));
        Assert.Equal("Y", Letter("AWSLambdaExecute", Request(EcsActions.PutLogEvents, LogStream)));
        Assert.Equal("-", Letter("AmazonSQSFullAccess", Request(EcsActions.PutLogEvents, LogStream)));
        Assert.Equal("Y", Letter("AmazonFSxReadOnlyAccess", Request(EcsActions.DescribeFileSystems, "*")));
    }

    [Theory]
    [InlineData("service-role/AmazonECSTaskExecutionRolePolicy", nameof(ManagedPolicyKind.Known))]
    [InlineData("arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy", nameof(ManagedPolicyKind.Known))]
    [InlineData("arn:{P}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy", nameof(ManagedPolicyKind.Known))]
    [InlineData("arn:aws-cn:iam::aws:policy/AmazonEC2ContainerRegistryReadOnly", nameof(ManagedPolicyKind.Known))]
    [InlineData("AmazonECSTaskExecutionRolePolicy", nameof(ManagedPolicyKind.WrongPath))]
    [InlineData("arn:{P}:iam::aws:policy/AmazonECSTaskExecutionRolePolicy", nameof(ManagedPolicyKind.WrongPath))]
    [InlineData("service-role/AmazonEC2ContainerRegistryReadOnly", nameof(ManagedPolicyKind.WrongPath))]
    [InlineData("ViewOnlyAccess", nameof(ManagedPolicyKind.WrongPath))]
    [InlineData("SystemAdministrator", nameof(ManagedPolicyKind.WrongPath))]
    [InlineData("AmazonECSTaskExecutionRolePolicyV2", nameof(ManagedPolicyKind.OtherAws))]
    [InlineData("arn:{P}:iam::aws:policy/{name}", nameof(ManagedPolicyKind.OtherAws))]
    [InlineData("arn:aws:iam::123456789012:policy/team/app", nameof(ManagedPolicyKind.Customer))]
    [InlineData("arn:{P}:iam::{A}:policy/{name}", nameof(ManagedPolicyKind.Customer))]
    [InlineData("arn:{P}:iam::{A}:policy/AmazonECSTaskExecutionRolePolicy", nameof(ManagedPolicyKind.CustomerNamedLikeAws))]
    [InlineData("arn:{P}:iam::{A}:policy/service-role/AmazonECSTaskExecutionRolePolicy", nameof(ManagedPolicyKind.CustomerNamedLikeAws))]
    [InlineData("arn:{P}:iam::{owner}:policy/AmazonECSTaskExecutionRolePolicy", nameof(ManagedPolicyKind.Unknown))]
    [InlineData("{arn}", nameof(ManagedPolicyKind.Unknown))]
    [InlineData("arn:aws:iam::aws:role/x", nameof(ManagedPolicyKind.Unknown))]
    public void A_policy_is_found_by_its_path_and_name(string arnOrName, string kind)
    {
        var found = ManagedPolicies.Find(T(arnOrName));
        Assert.Equal(kind, found.Kind.ToString());
        Assert.Equal(found.Kind is ManagedPolicyKind.Known, ManagedPolicies.TryGet(T(arnOrName), out _));
        Assert.Equal(found.Kind is ManagedPolicyKind.Known or ManagedPolicyKind.WrongPath or ManagedPolicyKind.CustomerNamedLikeAws, found.Policy is not null);
    }

    [Fact]
    public void The_right_path_of_a_misplaced_name_is_told() =>
        Assert.Equal("service-role/AmazonECSTaskExecutionRolePolicy", ManagedPolicies.Find("AmazonECSTaskExecutionRolePolicy").Policy?.PathAndName);

    [Fact]
    public void Of_some_only_the_path_is_known()
    {
        Assert.True(ManagedPolicies.TryGet("job-function/SystemAdministrator", out var policy));
        Assert.False(policy.IsContentKnown);
        Assert.Empty(policy.Place(Guard.Always, null));
    }

    [Fact]
    public void Every_name_is_listed_once_and_every_known_policy_says_something()
    {
        Assert.Equal(ManagedPolicies.All.Count, ManagedPolicies.All.Select(p => p.Name).Distinct().Count());
        Assert.All(ManagedPolicies.All, p => Assert.True(p.Path is "" or "service-role/" or "job-function/", p.PathAndName));
        Assert.All(ManagedPolicies.All.Where(p => p.IsContentKnown), p => Assert.NotEmpty(p.Statements));
    }

    private static string Letter(string name, IamRequest call) => ManagedPolicies.TryGet(name, out var policy) ? Letter(policy, call) : "?";

    private static string Letter(ManagedPolicy policy, IamRequest call)
    {
        if (Allows(policy, call))
        {
            return "Y";
        }

        return call.Action == EcsActions.Decrypt && Allows(policy, DecryptSecret) ? "C" : "-";
    }

    private static bool Allows(ManagedPolicy policy, IamRequest call)
    {
        var decision = PolicyEvaluator.Decide(call, [.. policy.Place(Guard.Always, null)], Guard.Never);
        Assert.True(decision.Unknown.IsNever, $"{policy.Name}: {call.Action}");
        return decision.Granted.IsAlways;
    }
}
