using Amazon.CDK;
using Amazon.CDK.AWS.ECS;

var app = new App();
var stack = new Stack(app, "Orders");
#if NET10_0_OR_GREATER
const string Image = "public.ecr.aws/example/mail:7";
#else
const string Image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/mail:7";
#endif
var task = new FargateTaskDefinition(stack, "MailTask"); // EER2001 (net8.0)
task.AddContainer("mail", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(Image) });
app.Synth();
