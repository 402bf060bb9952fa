// What a role made beforehand has nobody sees, also where CDK would grant nothing.
// expect: Task: unknown s3:GetBucketLocation, s3:GetObject
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK;
using Constructs;

namespace Cases.Roles.CustomizedPrecreatedLacks;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        Role.CustomizeRoles(this, new CustomizeRolesOptions { UsePrecreatedRoles = new Dictionary<string, string> { ["Service/Task/ExecutionRole"] = "ecs-execution", ["Service/Task/TaskRole"] = "ecs-task" } });
        var task = new FargateTaskDefinition(this, "Task");
        task.ObtainExecutionRole().AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            EnvironmentFiles = new EnvironmentFile[] { EnvironmentFile.FromBucket(Bucket.FromBucketName(this, "Config", "shop-config"), "app.env") },
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
