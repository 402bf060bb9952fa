using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER3003: permissions that only the application can use are on the execution role, which its containers do not get.</summary>
internal sealed class EER3003ApplicationPermission : IRule
{
    /// <summary>Services that applications call, and ECS never does with the execution role.</summary>
    private static readonly HashSet<string> Services = new(StringComparer.OrdinalIgnoreCase)
    {
        "dynamodb", "dax", "sqs", "sns", "kinesis", "firehose", "events", "scheduler", "states", "lambda", "ses", "xray", "cognito-idp", "bedrock", "es", "aoss",
        "elasticache", "rds-db", "rds-data", "redshift-data", "execute-api", "appconfig", "ssmmessages", "elasticfilesystem", "aps", "cloudwatch", "athena", "glue",
        "textract", "rekognition", "polly", "translate", "comprehend", "kafka-cluster", "mq", "mobiletargeting", "geo", "s3-object-lambda",
    };

    /// <summary>Actions of services that ECS does call.</summary>
    private static readonly ImmutableArray<string> Prefixes = ["s3:Put", "s3:Delete", "s3:*Object", "secretsmanager:Put", "ssm:PutParameter", "kms:Encrypt", "kms:Sign"];

    public void Report(Judgement judgement, ICollection<Finding> findings)
    {
        var taskRoles = new HashSet<RoleNode?>(judgement.Graph.TaskDefinitions.SelectMany(t => t.TaskRole.Alternatives).Select(a => (a.Value as ObjectValue)?.Payload as RoleNode));
        foreach (var uses in judgement.ExecutionRoles.Where(u => !taskRoles.Contains(u.Key)))
        {
            var seen = new HashSet<SyntaxNode>();
            foreach (var placed in judgement.Access.Of(uses.Key).Statements)
            {
                var actions = ApplicationsOf(placed);
                if (actions is not null)
                {
                    Add(placed.Origin as IOperation, PolicyText.And([.. actions.Take(3)]) + (actions.Count > 3 ? ", …" : ""));
                }
            }

            // Grants of services that the model knows by their names only.
            foreach (var grant in uses.Key.Unknowns)
            {
                if (grant is { Services: [var service, ..], Origin: IInvocationOperation { TargetMethod.Name: var name } origin }
                    && name.StartsWith("Grant", StringComparison.Ordinal) && Services.Contains(service) && grant.Guard.CertainPath() is not null)
                {
                    Add(origin, service + " actions");
                }
            }

            void Add(IOperation? origin, string actions)
            {
                if (origin is not null && seen.Add(origin.Syntax))
                {
                    findings.Add(new Finding(Descriptors.ApplicationPermission, origin, uses.Key.Name, actions)
                        .About(uses.Key)
                        .About([.. uses.Select(u => u.Task)]));
                }
            }
        }
    }

    private static bool IsApplications(string action)
    {
        foreach (var prefix in Prefixes)
        {
            if (action.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return Services.Contains(EcsActions.Service(action));
    }

    private static List<string>? ApplicationsOf(PlacedStatement placed)
    {
        List<string>? actions = null;
        if (placed is { ManagedPolicy: null, Statement: { IsAllow: true, EffectUnknown: false, Actions: { } list } })
        {
            foreach (var action in list.Items)
            {
                if (action.Literal is { } literal && IsApplications(literal) && actions?.Contains(literal) != true)
                {
                    (actions ??= []).Add(literal);
                }
            }
        }

        return actions;
    }
}
