using System.Diagnostics.CodeAnalysis;
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Constructs;

var app = new App();
_ = new OrdersStack(app, "Orders");
app.Synth();

internal sealed class OrdersStack : Stack
{
    private const string Registry = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";

    public OrdersStack(Construct scope, string id)
        : base(scope, id)
    {
#pragma warning disable EER2001 // Never run: it only reserves the family's name.
        _ = new FargateTaskDefinition(this, "ReservedTask").AddContainer("report", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry(Registry + "/report:7"),
        });
#pragma warning restore EER2001
        AddWorker();
        AddMail();
    }

    [SuppressMessage("EcsExecRole.Role", "EER2001", Justification = "The platform team adds the role with an override.")]
    private void AddWorker() => _ = new FargateTaskDefinition(this, "WorkerTask").AddContainer("worker", new ContainerDefinitionOptions
    {
        Image = ContainerImage.FromRegistry(Registry + "/worker:7"),
    });

    private void AddMail() => _ = new FargateTaskDefinition(this, "MailTask").AddContainer("mail", new ContainerDefinitionOptions // EER2001
    {
        Image = ContainerImage.FromRegistry(Registry + "/mail:7"),
    });
}
