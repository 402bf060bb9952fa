using System.Globalization;

namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>A task definition in the part of the program where it is made, and the expressions by which the stack's constructor reaches it.</summary>
internal sealed class TaskPlace(TaskSpec task, int number, string roleType)
{
    private readonly TaskWriter _writer = new(task, number);

    private string Suffix => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The task definition, once written.</summary>
    public string Definition { get; private set; } = "";

    /// <summary>The resource of each trigger, or null.</summary>
    public string?[] Resources { get; } = new string?[task.Triggers.Length];

    /// <summary>Whether resources are made in the constructor, so that grants may come before the task definition.</summary>
    public bool IsInConstructor => task.Placement is Placement.Constructor or Placement.Loop or Placement.LocalFunction;

    /// <summary>Makes the resources where they are the constructor's locals.</summary>
    public void DeclareResources(Scope constructor)
    {
        if (IsInConstructor)
        {
            ForEachResource((at, resource) =>
            {
                Resources[at] = NameOf(at);
                constructor.Statement($"var {NameOf(at)} = {Creation(at, resource)};");
            });
        }
    }

    /// <summary>Writes the task definition.</summary>
    public void Write(Scope constructor, List<string> baseMembers, string? role)
    {
        switch (task.Placement)
        {
            case Placement.Constructor:
                Definition = _writer.Write(constructor, role, Resources, "");
                break;
            case Placement.LocalFunction:
                var local = constructor.Sibling();
                var made = _writer.Write(local, role, Resources, "");
                Definition = "definition" + Suffix;
                constructor.Statement($"{_writer.Type} Create{Suffix}()\n{{\n{local.Body(1)}\n    return {made};\n}}");
                constructor.Statement($"var {Definition} = Create{Suffix}();");
                break;
            case Placement.Loop:
                var turn = constructor.Sibling();
                var last = _writer.Write(turn, role, Resources, "");
                Definition = "definition" + Suffix;
                constructor.Statement($"{_writer.Type} {Definition} = null!;");
                constructor.Statement($"foreach (var name{Suffix} in new[] {{ \"{_writer.Id}\" }})\n{{\n{turn.Body(1).Replace($"\"{_writer.Id}\"", "name" + Suffix)}\n    {Definition} = {last};\n}}");
                break;
            case Placement.Method:
                WriteMethod(constructor.Sibling(), constructor, "private", role);
                break;
            case Placement.BaseClass:
                WriteMethod(constructor.Elsewhere(baseMembers), constructor, "protected", role);
                break;
            case Placement.Construct:
                WriteConstruct(constructor, role);
                break;
            default:
                throw new InvalidOperationException();
        }
    }

    private void WriteMethod(Scope method, Scope constructor, string access, string? role)
    {
        ForEachResource((at, resource) =>
        {
            Resources[at] = "_" + NameOf(at);
            method.Member($"{access} {resource.Type} _{NameOf(at)} = null!;");
            method.Statement($"_{NameOf(at)} = {Creation(at, resource)};");
        });
        var made = _writer.Write(method, role is null ? null : "given", Resources, "");
        method.Member($"{access} {_writer.Type} Create{Suffix}({(role is null ? "" : roleType + " given")})\n{{\n{method.Body(1)}\n    return {made};\n}}");
        Definition = "definition" + Suffix;
        constructor.Statement($"var {Definition} = Create{Suffix}({role});");
    }

    private void WriteConstruct(Scope constructor, string? role)
    {
        var members = new List<string>();
        var body = constructor.Elsewhere(members);
        var inside = new string?[Resources.Length];
        ForEachResource((at, resource) =>
        {
            inside[at] = "R" + NameOf(at);
            Resources[at] = $"workload{Suffix}.R{NameOf(at)}";
            members.Add($"public {resource.Type} R{NameOf(at)} {{ get; }}");
            body.Statement($"R{NameOf(at)} = {Creation(at, resource)};");
        });
        var made = _writer.Write(body, role is null ? null : "given", inside, "Stack.Of(this).");
        members.Add($"public {_writer.Type} Definition {{ get; }}");
        body.Statement($"Definition = {made};");
        var parameter = role is null ? "" : $", {roleType} given";
        constructor.Type(
            "Workload" + Suffix,
            $"public class Workload{Suffix} : Construct\n{{\n    public Workload{Suffix}(Construct scope, string id{parameter}) : base(scope, id)\n    {{\n{body.Body(2)}\n    }}\n\n{string.Join("\n\n", members.Select(member => Scope.Indent(member, 1)))}\n}}");
        Definition = $"workload{Suffix}.Definition";
        constructor.Statement($"var workload{Suffix} = new Workload{Suffix}(this, \"Workload{Suffix}\"{(role is null ? "" : ", " + role)});");
    }

    private void ForEachResource(Action<int, Resource> action)
    {
        for (var at = 0; at < task.Triggers.Length; at++)
        {
            if (Resource.Of(task.Triggers[at].Trigger) is { } resource)
            {
                action(at, resource);
            }
        }
    }

    private string NameOf(int at) => $"resource{Suffix}{(char)('a' + at)}";

    private string Creation(int at, Resource resource) => string.Format(CultureInfo.InvariantCulture, resource.Creation, "Resource" + Suffix + (char)('A' + at));
}
