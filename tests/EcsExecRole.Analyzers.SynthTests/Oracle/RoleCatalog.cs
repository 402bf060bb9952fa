using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>Collects, for a role's ARN, all policies of a deployment that are attached to it.</summary>
internal sealed class RoleCatalog(Deployment deployment)
{
    /// <summary>The permissions of the role with that ARN, which need not be the program's.</summary>
    public RolePermissions Of(string arn)
    {
        var role = deployment.WithArn(arn);
        var account = Oracle.Arn.TryParse(arn)?.Account;
        var name = arn[(arn.LastIndexOf('/') + 1)..];
        var statements = new List<Statement>();
        var unseen = new List<string>();
        var noSuch = new List<string>();

        if (role is null)
        {
            unseen.Add(arn);
        }
        else
        {
            foreach (var policy in role.Properties["Policies"].AsObjects())
            {
                statements.AddRange(Statement.Of(policy["PolicyDocument"], $"{role.LogicalId}/{policy["PolicyName"].AsText()}"));
            }

            foreach (var policyArn in role.Properties["ManagedPolicyArns"].AsTexts())
            {
                Add(policyArn, statements, unseen, noSuch);
            }
        }

        // Policies attach by the role's name, in the policy's own account.
        foreach (var policy in deployment.Resources.Where(policy => policy.Scope.Account == account && Attached(policy).Contains(name)))
        {
            statements.AddRange(Statement.Of(policy.Properties["PolicyDocument"], policy.LogicalId));
        }

        var boundary = role?.Text("PermissionsBoundary") is { } boundaryArn ? BoundaryOf(boundaryArn) : null;
        return new RolePermissions(arn, role, statements, boundary, unseen, noSuch);
    }

    private static IReadOnlyList<string> Attached(Resource policy) => policy.Type switch
    {
        "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy" => policy.Properties["Roles"].AsTexts(),
        "AWS::IAM::RolePolicy" => policy.Properties["RoleName"].AsTexts(),
        _ => [],
    };

    private void Add(string policyArn, List<Statement> statements, List<string> unseen, List<string> noSuch)
    {
        if (deployment.WithArn(policyArn) is { } own)
        {
            statements.AddRange(Statement.Of(own.Properties["PolicyDocument"], own.LogicalId));
            return;
        }

        switch (AwsManagedPolicies.Find(policyArn, out var document))
        {
            case ManagedPolicyExistence.Known:
                statements.AddRange(Statement.Of(document, policyArn));
                break;
            case ManagedPolicyExistence.WrongName:
                noSuch.Add(policyArn[(policyArn.IndexOf(":policy/", StringComparison.Ordinal) + ":policy/".Length)..]);
                break;
            default:
                unseen.Add(policyArn);
                break;
        }
    }

    // A boundary nobody can see limits in unknown ways: a statement under a condition that is never decided says just that.
    private IReadOnlyList<Statement> BoundaryOf(string arn)
    {
        var statements = new List<Statement>();
        var unseen = new List<string>();
        Add(arn, statements, unseen, unseen);
        return unseen.Count == 0 ? statements : [new Statement(JsonNode.Parse(
            """{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "Undecided": { "oracle:unseen": "" } } }""")!.AsObject(), arn)];
    }
}
