using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Constructs;

var app = new App();
_ = new OrdersStack(app, "Orders");
app.Synth();

internal sealed class OrdersStack : Stack
{
    public OrdersStack(Construct scope, string id)
        : base(scope, id)
    {
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        var orders = new FargateTaskDefinition(this, "OrdersTask", new FargateTaskDefinitionProps { ExecutionRole = role });
        orders.AddContainer("orders", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:7"), // EER1001
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = "orders" }),
        });

        _ = new FargateTaskDefinition(this, "ReportTask").AddContainer("report", new ContainerDefinitionOptions // EER2001
        {
            Image = ContainerImage.FromRegistry("111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:7"),
        });

        var mailRole = new CfnRole(this, "MailRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new PolicyDocument(new PolicyDocumentProps
            {
                Statements =
                [
                    new PolicyStatement(new PolicyStatementProps { Actions = ["sts:AssumeRole"], Principals = [new ServicePrincipal("ecs-tasks.amazonaws.com")] }),
                ],
            }),
        });
        _ = new CfnTaskDefinition(this, "MailTask", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = ["FARGATE"],
            NetworkMode = "awsvpc",
            Cpu = "256",
            Memory = "512",
            ExecutionRoleArn = mailRole.AttrArn,
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "mail",
                    Image = "public.ecr.aws/example/mail:7",
                    Secrets = new[]
                    {
                        new CfnTaskDefinition.SecretProperty { Name = "SMTP", ValueFrom = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:smtp-Ab12Cd" }, // EER1003
                    },
                },
            },
        });
    }
}
