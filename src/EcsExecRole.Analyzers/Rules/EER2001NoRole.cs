using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER2001: the task definition needs an execution role and has none.</summary>
internal sealed class EER2001NoRole : IRule
{
    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        foreach (var task in judgement.Tasks)
        {
            var needs = task.Needs.Needs.Where(n => n.RequiresRole && (n.Guard & task.NoRole).IsCertainIn(n.Guard & judgement.Completed)).ToList();
            if (needs.Count > 0 && task.Node.Origin is { } origin)
            {
                findings.Add(Finding(task, needs, origin));
            }
        }
    }

    private static Finding Finding(TaskView task, List<Need> needs, IOperation origin)
    {
        // What is certain before what the documents leave open.
        var first = needs.FirstOrDefault(n => !n.IsSuggestion) ?? needs[0];
        var finding = new Finding(
            Descriptors.NoRole,
            origin,
            task.Node.Name,
            first.Guard.Clause(first.Guard & task.NoRole),
            Phrase(first) + (needs.Count > 1 ? $" (and {needs.Count - 1} more)" : ""),
            Consequence(task.Node, first))
        {
            Severity = first.IsSuggestion ? DiagnosticSeverity.Info : null,
        }
        .Allowing([.. needs.SelectMany(n => n.Actions)])
        .About(task.Node)
        .About(first.Resource)
        .With(FindingProperties.Container, first.Container)
        .With(FindingProperties.RoleKind, "None");


        // The role, once there, is asked for all the rest, too.
        return finding.With(FindingProperties.Needs, NeedList.Of(task.Needs.Needs.Where(n => (n.Guard & task.NoRole).IsFeasible), finding));
    }

    private static string Phrase(Need need) => need.Kind switch
    {
        NeedKind.Image => $"image {need.Subject} from a private ECR repository",
        NeedKind.Logs => $"the awslogs log group {need.Subject}",
        NeedKind.Secret or NeedKind.Key => $"secret {need.Subject}",
        NeedKind.Parameter => $"parameter {need.Subject}",
        NeedKind.RegistryCredentials => $"registry credentials {need.Subject}",
        NeedKind.EnvironmentFile => $"environment file {need.Subject}",
        NeedKind.FirelensFile => $"FireLens configuration {need.Subject}",
        NeedKind.CredentialSpec => $"credential spec {need.Subject}",
        NeedKind.FsxVolume => $"FSx for Windows volume {need.Subject}",
        _ => "the awsfirelens log driver",
    };

    // The words in which ECS rejects the task definition, where it does.
    private static string Consequence(TaskDefinitionNode task, Need need) => need.Kind switch
    {
        NeedKind.Image when IsFargate(task) => "Fargate requires task definition to have execution role ARN to support ECR images",
        NeedKind.Logs when IsFargate(task) => "Fargate requires task definition to have execution role ARN to support log driver awslogs",
        NeedKind.Secret or NeedKind.Parameter => "ECS rejects container secrets without a value for 'executionRoleArn'",
        NeedKind.Firelens => "older editions of the ECS manual ask for one",
        _ => "its tasks will not start",
    };

    private static bool IsFargate(TaskDefinitionNode task) => (task.LaunchTypes & LaunchTypes.Fargate) != 0;
}
