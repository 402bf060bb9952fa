// A table of parameters with and without keys; CDK grants the key of a secure parameter that it is told of.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SSM;
using Constructs;

namespace Cases.Programs.ParameterTable;

public sealed record ParameterEntry(string Path, string? KeyId = null);

public class ParametersStack : Stack
{
    private static readonly Dictionary<string, ParameterEntry> Table = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DB_USER"] = new("/crm/db/user"),
        ["DB_PASSWORD"] = new("/crm/db/password", "11111111-aaaa-bbbb-cccc-000000000001"),
        ["API_KEY"] = new("/crm/api/key", "11111111-aaaa-bbbb-cccc-000000000002"),
    };

    public ParametersStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var task = new FargateTaskDefinition(this, "Task");
        var container = task.AddContainer("crm", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("ghcr.io/acme/crm:5") });
        foreach (var entry in Table)
        {
            container.AddSecret(entry.Key, Secret.FromSsmParameter(Resolve(entry.Key, entry.Value)));
        }
    }

    private IStringParameter Resolve(string id, ParameterEntry entry) => entry switch
    {
        { KeyId: null } => (IStringParameter)StringParameter.FromStringParameterName(this, id, entry.Path),
        { KeyId: { } key } => StringParameter.FromSecureStringParameterAttributes(this, id, new SecureStringParameterAttributes
        {
            ParameterName = entry.Path,
            EncryptionKey = Key.FromKeyArn(this, id + "Key", $"arn:aws:kms:{Region}:{Account}:key/{key}"),
        }),
    };
}

public static class Program
{
    public static void Build(App app) => new ParametersStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
