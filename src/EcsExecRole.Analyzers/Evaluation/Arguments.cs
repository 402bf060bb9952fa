using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>One argument of a call.</summary>
/// <param name="Parameter">The parameter it is for.</param>
/// <param name="Value">Its value.</param>
/// <param name="Operation">The expression; null for an optional parameter that was left out.</param>
internal readonly record struct Argument(IParameterSymbol Parameter, Value Value, IOperation? Operation);

/// <summary>The arguments of a call, in the order of the parameters; <c>params</c> are one sequence.</summary>
internal sealed class Arguments(ImmutableArray<Argument> items)
{
    public static Arguments None { get; } = new([]);

    public ImmutableArray<Argument> Items { get; } = items;

    public int Count => Items.Length;

    /// <summary>The values, in order.</summary>
    public ImmutableArray<Value> Values
    {
        get
        {
            var values = ImmutableArray.CreateBuilder<Value>(Items.Length);
            foreach (var item in Items)
            {
                values.Add(item.Value);
            }

            return values.MoveToImmutable();
        }
    }

    /// <summary>The value for the parameter at <paramref name="index"/>; null (the constant) where there is none.</summary>
    public Value this[int index] => index < Items.Length ? Items[index].Value : ConstantValue.Null;

    /// <summary>The value for the parameter called <paramref name="name"/>, whatever its place; null (the constant) where there is none.</summary>
    public Value this[string name] => Find(name)?.Value ?? ConstantValue.Null;

    /// <summary>The expression given for the parameter at <paramref name="index"/>, if any.</summary>
    public IOperation? Operation(int index) => index < Items.Length ? Items[index].Operation : null;

    public Argument? Find(string name)
    {
        foreach (var item in Items)
        {
            if (item.Parameter.Name == name)
            {
                return item;
            }
        }

        return null;
    }
}
