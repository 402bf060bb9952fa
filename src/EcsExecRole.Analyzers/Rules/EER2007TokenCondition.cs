using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Iam;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>
/// EER2007: <c>aws:SourceVpc</c>, <c>aws:SourceVpce</c> or <c>aws:VpcSourceIp</c> on <c>ecr:GetAuthorizationToken</c>, which Fargate calls from a network interface of
/// its own. Reported where nothing else gives the role the token that an image needs.
/// </summary>
internal sealed class EER2007TokenCondition : IRule
{
    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        var statements = from shortfall in judgement.Shortfalls
                         from action in shortfall.Actions
                         where EcsActions.Same(action.Action.Action, EcsActions.GetAuthorizationToken)
                         let request = action.Action.Forms[0]
                         from miss in action.NearMisses
                         where miss.Reason == MissReason.Condition && miss.Statement.Origin is IOperation
                         let unmet = ConditionEvaluator.FirstUnmet(miss.Statement.Statement, request)
                         where unmet is not null && request.AbsentKeys.Contains(unmet.Key)
                         group (shortfall, action, unmet.Key) by ((IOperation)miss.Statement.Origin!, shortfall.Use.Role) into same
                         select same;
        foreach (var statement in statements)
        {
            var (shortfall, action, key) = statement.First();
            findings.Add(new Finding(Descriptors.TokenCondition, statement.Key.Item1, key, statement.Key.Role.Name)
                .Allowing([action.Action])
                .About(statement.Key.Role)
                .About([.. statement.Select(s => s.shortfall.Use.Task).Distinct()])
                .At(FindingProperties.NearMissLocation, shortfall.Need.Origin));
        }
    }
}
