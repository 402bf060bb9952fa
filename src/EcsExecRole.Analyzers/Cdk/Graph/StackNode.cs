using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
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

    /// <summary>The account as the program gives it: null for an environment-agnostic stack, a text, unknown, or a choice, which <see cref="Account"/> hides.</summary>
    public Value AccountValue { get; set; } = ConstantValue.Null;

    /// <summary>The name given to the stack; null (the constant) where CDK makes one up.</summary>
    public Value StackName { get; set; } = ConstantValue.Null;

    /// <summary><c>arn:PARTITION:SERVICE:REGION:ACCOUNT:</c> + <paramref name="resource"/>, in this stack's environment.</summary>
    public Template Arn(string service, Template resource) =>
        Template.Concat("arn:", Partition, ":" + service + ":", Region, ":", Account, ":", resource);

    /// <summary>
    /// The text as CloudFormation will see it in this stack: the pseudo parameters of an environment that is given are replaced by what is given.
    /// </summary>
    public Template Localize(Template text)
    {
        foreach (var part in text.Parts)
        {
            if (IsAgnostic(part))
            {
                return Region.Equals(AgnosticRegion) && Account.Equals(AgnosticAccount) ? text : Replaced(text);
            }
        }

        return text;
    }

    private static bool IsAgnostic(TemplatePart part) => part.Hole is { } hole && (hole.Equals(AgnosticAccount.Parts[0].Hole) || hole.Equals(AgnosticRegion.Parts[0].Hole));

    private Template Replaced(Template text) => Template.Of(text.Parts.SelectMany(p =>
        p.Hole is null ? [p]
        : AgnosticAccount.Parts[0].Equals(p) ? Account.Parts
        : AgnosticRegion.Parts[0].Equals(p) ? Region.Parts
        : ImmutableArray.Create(p)));
}
