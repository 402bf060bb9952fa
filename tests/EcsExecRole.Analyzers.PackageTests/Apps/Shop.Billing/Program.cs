using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Shop;

var app = new App();
var stack = new Stack(app, "Billing");
_ = new Service(stack, "Service", "public.ecr.aws/example/billing:7");

var role = new Role(stack, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
var task = new FargateTaskDefinition(stack, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
task.AddContainer("billing", new ContainerDefinitionOptions
{
    Image = ContainerImage.FromRegistry("111122223333.dkr.ecr.eu-west-1.amazonaws.com/billing:7"), // EER1001
});
app.Synth();
