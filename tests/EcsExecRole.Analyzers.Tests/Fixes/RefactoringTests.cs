using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>The refactorings of a task definition that is given an execution role.</summary>
public class RefactoringTests
{
    private const string Restriction = """
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Effect = Effect.DENY,
            Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resources = ["*"],
            Conditions = new Dictionary<string, object>
            {
                ["StringNotEquals"] = new Dictionary<string, object> { ["KEY"] = VALUE },
            },
        }));
        """;

    private const string Role = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        """;

    private static string Task(string mark = "") => $$"""
        var task = {{mark}}new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        """;

    private static string Restricted(string key, string value) => Restriction.Replace("KEY", key).Replace("VALUE", value);

    [Theory]
    [InlineData("""var endpoint = Amazon.CDK.AWS.EC2.InterfaceVpcEndpoint.FromInterfaceVpcEndpointAttributes(this, "Endpoint", new Amazon.CDK.AWS.EC2.InterfaceVpcEndpointAttributes { VpcEndpointId = "vpce-1", Port = 443 });""", "aws:SourceVpce", "endpoint.VpcEndpointId")]
    [InlineData("""var vpc = new Amazon.CDK.AWS.EC2.Vpc(this, "Vpc");""", "aws:SourceVpc", "vpc.VpcId")]
    public Task RestrictPulls(string endpoint, string key, string value) => VerifyRefactoring.Body<VpcEndpointRefactoring>(
        $"{endpoint}\n{Role}\n{Task("$$")}",
        $"{endpoint}\n{Role}\n{Task()}\n{Restricted(key, value)}");

    [Fact]
    public Task RestrictPullsToAnEndpointThatIsNamedLater() => VerifyRefactoring.Body<VpcEndpointRefactoring>(
        $"{Role}\n{Task("$$")}",
        $$"""
        {{Role}}
        {{Task()}}
        var ecrEndpointId = new Amazon.CDK.CfnParameter(this, "EcrEndpointId", new Amazon.CDK.CfnParameterProps { Description = "The VPC endpoint for ECR's Docker registry" });
        {{Restricted("aws:SourceVpce", "ecrEndpointId.ValueAsString")}}
        """);

    [Fact]
    public Task NoRestrictionTwice() => VerifyRefactoring.Body<VpcEndpointRefactoring>(
        $"{Role}\n{Task("$$")}\n{Restricted("aws:SourceVpce", "\"vpce-1\"")}",
        after: null);

    /// <summary>What seems to be a statement of its own ends, or begins, elsewhere: a statement beside it would be an error more.</summary>
    [Theory]
    [InlineData("var role = Role.FromRoleName(this, \"Execution\", \"ecs-execution\", new FromRoleNameOptions { Mutable = false\nvar task = $$new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps { ExecutionRole = role });")]
    [InlineData(Role + "$$new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps { ExecutionRole = role })\n.AddContainer(\"app\", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry($\"ghcr.io/{Region}")]
    public Task NothingWhereAStatementHasNoEnd(string body) => VerifyRefactoring.Body<VpcEndpointRefactoring>(body, after: null);

    [Fact]
    public Task NothingWithoutARole() => VerifyRefactoring.Body<LeastPrivilegeRoleRefactoring>(
        """var task = $$new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { Cpu = 512 });""",
        after: null);

    [Fact]
    public Task LeastPrivilege() => VerifyRefactoring.Body<LeastPrivilegeRoleRefactoring>(
        """
        var role = new Role(this, "ExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("AdministratorAccess")],
        });
        var repository = new Repository(this, "Repository");
        var task = $$new FargateTaskDefinition(this, "ReportTask", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(repository.RepositoryUri),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "report" }),
        });
        """,
        """
        var role = new Role(this, "ExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("AdministratorAccess")],
        });
        var repository = new Repository(this, "Repository");
        var executionRole = new Role(this, "ReportExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        });
        var task = new FargateTaskDefinition(this, "ReportTask", new FargateTaskDefinitionProps { ExecutionRole = executionRole });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(repository.RepositoryUri),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "report" }),
        });
        repository.GrantPull(executionRole);
        """);
}
