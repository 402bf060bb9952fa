// Extra policies by the service's name; the one that needs its own has them.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Cases.Programs.OverridesByName;

public class OverridesStack : Stack
{
    private readonly Dictionary<string, Func<PolicyStatement>[]> _extra;

    public OverridesStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        _extra = new Dictionary<string, Func<PolicyStatement>[]>
        {
            ["reports"] = [() => Allow("s3:GetObject", "arn:aws:s3:::acme-files/reports/*"), () => Allow("s3:GetBucketLocation", "arn:aws:s3:::acme-files")],
        };
        Add("web", null);
        Add("reports", "reports/prod.env");
    }

    private static PolicyStatement Allow(string action, params string[] resources)
    {
        var statement = new PolicyStatement { Effect = Effect.ALLOW };
        statement.AddActions(action);
        statement.AddResources(resources);
        return statement;
    }

    private void Add(string name, string? file)
    {
        var task = new FargateTaskDefinition(this, name);
        task.AddContainer(name, new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("ghcr.io/acme/" + name),
            EnvironmentFiles = file is null ? null : [EnvironmentFile.FromBucket(Bucket.FromBucketArn(this, name + "Files", "arn:aws:s3:::acme-files"), file)],
        });
        if (!_extra.TryGetValue(name, out var statements))
        {
            return;
        }

        foreach (var statement in statements)
        {
            task.AddToExecutionRolePolicy(statement());
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
