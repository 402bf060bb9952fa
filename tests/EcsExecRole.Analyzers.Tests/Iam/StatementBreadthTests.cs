using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;
using Xunit;
using static EcsExecRole.Analyzers.Tests.Iam.Notation;

namespace EcsExecRole.Analyzers.Tests.Iam;

/// <summary>Which statements make an administrator.</summary>
public class StatementBreadthTests
{
    [Fact]
    public void Everything_on_everything_is_administrator_like()
    {
        IsAdministratorLike("Yes", Allow("*", "*"));
        IsAdministratorLike("Yes", Allow("*:*", "*"));
        IsAdministratorLike("Yes", new() { NotActions = List("iam:*"), Resources = List("*") });
    }

    [Fact]
    public void One_service_or_one_resource_is_not()
    {
        IsAdministratorLike("No", Allow("ecs:*", "*"));
        IsAdministratorLike("No", Allow("*", Repository));
        IsAdministratorLike("No", new() { NotActions = List("s3:*"), Resources = List("*") });
        IsAdministratorLike("No", Deny("*", "*"));
    }

    [Fact]
    public void Unknown_actions_are_not_certain_to_be() => IsAdministratorLike("Unknown", new() { Actions = TemplateList.Unknown, Resources = List("*") });

    [Fact]
    public void Two_AWS_policies_are()
    {
        Assert.Equal(
            ["AdministratorAccess", "PowerUserAccess"],
            ManagedPolicies.All
                .Where(p => p.IsContentKnown && p.Statements.Any(s => StatementBreadth.IsAdministratorLike(s) == Ternary.Yes))
                .Select(p => p.Name));
    }

    private static void IsAdministratorLike(string expected, PolicyStatement statement) =>
        Assert.Equal(expected, StatementBreadth.IsAdministratorLike(statement).ToString());
}
