using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>EER2005 to EER2009: statements and grants that do not do what they seem to.</summary>
public class StatementTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf";

    private const string Roles = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var taskRole = new Role(this, "TaskRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        """;

    private const string L1 = $$"""
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            TaskRoleArn = taskRole.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "PASSWORD", ValueFrom = {|#1:"{{Arn}}"|} } },
                },
            },
        });
        """;

    private static string Statement(string actions, string resource) => $$"""
        new PolicyStatement(new PolicyStatementProps { Actions = new[] { {{actions}} }, Resources = new[] { "{{resource}}" } })
        """;

    // EER2005

    [Fact]
    public Task GrantedToTheTaskRole() => VerifyRules.Only("EER1003,EER2005", CdkSource.Stack(Roles + $$"""
        taskRole.AddToPolicy({|#0:{{Statement("\"secretsmanager:GetSecretValue\"", Arn)}}|});
        """ + L1),
        VerifyRules.Result(Descriptors.TaskRoleGrant).WithLocation(0).WithMessage(
            "This grants secretsmanager:GetSecretValue to the task role 'TaskRole', but ECS uses the execution role 'ExecutionRole' for it, which lacks it"),
        VerifyRules.Result(Descriptors.Secret).WithLocation(1).WithMessage(
            $"Execution role 'ExecutionRole' can't read secret 'PASSWORD' of container 'app': it lacks secretsmanager:GetSecretValue on '{Arn}' (it is granted to the task role 'TaskRole'). ECS stops the task with ResourceInitializationError: unable to pull secrets or registry auth."));

    [Fact]
    public Task TheApplicationMayReadItToo() => VerifyRules.Only("EER1003,EER2005", CdkSource.Stack(Roles + $$"""
        taskRole.AddToPolicy({{Statement("\"secretsmanager:GetSecretValue\"", Arn)}});
        role.AddToPolicy({{Statement("\"secretsmanager:GetSecretValue\"", Arn)}});
        """ + L1.Replace("{|#1:", "").Replace("|}", "")));

    // EER2006

    private static string Container(string secret) => $$"""
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, EcsSecret> { ["A"] = EcsSecret.FromSecretsManager({{secret}}) },
        });
        """;

    [Fact]
    public Task ImportedByName() => VerifyRules.All(CdkSource.Stack("""
        var secret = {|#0:Secret.FromSecretNameV2(this, "Api", "shop/api")|};
        """ + Container("secret")), VerifyRules.Result(Descriptors.PartialSecret).WithLocation(0).WithMessage(
        "Secret 'Api' is imported by name, so ECS gets an ARN without its six-character suffix; import it by its complete ARN"));

    [Fact]
    public Task ANameThatEndsLikeAnArn() => VerifyRules.All(CdkSource.Stack("""
        var secret = {|#0:Secret.FromSecretNameV2(this, "Api", "shop/api-master")|};
        """ + Container("secret")), VerifyRules.Result(Descriptors.PartialSecret).WithLocation(0).WithMessage(
        "Secret 'Api' is imported by name, so ECS gets an ARN without its six-character suffix, and Secrets Manager takes the end of its name for one; import it by its complete ARN"));

    [Fact]
    public Task ImportedByItsCompleteArn() => VerifyRules.Silent($$"""
        var secret = Secret.FromSecretCompleteArn(this, "Api", "{{Arn}}");
        """ + Container("secret"));

    [Fact]
    public Task ImportedButNotForECS() => VerifyRules.Silent("""
        var secret = Secret.FromSecretNameV2(this, "Api", "shop/api");
        """ + Container("""new Secret(this, "Other")"""));

    // EER2007

    private static string Pull(string role, string image = "ContainerImage.FromRegistry(\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/api\")", string task = "Fargate") => $$"""
        var task = new {{task}}TaskDefinition(this, "Task", new {{task}}TaskDefinitionProps { ExecutionRole = {{role}} });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = {{image}}, MemoryLimitMiB = 64 });
        """;

    private static string Conditioned(string actions, string key) => $$"""
        new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { {{actions}} },
            Resources = new[] { "*" },
            Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["{{key}}"] = "vpc-0123" } },
        })
        """;

    private const string LayerActions = "\"ecr:BatchCheckLayerAvailability\", \"ecr:GetDownloadUrlForLayer\", \"ecr:BatchGetImage\"";

    [Theory]
    [InlineData("aws:SourceVpc")]
    [InlineData("aws:SourceVpce")]
    [InlineData("aws:sourceVpce")]
    public Task TheTokenIsNotFetchedThroughTheVpc(string key) => VerifyRules.Only("EER1001,EER2007", CdkSource.Stack(Roles + $$"""
        role.AddToPolicy({|#0:{{Conditioned("\"ecr:GetAuthorizationToken\", " + LayerActions, key)}}|});
        """ + Pull("role", "{|EER1001:ContainerImage.FromRegistry(\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/api\")|}")),
        VerifyRules.Result(Descriptors.TokenCondition).WithLocation(0).WithMessage(
            $"Fargate calls ecr:GetAuthorizationToken from outside the task's VPC, so that the condition on {key} is never met and role 'ExecutionRole' gets no token; allow the action in a statement of its own"));

    [Fact]
    public Task TheSplitPolicyOfTheManual() => VerifyRules.Silent(Roles + $$"""
        role.AddToPolicy({{Statement("\"ecr:GetAuthorizationToken\", \"logs:CreateLogStream\", \"logs:PutLogEvents\"", "*")}});
        role.AddToPolicy({{Conditioned(LayerActions, "aws:SourceVpce")}});
        """ + Pull("role"));

    [Fact]
    public Task AnotherStatementGivesTheToken() => VerifyRules.Only("EER1001,EER2007", CdkSource.Stack(Roles + $$"""
        role.AddToPolicy({{Conditioned("\"ecr:*\"", "aws:SourceVpc")}});
        role.AddToPolicy({{Statement("\"ecr:GetAuthorizationToken\"", "*")}});
        """ + Pull("role")));

    [Fact]
    public Task OnEc2TheInstanceIsInTheVpc() => VerifyRules.Only("EER1001,EER2007", CdkSource.Stack(Roles + $$"""
        role.AddToPolicy({{Conditioned("\"ecr:*\"", "aws:SourceVpc")}});
        """ + Pull("role", task: "Ec2")));

    // EER2008

    [Fact]
    public Task TheRoleIsStillNull() => VerifyRules.Only("EER2008", CdkSource.Stack("""
        var task = new FargateTaskDefinition(this, "Task");
        {|#0:task.ExecutionRole?.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"))|};
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx") });
        """), VerifyRules.Result(Descriptors.NullRole).WithLocation(0).WithMessage(
        "The ExecutionRole of task definition 'Task' is still null here: this grant does nothing; use ObtainExecutionRole()"));

    [Fact]
    public Task ObtainedItIsThere() => VerifyRules.Only("EER2008", CdkSource.Stack("""
        var task = new FargateTaskDefinition(this, "Task");
        task.ObtainExecutionRole();
        task.ExecutionRole?.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        """));

    // EER2009

    [Fact]
    public Task ATokenOfARepository() => VerifyRules.Only("EER2009", CdkSource.Stack(Roles + $$"""
        role.AddToPolicy({|#0:{{Statement("\"ecr:GetAuthorizationToken\", " + LayerActions, "arn:aws:ecr:eu-west-1:111111111111:repository/api")}}|});
        """ + Pull("role")), VerifyRules.Result(Descriptors.DeadStatement).WithLocation(0).WithMessage(
        "This statement never allows ecr:GetAuthorizationToken: ecr:GetAuthorizationToken is allowed on `*` only, never on an ARN"));

    [Fact]
    public Task ASecretWithItsJsonKey() => VerifyRules.Only("EER2009", CdkSource.Stack(Roles + $$"""
        role.AddToPolicy({|EER2009:{{Statement("\"secretsmanager:GetSecretValue\"", Arn + ":password::")}}|});
        """ + L1.Replace("{|#1:", "").Replace("AbCdEf\"|}", "AbCdEf\"")));

    [Fact]
    public Task AUselessStatementBesideARightOne() => VerifyRules.Only("EER2009", CdkSource.Stack(Roles + $$"""
        role.AddToPolicy({{Statement("\"ecr:GetAuthorizationToken\", " + LayerActions, "arn:aws:ecr:eu-west-1:111111111111:repository/api")}});
        role.AddToPolicy({{Statement("\"ecr:GetAuthorizationToken\"", "*")}});
        """ + Pull("role")));
}
