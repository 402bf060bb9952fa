// AWS's own router image from its ECR account; the managed policy pulls from everywhere.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SSM;
using Constructs;

namespace Cases.Programs.FirelensOfAwsImage;

public class ObservedStack : Stack
{
    private static readonly Dictionary<string, string> RouterAccounts = new() { ["us-east-1"] = "906394416424", ["cn-north-1"] = "128054284489" };

    public ObservedStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddFirelensLogRouter("log_router", new FirelensLogRouterDefinitionOptions
        {
            Image = ContainerImage.FromRegistry($"{RouterAccounts.GetValueOrDefault(Region, "906394416424")}.dkr.ecr.{Region}.amazonaws.com/aws-for-fluent-bit:stable"),
            FirelensConfig = new FirelensConfig { Type = FirelensLogRouterType.FLUENTBIT, Options = new FirelensOptions { EnableECSLogMetadata = true } },
        });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("ghcr.io/acme/app:1"),
            Logging = LogDrivers.Firelens(new FireLensLogDriverProps
            {
                Options = new Dictionary<string, string> { ["Name"] = "newrelic" },
                SecretOptions = new Dictionary<string, Secret>
                {
                    ["apiKey"] = Secret.FromSsmParameter(StringParameter.FromSecureStringParameterAttributes(this, "NewRelic", new SecureStringParameterAttributes { ParameterName = "/newrelic/license" })),
                },
            }),
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ObservedStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
