using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SSM;
using Constructs;

var app = new App();
_ = new OrdersStack(app, "Orders");
app.Synth();

internal sealed class OrdersStack : Stack
{
    public OrdersStack(Construct scope, string id)
        : base(scope, id)
    {
        // The platform team's naming rules apply.
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs.amazonaws.com") }); // EER2002
        var flags = new StringParameter(this, "Flags", new StringParameterProps { StringValue = "none" });
        _ = new CfnTaskDefinition(this, "OrdersTask", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = ["FARGATE"],
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "orders",
                    Image = "public.ecr.aws/example/orders:7",
                    Secrets = new[] { new CfnTaskDefinition.SecretProperty { Name = "FLAGS", ValueFrom = flags.ParameterArn } }, // EER1004
                },
            },
        });

        var report = new FargateTaskDefinition(this, "ReportTask"); // EER2001
        report.AddContainer("report", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:7"),
        });
        Mail.Add(this);
    }
}
