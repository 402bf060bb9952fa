using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>
/// Log drivers (R10, R13, R14 of <c>ecs-needs.md</c>). What a FireLens router writes to, it writes to with the task role; <c>awsfirelens</c> itself needs nothing.
/// </summary>
internal static class LogNeeds
{
    /// <summary>What CloudFormation puts after a log group's ARN.</summary>
    private const string AllStreams = ":*";

    public static void Add(NeedSink sink, ContainerNode container)
    {
        foreach (var logging in container.Logging)
        {
            SecretNeeds.Add(sink, logging.SecretOptions);
            foreach (var driver in logging.Driver.Alternatives)
            {
                var guard = logging.Guard & driver.Guard;
                switch (driver.Value.Text?.Literal)
                {
                    case "awslogs":
                        AddAwsLogs(sink, logging, guard);
                        break;
                    case "awsfirelens" when sink.Runs(LaunchTypes.Fargate):
                        sink.Add(new(NeedKind.Firelens, guard, "awsfirelens", []) { Origin = logging.Origin, IsSuggestion = true });
                        break;
                    case null when !driver.Value.IsNull:
                        sink.AddDoubt(guard, "the log driver may be `awslogs`", logging.Origin);
                        break;
                }
            }
        }
    }

    private static void AddAwsLogs(NeedSink sink, LogConfiguration logging, Guard guard)
    {
        if (logging.LogGroup is { } construct)
        {
            Add(sink, logging, guard, [construct.Arn], construct, construct.LogGroupName.ToString());
            return;
        }

        foreach (var (name, on) in sink.Texts(logging.Group, guard))
        {
            foreach (var (region, where) in Regions(sink, logging, on))
            {
                var named = sink.Arn("logs", region, Template.Concat("log-group:", name));
                var known = sink.Graph.Of<LogGroupNode>().FirstOrDefault(g => g.LogGroupName.Equals(name) && !IsElsewhere(g, region))
                    ?? sink.Graph.FindByArn<LogGroupNode>(named + AllStreams);
                Add(sink, logging, where, known is null ? [named + AllStreams] : [known.Arn, named + AllStreams], known, name.ToString());
            }
        }
    }

    private static bool IsElsewhere(LogGroupNode group, Template region) =>
        region.Literal is { } asked && (ArnTemplate.TryParse(group.Arn)?.Region ?? group.Stack?.Region)?.Literal is { } own && asked != own;

    private static IEnumerable<(Template Region, Guard Guard)> Regions(NeedSink sink, LogConfiguration logging, Guard guard)
    {
        foreach (var region in logging.Region.Alternatives)
        {
            var on = guard & region.Guard;
            if (on.IsFeasible)
            {
                yield return (region.Value.IsNull ? sink.Region : region.Value.Text ?? sink.Region, on);
            }
        }
    }

    private static void Add(NeedSink sink, LogConfiguration logging, Guard guard, IReadOnlyList<Template> groups, LogGroupNode? construct, string subject)
    {
        var streams = groups.Select(StreamOf).ToList();
        sink.Add(Logs(guard, NeedSink.Call(EcsActions.CreateLogStream, streams), NeedSink.Call(EcsActions.PutLogEvents, streams)));
        foreach (var create in logging.CreateGroup.Alternatives)
        {
            if (string.Equals(create.Value.Text?.Literal, "true", StringComparison.OrdinalIgnoreCase))
            {
                sink.Add(Logs(guard & create.Guard, NeedSink.Call(EcsActions.CreateLogGroup, groups.Select(WithoutStar))));
            }
        }

        Need Logs(Guard on, params NeededAction[] actions) => new(NeedKind.Logs, on, $"'{subject}'", [.. actions])
        {
            Origin = logging.Origin,
            Resource = construct,
            RequiresRole = sink.IsServerless,
        };
    }

    /// <summary>The ARN of the stream that the agent will make and write to. Of an ARN that came in whole, no more is known than that it stands for its streams.</summary>
    private static Template StreamOf(Template group) => IsStarred(group) ? Template.Concat(WithoutStar(group), ":log-stream:", Template.Of(NeededAction.LogStream)) : group;

    private static Template WithoutStar(Template group) => !IsStarred(group) ? group : Template.Of(
        group.Parts.Select((p, i) => i == group.Parts.Length - 1 ? TemplatePart.Of(p.Text!.Substring(0, p.Text.Length - AllStreams.Length)) : p));

    private static bool IsStarred(Template group) => group.Suffix.EndsWith(AllStreams, StringComparison.Ordinal);
}
