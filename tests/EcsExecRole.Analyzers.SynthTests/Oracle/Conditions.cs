using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>
/// Evaluates a condition block against what is known of a request. A key that the request may or may not carry, and an operator that is not modelled, make
/// the answer unknown.
/// </summary>
internal static class Conditions
{
    private const string IfExists = "IfExists";

    /// <summary>Whether every condition holds.</summary>
    public static Access Hold(JsonObject? block, Request request) =>
        (from operators in block ?? []
         from condition in operators.Value!.AsObject()
         select Holds(operators.Key, condition.Key, condition.Value.AsTexts(), request)).All();

    private static Access Holds(string operatorName, string key, IReadOnlyList<string> wanted, Request request)
    {
        var setOperator = operatorName.Contains(':') ? operatorName[..operatorName.IndexOf(':')] : null;
        var name = setOperator is null ? operatorName : operatorName[(setOperator.Length + 1)..];
        var optional = name.EndsWith(IfExists, StringComparison.Ordinal);
        name = optional ? name[..^IfExists.Length] : name;

        if (request.Context.TryGetValue(key, out var values))
        {
            if (name == "Null")
            {
                return AccessLogic.Of(wanted.Contains("false"));
            }

            return Compare(name, wanted) is not { } test ? Access.Unknown
                : AccessLogic.Of(setOperator == "ForAllValues" ? values.All(test) : values.Any(test));
        }

        if (request.Absent.Contains(key))
        {
            // A missing key fails every operator but Null, the negated ones, …IfExists and ForAllValues.
            return AccessLogic.Of(name == "Null" ? wanted.Contains("true") : optional || name.Contains("Not") || setOperator == "ForAllValues");
        }

        return Access.Unknown;
    }

    private static Func<string, bool>? Compare(string operatorName, IReadOnlyList<string> wanted) => operatorName switch
    {
        // Policy variables such as ${aws:PrincipalAccount}.
        _ when wanted.Any(value => value.Contains("${", StringComparison.Ordinal)) => null,
        "StringEquals" => value => wanted.Contains(value, StringComparer.Ordinal),
        "StringNotEquals" => value => !wanted.Contains(value, StringComparer.Ordinal),
        "StringEqualsIgnoreCase" => value => wanted.Contains(value, StringComparer.OrdinalIgnoreCase),
        "StringNotEqualsIgnoreCase" => value => !wanted.Contains(value, StringComparer.OrdinalIgnoreCase),
        "StringLike" or "ArnLike" or "ArnEquals" => value => wanted.Any(pattern => Pattern.Matches(pattern, value)),
        "StringNotLike" or "ArnNotLike" or "ArnNotEquals" => value => !wanted.Any(pattern => Pattern.Matches(pattern, value)),
        "Bool" => value => wanted.Contains(value, StringComparer.OrdinalIgnoreCase),
        _ => null,
    };
}
