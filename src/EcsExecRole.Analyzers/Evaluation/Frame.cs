using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The variables of one call that is under way, or of one that a lambda has captured.</summary>
internal sealed class Frame(IMethodSymbol? method, Value? receiver, Frame? outer, int depth)
{
    private readonly Dictionary<ISymbol, Slot> variables = new(SymbolEqualityComparer.Default);

    public IMethodSymbol? Method { get; } = method;

    /// <summary><c>this</c>.</summary>
    public Value? Receiver { get; } = receiver;

    /// <summary>The frame in which a lambda or local function was made.</summary>
    public Frame? Outer { get; } = outer;

    /// <summary>How many calls are under way.</summary>
    public int Depth { get; } = depth;

    /// <summary>What the call returns, for the paths of <see cref="Returned"/>.</summary>
    public List<Alternative> Returns { get; } = [];

    /// <summary>The paths on which the call has returned.</summary>
    public Guard Returned { get; set; } = Guard.Never;

    /// <summary>What <c>yield return</c> has yielded; null until the first.</summary>
    public SequenceValue? Yielded { get; set; }

    /// <summary>What the type parameters of the method and its type stand for.</summary>
    public Dictionary<ITypeParameterSymbol, ITypeSymbol>? TypeArguments { get; set; }

    public IReadOnlyDictionary<ISymbol, Slot> Variables => variables;

    public void Declare(ISymbol variable, Guard guard, Value value) => variables[variable] = new Slot(guard, value);

    public Slot? Find(ISymbol variable)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.variables.TryGetValue(variable, out var slot))
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
