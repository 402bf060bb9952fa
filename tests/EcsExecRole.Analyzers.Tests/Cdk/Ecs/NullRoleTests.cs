using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Ecs;

/// <summary>Grants on <c>ExecutionRole</c> while it is null.</summary>
public class NullRoleTests
{
    private const string Repository = "var repo = Repository.FromRepositoryName(this, \"R\", \"r\");";
    private const string Statement = "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } })";
    private const string Policy = "ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonECSTaskExecutionRolePolicy\")";

    [Theory]
    [InlineData("repo.GrantPull(td.ExecutionRole);", "repo.GrantPull(td.ExecutionRole)")]
    [InlineData("repo.GrantPull(td.ExecutionRole!);", "repo.GrantPull(td.ExecutionRole!)")]
    [InlineData("td.ExecutionRole?.AddToPrincipalPolicy(" + Statement + ");", "td.ExecutionRole?.AddToPrincipalPolicy(" + Statement + ")")]
    [InlineData("td.ExecutionRole.AddManagedPolicy(" + Policy + ");", "td.ExecutionRole.AddManagedPolicy(" + Policy + ")")]
    [InlineData("var role = td.ExecutionRole; repo.GrantPull(role);", "repo.GrantPull(role)")]
    [InlineData("var role = td.ExecutionRole; role?.AddManagedPolicy(" + Policy + ");", "role?.AddManagedPolicy(" + Policy + ")")]
    [InlineData("var kept = new { Role = td.ExecutionRole }; kept.Role?.AddManagedPolicy(" + Policy + ");", "kept.Role?.AddManagedPolicy(" + Policy + ")")]
    [InlineData("void Pull(IRole? role) => repo.GrantPull(role); Pull(td.ExecutionRole);", "repo.GrantPull(role)")]
    [InlineData("ITaskDefinition any = td; repo.GrantPull(any.ExecutionRole);", "repo.GrantPull(any.ExecutionRole)")]
    [InlineData("if (repo is not null) { var role = td.ExecutionRole; repo.GrantPull(role); }", "repo.GrantPull(role)")]
    public void AreNoted(string code, string expected)
    {
        var run = EcsRun.Fargate(Repository + code);
        var (operation, definition, guard) = Assert.Single(run.Graph.GrantsOnNullRole);
        Assert.Equal(expected, operation.Syntax.ToString());
        Assert.Equal(run.Definition, definition);
        Assert.True(guard.IsAlways);
        Assert.Equal("none", run.Role);
    }

    [Theory]
    [InlineData("td.ObtainExecutionRole(); repo.GrantPull(td.ExecutionRole);")]
    [InlineData("repo.GrantPull(td.ExecutionRole ?? td.ObtainExecutionRole());")]
    [InlineData("if (td.ExecutionRole != null) { repo.GrantPull(td.ExecutionRole); }")]
    [InlineData("var role = td.ExecutionRole; if (role != null) { repo.GrantPull(role); }")]
    [InlineData("var role = td.ExecutionRole; role = td.ObtainExecutionRole(); repo.GrantPull(role);")]
    [InlineData("var arn = td.ExecutionRole?.RoleArn;")]
    [InlineData("void Pull(IRole? role) { if (role is { } there) { repo.GrantPull(there); } } Pull(td.ExecutionRole);")]
    [InlineData("IRole? role = null; role?.AddManagedPolicy(" + Policy + ");")]
    [InlineData("repo.GrantPull(td.TaskRole);")]
    [InlineData("td.AddContainer(\"a\", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(repo) }); repo.GrantPull(td.ExecutionRole);")]
    public void AreNotSeenWhereThereIsNone(string code) => Assert.Empty(EcsRun.Fargate(Repository + code).Graph.GrantsOnNullRole);

    [Fact]
    public void AreNotedOnTheirPaths()
    {
        var run = EcsRun.Fargate(Repository + "if (flag) { td.ObtainExecutionRole(); } td.ExecutionRole?.AddToPrincipalPolicy(" + Statement + ");", "bool flag");
        Assert.Equal("not flag", Assert.Single(run.Graph.GrantsOnNullRole).Guard.ToString());
        Assert.Contains("Allow a:B on * when flag", run.Role);
    }
}
