using EcsExecRole.Analyzers.SynthTests.Oracle.Needs;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>Judges the execution role of each task definition and Batch job definition of a deployment.</summary>
internal sealed class TaskJudge(Deployment deployment, EncryptionKeys keys)
{
    private const string EcsTasks = "ecs-tasks.amazonaws.com";

    private readonly RoleCatalog _roles = new(deployment);

    /// <summary>Every task definition with its verdicts, those of satisfied needs left out.</summary>
    public IEnumerable<TaskVerdict> Judge()
    {
        var needs = new TaskNeeds(deployment, keys);
        var tasks = deployment.OfType("AWS::ECS::TaskDefinition").Select(resource => TaskView.Of(resource, deployment))
            .Concat(deployment.OfType("AWS::Batch::JobDefinition").SelectMany(BatchJobs.Of));
        // One job definition may hold several tasks.
        return from task in tasks
               group task by task.Resource.Path into byPath
               select new TaskVerdict(byPath.Key, [.. byPath.SelectMany(task => Verdicts(task, [.. needs.Of(task)]))]);
    }

    private IEnumerable<Verdict> Verdicts(TaskView task, IReadOnlyList<Need> needs)
    {
        if (task.ExecutionRoleArn is null)
        {
            // Without a role, single permissions are beside the point.
            if (needs.Count > 0)
            {
                yield return new Verdict(VerdictKind.NoExecutionRole, "", needs.Max(need => need.Level), "", string.Join("; ", needs.Select(need => need.Reason).Distinct()), "no ExecutionRoleArn");
            }
            else if (TaskNeeds.AskedForByOlderDocuments(task))
            {
                yield return new Verdict(VerdictKind.NoExecutionRole, "", NeedLevel.Info, "", "awsfirelens on Fargate", "no ExecutionRoleArn");
            }

            yield break;
        }

        var role = _roles.Of(task.ExecutionRoleArn);
        if (role.Role is not null && Trust(role) is { } trust && trust != Access.Granted)
        {
            var document = role.Role.Properties["AssumeRolePolicyDocument"]?.ToJsonString() ?? "none";
            yield return trust == Access.Missing
                ? new Verdict(VerdictKind.WrongTrust, "", NeedLevel.Warning, role.Arn, "ECS must assume the role", document)
                : new Verdict(VerdictKind.Unknown, "sts:AssumeRole", NeedLevel.Warning, role.Arn, "ECS must assume the role", document);
        }

        foreach (var policy in role.NoSuchPolicies)
        {
            yield return new Verdict(VerdictKind.NoSuchManagedPolicy, policy, NeedLevel.Warning, role.Arn, "ManagedPolicyArns", role.Role!.LogicalId);
        }

        foreach (var need in needs)
        {
            var requests = need.Resources.Select(resource => Complete(need, resource, role, task.Scope)).ToList();
            var access = requests.Select(request => Decide(role, request)).Any();
            if (access != Access.Granted)
            {
                yield return new Verdict(
                    access == Access.Missing ? VerdictKind.Missing : VerdictKind.Unknown,
                    need.Action,
                    need.Level,
                    need.Resources[0],
                    need.Reason,
                    role.Closest(requests[0]));
            }
        }
    }

    private static Request Complete(Need need, string resource, RolePermissions role, StackScope scope)
    {
        var context = new Dictionary<string, string[]>(need.Context, StringComparer.OrdinalIgnoreCase)
        {
            ["aws:PrincipalArn"] = [role.Arn],
            ["aws:PrincipalAccount"] = [role.Account],
            ["aws:RequestedRegion"] = [Oracle.Arn.TryParse(resource)?.Region is { Length: > 0 } region ? region : scope.Region],
            ["aws:SecureTransport"] = ["true"],
        };
        if (!context.ContainsKey("aws:ResourceAccount") && Oracle.Arn.TryParse(resource)?.Account is { Length: > 0 } owner)
        {
            context["aws:ResourceAccount"] = [owner];
        }

        return new Request(need.Action, resource, context, need.Absent);
    }

    // IAM's evaluation: a Deny anywhere decides; within an account the role's or the resource's policy suffices, across accounts both must allow; a KMS key
    // lets the account's policies count only where its own policy names the account.
    private Access Decide(RolePermissions role, Request request)
    {
        var identity = role.Identity(request, out var denied);
        var owner = Oracle.Arn.TryParse(request.Resource);
        var ownerAccount = owner?.Account is { Length: > 0 } account ? account : role.Account;
        var policy = ResourcePolicies.Of(deployment, request.Resource);
        if (policy is null)
        {
            return identity;
        }

        var (direct, delegated, forbidden) = (Access.Missing, Access.Missing, Access.Missing);
        foreach (var statement in policy)
        {
            var covers = statement.Covers(request);
            if (statement.Denies)
            {
                forbidden = forbidden.Or(statement.NamesRole(role.Arn) || statement.NamesAccount(role.Account) ? covers : Access.Missing);
            }
            else
            {
                direct = direct.Or(statement.NamesRole(role.Arn) ? covers : Access.Missing);
                delegated = delegated.Or(statement.NamesAccount(role.Account) ? covers : Access.Missing);
            }
        }

        var allowed = ownerAccount != role.Account ? identity.And(direct.Or(delegated))
            : owner?.Service == "kms" ? direct.Or(delegated.And(identity))
            : direct.Or(identity);
        return allowed.And(role.Bounded(request)).And(denied.Not()).And(forbidden.Not());
    }

    private static Access Trust(RolePermissions role)
    {
        // Service principals carry the account and the cluster's or task's ARN they act for.
        var request = new Request(
            "sts:AssumeRole",
            role.Arn,
            Request.Keys(
                ("aws:SourceAccount", role.Account),
                ("aws:SourceArn", $"arn:{role.Role!.Scope.Partition}:ecs:{role.Role.Scope.Region}:{role.Account}:task/c/1"),
                ("aws:PrincipalService", EcsTasks)),
            new HashSet<string>(["sts:ExternalId"], StringComparer.OrdinalIgnoreCase));
        var statements = Statement.Of(role.Role.Properties["AssumeRolePolicyDocument"], role.Role.LogicalId)
            .Where(statement => statement.NamesService(EcsTasks))
            .ToLookup(statement => statement.Denies, statement => statement.Covers(request));
        return statements[false].Any().And(statements[true].Any().Not());
    }
}
