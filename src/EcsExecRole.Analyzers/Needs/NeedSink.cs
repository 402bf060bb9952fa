using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>Gathers the needs of one task definition, and knows where it runs.</summary>
internal sealed class NeedSink
{
    private readonly List<Need> needs = [];
    private readonly List<Doubt> doubts = [];
    private readonly Template region;
    private readonly Template account;
    private readonly string? partition;
    private ContainerNode? container;

    public NeedSink(TaskDefinitionNode definition, CdkGraph graph, Settings settings)
    {
        Definition = definition;
        Graph = graph;
        Settings = settings;

        // Where the stack is not known, neither is its environment: nothing that names one can be told from it.
        region = definition.Stack?.Region ?? Template.Of(new Hole(definition.Key + "/region", HoleKind.Region, "AWS::Region"));
        partition = region.Prefix.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : region.Prefix.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : null;
        account = definition.Stack?.Account ?? Template.Of(new Hole(definition.Key + "/account", HoleKind.Account, "AWS::AccountId"));
        if (definition.MayHaveMoreContainers.IsFeasible)
        {
            doubts.Add(new(definition.MayHaveMoreContainers, "it may have containers that the program does not show", definition.Origin));
        }
    }

    public TaskDefinitionNode Definition { get; }

    public CdkGraph Graph { get; }

    public Settings Settings { get; }

    public Template Region => region;

    public Template Account => account;

    /// <summary>Whether ECS itself, not the container instance, pulls images and sends logs: everywhere but on EC2.</summary>
    public bool IsServerless => Runs(LaunchTypes.Fargate | LaunchTypes.External | LaunchTypes.ManagedInstances);

    public bool Runs(LaunchTypes any) => (Definition.LaunchTypes & any) != 0;

    /// <summary>Takes what follows as the container's, or as the task definition's own.</summary>
    public void Enter(ContainerNode? next) => container = next;

    /// <summary><c>arn:PARTITION:SERVICE:REGION:ACCOUNT:</c> + <paramref name="resource"/>, where the task runs.</summary>
    public Template Arn(string service, Template resource) => Arn(service, region, resource);

    public Template Arn(string service, Template inRegion, Template resource) =>
        Template.Concat("arn:", StackNode.Partition, ":" + service + ":", inRegion, ":", account, ":", resource);

    public void Add(Need need)
    {
        var guard = need.Guard & (container?.Birth ?? Guard.Always) & Definition.Birth;
        if (need.Actions.Any(IsUnwritten))
        {
            AddDoubt(guard, Evaluator.DoesNotCompile, need.Origin);
        }
        else if (guard.IsFeasible)
        {
            needs.Add(need with { Guard = guard, Actions = partition is null ? need.Actions : [.. need.Actions.Select(InPartition)], Container = container?.Name, ContainerOrigin = container?.Origin, Origin = need.Origin ?? container?.Origin ?? Definition.Origin });
        }
    }

    /// <summary>Whether what an action is about is still being typed, and may come to be nothing, or something that needs no permission.</summary>
    private static bool IsUnwritten(NeededAction action) =>
        action.Forms.Any(f => !f.Resource.IsLiteral && f.Resource.Parts.Any(p => p.Hole is { } hole && Evaluator.IsUnwritten(hole.Key)));

    /// <summary>In the partitions of China and of the US government an ARN that begins with <c>arn:aws:</c> names nothing.</summary>
    private NeededAction InPartition(NeededAction action) => new([.. action.Forms.Select(f => f with
    {
        Resource = Template.Of(f.Resource.Parts.Select(p => StackNode.Partition.Parts[0].Equals(p) ? TemplatePart.Of(partition!) : p)),
    })]);

    public void AddDoubt(Guard guard, string reason, IOperation? origin) => doubts.Add(new(guard, reason, origin ?? container?.Origin ?? Definition.Origin));

    /// <summary>The texts that a value may be in the task definition's template, with the paths; null is left out, and what has no text is unknown.</summary>
    public IEnumerable<(Template Text, Guard Guard)> Texts(Value value, Guard guard)
    {
        foreach (var alternative in value.Alternatives)
        {
            var on = guard & alternative.Guard;
            if (!alternative.Value.IsNull && on.IsFeasible)
            {
                var text = alternative.Value.Text ?? Template.Of(new Hole("?" + Evaluator.KeyOf(alternative.Value), HoleKind.Any, "?"));
                yield return (Definition.Stack?.Localize(text) ?? text, on);
            }
        }
    }

    /// <summary>An action on a resource that has one name.</summary>
    public static NeededAction Call(string action, Template resource, ImmutableDictionary<string, TemplateList>? context = null) =>
        new([new IamRequest(action, resource, context)]);

    /// <summary>An action on a resource of which any of <paramref name="resources"/> may be the name.</summary>
    public static NeededAction Call(string action, IEnumerable<Template> resources, ImmutableDictionary<string, TemplateList>? context = null) =>
        new([.. resources.Select(r => new IamRequest(action, r, context))]);

    public static ImmutableDictionary<string, TemplateList> Context(params (string Key, Template Value)[] keys) =>
        keys.ToImmutableDictionary(k => k.Key, k => TemplateList.Of(k.Value));

    public TaskNeeds ToTaskNeeds() => new([.. needs], [.. doubts]);
}
