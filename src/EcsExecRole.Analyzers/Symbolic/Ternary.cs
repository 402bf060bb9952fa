namespace EcsExecRole.Analyzers.Symbolic;

/// <summary>An answer that may be open: the analyzer warns only where it is certain.</summary>
internal enum Ternary
{
    /// <summary>Certainly not, for every value the unknown parts may take.</summary>
    No,

    /// <summary>It depends on what an unknown part turns out to be.</summary>
    Unknown,

    /// <summary>Certainly, for every value the unknown parts may take.</summary>
    Yes,
}

internal static class TernaryExtensions
{
    public static Ternary ToTernary(this bool value) => value ? Ternary.Yes : Ternary.No;

    public static Ternary And(this Ternary left, Ternary right) => left < right ? left : right;

    public static Ternary Or(this Ternary left, Ternary right) => left > right ? left : right;

    public static Ternary Not(this Ternary value) => Ternary.Yes - (int)value;
}
