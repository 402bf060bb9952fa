// The L1 property names an AWS policy that does not include reading secrets.
// expect: Task: missing secretsmanager:GetSecretValue
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;
using System.Collections.Generic;

namespace Cases.Roles.BoundaryOfL1;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        ((CfnRole)role.Node.DefaultChild!).PermissionsBoundary = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            Secrets = new Dictionary<string, Secret> { ["KEY"] = Secret.FromSecretsManager(new SM.Secret(this, "Key")) },
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
