// Extra policies by the service's name, which somebody renamed.
// expect: reporting: missing s3:GetBucketLocation, s3:GetObject
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.Programs.OverridesByNameMisspelt;

public class OverridesStack : Stack
{
    public OverridesStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var files = Bucket.FromBucketName(this, "Files", "acme-files");
        var extra = new Dictionary<string, Action<IRole>>(StringComparer.OrdinalIgnoreCase)
        {
            ["Web"] = role => files.GrantRead(role, "web/*"),
            ["Reports"] = role => files.GrantRead(role, "reports/*"),
        };
        foreach (var name in new[] { "web", "reporting" })
        {
            var task = new FargateTaskDefinition(this, name);
            task.AddContainer(name, new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(this, name + "Repository", name)),
                EnvironmentFiles = [EnvironmentFile.FromBucket(files, $"{name}/prod.env")],
            });
            if (extra.TryGetValue(name, out var grant))
            {
                grant(task.ObtainExecutionRole());
            }
        }
    }
}

public static class Program
{
    public static void Build(App app) => new OverridesStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
