using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>Whether a statement allows far more than starting tasks.</summary>
internal static class StatementBreadth
{
    /// <summary>What no execution role does: destroying other services' resources. Who may do all of this is an administrator, by any name.</summary>
    private static readonly ImmutableArray<IamRequest> Administration =
    [
        .. new[]
        {
            "dynamodb:DeleteTable", "ec2:TerminateInstances", "ecs:DeleteCluster", "lambda:DeleteFunction", "rds:DeleteDBInstance", "s3:DeleteBucket",
        }.Select(a => new IamRequest(a, EcsActions.AnyResource)),
    ];

    /// <summary>Whether an Allow covers the administration of services that have nothing to do with each other, on everything.</summary>
    public static Ternary IsAdministratorLike(PolicyStatement statement) =>
        statement is { IsAllow: true, EffectUnknown: false }
            ? Administration.Aggregate(Ternary.Yes, (all, request) => all.And(PolicyEvaluator.Matches(statement, request)))
            : Ternary.No;
}
