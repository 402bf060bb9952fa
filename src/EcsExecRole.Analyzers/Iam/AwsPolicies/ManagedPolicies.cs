using System.Diagnostics.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>The policies that AWS owns, as far as they are known here. Any other may allow anything.</summary>
internal static class ManagedPolicies
{
    private static readonly ImmutableDictionary<string, ManagedPolicy> ByName =
        ManagedPolicyTable.All.Concat(ApplicationPolicies.All).ToImmutableDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>All that are known, in the order of their names.</summary>
    public static IReadOnlyList<ManagedPolicy> All { get; } = [.. ByName.Values.OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>The AWS policy of an ARN, or of the path and name that <c>FromAwsManagedPolicyName</c> takes.</summary>
    public static bool TryGet(Template arnOrName, [NotNullWhen(true)] out ManagedPolicy? policy)
    {
        var found = Find(arnOrName);
        policy = found.Kind == ManagedPolicyKind.Known ? found.Policy : null;
        return policy is not null;
    }

    /// <summary>The policy of this name, wherever its path.</summary>
    public static bool TryGetByName(string name, [NotNullWhen(true)] out ManagedPolicy? policy) => ByName.TryGetValue(name, out policy);

    /// <summary>What an ARN, or the path and name that <c>FromAwsManagedPolicyName</c> takes, stands for.</summary>
    public static ManagedPolicyLookup Find(Template arnOrName)
    {
        if (!arnOrName.Prefix.StartsWith("arn:", StringComparison.Ordinal))
        {
            return arnOrName.Literal is { } name ? FindAws(name) : default;
        }

        // arn:PARTITION:iam::ACCOUNT:policy/PATH/NAME
        var segments = arnOrName.Split(':', 6);
        if (segments.Count < 6 || segments[5].Prefix is var resource && !resource.StartsWith("policy/", StringComparison.Ordinal))
        {
            return default;
        }

        var owner = segments[4];
        var pathAndName = segments[5].Skip("policy/".Length).Literal;
        if (owner.Literal == "aws")
        {
            return pathAndName is null ? new(ManagedPolicyKind.OtherAws, null) : FindAws(pathAndName);
        }

        if (owner.Parts.Length != 1 || owner.Parts[0].Hole is not (null or { Kind: HoleKind.Account }))
        {
            return default;
        }

        return pathAndName is not null && ByName.TryGetValue(NameOf(pathAndName), out var alike)
            ? new(ManagedPolicyKind.CustomerNamedLikeAws, alike)
            : new(ManagedPolicyKind.Customer, null);
    }

    /// <summary>Whether one would expect the policy to allow the action, going by its name.</summary>
    public static bool SeemsToCover(string policy, string action) =>
        ByName.TryGetValue(policy, out var known)
        && known.Topics.Any(t => t == "*" || EcsActions.Same(t, EcsActions.Service(action)));

    private static ManagedPolicyLookup FindAws(string pathAndName) =>
        !ByName.TryGetValue(NameOf(pathAndName), out var policy) ? new(ManagedPolicyKind.OtherAws, null)
        : policy.PathAndName == pathAndName ? new(ManagedPolicyKind.Known, policy)
        : new(ManagedPolicyKind.WrongPath, policy);

    private static string NameOf(string pathAndName) => pathAndName.Substring(pathAndName.LastIndexOf('/') + 1);
}
