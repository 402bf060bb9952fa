using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>A <c>Stage</c>: its environment is that of every stack below that does not give its own.</summary>
internal sealed class StageNode(string key, IOperation? origin, Guard birth) : Node(key, origin, birth)
{
    /// <summary>Null (the constant) where none is given.</summary>
    public Value Account { get; set; } = ConstantValue.Null;

    public Value Region { get; set; } = ConstantValue.Null;
}
