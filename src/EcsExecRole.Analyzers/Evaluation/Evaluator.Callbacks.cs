using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Calls back into the program, for libraries that are handed an object with a method to call.</content>
internal sealed partial class Evaluator
{
    /// <summary>Calls a method of an object of the program's own type.</summary>
    /// <param name="receiver">The object.</param>
    /// <param name="name">The method.</param>
    /// <param name="arguments">The arguments, in order.</param>
    /// <param name="site">The library's call that calls back.</param>
    /// <returns>Whether the compilation has the method.</returns>
    public bool TryCallBack(ObjectValue receiver, string name, ImmutableArray<Value> arguments, CallSite site)
    {
        for (ITypeSymbol? type = receiver.Type; type is not null; type = type.BaseType)
        {
            foreach (var method in type.GetMembers(name).OfType<IMethodSymbol>())
            {
                if (!method.IsStatic && !method.IsAbstract && IsSource(method) && method.Parameters.Length == arguments.Length)
                {
                    var bound = arguments.Select((a, i) => new Argument(method.Parameters[i], a, null)).ToImmutableArray();
                    Under(site.Guard, () => Invoke(method, receiver, new Arguments(bound), site.Operation, isVirtual: false));
                    return true;
                }
            }
        }

        return false;
    }
}
