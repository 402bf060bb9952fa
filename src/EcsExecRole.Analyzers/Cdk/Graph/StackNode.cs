using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>A stack and the environment it is deployed to.</summary>
internal sealed class StackNode(string key, IOperation? origin, Guard birth) : Node(key, origin, birth)
{
    /// <summary><c>AWS::Partition</c>: every stack's, since a template cannot tell.</summary>
    public static Template Partition { get; } = Template.Of(new Hole("AWS::Partition", HoleKind.Partition, "AWS::Partition"));

    /// <summary><c>AWS::Region</c> of an environment-agnostic stack.</summary>
    public static Template AgnosticRegion { get; } = Template.Of(new Hole("AWS::Region", HoleKind.Region, "AWS::Region"));

    /// <summary><c>AWS::AccountId</c> of an environment-agnostic stack.</summary>
    public static Template AgnosticAccount { get; } = Template.Of(new Hole("AWS::AccountId", HoleKind.Account, "AWS::AccountId"));

    /// <summary>The region: a literal, <see cref="AgnosticRegion"/> (a token), or a hole of its own where the program does not tell which of the two.</summary>
    public Template Region { get; set; } = AgnosticRegion;

    /// <summary>The account: a literal, <see cref="AgnosticAccount"/> (a token), or a hole of its own where the program does not tell which of the two.</summary>
    public Template Account { get; set; } = AgnosticAccount;

    /// <summary>Where roles below this scope are pre-created (<c>Role.CustomizeRoles</c>), the paths on which they are.</summary>
    public Guard RolesAreCustomized { get; set; } = Guard.Never;

    /// <summary><c>arn:PARTITION:SERVICE:REGION:ACCOUNT:</c> + <paramref name="resource"/>, in this stack's environment.</summary>
    public Template Arn(string service, Template resource) =>
        Template.Concat("arn:", Partition, ":" + service + ":", Region, ":", Account, ":", resource);
}
