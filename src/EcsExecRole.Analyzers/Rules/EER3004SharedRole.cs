using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER3004: one role is both task role and execution role.</summary>
internal sealed class EER3004SharedRole : IRule
{
    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        foreach (var use in judgement.Tasks.SelectMany(t => t.Roles))
        {
            var isTaskRole = use.Task.TaskRole.Alternatives
                .Any(a => a.Value is ObjectValue { Payload: RoleNode role } && role == use.Role && (a.Guard & use.Guard).CertainPath() is not null);
            if (isTaskRole && (use.Role.Origin ?? use.Task.Origin) is { } origin)
            {
                findings.Add(new Finding(Descriptors.SharedRole, origin, use.Role.Name, use.Task.Name).About(use.Role).About(use.Task));
            }
        }
    }
}
