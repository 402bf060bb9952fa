using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>taskDefinition.ExecutionRole</c> is null until something obtains the role: a grant through <c>?.</c> then does nothing, any other use of it throws (EER2008).
/// The null remembers whose it is, wherever the program carries it.
/// </summary>
internal static class NullRoles
{
    /// <summary>What a read of <c>ExecutionRole</c> yields.</summary>
    public static Value Read(Call call, TaskDefinitionNode definition) => ChoiceValue.Of(
        ChoiceValue.On(call.Guard, definition.ExecutionRole).Alternatives
            .Select(a => a.Value.IsNull && definition.Kind == TaskDefinitionKind.L2 ? a with { Value = Lacking(definition) } : a)
            .ToList());

    /// <summary>Null; where code that cannot be seen got hold of the definition, perhaps the role that it obtained.</summary>
    private static Value Lacking(TaskDefinitionNode definition)
    {
        Value lacking = ConstantValue.NullOf(definition);
        foreach (var escape in definition.Escapes.Where(e => e.Services is null))
        {
            lacking = ChoiceValue.Of(escape.Guard, new UnknownValue(definition.Key + ".ExecutionRole", definition.Name + "/ExecutionRole", null, escape.Reason), lacking);
        }

        return lacking;
    }

    /// <summary>Notes a grant to a role that is still null.</summary>
    public static void NoteArguments(CdkGraph graph, IMethodSymbol method, Arguments arguments, CallSite site)
    {
        if (IsGrant(method))
        {
            foreach (var argument in arguments.Items)
            {
                foreach (var alternative in argument.Value.Alternatives)
                {
                    Note(graph, alternative.Value, alternative.Guard, site);
                }
            }
        }
    }

    /// <summary>Notes a call on a role that is still null.</summary>
    public static void NoteReceiver(CdkGraph graph, IMethodSymbol method, ConstantValue receiver, CallSite site)
    {
        if (IsGrant(method))
        {
            Note(graph, receiver, Guard.Always, site);
        }
    }

    private static void Note(CdkGraph graph, Value value, Guard guard, CallSite site)
    {
        if (value is ConstantValue { LackOf: TaskDefinitionNode definition } && site.On(guard) is var on && on.Guard.IsFeasible)
        {
            graph.GrantsOnNullRole.Add((site.Operation, definition, on.Guard));
        }
    }

    /// <summary>CDK's grant methods, and those of a role that add to it.</summary>
    private static bool IsGrant(IMethodSymbol method) =>
        (method.Name.StartsWith("Grant", StringComparison.Ordinal) || method.Name.StartsWith("Add", StringComparison.Ordinal) || method.Name.StartsWith("Attach", StringComparison.Ordinal))
        && Registry.IsCdk(method.ContainingType);
}
