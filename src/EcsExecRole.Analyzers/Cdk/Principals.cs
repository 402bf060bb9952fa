using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Finds what a grant to an <c>IGrantable</c> writes to.</summary>
internal static class Principals
{
    /// <summary>Grantables that stand for grantables that …: more than any program nests.</summary>
    private const int MaxIndirections = 8;

    /// <summary>The role or policy that statements for <paramref name="grantee"/> go to; null where they go to nothing that concerns a role.</summary>
    /// <param name="call">The call under way.</param>
    /// <param name="grantee">Not a choice.</param>
    public static Node? Of(Call call, Value grantee) => grantee switch
    {
        ObjectValue { Payload: RoleNode or PolicyDocumentNode } instance => (Node)instance.Payload,
        ObjectValue { Payload: PrincipalNode principal } => principal.Wraps is null ? null : Of(call, principal.Wraps),
        UnknownValue unknown => RoleOfUnknown(call.Graph, unknown),
        _ => null,
    };

    /// <summary>
    /// What a grantee comes down to, with the paths: a class of the program's that implements <c>IGrantable</c> stands for its <c>GrantPrincipal</c>.
    /// </summary>
    public static IEnumerable<(Value Value, Guard Guard)> Each(Call call, Value grantee, int depth = 0)
    {
        foreach (var (value, guard) in call.Each(grantee))
        {
            if (depth < MaxIndirections && value is ObjectValue { Payload: not (RoleNode or PolicyDocumentNode or PrincipalNode) } instance && Grants(instance.Type))
            {
                foreach (var inner in Each(call.On(guard), call.On(guard).Get(instance, "GrantPrincipal"), depth + 1))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return (value, guard);
            }
        }
    }

    private static bool Grants(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers("GrantPrincipal").Any(m => !m.DeclaringSyntaxReferences.IsEmpty))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The role of an unknown identity: it may have any permission, but the same unknown is the same role.</summary>
    public static RoleNode RoleOfUnknown(CdkGraph graph, UnknownValue value) => graph.OfUnknown(value, () =>
    {
        var role = new RoleNode(value.Key, null, Guard.Always, RoleKind.Unknown)
        {
            Name = value.Display,
            Arn = value.Member("RoleArn", null).Text,
            RoleName = value.Member("RoleName", null).Text,
        };
        role.Unknowns.Add(new(Guard.Always, null, value.Reason, null));
        role.TrustUnknown = Guard.Always;
        return role;
    });
}
