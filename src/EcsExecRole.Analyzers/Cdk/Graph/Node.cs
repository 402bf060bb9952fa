using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What the model knows of one construct, or of one of CDK's plain classes (a statement, an image, a log driver).</summary>
/// <param name="key">The identity: equal for the same object only.</param>
/// <param name="origin">The expression that made or imported it; null where the program did not (CDK made it by itself, or it came in as a parameter).</param>
/// <param name="birth">The paths on which it exists.</param>
internal abstract class Node(UniqueKey key, IOperation? origin, Guard birth)
{
    private string? spelt, name;

    public string Key => spelt ??= key.ToString();

    public IOperation? Origin { get; } = origin;

    public Guard Birth { get; } = birth;

    /// <summary>The name under which messages speak of it: a construct ID, variable or ARN.</summary>
    public string Name
    {
        get => name ?? Key;
        set => name = value;
    }

    /// <summary>The stack it belongs to; null where that is not known.</summary>
    public StackNode? Stack { get; set; }

    /// <summary>What CloudFormation's <c>Ref</c> of the resource is; null where the model does not say.</summary>
    public Template? Ref { get; set; }

    public override string ToString() => GetType().Name + " " + Name;
}
