using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Amazon.CDK.AWS.SSM.IParameter</c>: the Parameter Store parameters of a program.</summary>
internal static class Parameters
{
    /// <summary>The parameter that <paramref name="parameter"/> (not a choice) is.</summary>
    public static ParameterNode Of(Call call, Value parameter) => Resources.Of(call, parameter, unknown =>
    {
        var arn = unknown.Member("ParameterArn", null).Text;
        return new ParameterNode(unknown.Key, null, Guard.Always, ResourceKind.Unknown) { Arn = arn, GrantArn = arn, EncryptionKey = unknown.Member("EncryptionKey", null) };
    });
}
