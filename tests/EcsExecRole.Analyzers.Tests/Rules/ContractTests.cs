using EcsExecRole.Analyzers.Rules;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>The contract of a diagnostic: location, additional locations, properties; one for each pair of origin and role.</summary>
public class ContractTests
{
    private const string Source = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var repository = new Repository(this, "Repository");
        repository.Grant(role, "ecr:DescribeImages");
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });
        """;

    [Fact]
    public async Task Properties()
    {
        var diagnostic = Assert.Single(await Only("EER1001", Source));

        Assert.Equal("ecr:BatchGetImage,ecr:GetAuthorizationToken,ecr:GetDownloadUrlForLayer", diagnostic.Properties[FindingProperties.Actions]);
        Assert.Equal("arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/${Repository}", diagnostic.Properties[FindingProperties.Resource]);
        Assert.Equal("ExecutionRole", diagnostic.Properties[FindingProperties.Role]);
        Assert.Equal("Created", diagnostic.Properties[FindingProperties.RoleKind]);
        Assert.Equal("Task", diagnostic.Properties[FindingProperties.TaskDefinition]);
        Assert.Equal("app", diagnostic.Properties[FindingProperties.Container]);
        Assert.Equal("Repository", diagnostic.Properties[FindingProperties.ResourceKind]);
        Assert.Equal("WrongAction", diagnostic.Properties[FindingProperties.NearMiss]);
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"],"Resource":"arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/${Repository}"},{"Effect":"Allow","Action":["ecr:GetAuthorizationToken"],"Resource":"*"}]}""",
            diagnostic.Properties[FindingProperties.Policy]);
    }

    [Fact]
    public async Task Locations()
    {
        var diagnostic = Assert.Single(await Only("EER1001", Source));

        Assert.Equal("ContainerImage.FromRegistry(repository.RepositoryUri)", Text(diagnostic.Location));
        Assert.StartsWith("new Role(", At(diagnostic, FindingProperties.RoleLocation), StringComparison.Ordinal);
        Assert.StartsWith("new FargateTaskDefinition(", At(diagnostic, FindingProperties.TaskDefinitionLocation), StringComparison.Ordinal);
        Assert.StartsWith("new Repository(", At(diagnostic, FindingProperties.ResourceLocation), StringComparison.Ordinal);
        Assert.StartsWith("repository.Grant(", At(diagnostic, FindingProperties.NearMissLocation), StringComparison.Ordinal);
        Assert.Equal("role", At(diagnostic, FindingProperties.RoleArgumentLocation));
    }

    [Fact]
    public async Task OneForEachRoleAtAPlace() =>
        Assert.Equal(["A", "B"], (await Only("EER1001", """
            foreach (var name in new[] { "A", "B" })
            {
                var role = new Role(this, name, new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
                var task = new FargateTaskDefinition(this, name + "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
                task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/api") });
            }
            """)).Select(d => d.Properties[FindingProperties.Role]));

    [Fact]
    public async Task OneForManyTasksOfARole()
    {
        var diagnostic = Assert.Single(await Only("EER1001", """
            var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            foreach (var name in new[] { "A", "B" })
            {
                var task = new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = role });
                task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/api") });
            }
            """));
        Assert.Equal("A,B", diagnostic.Properties[FindingProperties.TaskDefinition]);
    }

    [Fact]
    public async Task TheSameStackTwiceIsReportedOnce()
    {
        var source = CdkSource.Stack(Source).Replace("_ = new ServiceStack(app, \"Service\");", "_ = new ServiceStack(app, \"Service\"); _ = new ServiceStack(app, \"Staging\");");
        Assert.Single((await Build(source)).Where(d => d.Id == "EER1001"));
    }

    private static async Task<IEnumerable<Diagnostic>> Only(string id, string body) => (await Build(CdkSource.Stack(body))).Where(d => d.Id == id);

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> Build(string source) =>
        Analysis.Build(Analysis.Compile(source).WithOptions(new Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions(OutputKind.ConsoleApplication)));

    private static string At(Diagnostic diagnostic, string key) => Text(diagnostic.AdditionalLocations[int.Parse(diagnostic.Properties[key]!)]);

    private static string Text(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
