using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Amazon.CDK.AWS.ECR.IRepository</c>: the ECR repositories of a program.</summary>
internal static class Repositories
{
    /// <summary>The repository that <paramref name="repository"/> (not a choice) is.</summary>
    public static RepositoryNode Of(Call call, Value repository) => Resources.Of(call, repository, unknown =>
    {
        var arn = unknown.Member("RepositoryArn", null).Text;
        return new RepositoryNode(unknown.Key, null, Guard.Always, ResourceKind.Unknown) { Arn = arn, GrantArn = arn, Uri = unknown.Member("RepositoryUri", null).Text };
    });
}
