// A file asset and a docker asset grant what they are made of.
// expect: clean
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3.Assets;
using Amazon.CDK;
using Constructs;

namespace Cases.Roles.AssetGrants;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var file = System.IO.Path.GetTempFileName();
        System.IO.File.WriteAllText(file, "A=b");
        var asset = new Asset(this, "Asset", new AssetProps { Path = file });
        asset.GrantRead(role);
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    EnvironmentFiles = new object[] { new CfnTaskDefinition.EnvironmentFileProperty { Type = "s3", Value = asset.Bucket.ArnForObjects(asset.S3ObjectKey) } },
                },
            },
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
