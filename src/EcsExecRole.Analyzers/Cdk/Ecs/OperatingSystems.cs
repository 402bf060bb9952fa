using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>An <c>OperatingSystemFamily</c>, by name.</summary>
internal sealed class OperatingSystemNode(Value name)
{
    public Value Name { get; } = name;
}

/// <summary><c>RuntimePlatform.OperatingSystemFamily</c>: Windows containers can't have environment files.</summary>
internal static class OperatingSystems
{
    private const string Type = "AWS.ECS.OperatingSystemFamily";

    private static readonly string[] Names =
    [
        "LINUX", "WINDOWS_SERVER_2004_CORE", "WINDOWS_SERVER_2016_FULL", "WINDOWS_SERVER_2019_CORE", "WINDOWS_SERVER_2019_FULL", "WINDOWS_SERVER_2022_CORE",
        "WINDOWS_SERVER_2022_FULL", "WINDOWS_SERVER_2025_CORE", "WINDOWS_SERVER_2025_FULL", "WINDOWS_SERVER_20H2_CORE",
    ];

    public static void Register(Registry r)
    {
        foreach (var name in Names)
        {
            r.Getter(Type, name, c => c.NewResult(new OperatingSystemNode(ConstantValue.Of(name))));
        }

        r.Method(Type, "Of", c => c.NewResult(new OperatingSystemNode(c["family"])));
    }

    /// <summary>Whether a <c>RuntimePlatform</c> says Windows; Fargate's default is Linux; null where it is not known.</summary>
    public static bool? IsWindows(Call call, Value platform, LaunchTypes launchTypes)
    {
        var given = call.Get(platform, "OperatingSystemFamily");
        if (given is not ChoiceValue && call.Guard.IsFeasible)
        {
            return Name(given, launchTypes) is { } only ? IsWindows(only) : null;
        }

        var families = call.Each(given).Select(f => Name(f.Value, launchTypes)).Distinct().ToList();
        return families is [{ } family] ? IsWindows(family) : null;
    }

    /// <summary>Whether a <c>RuntimePlatform</c>, or what it says, is still being typed.</summary>
    public static bool IsUnwritten(Call call, Value platform) =>
        platform.Alternatives.Select(p => p.Value).Concat(call.Get(platform, "OperatingSystemFamily").Alternatives.Select(f => f.Value)).Any(Evaluator.IsUnwritten);

    public static bool IsWindows(string family) => family.StartsWith("WINDOWS", StringComparison.OrdinalIgnoreCase);

    private static string? Name(Value family, LaunchTypes launchTypes) =>
        family.IsNull ? launchTypes == LaunchTypes.Fargate ? "LINUX" : null
        : family is ConstantValue ? family.Text?.Literal
        : Call.Node<OperatingSystemNode>(family)?.Name.Text?.Literal;
}
