// A key of the program's own is granted to the role itself.
// cmk: shop/a=Service/Key
// cmk: shop/b=Service/L1
// expect: clean
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SSM;
using Amazon.CDK;
using Constructs;

namespace Cases.Secrets.SecureStringOwnedKey;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var key = new Key(this, "Key");
        var l1 = Key.FromCfnKey(new CfnKey(this, "L1", new CfnKeyProps { KeyPolicy = new Dictionary<string, object> { ["Version"] = "2012-10-17", ["Statement"] = new object[] { new Dictionary<string, object> { ["Effect"] = "Allow", ["Principal"] = new Dictionary<string, object> { ["AWS"] = "arn:aws:iam::111111111111:root" }, ["Action"] = "kms:*", ["Resource"] = "*" } } } }));
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, Secret>
            {
                ["A"] = Secret.FromSsmParameter(StringParameter.FromSecureStringParameterAttributes(this, "A", new SecureStringParameterAttributes { ParameterName = "/shop/a", EncryptionKey = key })),
                ["B"] = Secret.FromSsmParameter(StringParameter.FromSecureStringParameterAttributes(this, "B", new SecureStringParameterAttributes { ParameterName = "/shop/b", EncryptionKey = l1 })),
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
