namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>Where text goes while a program is written: the statements of a method, the members of its class, the other types of the file.</summary>
internal sealed class Scope(SortedDictionary<string, string> types, List<string> members, Counter counter)
{
    private readonly List<string> _statements = [];

    /// <summary>A name that the program does not have yet.</summary>
    public string Fresh(string stem) => stem + counter.Next();

    /// <summary>Appends statements, one or several lines.</summary>
    public void Statement(string text) => _statements.Add(text);

    /// <summary>Appends statements under a condition.</summary>
    public void Statement(string? condition, string text) =>
        _statements.Add(condition is null ? text : $"if ({condition})\n{{\n{Indent(text, 1)}\n}}");

    /// <summary>Adds a member to the class.</summary>
    public void Member(string text) => members.Add(text);

    /// <summary>Adds a type to the file, once.</summary>
    public void Type(string name, string text) => types[name] = text;

    /// <summary>Another method of the same class.</summary>
    public Scope Sibling() => new(types, members, counter);

    /// <summary>A method of another class.</summary>
    public Scope Elsewhere(List<string> otherMembers) => new(types, otherMembers, counter);

    /// <summary>The statements so far, indented.</summary>
    public string Body(int depth) => Indent(string.Join("\n", _statements), depth);

    /// <summary>Indents each line that is not empty.</summary>
    public static string Indent(string text, int depth) =>
        string.Join("\n", text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', 4 * depth) + line));
}

/// <summary>Numbers for names.</summary>
internal sealed class Counter
{
    private int _next;

    public int Next() => _next++;
}
