// Every way to own or import a parameter that is no secret.
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.SSM;
using Amazon.CDK;
using Constructs;

namespace Cases.Secrets.ParametersByAnyName;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret>
            {
                ["A"] = Secret.FromSsmParameter(new StringParameter(this, "A", new StringParameterProps { StringValue = "a" })),
                ["B"] = Secret.FromSsmParameter(new StringParameter(this, "B", new StringParameterProps { ParameterName = "/shop/b", StringValue = "b" })),
                ["C"] = Secret.FromSsmParameter(new StringListParameter(this, "C", new StringListParameterProps { ParameterName = "plain", StringListValue = new[] { "c" } })),
                ["D"] = Secret.FromSsmParameter(StringParameter.FromStringParameterName(this, "D", "simple")),
                ["E"] = Secret.FromSsmParameter(StringParameter.FromStringParameterAttributes(this, "E", new StringParameterAttributes { ParameterName = "/shop/e", Version = 3 })),
                ["F"] = Secret.FromSsmParameter(StringListParameter.FromStringListParameterName(this, "F", "/shop/f")),
                ["G"] = Secret.FromSsmParameter(StringListParameter.FromListParameterAttributes(this, "G", new ListParameterAttributes { ParameterName = "/shop/g" })),
                ["H"] = Secret.FromSsmParameter(StringParameter.FromStringParameterArn(this, "H", "arn:aws:ssm:us-east-1:111111111111:parameter/shop/h")),
                ["I"] = Secret.FromSsmParameter(StringParameter.FromSecureStringParameterAttributes(this, "I", new SecureStringParameterAttributes { ParameterName = "/shop/i", Version = 2 })),
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
