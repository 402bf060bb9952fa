using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>What the models of libraries ask of the evaluator (replaced by the evaluator's own when it lands).</content>
internal sealed partial class Evaluator
{
    public Value Under(Guard guard, Func<Value> run) => WithGuard(Guard & guard, run);
    public void AssignOut(Argument argument, Value value) => throw new NotImplementedException();
    public Guard IsInstance(Value value, ITypeSymbol type) => throw new NotImplementedException();
}
