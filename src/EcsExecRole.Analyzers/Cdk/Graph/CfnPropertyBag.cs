using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>The properties of an L1 resource that the program sets, and what it overrides of the rendered ones afterwards.</summary>
internal sealed class CfnPropertyBag
{
    private readonly Dictionary<string, (Value Value, Guard Assigned)> properties = new(StringComparer.Ordinal);

    /// <summary><c>AddPropertyOverride</c> and the like, in order; a null value deletes.</summary>
    public List<(Call Call, string Path, Value? Value)> Overrides { get; } = [];

    public void Set(Guard guard, string property, Value value)
    {
        var (old, assigned) = properties.TryGetValue(property, out var known) ? known : (ConstantValue.Null, Guard.Never);
        properties[property] = (ChoiceValue.Of(guard, value, old), assigned | guard);
    }

    /// <summary>What a property was set to; null (the constant) on the paths on which it was not.</summary>
    /// <param name="property">The property.</param>
    /// <param name="assigned">The paths on which it was set.</param>
    public Value Get(string property, out Guard assigned)
    {
        (var value, assigned) = properties.TryGetValue(property, out var known) ? known : (ConstantValue.Null, Guard.Never);
        return value;
    }

    public void Override(Call call, string path, Value? value) => Overrides.Add((call, path, value));
}
