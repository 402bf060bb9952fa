// The second service leaves out the key that the builder would have granted.
// expect: Api: missing kms:Decrypt
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.FluentServiceBuilderForgets;

public sealed class TaskBuilder
{
    private readonly Construct _scope;
    private readonly string _name;
    private readonly IDictionary<string, Secret> _secrets = new Dictionary<string, Secret>();
    private readonly ISet<IKey> _keys = new HashSet<IKey>();

    private TaskBuilder(Construct scope, string name) => (_scope, _name) = (scope, name);

    public static TaskBuilder Of(Construct scope, string name) => new(scope, name);

    public TaskBuilder Secret(string variable, SM.ISecret secret)
    {
        _secrets[variable] = Amazon.CDK.AWS.ECS.Secret.FromSecretsManager(secret);
        return this;
    }

    public TaskBuilder EncryptedWith(IKey key)
    {
        _keys.Add(key);
        return this;
    }

    public FargateTaskDefinition Build(IRepository repository)
    {
        var task = new FargateTaskDefinition(_scope, _name);
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromEcrRepository(repository), Secrets = _secrets });
        foreach (var key in _keys)
        {
            key.GrantDecrypt(task.ObtainExecutionRole());
        }

        return task;
    }
}

public class ShopStack : Stack
{
    public ShopStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var key = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/11111111-aaaa-bbbb-cccc-000000000001");
        var password = new SM.Secret(this, "Password", new SM.SecretProps { EncryptionKey = key });
        var repository = new Repository(this, "Repository");
        TaskBuilder.Of(this, "Web").EncryptedWith(key).Secret("PASSWORD", password).Build(repository);
        TaskBuilder.Of(this, "Api").Secret("PASSWORD", password).Build(repository);
    }
}

public static class Program
{
    public static void Build(App app) => new ShopStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
