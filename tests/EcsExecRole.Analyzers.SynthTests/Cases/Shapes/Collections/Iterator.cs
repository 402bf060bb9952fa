// Specifications come out of an iterator with a conditional yield.
// expect: Api: no role
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Collections.Iterator;

public class ServiceStack : Stack
{
    private sealed record Spec(string Name, string Image);

    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, props)
    {
        foreach (var spec in Specs(withWorker: false))
        {
            new FargateTaskDefinition(this, spec.Name).AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(spec.Image) });
        }
    }

    private static IEnumerable<Spec> Specs(bool withWorker)
    {
        yield return new Spec("Web", "nginx");
        yield return new Spec("Api", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4");
        if (!withWorker)
        {
            yield break;
        }

        yield return new Spec("Worker", "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.4");
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
