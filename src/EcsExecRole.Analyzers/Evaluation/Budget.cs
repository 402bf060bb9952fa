namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>How far a program is followed. Beyond a limit a value is unknown, or the whole run is given up in silence; never an error.</summary>
internal static class Budget
{
    /// <summary>Operations evaluated in one run.</summary>
    public const int Steps = 1_000_000;

    /// <summary>Operations evaluated in all runs of a compilation together, so that a library of many roots is bounded, too.</summary>
    public const int TotalSteps = 3_000_000;

    /// <summary>The same for combinations of conditions, which cost as much as operations do.</summary>
    public const int TotalGuardWork = 3_000_000;

    /// <summary>Calls under way at once.</summary>
    public const int CallDepth = 48;

    /// <summary>Calls of one method under way at once: recursion deeper than this is not followed.</summary>
    public const int Recursion = 24;

    /// <summary>The same for a recursion that goes on only on some of the paths.</summary>
    public const int UndecidedRecursion = 2;

    /// <summary>Rounds of a loop whose condition is decided each time.</summary>
    public const int Iterations = 20_000;

    /// <summary>Rounds that a loop is left in on some of the paths only; then one round stands for all the others.</summary>
    public const int UndecidedRounds = 4;

    /// <summary>Combinations of the choices in the parts of one text.</summary>
    public const int TextAlternatives = 64;

    /// <summary>Characters of one text.</summary>
    public const int TextLength = 100_000;

    /// <summary>Parts of one text: pieces that are known, and holes between them.</summary>
    public const int TextParts = 1_000;

    /// <summary>Elements of one collection. Beyond it the run is given up: few steps make many elements (<c>list.AddRange(list)</c>, again and again).</summary>
    public const int Elements = 100_000;

    /// <summary>Gives the run up where a collection would have more than <see cref="Elements"/>.</summary>
    public static void AllowElements(int count)
    {
        if (count > Elements)
        {
            throw new BudgetException(nameof(Elements));
        }
    }
}
