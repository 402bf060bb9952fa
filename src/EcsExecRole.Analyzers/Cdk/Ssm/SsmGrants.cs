using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What the grant methods of a Parameter Store parameter write.</summary>
internal static class SsmGrants
{
    /// <summary><c>IParameter.GrantRead</c>.</summary>
    /// <param name="call">The call under way.</param>
    /// <param name="parameter">An <c>IParameter</c>, or a choice of some.</param>
    /// <param name="grantee">The <c>IGrantable</c>, or a choice of some.</param>
    /// <param name="isAutomatic">Whether CDK grants by itself.</param>
    /// <param name="origin">The expression that causes it; null for the call.</param>
    public static void Read(Call call, Value parameter, Value grantee, bool isAutomatic, IOperation? origin)
    {
        foreach (var (value, _) in call.Each(parameter))
        {
            Grants.ToPrincipal(call, grantee, ["ssm:DescribeParameters", "ssm:GetParameters", "ssm:GetParameter", "ssm:GetParameterHistory"], [Parameters.Of(call, value).GrantArn], isAutomatic, null, origin);
        }
    }
}
