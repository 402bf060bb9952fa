// The secret's and the key's policies are written: the role can read it.
// expect: Task: unknown logs:CreateLogStream, logs:PutLogEvents
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Roles.AddGrantsToResourcesOfSecret;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = Role.FromRoleArn(this, "Execution", "arn:aws:iam::111111111111:role/ecs", new FromRoleArnOptions { Mutable = false, AddGrantsToResources = true });
        var secret = new SM.Secret(this, "Db", new SM.SecretProps { EncryptionKey = new Key(this, "Key") });

        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
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
