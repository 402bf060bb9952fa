using System.Text.RegularExpressions;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>FireLens log routers: those of the program, and the one that CDK adds at synth where a container logs to <c>awsfirelens</c> and there is none.</summary>
internal static class FirelensRouters
{
    private const string Driver = "awsfirelens";

    private static readonly string[] Pull =
        ["ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"];

    private static readonly Regex ObjectArn = new("arn:aws[a-zA-Z-]*:s3:::.+", RegexOptions.CultureInvariant);

    /// <summary>
    /// The configuration of a router. A file in S3 is granted where its type is S3 and its value a token or an object's ARN; any other literal is silently rendered as
    /// a file of the image.
    /// </summary>
    public static void Configure(ContainerBinding binding, Value config, IOperation? fallback)
    {
        var call = binding.Call;
        var options = call.Get(config, "Options");
        var origin = call.Where(options, "ConfigFileValue") ?? fallback;
        foreach (var (type, on) in binding.Each(call.Get(options, "ConfigFileType")))
        {
            if (type is ConstantValue { EnumMember: "FILE" })
            {
                continue;
            }

            foreach (var (value, where) in on.Each(call.Get(options, "ConfigFileValue")))
            {
                if (Text.Of(value) is { } arn && (!arn.IsLiteral || ObjectArn.IsMatch(arn.Literal!)))
                {
                    AddFile(where, value, arn, origin);
                }
            }
        }
    }

    /// <summary>
    /// At synth: on the paths on which a container's driver is <c>awsfirelens</c> and no container is a router, CDK adds one, which may pull from any repository and
    /// write its own log.
    /// </summary>
    public static void AddDefault(Call call, TaskDefinitionNode definition)
    {
        var remaining = !definition.Containers.Aggregate(Guard.Never, (all, c) => all | c.IsFirelensRouter);
        foreach (var logging in definition.Containers.Where(c => !c.IsServiceConnectProxy).SelectMany(c => c.Logging).ToList())
        {
            var guard = remaining & logging.Guard & definition.Birth & call.Evaluator.AreEqual(logging.Driver, ConstantValue.Of(Driver));
            if (logging.Driver is not UnknownValue && guard.IsFeasible)
            {
                Add(call.On(guard), definition, logging);
                remaining = remaining.Except(guard);
            }
        }
    }

    private static void Add(Call call, TaskDefinitionNode definition, LogConfiguration cause)
    {
        var container = new ContainerNode(call.Evaluator.NewKey(definition.Key + ".log-router"), cause.Origin, call.Guard)
        {
            Name = "log-router",
            Stack = definition.Stack,
            IsFirelensRouter = call.Guard,
        };
        var binding = new ContainerBinding(call, definition, container);
        Grants.ToPrincipal(call, binding.ObtainRole(), Pull, ["*"], isAutomatic: true, null, cause.Origin);
        FirelensOutputs.Grant(call, definition.TaskRole, cause);

        // The name comes from a public parameter, which gives an image in a repository of AWS's in the same region.
        var account = Template.Of(new Hole("account of aws-for-fluent-bit", HoleKind.Account, "AWS"));
        var region = definition.Stack?.Region ?? StackNode.AgnosticRegion;
        container.Images.Add(new(call.Guard, TextValue.Of(Template.Concat(account, ".dkr.ecr.", region, ".amazonaws.com/aws-for-fluent-bit:latest")), null, cause.Origin));
        new AwsLogDriverNode(ConstantValue.Null).Bind(binding, cause.Origin);
        definition.Containers.Add(container);
    }

    private static void AddFile(ContainerBinding binding, Value value, Template arn, IOperation? origin)
    {
        var role = binding.ObtainRole();
        Grants.ToPrincipal(binding.Call, role, ["s3:GetObject"], [arn], isAutomatic: true, null, origin);
        Grants.ToPrincipal(binding.Call, role, ["s3:GetBucketLocation"], [arn.Split('/')[0]], isAutomatic: true, null, origin);
        binding.Container.FirelensFiles.Add(new(binding.Guard, null, value, null, origin));
    }
}
