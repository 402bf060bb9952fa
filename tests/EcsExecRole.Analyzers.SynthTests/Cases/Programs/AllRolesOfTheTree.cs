// At the end the stack looks for all task definitions in its tree and gives them what they lack.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.Programs.AllRolesOfTheTree;

public class TreeStack : Stack
{
    public TreeStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var files = Bucket.FromBucketName(this, "Files", "acme-files");
        foreach (var name in new[] { "web", "api" })
        {
            var group = new Construct(this, name);
            new FargateTaskDefinition(group, "Task").AddContainer("main", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/{name}:1"),
                EnvironmentFiles = [EnvironmentFile.FromBucket(files, $"{name}.env")],
            });
        }

        foreach (var task in Node.FindAll().OfType<TaskDefinition>())
        {
            var role = task.ObtainExecutionRole();
            role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
            files.GrantRead(role);
        }
    }
}

public static class Program
{
    public static void Build(App app) => new TreeStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
