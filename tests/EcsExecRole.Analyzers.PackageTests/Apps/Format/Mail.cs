using Amazon.CDK.AWS.ECS;
using Constructs;

internal static class Mail
{
    public static void Add(Construct scope)
    {
        var task = new FargateTaskDefinition(scope, "MailTask");
        task.AddContainer("mail", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111122223333.dkr.ecr.eu-west-1.amazonaws.com/mail:7"), // EER1001
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = "mail" }),
        });
    }
}
