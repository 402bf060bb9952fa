// One Docker Hub account for all images, handed through props.
// expect: clean
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Constructs;
using SM = Amazon.CDK.AWS.SecretsManager;

namespace Cases.Programs.DockerHubCredentials;

public class SharedProps
{
    public required SM.ISecret DockerHub { get; init; }

    public string Organisation { get; init; } = "acme";

    public ContainerImage Image(string name, string tag = "latest") => ContainerImage.FromRegistry($"{Organisation}/{name}:{tag}", new RepositoryImageProps { Credentials = DockerHub });
}

public class HubStack : Stack
{
    public HubStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        var shared = new SharedProps { DockerHub = SM.Secret.FromSecretNameV2(this, "DockerHub", "docker-hub") };
        var web = new FargateTaskDefinition(this, "Web");
        web.AddContainer("web", new ContainerDefinitionOptions { Image = shared.Image("web") });
        web.AddContainer("proxy", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("nginx:1.27"), Essential = false });
        var worker = new Ec2TaskDefinition(this, "Worker");
        worker.AddContainer("worker", new ContainerDefinitionOptions { Image = shared.Image("worker", "2"), MemoryLimitMiB = 256 });
    }
}

public static class Program
{
    public static void Build(App app) => new HubStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
