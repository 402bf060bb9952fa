using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Where <c>cdk deploy</c> puts images and files: what the bootstrap stack made, by the default qualifier.</summary>
internal static class ContainerAssets
{
    private const string Qualifier = "cdk-hnb659fds-";

    /// <summary>The repository for images of a stack: imported by name, <c>cdk-hnb659fds-container-assets-ACCOUNT-REGION</c>.</summary>
    public static RepositoryNode RepositoryIn(Call call, StackNode? stack)
    {
        var name = Name("container-assets-", stack);
        var (account, region) = EnvironmentOf(stack);
        var arn = Template.Concat("arn:", StackNode.Partition, ":ecr:", region, ":", account, ":repository/", name);
        return call.Graph.FindByArn<RepositoryNode>(arn) ?? call.Graph.Add(new RepositoryNode(call.Evaluator.NewKey("asset repository"), null, Guard.Always, ResourceKind.Imported)
        {
            Name = name.ToString(),
            Stack = stack,
            Arn = arn,
            GrantArn = arn,
            Uri = Template.Concat(account, ".dkr.ecr.", region, ".", Intrinsics.UrlSuffix, "/", name),
        });
    }

    /// <summary>The bucket for files of a stack: <c>cdk-hnb659fds-assets-ACCOUNT-REGION</c>.</summary>
    public static Template BucketIn(StackNode? stack) => Name("assets-", stack);

    private static Template Name(string kind, StackNode? stack)
    {
        var (account, region) = EnvironmentOf(stack);
        return Template.Concat(Qualifier + kind, account, "-", region);
    }

    private static (Template Account, Template Region) EnvironmentOf(StackNode? stack) =>
        (stack?.Account ?? StackNode.AgnosticAccount, stack?.Region ?? StackNode.AgnosticRegion);
}
