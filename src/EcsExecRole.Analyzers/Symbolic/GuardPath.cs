namespace EcsExecRole.Analyzers.Symbolic;

/// <summary>One way through the program: conditions and their answers.</summary>
/// <param name="Answers">The conditions that tell the path, in the order in which the program first asked them.</param>
internal sealed record GuardPath(ImmutableArray<KeyValuePair<Condition, bool>> Answers)
{
    public static GuardPath Empty { get; } = new([]);

    /// <summary>
    /// Whether it is not certain that the path exists: it depends on something that the program determines but that is not known, or its answers may depend on each other
    /// in a way that is not understood (<c>name.StartsWith("a")</c> and <c>name == "abc"</c>).
    /// </summary>
    public bool IsDoubtful
    {
        get
        {
            for (var i = 0; i < Answers.Length; i++)
            {
                if (!Answers[i].Key.IsInput)
                {
                    return true;
                }

                for (var j = i + 1; j < Answers.Length; j++)
                {
                    var (a, b) = (Answers[i].Key, Answers[j].Key);
                    if (a.IsRelatedTo(b) && !a.IsUnderstoodWith(b))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    public override string ToString() =>
        Answers.IsEmpty ? "always" : string.Join(" and ", Answers.Where(a => !IsImplied(a)).Select(a => a.Value ? a.Key.Display : "not " + a.Key.Display));

    /// <summary>Whether it goes without saying that the answer is no: the same subject equals something else.</summary>
    private bool IsImplied(KeyValuePair<Condition, bool> answer) =>
        answer is { Value: false, Key.Kind: ConditionKind.Equal }
        && Answers.Any(a => a is { Value: true, Key.Kind: ConditionKind.Equal } && a.Key.IsUnderstoodWith(answer.Key));
}
