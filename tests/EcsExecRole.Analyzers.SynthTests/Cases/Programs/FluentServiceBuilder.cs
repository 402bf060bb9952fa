// The builder collects everything and grants in Build what CDK does not.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.FluentServiceBuilder;

public sealed class TaskBuilder(Construct scope, string name)
{
    private readonly Dictionary<string, Secret> _secrets = [];
    private readonly List<EnvironmentFile> _files = [];
    private readonly List<Action<IRole>> _grants = [];
    private ContainerImage? _image;

    public TaskBuilder From(IRepository repository, string tag = "latest")
    {
        _image = ContainerImage.FromRegistry(repository.RepositoryUriForTag(tag));
        _grants.Add(role => repository.GrantPull(role));
        return this;
    }

    public TaskBuilder WithSecret(string variable, SM.ISecret secret, IKey? key = null)
    {
        _secrets.Add(variable, Secret.FromSecretsManager(secret));
        if (key is not null)
        {
            _grants.Add(role => key.GrantDecrypt(role));
        }

        return this;
    }

    public TaskBuilder WithFile(IBucket bucket, string path)
    {
        _files.Add(EnvironmentFile.FromBucket(bucket, path));
        _grants.Add(role => bucket.GrantRead(role, path));
        return this;
    }

    public FargateTaskDefinition Build()
    {
        var task = new FargateTaskDefinition(scope, name);
        task.AddContainer("app", new ContainerDefinitionOptions { Image = _image!, Secrets = _secrets, EnvironmentFiles = [.. _files] });
        _grants.ForEach(grant => grant(task.ObtainExecutionRole()));
        return task;
    }
}

public class ShopStack : Stack
{
    public ShopStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var key = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/11111111-aaaa-bbbb-cccc-000000000001");
        var password = new SM.Secret(this, "Password", new SM.SecretProps { EncryptionKey = key });
        new TaskBuilder(this, "Task")
            .From(new Repository(this, "Repository"))
            .WithSecret("PASSWORD", password, key)
            .WithFile(Bucket.FromBucketName(this, "Files", "acme-files"), "shop.env")
            .Build();
    }
}

public static class Program
{
    public static void Build(App app) => new ShopStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
