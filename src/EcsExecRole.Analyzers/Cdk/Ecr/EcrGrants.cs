using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What the grant methods of an ECR repository write. The authorization token has no resource and is granted on <c>*</c>.</summary>
internal static class EcrGrants
{
    private static readonly string[] PullActions = ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"];

    private static readonly string[] PushActions =
        ["ecr:CompleteLayerUpload", "ecr:UploadLayerPart", "ecr:InitiateLayerUpload", "ecr:BatchCheckLayerAvailability", "ecr:PutImage"];

    private static readonly string[] Token = ["ecr:GetAuthorizationToken"];

    public static void Register(Registry r) => r
        .Method("AWS.ECR.IRepository", "GrantPull", c => Grant(c, new(PullActions), true))
        .Method("AWS.ECR.IRepository", "GrantPush", c => Grant(c, new(PushActions), true))
        .Method("AWS.ECR.IRepository", "GrantPullPush", c => Grant(c, new(PullActions.Union(PushActions)), true))
        .Method("AWS.ECR.IRepository", "GrantRead", c => Grant(c, new(["ecr:DescribeRepositories", "ecr:DescribeImages"]), false))
        .Method("AWS.ECR.IRepository", "Grant", c => Grant(c, ResourceGrants.TextsOf(c), false))
        .Method("AWS.ECR.AuthorizationToken", "GrantRead", c => GrantToken(c, Token))
        .Method("AWS.ECR.PublicGalleryAuthorizationToken", "GrantRead", c => GrantToken(c, ["ecr-public:GetAuthorizationToken", "sts:GetServiceBearerToken"]));

    /// <summary><c>IRepository.GrantPull</c>, as CDK's own images call it.</summary>
    /// <param name="call">The call under way.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="grantee">The <c>IGrantable</c>, or a choice of some.</param>
    /// <param name="isAutomatic">Whether CDK grants by itself.</param>
    /// <param name="origin">The expression that causes it; null for the call.</param>
    public static void Pull(Call call, RepositoryNode repository, Value grantee, bool isAutomatic, IOperation? origin) =>
        Allow(call, repository, grantee, new(PullActions) { IsAutomatic = isAutomatic, Origin = origin }, true);

    private static Value Grant(Call call, GuardedTexts actions, bool withToken)
    {
        return GrantHandlers.Result(call, Allow(call, Repositories.Of(call, call.Receiver!), call["grantee"], new(actions, []), withToken));
    }

    /// <returns>The statements on the repository, which the method's result has; not the token's.</returns>
    private static IReadOnlyList<StatementNode> Allow(Call call, RepositoryNode repository, Value grantee, ResourceGrant grant, bool withToken)
    {
        var added = ResourceGrants.ToPrincipalOrResource(call, repository, grantee, grant with { Resources = [repository.GrantArn] });
        if (withToken)
        {
            ResourceGrants.ToPrincipal(call, grantee, grant with { Actions = new(Token), Resources = ["*"] });
        }

        return added;
    }

    private static Value GrantToken(Call call, string[] actions)
    {
        ResourceGrants.ToPrincipal(call, call["grantee"], new(actions, "*"));
        return ConstantValue.Null;
    }
}
