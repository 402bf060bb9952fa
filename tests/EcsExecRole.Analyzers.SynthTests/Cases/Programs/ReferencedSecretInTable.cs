// A list of parameters has one that leads to a secret; CDK grants the parameter only.
// expect: Task: missing secretsmanager:GetSecretValue
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.SSM;
using Constructs;

namespace Cases.Programs.ReferencedSecretInTable;

public class ParametersStack : Stack
{
    public ParametersStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        IEnumerable<(string Variable, string Path)> parameters = Read("LIMIT=/crm/limit;TOKEN=/aws/reference/secretsmanager/crm/token;COUNTRY=/crm/country");
        var task = new FargateTaskDefinition(this, "Task");
        task.AddContainer("crm", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("ghcr.io/acme/crm:5"),
            Secrets = parameters.ToDictionary(p => p.Variable, p => Secret.FromSsmParameter(StringParameter.FromSecureStringParameterAttributes(this, p.Variable, new SecureStringParameterAttributes { ParameterName = p.Path }))),
        });
    }

    private static IEnumerable<(string, string)> Read(string text)
    {
        foreach (var line in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('=');
            yield return (parts[0], parts[1]);
        }
    }
}

public static class Program
{
    public static void Build(App app) => new ParametersStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
