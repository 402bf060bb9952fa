using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>Statements as lines of text, for expectations that read like the policy.</summary>
internal static class PolicyText
{
    public static string Of(PlacedStatement placed)
    {
        var s = placed.Statement;
        return (placed.ManagedPolicy is { } policy ? policy + ": " : "")
            + (s.EffectUnknown ? "?" : s.IsAllow ? "Allow" : "Deny")
            + (s.NotActions is { } not ? " not " + not : " " + s.Actions)
            + (s.Resources is { } resources ? " on " + resources : s.NotResources is { } others ? " not on " + others : "")
            + Conditions(s) + When(placed.Guard);
    }

    public static string Trust(PlacedStatement placed)
    {
        var p = placed.Statement.Principals!;
        var names = p.Services.Items.Concat(p.Aws.Items).Select(i => i.ToString()).Concat(p.MayHaveMore ? ["…"] : []).ToList();
        return (placed.Statement.IsAllow ? "Allow " : "Deny ") + (names.Count == 0 ? "nobody" : string.Join(", ", names)) + " " + placed.Statement.Actions + Conditions(placed.Statement) + When(placed.Guard);
    }

    public static string When(Guard guard) => guard.IsAlways ? "" : " when " + guard;

    private static string Conditions(PolicyStatement s) =>
        string.Concat(s.Conditions.Select(c => $" if {c.Operator} {c.Key} {c.Values}")) + (s.ConditionsUnknown ? " if …" : "");
}
