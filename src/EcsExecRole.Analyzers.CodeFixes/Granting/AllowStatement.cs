namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>What an IAM statement says, as code.</summary>
/// <param name="Actions">The IAM actions.</param>
/// <param name="Resources">Expressions.</param>
/// <param name="Conditions">An expression for the conditions; null for none.</param>
internal sealed record StatementText(ImmutableArray<string> Actions, ImmutableArray<string> Resources, string? Conditions = null)
{
    /// <summary>Whether it forbids what it names.</summary>
    public bool IsDeny { get; init; }

    public string Service => Actions[0].Substring(0, Actions[0].IndexOf(':'));

    public bool Equals(StatementText? other) =>
        other is not null && Actions.SequenceEqual(other.Actions) && Resources.SequenceEqual(other.Resources) && Conditions == other.Conditions && IsDeny == other.IsDeny;

    public override int GetHashCode() => Actions[0].GetHashCode();

    /// <summary>A statement that says what both say and no more; null where one statement would allow more.</summary>
    public StatementText? Merge(StatementText other)
    {
        if (Service != other.Service || Conditions != other.Conditions || IsDeny != other.IsDeny)
        {
            return null;
        }

        if (Actions.SequenceEqual(other.Actions))
        {
            return this with { Resources = [.. Resources.Union(other.Resources)] };
        }

        return Resources.SequenceEqual(other.Resources) ? this with { Actions = [.. Actions.Union(other.Actions).OrderBy(a => a, StringComparer.Ordinal)] } : null;
    }

    /// <summary><c>new PolicyStatement(…)</c>, over several lines.</summary>
    public string Render(Idiom idiom)
    {
        var properties = new List<string>
        {
            "Actions = " + idiom.Collection([.. Actions.Select(a => "\"" + a + "\"")]),
            "Resources = " + idiom.Collection(Resources),
        };
        if (IsDeny)
        {
            properties.Insert(0, $"Effect = {CdkNames.Effect}.DENY");
        }

        if (Conditions is not null)
        {
            properties.Add("Conditions = " + Conditions.Replace("\n", "\n    "));
        }

        return $"new {CdkNames.PolicyStatement}(new {CdkNames.PolicyStatement}Props\n{{\n{string.Concat(properties.Select(p => $"    {p},\n"))}}})".Replace(" = \n", " =\n");
    }

    /// <summary>Merges what can be merged, in order.</summary>
    public static IReadOnlyList<StatementText> MergeAll(IEnumerable<StatementText> statements)
    {
        var merged = new List<StatementText>();
        foreach (var statement in statements)
        {
            var at = merged.FindIndex(m => m.Merge(statement) is not null);
            if (at < 0)
            {
                merged.Add(statement);
            }
            else
            {
                merged[at] = merged[at].Merge(statement)!;
            }
        }

        return merged;
    }
}

/// <summary>Adds a statement to a role's policy.</summary>
internal sealed record AllowStatement(RoleHandle Role, StatementText Text) : NewStatement
{
    public bool Equals(AllowStatement? other) => other is not null && Role.Expression == other.Role.Expression && Text.Equals(other.Text);

    public override int GetHashCode() => Text.GetHashCode();

    public override string Render(Idiom idiom) => Role.Allow(Text.Render(idiom));
}
