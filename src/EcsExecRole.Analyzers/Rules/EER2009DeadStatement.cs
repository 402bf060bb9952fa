using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Iam;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER2009: a statement that names a resource as ECS never asks for it, while the permission is missing.</summary>
internal sealed class EER2009DeadStatement : IRule
{
    private static readonly ImmutableHashSet<MissReason> Dead =
    [
        MissReason.TokenActionOnResource,
        MissReason.LogGroupWithoutStar,
        MissReason.JsonKeyTail,
        MissReason.MissingSecretSuffix,
        MissReason.DoubledSlash,
        MissReason.AliasArn,
        MissReason.BucketOrObject,
        MissReason.NotAnArn,
    ];

    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        var statements = from shortfall in judgement.Shortfalls
                         from action in shortfall.Actions
                         from miss in action.NearMisses
                         where Dead.Contains(miss.Reason) && miss.Statement is { Origin: IOperation, ManagedPolicy: null }
                         group (shortfall, action, miss) by ((IOperation)miss.Statement.Origin!, shortfall.Use.Role, miss.Reason) into same
                         select same;
        foreach (var statement in statements)
        {
            var (shortfall, _, miss) = statement.First();
            var actions = statement.Select(s => s.action.Action).ToList();
            var finding = new Finding(
                    Descriptors.DeadStatement,
                    statement.Key.Item1,
                    PolicyText.And([.. actions.Select(a => a.Action).Distinct().OrderBy(a => a, StringComparer.Ordinal)]),
                    miss.Explanation)
                .Allowing(actions)
                .About(statement.Key.Role)
                .About([.. statement.Select(s => s.shortfall.Use.Task).Distinct()])
                .With(FindingProperties.NearMiss, miss.Reason.ToString())
                .At(FindingProperties.NearMissLocation, shortfall.Need.Origin);
            findings.Add(finding.With(FindingProperties.Needs, NeedList.Of(NeedList.Missing(statement.Select(s => (s.shortfall, s.action))), finding)));
        }
    }
}
