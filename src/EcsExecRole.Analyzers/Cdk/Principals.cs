using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Finds what a grant to an <c>IGrantable</c> writes to.</summary>
internal static class Principals
{
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
