using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>taskDefinition.ExecutionRole</c> is null until something obtains the role: a grant through <c>?.</c> then does nothing, any other use of it throws (EER2008).
/// </summary>
internal static class NullRoles
{
    /// <summary>Notes the grant that a read of <c>ExecutionRole</c> is for, on the paths on which it reads null.</summary>
    public static void Check(Call call, TaskDefinitionNode definition)
    {
        var isNull = definition.HasNoRoleYet & call.Guard;
        if (!isNull.IsFeasible)
        {
            return;
        }

        foreach (var use in UsesOf(call.Site.Operation))
        {
            call.Graph.GrantsOnNullRole.Add((use, definition, isNull));
        }
    }

    /// <summary>The grants for which a value is read: there, or through the variable that it is put into.</summary>
    private static IEnumerable<IOperation> UsesOf(IOperation read)
    {
        var value = Unwrap(read);
        if (GrantOf(value) is { } grant)
        {
            return [grant];
        }

        return value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var variable } declarator } ? UsesOf(variable, declarator) : [];
    }

    /// <summary>
    /// The grants among the statements beside the variable's declaration. What is nested deeper may test it first, and a variable that is assigned again tells nothing.
    /// </summary>
    private static IEnumerable<IOperation> UsesOf(ILocalSymbol variable, IVariableDeclaratorOperation declarator)
    {
        var block = Above<IBlockOperation>(declarator);
        var references = block?.Descendants().OfType<ILocalReferenceOperation>().Where(r => SymbolEqualityComparer.Default.Equals(r.Local, variable)).ToList() ?? [];
        if (references.Any(r => r.Parent is IAssignmentOperation assignment && assignment.Target == r || r.Parent is IArgumentOperation { Parameter.RefKind: not RefKind.None }))
        {
            return [];
        }

        return references.Select(r => GrantOf(Unwrap(r))).OfType<IOperation>().Where(g => Above<IBlockOperation>(g) == block && g.Parent is IExpressionStatementOperation);
    }

    /// <summary>The call that grants to the value or through it; null where it is used for something else.</summary>
    private static IOperation? GrantOf(IOperation value) => value.Parent switch
    {
        IConditionalAccessOperation access when access.Operation == value => access.WhenNotNull is IInvocationOperation method && IsGrant(method.TargetMethod) ? access : null,
        IInvocationOperation invocation when invocation.Instance == value => IsGrant(invocation.TargetMethod) ? invocation : null,
        IArgumentOperation { Parent: IInvocationOperation invocation } => IsGrant(invocation.TargetMethod) ? invocation : null,
        _ => null,
    };

    /// <summary>CDK's grant methods, and those of a role that add to it.</summary>
    private static bool IsGrant(IMethodSymbol method) =>
        Registry.NameOf(method.ContainingType) is not null
        && (method.Name.StartsWith("Grant", StringComparison.Ordinal) || method.Name.StartsWith("Add", StringComparison.Ordinal) || method.Name.StartsWith("Attach", StringComparison.Ordinal));

    /// <summary>The value as its user gets it, conversions included.</summary>
    private static IOperation Unwrap(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation.Parent;
        }

        return operation;
    }

    private static T? Above<T>(IOperation operation)
        where T : class, IOperation
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is T found)
            {
                return found;
            }
        }

        return null;
    }
}
