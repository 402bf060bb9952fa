using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Amazon.CDK.AWS.ECR.IRepository</c>: the ECR repositories of a program and how it comes by them.</summary>
internal static class Repositories
{
    private const string Repository = "AWS.ECR.Repository";

    public static void Register(Registry r) => r
        .Constructor(Repository, New)
        .Constructor("AWS.ECR.CfnRepository", NewCfn)
        .Method(Repository, "FromRepositoryName", c => Import(c, ArnOf(c, c["repositoryName"]), Name(c["repositoryName"])))
        .Method(Repository, "FromRepositoryArn", c => ByArn(c, c["repositoryArn"], ConstantValue.Null))
        .Method(Repository, "FromRepositoryAttributes", c => ByArn(c, c.Prop("RepositoryArn", "attrs"), c.Prop("RepositoryName", "attrs")))
        .Method(Repository, "FromLookup", Lookup)
        .Method(Repository, "ArnForLocalRepository", c => TextValue.Of(ArnOf(c, c["repositoryName"])))
        .Method("AWS.ECR.CfnRepository", "FromRepositoryArn", c => ByArn(c, c["arn"], ConstantValue.Null))
        .Method("AWS.ECR.CfnRepository", "FromRepositoryName", c => Import(c, ArnOf(c, c["repositoryName"]), Name(c["repositoryName"])))
        .Method("AWS.ECR.CfnRepository", "ArnForRepository", c => Arn(c, c["resource"]))
        .Getter("AWS.ECR.IRepository", "RepositoryArn", c => Arn(c, c.Receiver!))
        .Getter("AWS.ECR.IRepository", "RepositoryName", c => Read(c, r => r.RepositoryName))
        .Getter("AWS.ECR.IRepository", "RepositoryUri", c => Read(c, r => r.Uri))
        .Getter("AWS.ECR.IRepository", "RegistryUri", c => Read(c, r => RegistryOf(r)))
        .Method("AWS.ECR.IRepository", "RepositoryUriForTag", c => Uri(c, c["tag"], ":"))
        .Method("AWS.ECR.IRepository", "RepositoryUriForDigest", c => Uri(c, c["digest"], "@"))
        .Method("AWS.ECR.IRepository", "RepositoryUriForTagOrDigest", c => c.Map(c["tagOrDigest"], (tag, on) => Uri(on, tag, SeparatorOf(tag))))
        .Getter("AWS.ECR.CfnRepository", "AttrArn", c => Arn(c, c.Receiver!))
        .Getter("AWS.ECR.CfnRepository", "AttrRepositoryUri", c => Read(c, r => r.Uri))
        .Setter("AWS.ECR.CfnRepository", "RepositoryPolicyText", SetPolicy)
        .Getter("Interfaces.ECR.IRepositoryRef", "RepositoryRef", c => c.NewResult(Of(c, c.Receiver!)))
        .Getter("Interfaces.ECR.IRepositoryReference", "RepositoryArn", c => Arn(c, c.Receiver!))
        .Getter("Interfaces.ECR.IRepositoryReference", "RepositoryName", c => Read(c, r => r.RepositoryName))
        .Method("AWS.ECR.IRepository", "AddToResourcePolicy", c => ResourcePolicies.Add(c, Of(c, c.Receiver!), c["statement"]));

    /// <summary>The repository that <paramref name="repository"/> (not a choice) is.</summary>
    public static RepositoryNode Of(Call call, Value repository) => Resources.Of(call, repository, unknown =>
    {
        var arn = unknown.Member("RepositoryArn", null).Text;
        return new RepositoryNode(unknown.Key, null, Guard.Always, ResourceKind.Unknown)
        {
            Arn = arn,
            GrantArn = arn,
            RepositoryName = unknown.Member("RepositoryName", null).Text,
            Uri = unknown.Member("RepositoryUri", null).Text,
        };
    });

    /// <summary>The URI of an image: the repository's with a tag or digest, where one is given.</summary>
    /// <param name="tagOrDigest">Null (the constant) for none.</param>
    public static Template UriOf(RepositoryNode repository, Value tagOrDigest) =>
        Text.Of(tagOrDigest) is { } text ? Template.Concat(repository.Uri, SeparatorOf(tagOrDigest), text) : repository.Uri;

    /// <summary>A repository of this name in the stack's own account and region.</summary>
    public static RepositoryNode InStack(Call call, StackNode stack, Template name, ResourceKind kind) =>
        Make(call, kind, stack.Arn("ecr", "repository/" + name), name, stack.Account, stack.Region);

    private static RepositoryNode Make(Call call, ResourceKind kind, Template arn, Template name, Template account, Template region) =>
        new(call.Evaluator.NewKey("Repository"), call.Site.Operation, call.Guard, kind)
        {
            Arn = arn,
            GrantArn = arn,
            Ref = name,
            RepositoryName = name,
            Uri = Template.Concat(account, ".dkr.ecr.", region, ".", Intrinsics.UrlSuffix, "/", name),
        };

    private static Value New(Call call) => Own(call, call.Prop("RepositoryName"));

    private static Value NewCfn(Call call)
    {
        var result = Own(call, call.Prop("RepositoryName"));
        ResourcePolicies.AddDocument(call, Of(call, result), call.Prop("RepositoryPolicyText"));
        return result;
    }

    private static Value Own(Call call, Value name)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        return Resources.Add(call, stack, InStack(call, stack, Resources.NameOf(call, name, call.Evaluator.NewKey("Repository")), ResourceKind.Owned));
    }

    private static Value SetPolicy(Call call)
    {
        ResourcePolicies.AddDocument(call, Of(call, call.Receiver!), call.Arguments[0]);
        return ConstantValue.Null;
    }

    private static Value ByArn(Call call, Value arn, Value name)
    {
        var text = Text.Of(arn) ?? Template.Empty;
        return Import(call, text, Text.Of(name) ?? NameIn(text));
    }

    /// <summary>Found in the account when CDK runs: by ARN, or by name in the stack's environment.</summary>
    private static Value Lookup(Call call) => call.Map(call.Prop("RepositoryArn", "options"), (arn, on) =>
    {
        var name = on.Prop("RepositoryName", "options");
        return arn.IsNull ? Import(on, ArnOf(on, name), Name(name)) : ByArn(on, arn, name);
    });

    private static Value Import(Call call, Template arn, Template name)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        var segments = Arns.Segments(arn);
        return Resources.Add(call, stack, Make(call, ResourceKind.Imported, arn, name, segments?[4] ?? Arns.AccountOf(arn), segments?[3] ?? Tokens.Of($"region of {arn}", "region", HoleKind.Region)));
    }

    private static Template ArnOf(Call call, Value name)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        var account = Text.Of(call["account"]) ?? stack.Account;
        return Template.Concat("arn:", StackNode.Partition, ":ecr:", stack.Region, ":", account, ":repository/", Name(name));
    }

    private static Template Name(Value name) => Text.Of(name) ?? Template.Empty;

    /// <summary>What follows <c>repository/</c>: names may have slashes.</summary>
    private static Template NameIn(Template arn) =>
        Arns.Segments(arn)?[5].Split('/', 2) is [_, var name] ? name : Tokens.Of($"name of {arn}", "repository name");

    private static Template RegistryOf(RepositoryNode repository) => repository.Uri.Split('/', 2)[0];

    /// <summary>An image's digest starts with <c>sha256:</c>.</summary>
    private static string SeparatorOf(Value tag) => tag.Text?.Prefix.StartsWith("sha256:", StringComparison.Ordinal) == true ? "@" : ":";

    private static Value Uri(Call call, Value suffix, string separator) => call.Map(suffix, (value, on) =>
        Of(on, on.Receiver!) is { Kind: not ResourceKind.Unknown } known
            ? TextValue.Of(Text.Of(value) is { } text ? Template.Concat(known.Uri, separator, text) : known.Uri)
            : on.UnknownResult("the repository is not known"));

    private static Value Arn(Call call, Value repository) => Resources.Read(call, Of(call, repository), r => r.Arn);

    private static Value Read(Call call, Func<RepositoryNode, Template> text) => Resources.Read(call, Of(call, call.Receiver!), text);
}
