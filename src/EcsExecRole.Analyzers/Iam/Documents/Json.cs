namespace EcsExecRole.Analyzers.Iam.Documents;

/// <summary>A piece of JSON.</summary>
/// <param name="Position">Where it starts in the text.</param>
internal abstract record Json(int Position);

/// <summary>A string, unescaped.</summary>
internal sealed record JsonText(string Value, int Position) : Json(Position);

/// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>, as written.</summary>
internal sealed record JsonWord(string Value, int Position) : Json(Position);

internal sealed record JsonList(ImmutableArray<Json> Items, int Position) : Json(Position);

/// <summary>An object. No two members have the same name.</summary>
internal sealed record JsonObject(ImmutableArray<JsonMember> Members, int Position) : Json(Position)
{
    /// <summary>The value of a member; null where there is none.</summary>
    public Json? this[string name] => Members.FirstOrDefault(m => m.Name == name)?.Value;
}

/// <param name="Name">Its name, unescaped.</param>
/// <param name="Value">Its value.</param>
/// <param name="Position">Where the name starts.</param>
internal sealed record JsonMember(string Name, Json Value, int Position);

/// <summary>A document that can't be read.</summary>
/// <param name="message">What is wrong, as a clause.</param>
/// <param name="position">Where in the text.</param>
internal sealed class DocumentException(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}
