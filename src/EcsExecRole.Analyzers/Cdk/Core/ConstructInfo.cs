using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What CDK's tree knows of a construct: its scope, its ID and what hangs below it.</summary>
internal sealed class ConstructInfo(ObjectValue construct, Value scope, Value id)
{
    public ObjectValue Construct { get; } = construct;

    /// <summary>The scope it was made in: a construct, null for an app, unknown, or a choice.</summary>
    public Value Scope { get; } = scope;

    public Value Id { get; } = id;

    public List<ObjectValue> Children { get; } = [];

    /// <summary>The stack that holds it, once it was asked for.</summary>
    public StackNode? Stack { get; set; }

    /// <summary>Context set on this construct by the program, by key; null until the first.</summary>
    public Dictionary<string, Value>? Context { get; set; }

    /// <summary>The calls of <c>Role.CustomizeRoles</c> on this construct, each with its paths and options; null until the first.</summary>
    public List<(Guard Guard, Value Options)>? RoleCustomizations { get; set; }
}
