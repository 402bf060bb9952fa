using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>A resource of a template with its properties resolved.</summary>
/// <param name="Scope">Its stack.</param>
/// <param name="LogicalId">Its key in the template.</param>
/// <param name="Type">Its CloudFormation type.</param>
/// <param name="Properties">Its properties, free of intrinsics.</param>
/// <param name="Path">Its construct path, from the metadata; the logical ID where there is none.</param>
public sealed record Resource(StackScope Scope, string LogicalId, string Type, JsonObject Properties, string Path)
{
    /// <summary>A text property, or null.</summary>
    public string? Text(string name) => Properties[name].AsText();
}

/// <summary>All stacks of a program, deployed in one <see cref="World"/>: every intrinsic has a value.</summary>
public sealed partial class Deployment
{
    private readonly List<StackScope> _scopes = [];
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly Lazy<IReadOnlyList<Resource>> _resources;
    private readonly Lazy<ILookup<string, Resource>> _byArn;

    /// <param name="assembly">The stacks.</param>
    /// <param name="world">The environment of stacks that have none.</param>
    /// <param name="values">Deploy-time values, by parameter, SSM parameter or export name.</param>
    public Deployment(CloudAssembly assembly, World world, IReadOnlyDictionary<string, string> values)
    {
        _values = values;
        foreach (var stack in assembly.Stacks)
        {
            Add(new StackScope(this, stack, world, parent: null, parameters: null));
        }

        _resources = new(() => [.. _scopes.SelectMany(scope => scope.AllResources())]);
        _byArn = new(() => _resources.Value.Select(resource => (Arn: ResourceIdentity.ArnOf(resource), resource))
            .Where(pair => pair.Arn is not null)
            .ToLookup(pair => pair.Arn!, pair => pair.resource, StringComparer.Ordinal));
    }

    /// <summary>Every resource of every stack, nested ones included.</summary>
    public IReadOnlyList<Resource> Resources => _resources.Value;

    /// <summary>The resources of one type.</summary>
    public IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    /// <summary>The resource with that ARN, or null where it is none of the program's.</summary>
    public Resource? WithArn(string arn) => _byArn.Value[arn].FirstOrDefault();

    /// <summary>A value that is known only when deploying: what the case says of it, or a made-up one that matches nothing.</summary>
    internal string DeployTimeValue(string name) =>
        _values.TryGetValue(name, out var value) ? value : "deploy-time-value-of-" + NotInName().Replace(name, "-");

    /// <summary>What a stack exports by that name.</summary>
    internal string? Export(string name) =>
        _scopes.Select(scope => scope.Export(name)).FirstOrDefault(value => value is not null)
        ?? DeployTimeValue(name);

    private void Add(StackScope scope)
    {
        _scopes.Add(scope);
        foreach (var nested in scope.NestedStacks())
        {
            Add(nested);
        }
    }

    [GeneratedRegex("[^A-Za-z0-9-]")]
    private static partial Regex NotInName();
}
