namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>What the oracle says of a task definition's execution role.</summary>
public enum VerdictKind
{
    /// <summary>The role lacks an action in every world (see <see cref="World"/>); the detail is the action.</summary>
    Missing,

    /// <summary>The template cannot tell whether the role has the action: an imported role, an unknown policy, an unknown condition, an account that may be any.</summary>
    Unknown,

    /// <summary>There is no execution role, but something needs one.</summary>
    NoExecutionRole,

    /// <summary>ECS may not assume the role.</summary>
    WrongTrust,

    /// <summary>The role names a managed policy that does not exist; the detail is the ARN's part after <c>policy/</c>.</summary>
    NoSuchManagedPolicy,

    /// <summary>CDK warned that it dropped a managed policy added to an imported role; the detail is the policy's name, without its path.</summary>
    DroppedManagedPolicy,
}

/// <summary>How sure AWS's documentation is that the need is real.</summary>
public enum NeedLevel
{
    Info,
    Warning,
}

/// <summary>One verdict.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">The action or the managed policy.</param>
/// <param name="Level">Info where AWS's documents leave doubt whether the permission is needed.</param>
/// <param name="Resource">The ARN that ECS would ask for.</param>
/// <param name="Reason">Why ECS would ask.</param>
/// <param name="Evidence">The statements that come closest, or the role.</param>
public sealed record Verdict(VerdictKind Kind, string Detail, NeedLevel Level, string Resource, string Reason, string Evidence)
{
    /// <summary>The verdict as authors write it.</summary>
    public static string Describe(VerdictKind kind, string detail, NeedLevel level)
    {
        var phrase = kind switch
        {
            VerdictKind.Missing => "missing",
            VerdictKind.Unknown => "unknown",
            VerdictKind.NoExecutionRole => "no role",
            VerdictKind.WrongTrust => "wrong trust",
            VerdictKind.NoSuchManagedPolicy => "no such managed policy",
            VerdictKind.DroppedManagedPolicy => "dropped managed policy",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        return (level == NeedLevel.Info ? "info " : "") + phrase + (detail.Length == 0 ? "" : " " + detail);
    }

    public override string ToString() => Describe(Kind, Detail, Level);
}

/// <summary>The verdicts on one task definition or Batch job definition.</summary>
/// <param name="Path">The construct path, without the <c>Resource</c> child.</param>
/// <param name="Verdicts">The verdicts, sorted.</param>
public sealed record TaskVerdict(string Path, IReadOnlyList<Verdict> Verdicts);

/// <summary>
/// The account and region that stacks without an environment get. A template that names accounts or regions may or may not mean the one it is deployed
/// to, so the oracle judges in several worlds: one with an account and region that occur nowhere, and one for each that the templates name.
/// </summary>
public sealed record World(string Account, string Region)
{
    public static World Elsewhere { get; } = new("888877776666", "eu-central-2");
}
