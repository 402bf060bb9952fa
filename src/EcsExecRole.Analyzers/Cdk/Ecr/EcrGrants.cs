using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What the grant methods of an ECR repository write.</summary>
internal static class EcrGrants
{
    /// <summary><c>IRepository.GrantPull</c>: three actions on the repository and the authorization token, which has no resource.</summary>
    public static void Pull(Call call, RepositoryNode repository, Value grantee, bool isAutomatic, IOperation? origin)
    {
        Grants.ToPrincipal(call, grantee, ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"], [repository.GrantArn], isAutomatic, null, origin);
        Grants.ToPrincipal(call, grantee, ["ecr:GetAuthorizationToken"], ["*"], isAutomatic, null, origin);
    }
}
