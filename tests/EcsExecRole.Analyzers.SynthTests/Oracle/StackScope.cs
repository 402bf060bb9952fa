using System.Text.Json.Nodes;

namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>One deployed stack: its environment, and what <c>Ref</c> and <c>Fn::GetAtt</c> mean in it.</summary>
public sealed class StackScope
{
    private readonly Deployment _deployment;
    private readonly StackTemplate _stack;
    private readonly World _world;
    private readonly StackScope? _parent;
    private readonly JsonObject? _parameters;
    private readonly Intrinsics _intrinsics;
    private readonly Dictionary<string, Resource> _resolved = [];
    private readonly Dictionary<string, StackScope> _nested = [];

    internal StackScope(Deployment deployment, StackTemplate stack, World world, StackScope? parent, JsonObject? parameters)
    {
        _deployment = deployment;
        _stack = stack;
        _world = world;
        _parent = parent;
        _parameters = parameters;
        _intrinsics = new Intrinsics(this);
    }

    public string Name => _stack.Name;

    public string Account => _stack.Account ?? _world.Account;

    public string Region => _stack.Region ?? _world.Region;

    public string Partition => Region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : "aws";

    private JsonObject? ResourceTable => _stack.Template["Resources"]?.AsObject();

    /// <summary>Every resource, with its properties resolved.</summary>
    internal IEnumerable<Resource> AllResources() => (ResourceTable ?? []).Select(entry => Resource(entry.Key)!);

    /// <summary>A resource by its logical ID, or null.</summary>
    internal Resource? Resource(string logicalId)
    {
        if (_resolved.TryGetValue(logicalId, out var known))
        {
            return known;
        }

        if (ResourceTable?[logicalId] is not JsonObject raw)
        {
            return null;
        }

        var path = (string?)raw["Metadata"]?["aws:cdk:path"] ?? $"{Name}/{logicalId}";
        path = path.EndsWith("/Resource", StringComparison.Ordinal) ? path[..^"/Resource".Length] : path;
        var properties = _intrinsics.Resolve(raw["Properties"]) as JsonObject ?? [];
        return _resolved[logicalId] = new Resource(this, logicalId, (string)raw["Type"]!, properties, path);
    }

    /// <summary>The nested stacks whose templates CDK wrote as assets.</summary>
    internal IEnumerable<StackScope> NestedStacks()
    {
        foreach (var (logicalId, node) in ResourceTable ?? [])
        {
            if ((string?)node!["Type"] == "AWS::CloudFormation::Stack" && (string?)node["Metadata"]?["aws:asset:path"] is { } file)
            {
                var directory = _stack.Directory;
                var template = CloudAssembly.Parse(Path.Combine(directory, file));
                var nested = new StackTemplate($"{Name}-{logicalId}", _stack.Account, _stack.Region, template, directory);
                var scope = new StackScope(_deployment, nested, _world, this, node["Properties"]?["Parameters"]?.AsObject());
                _nested[logicalId] = scope;
                yield return scope;
            }
        }
    }

    /// <summary>The value this stack exports by that name, or null.</summary>
    internal string? Export(string name) =>
        (from output in _stack.Template["Outputs"]?.AsObject() ?? []
         let export = output.Value!["Export"]?["Name"]
         where export is not null && _intrinsics.Text(export) == name
         select _intrinsics.Text(output.Value["Value"])).FirstOrDefault();

    internal string? ImportValue(string name) => _deployment.Export(name);

    internal JsonNode? Condition(string name) => _stack.Template["Conditions"]?[name];

    internal JsonNode? Mapping(string map, string first, string second) => _stack.Template["Mappings"]?[map]?[first]?[second];

    /// <summary>What <c>Ref</c> gives: a pseudo parameter, a parameter's value, or a resource's reference.</summary>
    internal string Reference(string name) => name switch
    {
        "AWS::AccountId" => Account,
        "AWS::Region" => Region,
        "AWS::Partition" => Partition,
        "AWS::URLSuffix" => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com",
        "AWS::StackName" => Name,
        "AWS::StackId" => $"arn:{Partition}:cloudformation:{Region}:{Account}:stack/{Name}/7f3c1a52-0000-11f0-8de9-0242ac120002",
        "AWS::NoValue" => "",
        _ when _stack.Template["Parameters"]?[name] is JsonObject parameter => Parameter(name, parameter),
        _ when Resource(name) is { } resource => ResourceIdentity.Reference(resource),
        _ => throw new FormatException($"{Name} refers to {name}, which it does not have."),
    };

    /// <summary>What <c>Fn::GetAtt</c> gives.</summary>
    internal string Attribute(string logicalId, string attribute)
    {
        const string Outputs = "Outputs.";
        if (_nested.TryGetValue(logicalId, out var nested) && attribute.StartsWith(Outputs, StringComparison.Ordinal))
        {
            return nested._intrinsics.Text(nested._stack.Template["Outputs"]?[attribute[Outputs.Length..]]?["Value"]);
        }

        var resource = Resource(logicalId) ?? throw new FormatException($"{Name} has no resource {logicalId}.");
        return ResourceIdentity.Attribute(resource, attribute);
    }

    private string Parameter(string name, JsonObject declaration)
    {
        if (_parameters?[name] is { } given)
        {
            return _parent!._intrinsics.Text(given);
        }

        // The default of an SSM parameter type is the SSM parameter's name; what it holds is known when deploying.
        var type = (string?)declaration["Type"] ?? "String";
        var key = type.StartsWith("AWS::SSM::Parameter::Value", StringComparison.Ordinal) && (string?)declaration["Default"] is { } ssm ? ssm : name;
        return key.StartsWith("/aws/service/aws-for-fluent-bit", StringComparison.Ordinal)
            ? $"906394416424.dkr.ecr.{Region}.amazonaws.com/aws-for-fluent-bit:stable" // AWS publishes the image of its FireLens router there: a private repository of its own.
            : _deployment.DeployTimeValue(key);
    }
}
