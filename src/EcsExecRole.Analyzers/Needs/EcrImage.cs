using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>
/// An image in a private ECR registry, by its URI: <c>ACCOUNT.dkr.ecr[-fips].REGION.amazonaws.com[.cn]/NAME[:TAG|@DIGEST]</c>, or with the dual-stack host
/// <c>ACCOUNT.dkr-ecr[-fips].REGION.on.aws</c>.
/// </summary>
/// <param name="Account">The registry's account.</param>
/// <param name="Region">Its region.</param>
/// <param name="Repository">The repository's name.</param>
/// <param name="Uri">The URI without tag and digest.</param>
internal sealed record EcrImage(Template Account, Template Region, Template Repository, Template Uri)
{
    /// <summary>Whether the image is in a private ECR registry.</summary>
    /// <param name="image">The image's name as the container definition has it.</param>
    /// <param name="parsed">Set where it certainly is.</param>
    public static Ternary TryParse(Template image, out EcrImage? parsed)
    {
        parsed = null;
        image = WithoutScheme(image);
        var slash = image.Split('/', 2);
        var host = slash[0];
        if (slash.Count == 2 && Registry(host) is { } registry)
        {
            var repository = slash[1].Split('@', 2)[0].Split(':', 2)[0];
            parsed = new(registry.Account, registry.Region, repository, Template.Concat(host, "/", repository));
            return Ternary.Yes;
        }

        return host.IsLiteral || !MayBeRegistry(host) ? Ternary.No : Ternary.Unknown;
    }

    private static (Template Account, Template Region)? Registry(Template host)
    {
        var labels = host.Split('.');
        if (labels.Count < 3 || !IsAccount(labels[0]))
        {
            return null;
        }

        if (labels[1].Literal is "dkr-ecr" or "dkr-ecr-fips")
        {
            return IsRegion(labels[2]) && Is(labels, 3, "on") ? (labels[0], labels[2]) : null;
        }

        // After the region comes the partition's suffix, which a token may hold whole.
        return labels[1].Literal == "dkr" && labels.Count > 4 && labels[2].Literal is "ecr" or "ecr-fips" && IsRegion(labels[3])
            && (Is(labels, 4, "amazonaws") || labels[4].Literal is null)
            ? (labels[0], labels[3])
            : null;
    }

    private static bool Is(IReadOnlyList<Template> labels, int index, string text) => labels.Count > index && labels[index].Literal == text;

    private static bool IsAccount(Template label) =>
        label.Literal is { } text ? text.Length == 12 && text.All(char.IsDigit) : label.Parts.All(p => p.Text is null || p.Text.All(char.IsDigit));

    private static bool IsRegion(Template label) => label.Parts.Length > 0;

    /// <summary>Whether what is known of the host starts as an account's registry does.</summary>
    private static bool MayBeRegistry(Template host)
    {
        var start = host.Prefix.Split('.')[0];
        return start.All(char.IsDigit) && start.Length <= 12;
    }

    private static Template WithoutScheme(Template image) =>
        image.Prefix.StartsWith("https://", StringComparison.Ordinal) ? image.Skip("https://".Length) : image;
}
