using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>EER1001: the role can't pull the container's image from a private ECR repository.</summary>
public class EER1001Tests
{
    private const string Role = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        """;

    private const string Task = """
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        """;

    private static string Container(string image) => $$"""task.AddContainer("app", new ContainerDefinitionOptions { Image = {{image}} });""";

    [Fact]
    public Task UriOfARepositoryInAString() => VerifyRules.All(CdkSource.Stack(Role + Task + Container("""
        {|EER1001:ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.4")|}
        """)));

    [Fact]
    public Task UriOfARepositoryOfTheProgram() => VerifyRules.All(CdkSource.Stack($$"""
        {{Role}}
        {{Task}}
        var repository = new Repository(this, "Repository");
        {{Container("""{|EER1001:ContainerImage.FromRegistry(repository.RepositoryUriForTag("1"))|}""")}}
        """));

    [Fact]
    public Task InterpolatedUri() => VerifyRules.All(CdkSource.Stack($$"""
        {{Role}}
        {{Task}}
        {{Container("""{|EER1001:ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/shop/api:1")|}""")}}
        """));

    [Fact]
    public Task FipsAndDualStackHosts() => VerifyRules.All(CdkSource.Stack($$"""
        {{Role}}
        {{Task}}
        {{Container("""{|EER1001:ContainerImage.FromRegistry("111111111111.dkr.ecr-fips.us-east-1.amazonaws.com/api")|}""")}}
        task.AddContainer("side", new ContainerDefinitionOptions { Image = {|EER1001:ContainerImage.FromRegistry("111111111111.dkr-ecr.us-east-1.on.aws/api")|} });
        """));

    [Fact]
    public Task L1() => VerifyRules.All(CdkSource.Stack($$"""
        {{Role}}
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = {|EER1001:"111111111111.dkr.ecr.eu-west-1.amazonaws.com/api:1"|} },
            },
        });
        """));

    [Fact]
    public Task TheTokenAloneIsMissing() => VerifyRules.Only("EER1001", CdkSource.Stack($$"""
        {{Role}}
        {{Task}}
        var repository = new Repository(this, "Repository");
        repository.Grant(role, "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");
        {{Container("""{|#0:ContainerImage.FromRegistry(repository.RepositoryUri)|}""")}}
        """), VerifyRules.Result(Descriptors.Image).WithLocation(0).WithMessage(
        "Execution role 'ExecutionRole' can't pull image '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/${Repository}' of container 'app': it lacks ecr:GetAuthorizationToken on '*' (ecr:BatchGetImage does not include ecr:GetAuthorizationToken). ECS stops the task with CannotPullContainerError."));

    [Fact]
    public Task OnlyInProduction() => VerifyRules.Only("EER1001", CdkSource.Library("bool isProduction", $$"""
        {{Role}}
        {{Task}}
        var repository = new Repository(this, "Repository");
        if (!isProduction)
        {
            repository.GrantPull(role);
        }

        {{Container("""{|#0:ContainerImage.FromRegistry(repository.RepositoryUri)|}""")}}
        """), VerifyRules.Result(Descriptors.Image).WithLocation(0).WithMessage(
        "Execution role 'ExecutionRole' can't pull image '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/${Repository}' of container 'app' when isProduction: it lacks ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on 'arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/${Repository}' and ecr:GetAuthorizationToken on '*' (it is allowed only when not isProduction). ECS stops the task with CannotPullContainerError."));

    [Fact]
    public Task OnEc2OnlyASuggestion() => VerifyRules.Only("EER1001", CdkSource.Stack($$"""
        {{Role}}
        var task = new Ec2TaskDefinition(this, "Task", new Ec2TaskDefinitionProps { ExecutionRole = role });
        {{Container("""{|#0:ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/api")|}""")}}
        """), new DiagnosticResult(Descriptors.ImageId, DiagnosticSeverity.Info).WithLocation(0));

    [Fact]
    public Task CachedImagesNeedToBeImportedFirst() => VerifyRules.Only("EER1001", CdkSource.Stack($$"""
        {{Role}}
        {{Task}}
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        {{Container("""{|#0:ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx:1")|}""")}}
        """), new DiagnosticResult(Descriptors.ImageId, DiagnosticSeverity.Info).WithLocation(0));

    [Fact]
    public Task ACachedRepositoryThatIsImported() => VerifyRules.Only("EER1001", CdkSource.Stack($$"""
        {{Role}}
        {{Task}}
        {{Container("""{|#0:ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Cache", "ecr-public/nginx/nginx"), "1.27")|}""")}}
        """), new DiagnosticResult(Descriptors.ImageId, DiagnosticSeverity.Info).WithLocation(0));

    [Fact]
    public Task CachePrefixesOfOnesOwn() => VerifyRules.Run(
        CdkSource.Stack($$"""
            {{Role}}
            {{Task}}
            role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
            {{Container("""{|#0:ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/mirror/nginx:1")|}""")}}
            """),
        Descriptors.All.Select(d => d.Id).Except([Descriptors.ImageId]),
        editorConfig: "ecs_exec_role.pull_through_cache_prefixes = mirror",
        expected: new DiagnosticResult(Descriptors.ImageId, DiagnosticSeverity.Info).WithLocation(0));

    [Theory]
    [InlineData("team/mirror", "team/mirror/nginx", true)]
    [InlineData("team/mirror", "team/nginx", false)]
    [InlineData("other", "mirrored/nginx", false)]
    public Task CachedImagesOfAnImportedRepository(string prefix, string repository, bool cached) => VerifyRules.Run(
        CdkSource.Stack($$"""
            {{Task}}
            {{Container($$"""{|#0:ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Cache", "{{repository}}"))|}""")}}
            """.Replace(", new FargateTaskDefinitionProps { ExecutionRole = role }", "")),
        Descriptors.All.Select(d => d.Id).Except([Descriptors.ImageId]),
        editorConfig: "ecs_exec_role.pull_through_cache_prefixes = " + prefix,
        expected: cached ? [new DiagnosticResult(Descriptors.ImageId, DiagnosticSeverity.Info).WithLocation(0)] : []);

    [Fact]
    public Task ACacheRuleOfTheProgram() => VerifyRules.Only("EER1001", CdkSource.Stack($$"""
        _ = new CfnPullThroughCacheRule(this, "Rule", new CfnPullThroughCacheRuleProps { EcrRepositoryPrefix = "mirror", UpstreamRegistryUrl = "public.ecr.aws" });
        {{Role}}
        {{Task}}
        {{Container("""{|#0:ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Cache", "mirror/nginx"))|}""")}}
        """), new DiagnosticResult(Descriptors.ImageId, DiagnosticSeverity.Info).WithLocation(0));

    [Fact]
    public Task CdkGrantsThePullOfItsOwnImages() => VerifyRules.Silent($$"""
        {{Role}}
        {{Task}}
        task.AddContainer("a", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(new Repository(this, "Repository")) });
        task.AddContainer("b", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, "Named", "shop/api"), "1.4") });
        task.AddContainer("c", new ContainerDefinitionOptions { Image = ContainerImage.FromAsset("web") });
        """);

    [Fact]
    public Task PublicImagesNeedNothing() => VerifyRules.Silent($$"""
        {{Role}}
        {{Task}}
        {{Container("""ContainerImage.FromRegistry("public.ecr.aws/nginx/nginx:stable")""")}}
        """);

    [Theory]
    [InlineData("service-role/AmazonECSTaskExecutionRolePolicy")]
    [InlineData("AmazonEC2ContainerRegistryReadOnly")]
    [InlineData("AmazonEC2ContainerRegistryPullOnly")]
    [InlineData("PowerUserAccess")]
    public Task ManagedPoliciesThatSuffice(string policy) => VerifyRules.Only("EER1001", CdkSource.Stack($$"""
        {{Role}}
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("{{policy}}"));
        {{Task}}
        {{Container("""ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/api")""")}}
        """));

    [Fact]
    public Task ManagedPolicyThatDoesNot() => VerifyRules.Only("EER1001", CdkSource.Stack($$"""
        {{Role}}
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("AmazonECS_FullAccess"));
        {{Task}}
        {{Container("""{|#0:ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/api")|}""")}}
        """), VerifyRules.Result(Descriptors.Image).WithLocation(0).WithMessage(
        "Execution role 'ExecutionRole' can't pull image '111111111111.dkr.ecr.eu-west-1.amazonaws.com/api' of container 'app': it lacks ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on 'arn:${AWS::Partition}:ecr:eu-west-1:111111111111:repository/api' and ecr:GetAuthorizationToken on '*' (AmazonECS_FullAccess does not contain ecr:GetAuthorizationToken). ECS stops the task with CannotPullContainerError."));

    [Fact]
    public Task AnUnknownImageOrRoleIsSilence() => VerifyRules.All(CdkSource.Library("string image, IRole role", $$"""
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("a", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(image) });
        task.AddContainer("b", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/api") });
        """));
}
