using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>EER2001: the roles of several task definitions are told apart, by variable and by ID.</summary>
public class ExecutionRoleNameTests
{
    private static string Task(string variable, string scope, string id, bool isMarked) =>
        $"var {variable} = {(isMarked ? "{|EER2001:" : "")}new FargateTaskDefinition({scope}, {id}){(isMarked ? "|}" : "")};\n" + Container(variable);

    private static string Container(string variable) =>
        $$"""{{variable}}.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });""" + "\n";

    private static string Fixed(string variable, string scope, string id, string role, string roleId) => $$"""
        var {{role}} = new Role({{scope}}, {{roleId}}, new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        });
        repository.GrantPull({{role}});
        var {{variable}} = new FargateTaskDefinition({{scope}}, {{id}}, new FargateTaskDefinitionProps { ExecutionRole = {{role}} });

        """ + Container(variable);

    private const string Repository = "var repository = new Repository(this, \"Repository\");\n";

    [Fact]
    public Task IdsThatDifferInTheirKindOnly() => VerifyFix.Body<EER2001ExecutionRoleFix>(
        Repository + Task("web", "this", "\"Web\"", true) + Task("other", "this", "\"WebTask\"", true),
        Repository
            + Fixed("web", "this", "\"Web\"", "webExecutionRole", "\"WebExecutionRole\"")
            + Fixed("other", "this", "\"WebTask\"", "webTaskExecutionRole", "\"WebTaskExecutionRole\""));

    [Fact]
    public Task IdsThatAreComputed() => VerifyFix.Body<EER2001ExecutionRoleFix>(
        Repository + Task("web", "this", "id + \"-web\"", true) + Task("worker", "this", "id + \"-worker\"", true),
        Repository
            + Fixed("web", "this", "id + \"-web\"", "executionRole", "$\"{id}-web-execution-role\"")
            + Fixed("worker", "this", "id + \"-worker\"", "executionRole2", "$\"{id}-worker-execution-role\""));

    [Fact]
    public Task OneIdInTwoScopes()
    {
        const string Scopes = Repository + "var web = new Construct(this, \"Web\");\nvar worker = new Construct(this, \"Worker\");\n";
        static string Both(string second) => Scopes
            + Fixed("one", "web", "\"Task\"", "taskExecutionRole", "\"TaskExecutionRole\"")
            + Fixed("two", "worker", "\"Task\"", "taskExecutionRole2", second);
        return VerifyFix.Body<EER2001ExecutionRoleFix>(
            Scopes + Task("one", "web", "\"Task\"", true) + Task("two", "worker", "\"Task\"", true),
            Both("\"TaskExecutionRole2\""),
            all: Both("\"TaskExecutionRole\""));
    }
}
