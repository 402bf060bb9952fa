using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>A stack with a role named <c>Role</c>, and resources of the services beside it.</summary>
internal static class ResourceRun
{
    public const string Role = """var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });""";

    private const string Usings = """
        using Amazon.CDK.AWS.ECR;
        using Amazon.CDK.AWS.Ecr.Assets;
        using Amazon.CDK.AWS.KMS;
        using Amazon.CDK.AWS.Logs;
        using Amazon.CDK.AWS.RDS;
        using Amazon.CDK.AWS.S3;
        using Amazon.CDK.AWS.S3.Assets;
        using Amazon.CDK.AWS.SecretsManager;
        using Amazon.CDK.AWS.SSM;
        using LogGroup = Amazon.CDK.AWS.Logs.LogGroup;
        using Repository = Amazon.CDK.AWS.ECR.Repository;
        """;

    /// <summary>Runs an app whose only stack makes the role and then what <paramref name="code"/> says.</summary>
    /// <param name="role">How the role is made.</param>
    /// <param name="parameters">More parameters of the stack's constructor, which are unknown.</param>
    /// <param name="env">The stack's account and region; null for an environment-agnostic stack.</param>
    public static CdkRun Of(string code, string role = Role, string parameters = "", (string Account, string Region)? env = null, string cdk = CdkRun.Cdk) => CdkRun.Stack(
        role + code,
        props: env is var (account, region) ? $$"""new StackProps { Env = new Amazon.CDK.Environment { Account = "{{account}}", Region = "{{region}}" } }""" : "null",
        parameters: parameters,
        usings: Usings,
        cdk: cdk);

    /// <summary>What the role is allowed, a line each, with the parts of ARNs that an environment-agnostic stack leaves open left out.</summary>
    public static string Allows(this CdkRun run, string role = "Role") => Short(run.Describe(role));

    /// <summary>What the text of an expression of type string is: it becomes the resource of a statement, which is a place to look.</summary>
    public static string TextOf(string expression, string parameters = "", string cdk = CdkRun.Cdk) =>
        Short(Of($$"""new CfnOutput(this, "Probe", new CfnOutputProps { ExportName = "Probe", Value = {{expression}} }); role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "a:B" }, Resources = new[] { Fn.ImportValue("Probe") } }));""", parameters: parameters, cdk: cdk).Describe("Role"))
            .Split('\n')[^1].Replace("Allow a:B on ", "");

    /// <summary>The statements of a resource's policy that name a role, and whether there may be more.</summary>
    public static string PolicyOf<T>(this CdkRun run)
        where T : ResourceNode
    {
        var resource = run.Graph.Nodes.OfType<T>().First(r => r.Kind == ResourceKind.Owned);
        return Short(string.Join("\n", resource.ResourceGrants
            .SelectMany(g => StatementSplitter.Split(g.Entry.Statement, g.Entry.Guard, null).Select(s => g.Role.Name + ": " + PolicyText.Of(new PlacedStatement(s.Item1 with { Principals = null }, s.Item2, null))))
            .Concat(resource.ResourcePolicyUnknown.IsFeasible ? ["unknown" + PolicyText.When(resource.ResourcePolicyUnknown)] : [])));
    }

    public static string Short(string text) => text.Replace("arn:${AWS::Partition}:", "").Replace("${AWS::Region}:${AWS::AccountId}:", "").Replace("${AWS::AccountId}", "A").Replace("${AWS::Region}", "R").Replace("${AWS::URLSuffix}", "S");
}
