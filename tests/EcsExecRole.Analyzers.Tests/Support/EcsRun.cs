using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>What the model made of a stack with one task definition, as lines of text.</summary>
internal sealed class EcsRun
{
    private const string Usings = """
        using Amazon.CDK.AWS.ECS;
        using Amazon.CDK.AWS.ECS.Patterns;
        using Amazon.CDK.AWS.ECR;
        using Amazon.CDK.AWS.Logs;
        using Amazon.CDK.AWS.S3;
        using Amazon.CDK.AWS.SSM;
        using Amazon.CDK.AWS.KMS;
        using EcsSecret = Amazon.CDK.AWS.ECS.Secret;
        using SecretMap = System.Collections.Generic.IDictionary<string, Amazon.CDK.AWS.ECS.Secret>;
        using TextMap = System.Collections.Generic.IDictionary<string, string>;
        using Policy = Amazon.CDK.AWS.IAM.Policy;
        using PolicyProps = Amazon.CDK.AWS.IAM.PolicyProps;
        """;

    private readonly CdkRun run;

    private EcsRun(CdkRun run) => this.run = run;

    public CdkRun Run => run;

    public CdkGraph Graph => run.Graph;

    public TaskDefinitionNode Definition => Graph.TaskDefinitions.Single();

    /// <summary>Runs a stack whose constructor has this body.</summary>
    public static EcsRun Stack(string body, string members = "", string parameters = "", string props = "null", string usings = "", string cdk = CdkRun.Cdk) =>
        new(CdkRun.Stack(body, members, props, parameters, Usings + "\n" + usings, cdk));

    /// <summary>Runs a stack with a Fargate task definition <c>td</c>, then <paramref name="body"/>.</summary>
    public static EcsRun Fargate(string body, string parameters = "", string members = "", string props = "null", string cdk = CdkRun.Cdk) =>
        Stack("var td = new FargateTaskDefinition(this, \"Task\");\n" + body, members, parameters, props, cdk: cdk);

    /// <summary>What the container options given make of a Fargate task definition.</summary>
    public static EcsRun Container(string options, string before = "", string parameters = "", string props = "null") =>
        Fargate($"{before} td.AddContainer(\"app\", new ContainerDefinitionOptions {{ {options} }});", parameters, props: props);

    /// <summary>The execution role, where it is one.</summary>
    public RoleNode? ExecutionRole => (Definition.ExecutionRole as ObjectValue)?.Payload as RoleNode;

    /// <summary>The names of the execution roles, with their paths.</summary>
    public IEnumerable<string> ExecutionRoles =>
        Definition.ExecutionRole.Alternatives.Select(a => (a.Value as ObjectValue)?.Name + PolicyText.When(a.Guard)).Order(StringComparer.Ordinal);

    /// <summary>The execution role's permissions.</summary>
    public string Role
    {
        get
        {
            var roles = Definition.ExecutionRole.Alternatives.Select(a => (a.Guard, Role: a.Value)).ToList();
            return Short(string.Join("\n", roles.Select(r => r.Role switch
            {
                { IsNull: true } => "none" + PolicyText.When(r.Guard),
                ObjectValue { Payload: RoleNode role } => Describe(role),
                _ => "unknown role" + PolicyText.When(r.Guard),
            })));
        }
    }

    /// <summary>Leaves out what an environment-agnostic stack leaves open.</summary>
    private static string Short(string text) => ResourceRun.Short(text);

    /// <summary>What the containers refer to, a line each.</summary>
    public string Needs => Short(string.Join("\n", Definition.Containers.SelectMany(Lines)
        .Concat(Definition.VolumeCredentials.Select(v => Line("volume", v)))
        .Concat(Definition.MayHaveMoreContainers.IsFeasible ? ["more" + PolicyText.When(Definition.MayHaveMoreContainers)] : [])));

    public string Describe(RoleNode role)
    {
        var permissions = Permissions.Of(role, Graph);
        return string.Join("\n", permissions.Statements.Select(PolicyText.Of)
            .Concat(permissions.Unknowns.Select(u => "unknown" + (u.Services is { } services ? " " + string.Join("/", services) : "") + PolicyText.When(u.Guard)))
            .Concat(permissions.Dropped.Select(d => "dropped " + string.Join(",", d.Statement.Actions.Items.Select(a => a.Text)) + PolicyText.When(d.Guard))));
    }

    private static IEnumerable<string> Lines(ContainerNode container)
    {
        var prefix = container.Name + ": ";
        return container.Images.Select(i => "image " + i.Uri + (i.Repository is { } repository ? " in " + repository.Name : "") + PolicyText.When(i.Guard & container.Birth))
            .Concat(container.Logging.Select(l => "log " + l.Driver + (l.Group.IsNull ? "" : " to " + l.Group) + (l.CreateGroup.IsNull ? "" : " create " + l.CreateGroup) + PolicyText.When(l.Guard & container.Birth)))
            .Concat(container.Logging.SelectMany(l => l.SecretOptions).Select(s => Line("log secret", s)))
            .Concat(container.Secrets.Select(s => Line("secret", s)))
            .Concat(container.Credentials.Select(s => Line("credentials", s)))
            .Concat(container.EnvironmentFiles.Select(s => Line("env file", s)))
            .Concat(container.CredentialSpecs.Select(s => Line("spec", s)))
            .Concat(container.FirelensFiles.Select(s => Line("config", s)))
            .Select(l => prefix + l);
    }

    private static string Line(string kind, ReferenceEntry entry) =>
        kind + (entry.Name is null ? "" : " " + entry.Name) + " " + entry.Value + (entry.Resource is { } resource ? " of " + resource.Name : "") + PolicyText.When(entry.Guard);

    /// <summary>The source text at the place that causes each need.</summary>
    public IEnumerable<string> Origins => Definition.Containers.SelectMany(c =>
            c.Images.Select(i => i.Origin).Concat(c.Logging.Select(l => l.Origin)).Concat(c.Logging.SelectMany(l => l.SecretOptions).Select(s => s.Origin))
                .Concat(c.Secrets.Concat(c.Credentials).Concat(c.EnvironmentFiles).Concat(c.CredentialSpecs).Concat(c.FirelensFiles).Select(e => e.Origin)))
        .Select(o => o?.Syntax.ToString() ?? "nowhere");
}
