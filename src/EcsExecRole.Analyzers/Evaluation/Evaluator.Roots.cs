using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Where a run starts.</content>
internal sealed partial class Evaluator
{
    /// <summary>Runs a method or constructor that nothing calls, with unknown arguments.</summary>
    internal Value RunRoot(IMethodSymbol root)
    {
        var syntax = root.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) ?? root.ContainingType.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (syntax is null || RootOperation(root, syntax) is not { } operation)
        {
            return ConstantValue.Null;
        }

        var arguments = new Arguments([.. root.Parameters.Select(p => new Argument(p, RootArgument(p), null))]);
        if (root.MethodKind == MethodKind.Constructor)
        {
            var created = new ObjectValue(NewKey(root.ContainingType.Name), root.ContainingType, operation, Guard.Always) { Name = root.ContainingType.Name };
            RunConstructor(created, root, arguments, operation);
            return created;
        }

        ObjectValue? receiver = null;
        if (!root.IsStatic)
        {
            receiver = new ObjectValue(NewKey("this"), root.ContainingType, null, Guard.Always) { IsOpaque = true, Name = "this" };
        }

        // Whoever calls it goes through what it yields.
        return Forced(RunMethod(root, receiver, arguments, operation, BodyOf(root)));
    }

    /// <summary>Attaches visitors that code which does not compile may attach: on paths that need not exist.</summary>
    internal void Attach(IEnumerable<INamedTypeSymbol> visitors, IMethodSymbol root)
    {
        foreach (var type in visitors)
        {
            if (BodyOf(root) is { } operation)
            {
                var isHalfTyped = errors is not null && type.DeclaringSyntaxReferences.Any(r => errors.IsDoubtful(r.GetSyntax()));
                Attach(new ObjectValue(NewKey(type.Name), type, operation, Guard.Always) { IsOpaque = true, Name = type.Name, IsHalfTyped = isHalfTyped }, operation);
            }
        }
    }

    private void Attach(ObjectValue visitor, IOperation operation)
    {
        var key = NewKey(Unwritten + visitor.Type.Name);
        Library.Attach(visitor, Site(operation).On(Guards.Opaque(key, [key], "something attaches " + visitor.Type.Name)));
    }

    private IOperation? RootOperation(IMethodSymbol root, SyntaxNode syntax) =>
        BodyOf(root) ?? Program.OperationOf(syntax) ?? syntax.ChildNodes().Select(Program.OperationOf).FirstOrDefault(o => o is not null);

    private UnknownValue RootArgument(IParameterSymbol parameter) => new(
        parameter.Name,
        parameter.Name,
        parameter.Type,
        "it is a parameter of " + (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? "the constructor of " + constructor.ContainingType.Name : parameter.ContainingSymbol.Name) + ", which nothing in the compilation calls");
}
