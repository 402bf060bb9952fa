using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Shop;

var app = new App();
var stack = new Stack(app, "Orders");
var service = new Service(stack, "Service", "public.ecr.aws/example/orders:7");

// The role comes from another assembly, so that nothing is known of what it may do.
var task = new FargateTaskDefinition(stack, "Task", new FargateTaskDefinitionProps { ExecutionRole = service.Role });
task.AddContainer("orders", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:7") });
app.Synth();
