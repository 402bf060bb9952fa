using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.FrontDoor;

/// <summary>An option that is not understood is reported once and ignored; what is understood in the same list counts.</summary>
public class OptionTests
{
    private const string Image = "ContainerImage.FromRegistry(\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/app\")";

    /// <summary>A task whose role lacks the pull permissions, but for which <c>ExecutionRoles.Shared</c> answers.</summary>
    private static string App(string image) => CdkSource.Stack(
        $$"""
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = ExecutionRoles.Shared(this) });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = {{image}} });
        """,
        """
        private static class ExecutionRoles
        {
            public static Role Shared(Construct scope) => new Role(scope, "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        }
        """);

    [Fact]
    public Task WithoutOptionsTheRoleIsJudged() => Run(App($"{{|{Descriptors.ImageId}:{Image}|}}"), "");

    [Theory]
    [InlineData("ExecutionRoles.Shared")]
    [InlineData("Other.Role, ExecutionRoles.Shared")]
    [InlineData("arn:aws:iam::*:role/x, ExecutionRoles")]
    public Task ASufficientRoleIsNot(string value) => Run(App(Image), $"ecs_exec_role.sufficient_roles = {value}");

    [Fact]
    public Task TheRestOfAListCounts() => Run(
        App(Image),
        "ecs_exec_role.sufficient_roles = the shared one, ExecutionRoles.Shared",
        Mistake("'the shared one' in option 'ecs_exec_role.sufficient_roles'", OptionKeys.SufficientRoles));

    [Theory]
    [InlineData("ecs_exec_role.fix_style", "policies", "policies")]
    [InlineData("ecs_exec_role.pull_through_cache_prefixes", "mirror, Docker Hub", "Docker Hub")]
    [InlineData("ecs_exec_role.sufficient_roles", "arn:aws:iam", "arn:aws:iam")]
    public Task AValueThatCannotBeMeant(string key, string value, string item) => Run(
        App($"{{|{Descriptors.ImageId}:{Image}|}}"),
        $"{key} = {value}",
        Mistake($"'{item}' in option '{key}'", OptionKeys.All.Single(o => o.Key == key)));

    [Fact]
    public Task AnOptionThatDoesNotExist() => Run(
        App($"{{|{Descriptors.ImageId}:{Image}|}}"),
        "ecs_exec_role.sufficient_role = ExecutionRoles.Shared",
        new DiagnosticResult(Descriptors.OptionMistake).WithArguments(
            "Option 'ecs_exec_role.sufficient_role'",
            "the options are ecs_exec_role.sufficient_roles, ecs_exec_role.pull_through_cache_prefixes, ecs_exec_role.fix_style"));

    [Fact]
    public void EveryExampleIsValid() =>
        Assert.All(OptionKeys.All, o => Assert.All(OptionKey.Items(o.Example), i => Assert.True(o.IsValid(i), i)));

    private static DiagnosticResult Mistake(string subject, OptionKey key) =>
        new DiagnosticResult(Descriptors.OptionMistake).WithArguments(subject, "expected: " + key.Expected.Replace("`", "", StringComparison.Ordinal));

    private static Task Run(string source, string editorConfig, params DiagnosticResult[] expected) =>
        VerifyRules.Run(source, Descriptors.All.Select(d => d.Id).Except([Descriptors.ImageId, Descriptors.OptionId]), editorConfig: editorConfig, expected: expected);
}
