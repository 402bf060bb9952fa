using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The variables of one call that is under way, or of one that a lambda has captured.</summary>
internal sealed class Frame(IMethodSymbol? method, Value? receiver, Frame? outer, int depth)
{
    private VariableTable variables;

    /// <summary>For each round of a loop under way, the innermost last, the variables that it has declared: each round has its own.</summary>
    private List<HashSet<ISymbol>>? rounds;

    private List<Alternative>? returns;

    private Dictionary<ISymbol, (IOperation Target, Frame Frame)>? aliases;

    public IMethodSymbol? Method { get; } = method;

    /// <summary><c>this</c>.</summary>
    public Value? Receiver { get; } = receiver;

    /// <summary>The frame in which a lambda or local function was made.</summary>
    public Frame? Outer { get; } = outer;

    /// <summary>How many calls are under way.</summary>
    public int Depth { get; } = depth;

    /// <summary>What the call returns, for the paths of <see cref="Returned"/>.</summary>
    public List<Alternative> Returns => returns ??= new(1);

    /// <summary>Whether it returns anything.</summary>
    public bool HasReturns => returns is { Count: > 0 };

    /// <summary>The paths on which the call has returned.</summary>
    public Guard Returned { get; set; } = Guard.Never;

    /// <summary>What <c>yield return</c> has yielded; null until the first.</summary>
    public SequenceValue? Yielded { get; set; }

    /// <summary>What the type parameters of the method and its type stand for.</summary>
    public Dictionary<ITypeParameterSymbol, ITypeSymbol>? TypeArguments { get; set; }

    public IEnumerable<KeyValuePair<ISymbol, Slot>> Variables => variables;

    /// <summary>The variables that are other names of something.</summary>
    public IEnumerable<ISymbol> References => aliases?.Keys ?? (IEnumerable<ISymbol>)[];

    /// <summary>Takes what <c>yield return</c> yields; null where it is gathered in <see cref="Yielded"/>.</summary>
    public Yield? OnYield { get; set; }

    /// <summary>Whether what it holds is being lost.</summary>
    public bool IsLost { get; set; }

    /// <summary>How many of the rounds under way stand for any number of rounds.</summary>
    public int OpenRounds { get; private set; }

    /// <summary>The variables as a lambda that is made now captures them: those of the round under way are not those of the next.</summary>
    public Frame Captured
    {
        get
        {
            if (rounds is null || rounds.All(r => r.Count == 0))
            {
                return this;
            }

            var captured = new Frame(Method, Receiver, this, Depth);
            foreach (var variable in rounds.SelectMany(r => r))
            {
                captured.variables.Set(variable, variables.Find(variable)!);
            }

            return captured;
        }
    }

    public void Declare(ISymbol variable, Guard guard, Value value)
    {
        variables.Set(variable, new Slot(guard, value));
        if (rounds is { Count: > 0 } && !rounds.Any(r => r.Contains(variable)))
        {
            rounds[rounds.Count - 1].Add(variable);
        }
    }

    /// <summary>Begins a round of a loop.</summary>
    /// <param name="isMany">Whether it stands for any number of rounds.</param>
    public void BeginRound(bool isMany)
    {
        (rounds ??= []).Add(new(SymbolEqualityComparer.Default));
        OpenRounds += isMany ? 1 : 0;
    }

    /// <summary>Ends it: the next one declares its variables anew.</summary>
    public void EndRound(bool isMany)
    {
        foreach (var variable in rounds![rounds.Count - 1])
        {
            variables.Remove(variable);
        }

        rounds.RemoveAt(rounds.Count - 1);
        OpenRounds -= isMany ? 1 : 0;
    }

    /// <summary>From now on a variable is another name of what <paramref name="target"/> names in <paramref name="frame"/>.</summary>
    public void Alias(ISymbol variable, IOperation target, Frame frame) => (aliases ??= new(SymbolEqualityComparer.Default))[variable] = (target, frame);

    public bool TryFindAlias(ISymbol variable, out (IOperation Target, Frame Frame) alias)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.aliases is { } known && known.TryGetValue(variable, out alias))
            {
                return true;
            }
        }

        alias = default;
        return false;
    }

    public Slot? Find(ISymbol variable)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.variables.Find(variable) is { } slot)
            {
                return slot;
            }
        }

        return null;
    }

    public ITypeSymbol? Find(ITypeParameterSymbol parameter)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.TypeArguments?.TryGetValue(parameter, out var type) == true)
            {
                return type;
            }
        }

        return null;
    }
}
