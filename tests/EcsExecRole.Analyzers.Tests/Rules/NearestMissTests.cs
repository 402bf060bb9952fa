using EcsExecRole.Analyzers.Rules;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>
/// What a message says of the statement that almost grants what is missing, and where its location leads: the wrong role, action or resource, the managed policy
/// that does not contain it, the condition, the Deny, the flag.
/// </summary>
public class NearestMissTests
{
    private const string SecretArn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf";

    private static string Allow(string action, string resource, string more = "", string role = "role") => $$"""
        {{role}}.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "{{action}}" }, Resources = new[] { "{{resource}}" }{{more}} }));
        """;

    private static string Managed(string name) => $$"""
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("{{name}}"));
        """;

    public static TheoryData<string, string, string, string> OfSecrets => new()
    {
        { "WrongAction", Allow("secretsmanager:DescribeSecret", "*"), "secretsmanager:DescribeSecret is not secretsmanager:GetSecretValue", "new PolicyStatement(" },
        { "OtherResource", Allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:111111111111:secret:api-??????"), "it is allowed on `arn:aws:secretsmanager:eu-west-1:111111111111:secret:api-??????` only", "new PolicyStatement(" },
        { "JsonKeyTail", Allow("secretsmanager:GetSecretValue", SecretArn + ":password::"), "a secret's ARN ends before the JSON key", "new PolicyStatement(" },
        { "MissingSecretSuffix", Allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db"), "six", "new PolicyStatement(" },
        { "OtherAccountOrRegion", Allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:222222222222:secret:db-AbCdEf"), "account", "new PolicyStatement(" },
        { "NotAnArn", Allow("secretsmanager:GetSecretValue", "db"), "ARN", "new PolicyStatement(" },
        { "Deny", Allow("secretsmanager:*", "*") + Allow("secretsmanager:*", "*", ", Effect = Effect.DENY"), "a statement denies secretsmanager:GetSecretValue", "new PolicyStatement(" },
        { "OtherPath", "if (System.Environment.GetEnvironmentVariable(\"STAGE\") == \"prod\") { " + Allow("secretsmanager:GetSecretValue", "*") + " }", "it is allowed only when", "new PolicyStatement(" },
        { "TaskRole", "", "it is granted to the task role 'TaskRole'", "new PolicyStatement(" },
        { "NotInManagedPolicy", Managed("ReadOnlyAccess"), "ReadOnlyAccess does not contain secretsmanager:GetSecretValue", "role.AddManagedPolicy(" },
    };

    [Theory, MemberData(nameof(OfSecrets))]
    public Task OfASecret(string reason, string grants, string explanation, string place) => Says("EER1003", reason, Stack(grants, $$"""
        Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "PASSWORD", ValueFrom = "{{SecretArn}}" } },
        """, reason == "TaskRole" ? Allow("secretsmanager:GetSecretValue", SecretArn, role: "taskRole") : ""), explanation, place);

    public static TheoryData<string, string, string, string> OfImages => new()
    {
        { "NotInManagedPolicy", Managed("AmazonECS_FullAccess"), "AmazonECS_FullAccess does not contain ecr:GetAuthorizationToken", "role.AddManagedPolicy(" },
        { "NotInManagedPolicy", Managed("AmazonElasticContainerRegistryPublicReadOnly"), "AmazonElasticContainerRegistryPublicReadOnly does not contain ecr:GetAuthorizationToken", "role.AddManagedPolicy(" },
        { "TokenActionOnResource", Allow("ecr:*", "arn:aws:ecr:eu-west-1:111111111111:repository/api"), "*", "new PolicyStatement(" },
    };

    [Theory, MemberData(nameof(OfImages))]
    public Task OfAnImage(string reason, string grants, string explanation, string place) =>
        Says("EER1001", reason, Stack(grants, "", image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/api"), explanation, place);

    public static TheoryData<string, string, string, string> OfParameters => new()
    {
        { "WrongAction", Allow("ssm:GetParameter", "*"), "ssm:GetParameter is not ssm:GetParameters", "new PolicyStatement(" },
        { "DoubledSlash", Allow("ssm:GetParameters", "arn:aws:ssm:eu-west-1:111111111111:parameter//shop/url"), "slash", "new PolicyStatement(" },
    };

    [Theory, MemberData(nameof(OfParameters))]
    public Task OfAParameter(string reason, string grants, string explanation, string place) => Says("EER1004", reason, Stack(grants, """
        Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "URL", ValueFrom = "arn:aws:ssm:eu-west-1:111111111111:parameter/shop/url" } },
        """), explanation, place);

    public static TheoryData<string, string, string, string> OfLogs => new()
    {
        { "LogGroupWithoutStar", Allow("logs:PutLogEvents", "arn:aws:logs:eu-west-1:111111111111:log-group:/shop/api") + Allow("logs:CreateLogStream", "arn:aws:logs:eu-west-1:111111111111:log-group:/shop/api"), ":*", "new PolicyStatement(" },
        { "NotInManagedPolicy", Managed("AmazonECS_FullAccess"), "AmazonECS_FullAccess does not contain logs:", "role.AddManagedPolicy(" },
        { "OtherResource", """new LogGroup(this, "Other", new LogGroupProps { LogGroupName = "/shop/other" }).GrantWrite(role);""", "it is allowed on", "new LogGroup(" },
    };

    [Theory, MemberData(nameof(OfLogs))]
    public Task OfALogGroup(string reason, string grants, string explanation, string place) => Says("EER1002", reason, Stack(grants, """
        LogConfiguration = new CfnTaskDefinition.LogConfigurationProperty
        {
            LogDriver = "awslogs",
            Options = new Dictionary<string, string> { ["awslogs-group"] = "/shop/api", ["awslogs-region"] = "eu-west-1", ["awslogs-stream-prefix"] = "api" },
        },
        """), explanation, place);

    public static TheoryData<string, string, string, string> OfKeys => new()
    {
        { "NotInManagedPolicy", Managed("SecretsManagerReadWrite"), "SecretsManagerReadWrite does not contain kms:Decrypt", "role.AddManagedPolicy(" },
        { "AliasArn", Allow("kms:Decrypt", "arn:aws:kms:eu-west-1:111111111111:alias/payments"), "alias", "new PolicyStatement(" },
        { "Condition", Allow("kms:Decrypt", "*", """, Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["kms:ViaService"] = "ssm.eu-west-1.amazonaws.com" } }"""), "its condition on kms:ViaService can not be met", "new PolicyStatement(" },
    };

    [Theory, MemberData(nameof(OfKeys))]
    public Task OfAKey(string reason, string grants, string explanation, string place) => Says("EER1006", reason, $$"""
        var key = Key.FromKeyArn(this, "Key", "arn:aws:kms:eu-west-1:111111111111:key/11111111-2222-3333-4444-555555555555");
        var secret = Secret.FromSecretAttributes(this, "Payment", new SecretAttributes { SecretCompleteArn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:payment-AbCdEf", EncryptionKey = key });
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        {{grants}}
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), Secrets = new Dictionary<string, EcsSecret> { ["PAYMENT"] = EcsSecret.FromSecretsManager(secret) } });
        """, explanation, place);

    [Theory]
    [InlineData("EER1007", "bucket.GrantRead(role, \"other/*\");", "OtherResource", "it is allowed on", "bucket.GrantRead(")]
    [InlineData("EER1007", "role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\", \"s3:GetBucketLocation\" }, Resources = new[] { bucket.BucketArn } }));", "BucketOrObject", "object", "new PolicyStatement(")]
    public Task OfAnEnvironmentFile(string id, string grants, string reason, string explanation, string place) => Says(id, reason, $$"""
        var bucket = new Bucket(this, "Settings");
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        {{grants}}
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx"), EnvironmentFiles = new[] { EnvironmentFile.FromBucket(bucket, "prod.env") } });
        """, explanation, place);

    // The repository's own policy gets the pull; the token has no resource, and so is lost.
    [Fact]
    public Task DroppedByCdk() => Says("EER1001", "Dropped", """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var view = role.WithoutPolicyUpdates();
        new Repository(this, "Repository").GrantPull(view);
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = view });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/api") });
        """, "CDK drops the grant, because the role may not be written to", "new Repository(this, \"Repository\").GrantPull(");

    private static string Stack(string grants, string container, string more = "", string image = "nginx") => $$"""
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var taskRole = new Role(this, "TaskRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        {{grants}}
        {{more}}
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
                    Image = "{{image}}",
                    {{container}}
                },
            },
        });
        """;

    private static async Task Says(string id, string reason, string body, string explanation, string place)
    {
        var compilation = Analysis.Compile(CdkSource.Stack(body)).WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        var diagnostic = Assert.Single(await Analysis.Build(compilation), d => d.Id == id);
        var message = diagnostic.GetMessage();
        var told = message[(message.IndexOf(": it lacks", StringComparison.Ordinal) + 1)..message.IndexOf(". ECS stops", StringComparison.Ordinal)];
        Assert.Equal(reason, diagnostic.Properties.GetValueOrDefault(FindingProperties.NearMiss) ?? "none: " + message);
        Assert.Contains(explanation, told[told.IndexOf(" (", StringComparison.Ordinal)..], StringComparison.Ordinal);
        var at = diagnostic.AdditionalLocations[int.Parse(diagnostic.Properties[FindingProperties.NearMissLocation]!)];
        Assert.StartsWith(place, at.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(at.SourceSpan), StringComparison.Ordinal);
    }
}
