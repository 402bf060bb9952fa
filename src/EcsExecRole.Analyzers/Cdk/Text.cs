using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Texts of CDK: tokens that are known only at deployment.</summary>
internal static class Text
{
    /// <summary>What CloudFormation makes up for a resource: different for each <paramref name="key"/>, and no text of the program.</summary>
    public static Template Generated(string key, string display) => Template.Of(new Hole(key, HoleKind.Generated, display));

    /// <summary>The text of <paramref name="value"/>, or a hole where it has none; null where it is null.</summary>
    public static Template? Of(Value value) => value.IsNull ? null : value.Text ?? Template.Of(new Hole("?" + value, HoleKind.Any, "?"));
}
