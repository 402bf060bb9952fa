using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>A pull-through cache rule of the account's registry: images below its prefix come from elsewhere.</summary>
internal sealed class PullThroughCacheRuleNode(string key, IOperation? origin, Guard birth) : Node(key, origin, birth)
{
    /// <summary>The prefix of the repositories' names, without a slash at its end; empty where it is not known.</summary>
    public string Prefix { get; set; } = "";
}

/// <summary><c>ECR.CfnPullThroughCacheRule</c>.</summary>
internal static class PullThroughCacheRules
{
    public static void Register(Registry r) => r.Constructor("AWS.ECR.CfnPullThroughCacheRule", c =>
    {
        foreach (var (prefix, guard) in c.Each(c.Prop("EcrRepositoryPrefix")))
        {
            c.Graph.Add(new PullThroughCacheRuleNode(c.Instance.Key, c.Site.Operation, guard) { Prefix = prefix.Text?.Literal?.Trim('/') ?? "" });
        }

        return ConstantValue.Null;
    });
}
