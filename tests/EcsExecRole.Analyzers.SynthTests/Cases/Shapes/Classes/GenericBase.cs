// A generic base stack asks its type parameter for the image.
// expect: Task: no role
using Amazon.CDK.AWS.ECS;
using Amazon.CDK;
using Constructs;

namespace Cases.Shapes.Classes.GenericBase;

public interface IServiceProps
{
    string Image { get; }
}

public sealed record ApiProps(string Version) : IServiceProps
{
    public string Image => $"111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:{Version}";
}

public abstract class BaseStack<TProps> : Stack where TProps : IServiceProps
{
    protected TProps Props { get; }

    protected BaseStack(Construct scope, string id, TProps props, IStackProps stackProps) : base(scope, id, stackProps)
    {
        Props = props;
        Task = new FargateTaskDefinition(this, "Task");
    }

    protected FargateTaskDefinition Task { get; }
}

public class ServiceStack : BaseStack<ApiProps>
{
    public ServiceStack(Construct scope, string id, IStackProps props) : base(scope, id, new ApiProps("1.4"), props) =>
        Task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(Props.Image) });
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
