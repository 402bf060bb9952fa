// The permission is there in production only.
// flags: IS_PROD=true|false
// expect: Task: missing secretsmanager:GetSecretValue
using System;
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cases.Roles.FlaggedGrant;

public class ServiceStack : Stack
{
    private static readonly bool IsProd = System.Environment.GetEnvironmentVariable("IS_PROD") == "true";

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        const string Arn = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/key-a1B2c3";
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        if (IsProd)
        {
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Actions = new[] { "secretsmanager:GetSecretValue" },
                Resources = new[] { Arn },
            }));
        }

        new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "KEY", ValueFrom = Arn } },
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
