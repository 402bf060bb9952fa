using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>A diagnostic in the making.</summary>
/// <param name="descriptor">The rule.</param>
/// <param name="origin">The expression it is about.</param>
/// <param name="arguments">The message's.</param>
internal sealed class Finding(DiagnosticDescriptor descriptor, IOperation origin, params object[] arguments)
{
    private readonly List<Location> additional = [];
    private readonly ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>();

    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    public IOperation Origin { get; } = origin;

    /// <summary>Tells findings of one rule at one place apart: the same again is the same code run again.</summary>
    public string Identity { get; private set; } = "";

    /// <summary>Null for the rule's own.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>Sets a property; null leaves it out.</summary>
    public Finding With(string key, string? value)
    {
        if (value is not null)
        {
            properties[key] = value;
        }

        return this;
    }

    /// <summary>Adds a location and tells under <paramref name="key"/> which one it is.</summary>
    public Finding At(string key, IOperation? operation)
    {
        if (operation is null || properties.ContainsKey(key))
        {
            return this;
        }

        return With(key, Index(operation).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Adds a location and returns its place among the additional ones; -1 for none.</summary>
    public int Index(IOperation? operation)
    {
        if (operation is null)
        {
            return -1;
        }

        additional.Add(operation.Syntax.GetLocation());
        return additional.Count - 1;
    }

    public Finding About(RoleNode role)
    {
        Identity += "|" + role.Name;
        return With(FindingProperties.Role, role.Name)
            .With(FindingProperties.RoleKind, role is { IsAutoCreated: true, IsFrozen: false } ? "AutoCreated" : role.Kind.ToString())
            .At(FindingProperties.RoleLocation, role.Origin);
    }

    public Finding About(params TaskDefinitionNode[] tasks)
    {
        Identity += "|" + string.Join(",", tasks.Select(t => t.Name));
        return With(FindingProperties.TaskDefinition, string.Join(",", tasks.Select(t => t.Name).Distinct()))
            .With(FindingProperties.Environment, tasks[0].Stack is { } stack ? $"aws://{stack.Account}/{stack.Region}" : null)
            .At(FindingProperties.TaskDefinitionLocation, tasks[0].Origin)
            .At(FindingProperties.RoleArgumentLocation, tasks[0].ExecutionRoleOperation);
    }

    public Finding About(ResourceNode? resource) => resource is null ? this
        : With(FindingProperties.ResourceKind, KindOf(resource)).At(FindingProperties.ResourceLocation, resource.Origin);

    public static string KindOf(ResourceNode resource) => resource.GetType().Name.Replace("Node", "");

    /// <summary>The actions that are missing or needed, and the policy that would allow them.</summary>
    public Finding Allowing(IReadOnlyList<NeededAction> actions)
    {
        var names = actions.Select(a => a.Action).Distinct().OrderBy(a => a, StringComparer.Ordinal).ToList();
        Identity += "|" + string.Join(",", names);
        return With(FindingProperties.Actions, string.Join(",", names))
            .With(FindingProperties.Resource, (actions.FirstOrDefault(a => a.Pattern.Literal != "*") ?? actions.FirstOrDefault())?.Pattern.ToString())
            .With(FindingProperties.Policy, PolicyText.Of(actions));
    }

    /// <param name="current">Where a place of the program is now.</param>
    public Diagnostic ToDiagnostic(Func<Location, Location> current)
    {
        var location = current(Origin.Syntax.GetLocation());
        var others = additional.Select(current);
        return Severity is { } severity
            ? Diagnostic.Create(Descriptor, location, severity, others, properties.ToImmutable(), arguments)
            : Diagnostic.Create(Descriptor, location, others, properties.ToImmutable(), arguments);
    }
}
