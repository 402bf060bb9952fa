namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Calls that a library makes into the program after it has run.</content>
internal sealed partial class Evaluator
{
    /// <summary>Calls a function of the program's on the paths of <paramref name="site"/>, whatever the current ones are.</summary>
    public Value CallLater(FunctionValue function, ImmutableArray<Value> arguments, CallSite site) =>
        WithGuard(site.Guard, () => Call(function, arguments, site.Operation));
}
