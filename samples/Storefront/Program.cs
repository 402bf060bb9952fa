using Amazon.CDK;
using Storefront.Configuration;
using Storefront.Stacks;

var app = new App();

// "cdk deploy --context stage=production"; without it, everything goes to staging.
var stage = app.Node.TryGetContext("stage") as string ?? "staging";
var target = StorefrontEnvironment.For(stage);

var network = new NetworkStack(app, target.Name("network"), PropsFor("VPC and endpoints"));
var platform = new PlatformStack(app, target.Name("platform"), VpcPropsFor("Cluster, repositories, logs and configuration"));
var data = new DataStack(app, target.Name("data"), VpcPropsFor("Database, queues, secrets and parameters"));

_ = new WebStack(app, target.Name("web"), ServicePropsFor("Public web shop"));
_ = new ApiStack(app, target.Name("api"), ServicePropsFor("Catalog, checkout, search and recommendations"));
_ = new WorkerStack(app, target.Name("workers"), ServicePropsFor("Queue workers"));
_ = new JobStack(app, target.Name("jobs"), ServicePropsFor("Scheduled and one-off tasks"));
_ = new LegacyStack(app, target.Name("legacy"), ServicePropsFor("Tasks moved over from the old CloudFormation templates"));

Tags.Of(app).Add("application", "storefront");
Tags.Of(app).Add("stage", target.Stage);

app.Synth();

StorefrontStackProps PropsFor(string description) => new()
{
    Target = target,
    Env = target.ToCdkEnvironment(),
    Description = description,
};

VpcStackProps VpcPropsFor(string description) => new()
{
    Target = target,
    Env = target.ToCdkEnvironment(),
    Description = description,
    Vpc = network.Vpc,
};

ServiceStackProps ServicePropsFor(string description) => new()
{
    Target = target,
    Env = target.ToCdkEnvironment(),
    Description = description,
    Network = network,
    Platform = platform,
    Data = data,
};
