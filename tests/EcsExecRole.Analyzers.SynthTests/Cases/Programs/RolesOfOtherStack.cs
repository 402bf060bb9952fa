// The security team's stack makes the role with wide statements; the services import it by its construct.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SSM;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.RolesOfOtherStack;

public class SecurityStack : Stack
{
    public SecurityStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        Execution = new Role(this, "Execution", new RoleProps
        {
            RoleName = "acme-execution",
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy")],
        });
        Execution.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["secretsmanager:GetSecretValue", "ssm:GetParameters", "kms:Decrypt"],
            Resources = ["*"],
            Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["aws:ResourceAccount"] = Account } },
        }));
    }

    public Role Execution { get; }
}

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, Role execution, IStackProps props) : base(scope, id, props)
    {
        var imported = Role.FromRoleArn(this, "Execution", execution.RoleArn, new FromRoleArnOptions { Mutable = false });
        foreach (var (name, role) in new (string, IRole)[] { ("direct", execution.WithoutPolicyUpdates()), ("imported", imported) })
        {
            new FargateTaskDefinition(this, name, new FargateTaskDefinitionProps { ExecutionRole = role }).AddContainer("app", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry($"{Account}.dkr.ecr.{Region}.amazonaws.com/{name}"),
                Secrets = new Dictionary<string, Secret>
                {
                    ["TOKEN"] = Secret.FromSecretsManager(SM.Secret.FromSecretNameV2(this, name + "Token", name + "/token")),
                    ["LIMIT"] = Secret.FromSsmParameter(StringParameter.FromStringParameterName(this, name + "Limit", $"/{name}/limit")),
                },
            });
        }
    }
}

public static class Program
{
    public static void Build(App app)
    {
        var props = new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } };
        var security = new SecurityStack(app, "Security", props);
        _ = new ServiceStack(app, "Service", security.Execution, props);
    }
}
