using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>From the <c>ExecutionRoleArn</c> of an L1 resource to the role.</summary>
internal static class RoleArns
{
    /// <summary>
    /// The role with an ARN: one of the program's, told by the ARN that its own property yields; else one that exists elsewhere, of which the ARN is all that is known.
    /// </summary>
    /// <param name="call">The call under way.</param>
    /// <param name="arn">A text, a role, null, unknown, or a choice.</param>
    public static Value Resolve(Call call, Value arn) => call.Map(arn, (one, on) => one switch
    {
        { IsNull: true } => ConstantValue.Null,
        ObjectValue { Payload: RoleNode } => one,
        _ => one.Text is { } text ? OfArn(on, text) : Unknown(one, one.ToString()!),
    });

    private static Value OfArn(Call call, Template arn)
    {
        if (call.Graph.FindRole(arn) is { } known)
        {
            return ExecutionRoles.Wrap(call, known, "AWS.IAM.Role");
        }

        var unknown = Unknown(TextValue.Of(arn), arn.ToString());
        if (!arn.Prefix.StartsWith("arn:", StringComparison.Ordinal))
        {
            return unknown;
        }

        var role = call.Graph.OfUnknown(unknown, () => RoleImports.OfArn(unknown.Key, arn));
        return ExecutionRoles.Wrap(call, role, "AWS.IAM.Role");
    }

    private static UnknownValue Unknown(Value value, string display) => value as UnknownValue
        ?? new("role " + Evaluator.KeyOf(value), display, null, "the role with this ARN is not in the program");
}
