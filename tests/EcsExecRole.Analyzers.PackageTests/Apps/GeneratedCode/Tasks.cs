using Amazon.CDK.AWS.ECS;
using Constructs;

internal static partial class Tasks
{
    public static void AddMail(Construct scope) => _ = new FargateTaskDefinition(scope, "MailTask").AddContainer("mail", new ContainerDefinitionOptions // EER2001
    {
        Image = ContainerImage.FromRegistry("111122223333.dkr.ecr.eu-west-1.amazonaws.com/mail:7"),
    });
}
