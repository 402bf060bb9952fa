using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>Several diagnostics of one program, fixed one after the other, in any order, or all at once.</summary>
public class SeveralFixesTests
{
    private const string Head = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var repository = new Repository(this, "Repository");
        var bucket = new Bucket(this, "Bucket");
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        """;

    private const string Containers = """

        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });
        task.AddContainer("sidecar", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), EnvironmentFiles = new[] { EnvironmentFile.FromBucket(bucket, "app.env") } });
        """;

    private const string Granted = """

        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUri) });
        repository.GrantPull(role);
        task.AddContainer("sidecar", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), EnvironmentFiles = new[] { EnvironmentFile.FromBucket(bucket, "app.env") } });
        bucket.GrantRead(role, "app.env");
        """;

    private static string Stack(string body) => CdkSource.Stack(VerifyFix.Indented(body)).ReplaceLineEndings("\n");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task FixingOneLeavesTheOtherItsFix(int first)
    {
        var program = new FixRun(Stack(Head + Containers));
        var both = await program.FindingsAsync();
        Assert.Equal(["EER1001", "EER1007"], both.Select(d => d.Id));

        var offered = await program.OffersAsync(both[1 - first]);
        program = await program.FixAsync(both[first]);
        var other = Assert.Single(await program.FindingsAsync());
        Assert.Equal(both[1 - first].GetMessage(), other.GetMessage());
        Assert.Equal(offered, await program.OffersAsync(other));

        program = await program.FixAsync(other);
        Assert.Equal(Stack(Head + Granted), await program.TextAsync());
        Assert.Empty(await program.FindingsAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task StatementsForOneRoleAsWell(int first)
    {
        const string Images = """

            task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1") });
            task.AddContainer("sidecar", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/proxy:1") });
            """;
        var program = new FixRun(Stack(Head + Images));
        program = await program.FixAsync((await program.FindingsAsync())[first]);
        program = await program.FixAsync(Assert.Single(await program.FindingsAsync()));
        Assert.Empty(await program.FindingsAsync());
        Assert.Equal(2, (await program.TextAsync()).Split("\"ecr:BatchGetImage\"").Length - 1);
    }

    [Fact]
    public async Task AFixAppliedTwiceChangesNothing()
    {
        var program = await new FixRun(Stack(Head + Containers)).FixAllAsync();
        Assert.Equal(Stack(Head + Granted), await program.TextAsync());
        Assert.Equal(Stack(Head + Granted), await (await program.FixAllAsync()).TextAsync());
    }

    /// <summary><c>dotnet format</c> asks a rule's fix with any of the analyzer's diagnostics.</summary>
    [Fact]
    public async Task AFixOffersNothingForAnotherRule()
    {
        var program = new FixRun(Stack(Head + Containers));
        var diagnostic = (await program.FindingsAsync())[0];
        Assert.Equal("EER1001", diagnostic.Id);
        Assert.NotEmpty(await program.OffersAsync(diagnostic));
        var others = typeof(ExecutionRoleFix).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ExecutionRoleFix)) && t != typeof(EER1001ImageFix)).ToList();
        Assert.Contains(typeof(EER2001ExecutionRoleFix), others);
        Assert.All(others, other => Assert.Empty(program.OffersAsync(diagnostic, (ExecutionRoleFix)Activator.CreateInstance(other)!).Result));
    }

    [Fact]
    public Task OneManagedPolicyForTwoImages()
    {
        static string Images(string mark = "", string end = "") => Head + $$"""

            task.AddContainer("app", new ContainerDefinitionOptions { Image = {{mark}}ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1"){{end}} });
            """ + (mark.Length > 0 ? "" : Policy) + $$"""

            task.AddContainer("sidecar", new ContainerDefinitionOptions { Image = {{mark}}ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/proxy:1"){{end}} });
            """;
        return VerifyFix.Body<EER1001ImageFix>(
            Images("{|EER1001:", "|}"),
            Images(),
            key: "EER1001_ManagedPolicy");
    }

    private const string Policy = """

        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        """;

    [Fact]
    public Task AVariableThatIsUsedAgain()
    {
        static string Tasks(string mark, string end, string policy) => $$"""
            var task = new FargateTaskDefinition(this, "Web");
            task.ObtainExecutionRole();
            task.AddContainer("app", new ContainerDefinitionOptions { Image = {{mark}}ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1"){{end}} });{{policy}}
            task = new FargateTaskDefinition(this, "Worker");
            task.ObtainExecutionRole();
            task.AddContainer("app", new ContainerDefinitionOptions { Image = {{mark}}ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1"){{end}} });{{policy}}
            """.ReplaceLineEndings("\n");
        return VerifyFix.Body<EER1001ImageFix>(
            Tasks("{|EER1001:", "|}", ""),
            Tasks("", "", Policy.Replace("role.", "task.ObtainExecutionRole().")),
            key: "EER1001_ManagedPolicy");
    }
}
