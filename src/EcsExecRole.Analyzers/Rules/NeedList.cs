using System.Globalization;
using System.Text;
using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>One need of several that a diagnostic speaks of: what a rule EER1xxx would say of it. Places are indexes of the additional locations, -1 for none.</summary>
/// <param name="Rule">The rule that would report the need, were there a role.</param>
/// <param name="Origin">The expression that causes it.</param>
/// <param name="Container">The container's creation.</param>
/// <param name="Resource">The resource's creation.</param>
/// <param name="ResourceKind">As <see cref="FindingProperties.ResourceKind"/>; empty for none.</param>
/// <param name="Policy">What it takes, as <see cref="FindingProperties.Policy"/>.</param>
internal sealed record ListedNeed(string Rule, int Origin, int Container, int Resource, string ResourceKind, string Policy);

/// <summary>The property <see cref="FindingProperties.Needs"/>: a line for each need.</summary>
internal static class NeedList
{
    private const char Separator = '|';

    public static string Of(IEnumerable<Need> needs, Finding finding)
    {
        var text = new StringBuilder();
        foreach (var need in needs.Where(n => n.Actions.Length > 0))
        {
            text.Append(RuleOf(need.Kind)).Append(Separator)
                .Append(finding.Index(need.Origin)).Append(Separator)
                .Append(finding.Index(need.ContainerOrigin)).Append(Separator)
                .Append(finding.Index(need.Resource?.Origin)).Append(Separator)
                .Append(need.Resource is { } resource ? Finding.KindOf(resource) : "").Append(Separator)
                .Append(PolicyText.Of(need.Actions)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The needs of shortfalls, each with those of its actions that are missing.</summary>
    public static IEnumerable<Need> Missing(IEnumerable<(Shortfall Shortfall, MissingAction Action)> missing) =>
        from pair in missing
        group pair.Action.Action by pair.Shortfall.Need into need
        select need.Key with { Actions = [.. need.Distinct()] };

    public static IEnumerable<ListedNeed> Parse(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var parts = line.Split([Separator], 6);
            if (parts.Length == 6)
            {
                yield return new(parts[0], Number(parts[1]), Number(parts[2]), Number(parts[3]), parts[4], parts[5]);
            }
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string RuleOf(NeedKind kind) => kind switch
    {
        NeedKind.Image => Descriptors.ImageId,
        NeedKind.Logs => Descriptors.LogsId,
        NeedKind.Secret => Descriptors.SecretId,
        NeedKind.Parameter => Descriptors.ParameterId,
        NeedKind.RegistryCredentials => Descriptors.RegistryCredentialsId,
        NeedKind.Key => Descriptors.KeyId,
        NeedKind.EnvironmentFile => Descriptors.EnvironmentFileId,
        NeedKind.FirelensFile => Descriptors.FirelensFileId,
        NeedKind.CredentialSpec => Descriptors.CredentialSpecId,
        NeedKind.FsxVolume => Descriptors.FsxVolumeId,
        _ => Descriptors.NoRoleId,
    };
}
