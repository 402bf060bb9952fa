using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>EER2002 to EER2004 and EER2010: the role itself.</summary>
public class RoleTests
{
    private const string Container = """
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")) });
        """;

    private static string TaskWith(string role) => $$"""
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = {{role}} });
        """ + Container;

    // EER2002

    [Theory]
    [InlineData("ecs.amazonaws.com")]
    [InlineData("ec2.amazonaws.com")]
    [InlineData("lambda.amazonaws.com")]
    public Task AnotherServiceIsTrusted(string service) => VerifyRules.All(CdkSource.Stack($$"""
        var role = {|#0:new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("{{service}}") })|};
        {{TaskWith("role")}}
        """), VerifyRules.Result(Descriptors.Trust).WithLocation(0).WithMessage(
        $"ECS can't assume execution role 'ExecutionRole': its trust policy does not let ecs-tasks.amazonaws.com call sts:AssumeRole ({service} is not ecs-tasks.amazonaws.com)"));

    [Fact]
    public Task TrustAddedLater() => VerifyRules.Only("EER2002", CdkSource.Stack($$"""
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ec2.amazonaws.com") });
        role.AssumeRolePolicy.AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "sts:AssumeRole" }, Principals = new[] { new ServicePrincipal("ecs-tasks.amazonaws.com") } }));
        {{TaskWith("role")}}
        """));

    [Fact]
    public Task TrustAmongOthers() => VerifyRules.Only("EER2002", CdkSource.Stack($$"""
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new CompositePrincipal(new ServicePrincipal("ec2.amazonaws.com"), new ServicePrincipal("ecs-tasks.amazonaws.com")) });
        {{TaskWith("role")}}
        """));

    [Fact]
    public Task TheTrustOfAnImportedRoleIsNotKnown() => VerifyRules.Only("EER2002", CdkSource.Stack(TaskWith("""Role.FromRoleName(this, "Imported", "ecsTaskExecutionRole")""")));

    // EER2003

    // The repository's own policy gets the pull, because the account of an environment-agnostic stack may be another one; the token has no resource.
    [Fact]
    public Task GrantsToAnImmutableRoleAreDropped() => VerifyRules.All(CdkSource.Stack($$"""
        var role = {|#0:Role.FromRoleArn(this, "Imported", "arn:aws:iam::111111111111:role/ecsTaskExecutionRole", new FromRoleArnOptions { Mutable = false })|};
        {{TaskWith("role")}}
        """), VerifyRules.Result(Descriptors.ImportedRole).WithLocation(0).WithMessage(
        "CDK adds no permissions to imported execution role 'Imported', and says nothing; for task definition 'Task' it must already allow ecr:GetAuthorizationToken on '*'"));

    [Fact]
    public Task AMutableImportGetsItsGrants() => VerifyRules.Only("EER2003", CdkSource.Stack(TaskWith("""Role.FromRoleName(this, "Imported", "ecsTaskExecutionRole")""")));

    [Fact]
    public Task AViewWithoutUpdatesOfOnesOwnRoleIsJudged() => VerifyRules.Only("EER1001,EER2003", CdkSource.Stack("""
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role.WithoutPolicyUpdates() });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = {|EER1001:ContainerImage.FromEcrRepository(new Repository(this, "Repository"))|} });
        """));

    [Theory]
    [InlineData("ecs_exec_role.sufficient_roles = arn:aws:iam::*:role/ecsTaskExecutionRole")]
    [InlineData("ecs_exec_role.sufficient_roles = Other.Member, ServiceStack.ExecutionRole")]
    public Task TheUserVouchesForARole(string option) => VerifyRules.Run(
        CdkSource.Stack(TaskWith("ExecutionRole"), """
            private IRole ExecutionRole => Role.FromRoleArn(this, "Imported", "arn:aws:iam::111111111111:role/ecsTaskExecutionRole", new FromRoleArnOptions { Mutable = false });
            """),
        [Descriptors.NoManagedPolicyId, Descriptors.AuditId, Descriptors.ReportId],
        editorConfig: option);

    // EER2004

    [Fact]
    public Task ThePathIsLeftOut() => VerifyRules.Only("EER2004", CdkSource.Stack("""
        var role = new Role(this, "ExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName({|#0:"AmazonECSTaskExecutionRolePolicy"|}) },
        });
        """ + TaskWith("role")), VerifyRules.Result(Descriptors.ManagedPolicy).WithLocation(0).WithMessage(
        "Managed policy 'AmazonECSTaskExecutionRolePolicy' gives execution role 'ExecutionRole' nothing: AWS has no policy of that path, only 'service-role/AmazonECSTaskExecutionRolePolicy', so that the deployment fails"));

    [Fact]
    public Task APolicyOfOnesOwnAccount() => VerifyRules.Only("EER2004", CdkSource.Stack("""
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddManagedPolicy(ManagedPolicy.FromManagedPolicyName(this, "Policy", {|EER2004:"service-role/AmazonECSTaskExecutionRolePolicy"|}));
        """ + TaskWith("role")));

    [Fact]
    public async Task AnImportedRoleDropsIt() =>
        Assert.Contains(await Analysis.Build(CdkSource.Stack("""
            var role = Role.FromRoleName(this, "Imported", "ecsTaskExecutionRole");
            role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
            """ + TaskWith("role"))), d => d.Id == "EER2004");

    [Theory]
    [InlineData("""ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy")""")]
    [InlineData("""ManagedPolicy.FromManagedPolicyArn(this, "P", "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy")""")]
    [InlineData("""ManagedPolicy.FromManagedPolicyName(this, "P", "our-execution-policy")""")]
    public Task RightNames(string policy) => VerifyRules.Only("EER2004", CdkSource.Stack($$"""
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddManagedPolicy({{policy}});
        {{TaskWith("role")}}
        """));

    // EER2010

    [Fact]
    public Task WithoutTheManagedPolicy() => VerifyRules.Only("EER2010", CdkSource.Stack("""
        var role = {|EER2010:new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") })|};
        """ + TaskWith("role")));

    [Fact]
    public Task WithTheManagedPolicy() => VerifyRules.Only("EER2010", CdkSource.Stack("""
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        """ + TaskWith("role")));

    [Fact]
    public Task ARoleThatCdkMakesIsNotTheUsersChoice() => VerifyRules.Only("EER2010", CdkSource.Stack("""var task = new FargateTaskDefinition(this, "Task");""" + Container));
}
