using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>EER1001 to EER1007: the resource is a construct at hand, and is granted with its own method.</summary>
public class GrantMethodTests
{
    private const string Role = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });

        """;

    private const string Key = """
        Key.FromKeyArn(this, "Key", "arn:aws:kms:eu-west-1:111111111111:key/11111111-2222-3333-4444-555555555555")
        """;

    [Fact]
    public Task ImageOfARepositoryInLocals() => VerifyFix.Body<EER1001ImageFix>(
        Role + """
        var repository = new Repository(this, "Repository");
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });

        // The only container.
        task.AddContainer("app", new ContainerDefinitionOptions { Image = {|EER1001:ContainerImage.FromRegistry(repository.RepositoryUriForTag("1"))|} }); // So far.

        _ = new Cluster(this, "Cluster");
        """,
        Role + """
        var repository = new Repository(this, "Repository");
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });

        // The only container.
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(repository.RepositoryUriForTag("1")) }); // So far.
        repository.GrantPull(role);

        _ = new Cluster(this, "Cluster");
        """);

    [Fact]
    public Task KeyInALocal() => VerifyFix.Body<PermissionFix>(
        Role + $$"""
        var key = {{Key}};
        var secret = Secret.FromSecretAttributes(this, "Payment", new SecretAttributes { SecretCompleteArn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:payment-AbCdEf", EncryptionKey = key });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, EcsSecret> { ["PAYMENT"] = {|EER1006:EcsSecret.FromSecretsManager(secret)|} },
        });
        """,
        Role + $$"""
        var key = {{Key}};
        var secret = Secret.FromSecretAttributes(this, "Payment", new SecretAttributes { SecretCompleteArn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:payment-AbCdEf", EncryptionKey = key });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, EcsSecret> { ["PAYMENT"] = EcsSecret.FromSecretsManager(secret) },
        });
        key.GrantDecrypt(role);
        """);

    [Fact]
    public Task InlineKeyGetsAName() => VerifyFix.Body<PermissionFix>(
        $$"""
        var secret = Secret.FromSecretAttributes(this, "Payment", new SecretAttributes
        {
            SecretCompleteArn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:payment-AbCdEf",
            EncryptionKey = {{Key}},
        });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, EcsSecret> { ["PAYMENT"] = {|EER1006:EcsSecret.FromSecretsManager(secret)|} },
        });
        """,
        $$"""
        var key = {{Key}};
        var secret = Secret.FromSecretAttributes(this, "Payment", new SecretAttributes
        {
            SecretCompleteArn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:payment-AbCdEf",
            EncryptionKey = key,
        });
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, EcsSecret> { ["PAYMENT"] = EcsSecret.FromSecretsManager(secret) },
        });
        key.GrantDecrypt(task.ObtainExecutionRole());
        """);

    [Fact]
    public Task DiscardedTaskDefinitionGetsAName() => VerifyFix.Body<PermissionFix>(
        """
        var bucket = new Bucket(this, "Bucket");
        new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }) }).AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            EnvironmentFiles = new[] { {|EER1007:EnvironmentFile.FromBucket(bucket, "app.env")|} },
        });
        """,
        """
        var bucket = new Bucket(this, "Bucket");
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }) });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            EnvironmentFiles = new[] { EnvironmentFile.FromBucket(bucket, "app.env") },
        });
        bucket.GrantRead(task.ObtainExecutionRole(), "app.env");
        """);

    [Fact]
    public Task ExpressionBodyBecomesABlock() => VerifyFix.Body<EER1001ImageFix>(
        Role + """
        Add(new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role }), new Repository(this, "Repository"));
        """,
        Role + """
        Add(new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role }), new Repository(this, "Repository"));
        """,
        members: """
        private static void Add(TaskDefinition task, IRepository repository) => task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = {|EER1001:ContainerImage.FromRegistry(repository.RepositoryUri)|},
        });
        """,
        fixedMembers: """
        private static void Add(TaskDefinition task, IRepository repository)
        {
            task.AddContainer("app", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry(repository.RepositoryUri),
            });
            repository.GrantPull(task.ObtainExecutionRole());
        }
        """);

    [Fact]
    public Task FieldsAndTheBranchOfTheNeed() => VerifyFix.Body<EER1001ImageFix>(
        Role + """
        _repository = new Repository(this, "Repository");
        _task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        if (System.Environment.GetEnvironmentVariable("SIDECAR") == "true")
            _task.AddContainer("app", new ContainerDefinitionOptions { Image = {|EER1001:ContainerImage.FromRegistry(_repository.RepositoryUri)|} });
        """,
        Role + """
        _repository = new Repository(this, "Repository");
        _task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        if (System.Environment.GetEnvironmentVariable("SIDECAR") == "true")
        {
            _task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(_repository.RepositoryUri) });
            _repository.GrantPull(role);
        }
        """,
        members: """
        private readonly Repository _repository;
        private readonly TaskDefinition _task;
        """);

    [Fact]
    public Task NoFixBeyondAPermissionsBoundary() => VerifyFix.Body<EER1001ImageFix>(
        """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), PermissionsBoundary = ManagedPolicy.FromAwsManagedPolicyName("AmazonS3ReadOnlyAccess") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = {|EER1001:ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1")|} });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        """,
        """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), PermissionsBoundary = ManagedPolicy.FromAwsManagedPolicyName("AmazonS3ReadOnlyAccess") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = {|EER1001:ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1")|} });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        """);
}
