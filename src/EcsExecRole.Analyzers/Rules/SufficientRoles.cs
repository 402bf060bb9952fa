using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam.Matching;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>The option <c>ecs_exec_role.sufficient_roles</c>: ARN patterns, or members that give a role (<c>Platform.ExecutionRoles.Shared</c>), by the end of their name.</summary>
internal static class SufficientRoles
{
    public static bool Contains(TaskDefinitionNode task, RoleNode role, ImmutableArray<string> names) =>
        names.Any(n => n.StartsWith("arn:", StringComparison.Ordinal)
            ? role.Arn is { } arn && TemplateMatcher.Covers(n, arn) == Ternary.Yes
            : IsMember(task.ExecutionRoleOperation, n) || IsWithin(role.Origin, n));

    /// <summary>Whether the expression reads or calls the member.</summary>
    private static bool IsMember(IOperation? operation, string name)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        ISymbol? symbol = operation switch
        {
            IMemberReferenceOperation reference => reference.Member,
            IInvocationOperation invocation => invocation.TargetMethod,
            _ => null,
        };
        return symbol is not null && IsNamed(symbol, name);
    }

    /// <summary>Whether the role is made or imported in the member, or in a type of that name.</summary>
    private static bool IsWithin(IOperation? origin, string name)
    {
        for (var symbol = origin?.SemanticModel?.GetEnclosingSymbol(origin.Syntax.SpanStart); symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (IsNamed((symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(ISymbol symbol, string name)
    {
        var full = symbol.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType));
        return full.EndsWith(name, StringComparison.Ordinal) && (full.Length == name.Length || full[full.Length - name.Length - 1] == '.');
    }
}
