using System.Text;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.RobustnessTests.Support;

/// <summary>Programs around the code that a test is about.</summary>
internal static class Apps
{
    /// <summary>A stack with one certain warning (EER2001, "Healthy"), which nothing else in the compilation may take away.</summary>
    public const string Healthy =
        """

        public class HealthyStack : Stack
        {
            public HealthyStack(Construct scope, string id)
                : base(scope, id)
            {
                var task = new CfnTaskDefinition(this, "Healthy", new CfnTaskDefinitionProps
                {
                    RequiresCompatibilities = new[] { "FARGATE" },
                    ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/api:1" } },
                });
            }
        }

        """;

    /// <summary>A library of two stacks that have nothing to do with each other.</summary>
    /// <param name="body">Statements in the constructor of the first; <c>flag</c>, <c>text</c>, <c>number</c>, <c>list</c>, <c>anything</c> and <c>role</c> are unknown or known things to use.</param>
    /// <param name="members">Further members of the first.</param>
    /// <param name="types">Further types.</param>
    public static string Beside(string body, string members = "", string types = "") => CdkSource.Usings + $$"""
        public class HostileStack : Stack
        {
            public HostileStack(Construct scope, string id, bool flag, string text, int number, List<string> list, dynamic anything)
                : base(scope, id)
            {
                var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
                {{body}}
            }

            {{members}}
        }

        {{types}}
        {{Healthy}}
        """;

    /// <summary>The same piece of text many times, each with its number for <c>#</c>.</summary>
    public static string Many(int count, string piece, string separator = "")
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : separator).Append(piece.Replace("#", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return text.ToString();
    }
}
