namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>Three-valued permission, in the order that lets <see cref="Math.Min(int, int)"/> mean "and" and <see cref="Math.Max(int, int)"/> "or".</summary>
internal enum Access
{
    Missing = 0,
    Unknown = 1,
    Granted = 2,
}

internal static class AccessLogic
{
    public static Access And(this Access left, Access right) => (Access)Math.Min((int)left, (int)right);

    public static Access Or(this Access left, Access right) => (Access)Math.Max((int)left, (int)right);

    public static Access Not(this Access value) => (Access)(2 - (int)value);

    public static Access Of(bool value) => value ? Access.Granted : Access.Missing;

    public static Access Any(this IEnumerable<Access> values) => values.Aggregate(Access.Missing, Or);

    public static Access All(this IEnumerable<Access> values) => values.Aggregate(Access.Granted, And);
}
