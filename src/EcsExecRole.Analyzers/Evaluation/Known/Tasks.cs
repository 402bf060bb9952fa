namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Tasks, as far as their result is plain: a task is its result, as <c>await</c> sees it.</summary>
internal static class Tasks
{
    private const string Namespace = "System.Threading.Tasks.";
    private static readonly string[] Types = [Namespace + "Task", Namespace + "ValueTask"];
    private static readonly string[] Awaiters = ["System.Runtime.CompilerServices.TaskAwaiter", "System.Runtime.CompilerServices.ValueTaskAwaiter", "System.Runtime.CompilerServices.ConfiguredTaskAwaitable", "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable"];

    public static void Register(KnownTable table) => table
        .Methods(Types, "FromResult", call => call[0])
        .Constructor(Namespace + "ValueTask", call => call.Count > 0 ? call[0] : Done(call))
        .Methods(Types, "ConfigureAwait GetAwaiter AsTask WaitAsync", call => call.Receiver)
        .Methods(Awaiters, "GetAwaiter GetResult", call => call.Receiver)
        .Methods(["System.Runtime.CompilerServices.ConfiguredTaskAwaitable.ConfiguredTaskAwaiter", "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter"], "GetResult", call => call.Receiver)
        .Getters(Types, "Result", call => call.Receiver)
        .Getters(Types, "CompletedTask", Done)
        .Method(Namespace + "Task", "Delay", Done)
        .Method(Namespace + "Task", "Wait", Done)
        .Method(Namespace + "Task", "Run", call => call.DelegateArity(0) == 0 && call[0] is FunctionValue ? call.Run(Symbolic.Guard.Always, call[0]) : null)
        .Method(Namespace + "Task", "WhenAll", WhenAll)
        .Method(Namespace + "Task", "WaitAll", Done)
        .Method(Namespace + "Parallel", "ForEach", call => call.Count == 2 && call.DelegateArity(1) == 1 ? Lists.ForEach(call, call.Source(0), call[1]) : null);

    /// <summary>What a finished task without a result is: something that is not null.</summary>
    private static Value Done(KnownCall call) => ConstantValue.True;

    private static Value? WhenAll(KnownCall call) => call.Count == 1 ? call.Copy(call.Source(0)) : null;
}
