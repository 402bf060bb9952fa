using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>Something that ECS does with a task definition's execution role to start its tasks.</summary>
/// <param name="Kind">What makes ECS do it.</param>
/// <param name="Guard">The paths of the program on which the task definition asks for it.</param>
/// <param name="Subject">What it is about, quoted, for messages: an image, a log group, a secret.</param>
/// <param name="Actions">The calls.</param>
internal sealed record Need(NeedKind Kind, Guard Guard, string Subject, ImmutableArray<NeededAction> Actions)
{
    /// <summary>The container's name; null for a volume.</summary>
    public string? Container { get; init; }

    /// <summary>The call or creation that makes the container, or a pattern with it; null for a volume.</summary>
    public IOperation? ContainerOrigin { get; init; }

    /// <summary>The expression that causes the need.</summary>
    public IOperation? Origin { get; init; }

    /// <summary>The construct that the calls are about, where there is one.</summary>
    public ResourceNode? Resource { get; init; }

    /// <summary>Whether AWS's documents leave doubt that the execution role is what is asked.</summary>
    public bool IsSuggestion { get; init; }

    /// <summary>Whether the task definition can't do without an execution role; on EC2 the instance's role pulls images and writes logs.</summary>
    public bool RequiresRole { get; init; } = true;
}

/// <summary>One IAM action on one resource.</summary>
/// <param name="Forms">
/// The request; several where the program leaves open how AWS will name the resource, and permission for any of them may do. The first is the likeliest.
/// </param>
internal sealed record NeededAction(ImmutableArray<IamRequest> Forms)
{
    public string Action => Forms[0].Action;

    /// <summary>What a statement's <c>Resource</c> should name, where it is not just the ARN of the likeliest form: what AWS makes up is a wildcard in it.</summary>
    public Template Pattern => field ??= Template.Of(Forms[0].Resource.Parts.Select(p => p.Hole switch
    {
        { Kind: HoleKind.SecretSuffix } => TemplatePart.Of("??????"),
        { } hole when hole.Equals(LogStream) => TemplatePart.Of("*"),
        _ => p,
    }));

    /// <summary>The name of a log stream, which the agent makes up.</summary>
    public static Hole LogStream { get; } = new("awslogs-stream", HoleKind.Any, "stream");
}

/// <summary>A place where a need may be, but the program does not tell.</summary>
/// <param name="Guard">The paths on which it may.</param>
/// <param name="Reason">What is not known, as a clause.</param>
/// <param name="Origin">Where.</param>
internal sealed record Doubt(Guard Guard, string Reason, IOperation? Origin);
