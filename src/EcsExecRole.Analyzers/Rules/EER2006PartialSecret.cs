using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER2006: the secret is imported by name or partial ARN, which ECS may fail to resolve.</summary>
internal sealed class EER2006PartialSecret : IRule
{
    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        var secrets = from task in judgement.Tasks
                      from need in task.Needs.Needs
                      where need.Resource is SecretNode { IsPartial: true } && (need.Guard & judgement.Completed).CertainPath() is not null
                      group (task, need) by (SecretNode)need.Resource! into uses
                      select uses;
        foreach (var secret in secrets)
        {
            var (task, need) = secret.First();
            if ((secret.Key.Origin ?? need.Origin) is not { } origin)
            {
                continue;
            }

            findings.Add(new Finding(
                    Descriptors.PartialSecret,
                    origin,
                    secret.Key.Name,
                    origin is IInvocationOperation { TargetMethod.Name: "FromSecretNameV2" } ? "name" : "partial ARN",
                    SecretArn.EndsLikeSuffix(secret.Key.Arn.Suffix) ? ", and Secrets Manager takes the end of its name for one" : "")
                .With(FindingProperties.Resource, secret.Key.Arn.ToString())
                .About([.. secret.Select(s => s.task.Node).Distinct()])
                .About(secret.Key)
                .With(FindingProperties.Container, need.Container));
        }
    }
}
