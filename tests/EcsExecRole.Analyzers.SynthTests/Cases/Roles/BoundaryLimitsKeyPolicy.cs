// The key's policy lets the role decrypt, but names the role, which the boundary limits.
// expect: Task: missing kms:Decrypt
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;
using Amazon.CDK.AWS.KMS;
using SM = Amazon.CDK.AWS.SecretsManager;
using System.Collections.Generic;

namespace Cases.Roles.BoundaryLimitsKeyPolicy;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var boundary = new ManagedPolicy(this, "Boundary", new ManagedPolicyProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "secretsmanager:*" }, Resources = new[] { "*" } }) } });
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), PermissionsBoundary = boundary });
        var secret = new SM.Secret(this, "Secret", new SM.SecretProps { EncryptionKey = new Key(this, "SecretKey") });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(secret) },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
