namespace EcsExecRole.Analyzers.Iam.Matching;

/// <summary>What a pattern may contain besides text, and how text compares.</summary>
[Flags]
internal enum MatchSyntax
{
    None = 0,

    /// <summary><c>*</c> stands for any text, <c>?</c> for one character.</summary>
    Wildcards = 1,

    /// <summary><c>${aws:username}</c> is filled in at the time of the call.</summary>
    Variables = 2,

    IgnoreCase = 4,
}

internal static class MatchSyntaxExtensions
{
    /// <summary>As <see cref="Enum.HasFlag"/>, which allocates on .NET Framework.</summary>
    public static bool Has(this MatchSyntax syntax, MatchSyntax part) => (syntax & part) != 0;
}
