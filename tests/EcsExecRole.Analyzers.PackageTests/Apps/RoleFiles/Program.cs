using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SSM;

var app = new App();
var stack = new Stack(app, "Web");
var role = Role.FromRoleArn(stack, "ExecutionRole", "arn:aws:iam::111122223333:role/platform/ecs-web", new FromRoleArnOptions { Mutable = false });
var task = new FargateTaskDefinition(stack, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
task.AddContainer("web", new ContainerDefinitionOptions
{
    Image = ContainerImage.FromRegistry("111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:7"),
    Secrets = new Dictionary<string, Secret>
    {
        ["FLAGS"] = Secret.FromSsmParameter(StringParameter.FromStringParameterName(stack, "Flags", "/shop/flags")),
        ["RATES"] = Secret.FromSsmParameter(StringParameter.FromStringParameterName(stack, "Rates", "/bank/rates")), // EER1004
    },
});
app.Synth();
