using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Loops: unrolled where it is known how often they run, else run once for any round.</content>
internal sealed partial class Evaluator
{
    private void ForEach(IForEachLoopOperation loop)
    {
        var collection = Evaluate(loop.Collection);
        foreach (var alternative in Enumerated(collection, loop).Alternatives)
        {
            var outer = Guard;
            Guard = outer & alternative.Guard;
            if (Guard.IsFeasible)
            {
                ForEach(loop, alternative.Value);
            }

            Guard |= outer.Except(alternative.Guard);
        }

        Land(loop.ExitLabel);
    }

    private void ForEach(IForEachLoopOperation loop, Value collection)
    {
        if (collection is DeferredValue deferred)
        {
            // An iterator and the loop over it take turns.
            var home = frame;
            var rest = deferred.Enumerate((element, isMany) =>
            {
                var iterator = frame;
                frame = home;
                Round(loop, element, isMany);
                frame = iterator;
            });
            if (rest is null)
            {
                return;
            }

            collection = rest;
        }

        // An extension method may enumerate a number: only code that does not compile has no type for the variable.
        if ((collection is ConstantValue { IsNull: false, Content: not string } or GuardValue or FunctionValue) && (IsBroken || loop.Locals.Any(l => l.Type.TypeKind == TypeKind.Error)))
        {
            // It has a collection, or yields one.
            IsBroken = true;
            collection = Unknown(loop.Collection, DoesNotCompile);
        }

        var elements = Elements(loop, collection, out var mayHaveMore, out var symbolic);
        foreach (var element in elements)
        {
            var outer = Guard;
            Guard = outer & element.Guard;
            if (!Guard.IsFeasible)
            {
                Guard = outer;
                continue;
            }

            Round(loop, element.Value, element.IsMany);
            Guard |= outer.Except(element.Guard);
        }

        mayHaveMore &= Guard;
        if (mayHaveMore.IsFeasible)
        {
            var outer = Guard;
            var some = mayHaveMore & ThereIs(symbolic);
            Guard = some;
            Round(loop, symbolic, isMany: true);
            Guard |= outer.Except(some);
        }
    }

    /// <summary>The paths on which a collection of which nothing is known has an element: a question about the collection, as is how many it has.</summary>
    /// <param name="symbolic">Any one of its elements, whose key is the collection's and <c>[*]</c>.</param>
    internal Guard ThereIs(Value symbolic)
    {
        const string Any = "[*]";
        var key = KeyOf(symbolic);
        var collection = key.EndsWith(Any, StringComparison.Ordinal) ? key.Substring(0, key.Length - Any.Length) : key;
        return Guards.Opaque(key, [collection], "there is " + DisplayOf(symbolic));
    }

    /// <summary>Runs the body for one element, or once for any number of them.</summary>
    private void Round(IForEachLoopOperation loop, Value element, bool isMany)
    {
        if (isMany)
        {
            Forget(loop.Body);
        }

        InRound(isMany, () => RunRound(loop, element));
    }

    private void RunRound(IForEachLoopOperation loop, Value element)
    {
        switch (loop.LoopControlVariable)
        {
            case IVariableDeclaratorOperation declarator:
                frame.Declare(declarator.Symbol, Guard, element);
                break;
            case { } target:
                Assign(target is IDeclarationExpressionOperation declaration ? declaration.Expression : target, element, null);
                break;
        }

        Execute(loop.Body);
        Land(loop.ContinueLabel);
    }

    /// <summary>What <c>foreach</c> goes through: for a type of the program's own, what its <c>GetEnumerator</c> yields.</summary>
    private Value Enumerated(Value collection, IForEachLoopOperation loop) => Map(collection, one =>
        one is ObjectValue instance && EnumeratorOf(instance) is { } method ? Invoke(method, one, Arguments.None, loop, isVirtual: true) : one);

    private void InRound(bool isMany, Action run)
    {
        var home = frame;
        home.BeginRound(isMany);
        if (isMany)
        {
            openSince.Push(Age.Now);
        }

        run();
        if (isMany)
        {
            openSince.Pop();
        }

        home.EndRound(isMany);
    }

    /// <summary>The elements in order; and the element that stands for those that are not known.</summary>
    private IReadOnlyList<Element> Elements(IForEachLoopOperation loop, Value collection, out Guard mayHaveMore, out Value symbolic)
    {
        var type = (loop.LoopControlVariable as IVariableDeclaratorOperation)?.Symbol.Type;
        symbolic = new UnknownValue((collection is UnknownValue ? "" : Condition.Determined) + KeyOf(collection) + "[*]", "an element of " + DisplayOf(collection), type, "the elements are not known");
        switch (Source.Unwrap(collection))
        {
            case SequenceValue sequence:
                mayHaveMore = sequence.MayHaveMore;
                return [.. sequence.Elements];
            case DictionaryValue dictionary:
                mayHaveMore = dictionary.MayHaveMore;
                return [.. dictionary.Entries.Select(e => new Element(e.Guard, Pair(e.Key, e.Value, loop, type)) { IsMany = e.IsMany })];
            case ConstantValue { Content: string text }:
                mayHaveMore = Guard.Never;
                return [.. text.Select(c => new Element(Guard.Always, ConstantValue.Of(c)))];
            case { IsNull: true }:
                NullDereference();
                mayHaveMore = Guard.Never;
                return [];
            default:
                mayHaveMore = Guard.Always;
                return [];
        }
    }

    /// <summary>A key with its value, as enumerating a dictionary yields them.</summary>
    internal Value Pair(Value key, Value value, IOperation operation, ITypeSymbol? type)
    {
        var pairType = type ?? Program.TypeNamed("System.Collections.Generic.KeyValuePair`2");
        if (pairType is null)
        {
            return Unknown(operation, "it is an entry of a dictionary");
        }

        var pair = new ObjectValue(NumberedKey("pair"), pairType, operation, Guard);
        pair.Write("Key", Guard, key, ConstantValue.Null);
        pair.Write("Value", Guard, value, ConstantValue.Null);
        return pair;
    }

    /// <summary>A <c>for</c>, <c>while</c> or <c>do</c> loop.</summary>
    private void Loop(ILoopOperation loop, IOperation? condition, Action? bottom, bool testFirst, bool until = false)
    {
        var skipTest = !testFirst;

        // The rounds that some paths have left and others not, by a `break` that unknowns decide.
        var leaves = 0;
        for (var round = 0; Guard.IsFeasible; round++)
        {
            if (round >= Budget.Iterations)
            {
                throw new BudgetException(nameof(Budget.Iterations));
            }

            var goesOn = skipTest || condition is null ? Guard.Always : Within(until, Test(condition));
            skipTest = false;
            if (!(Guard & goesOn).IsFeasible)
            {
                break;
            }

            var outer = Guard;
            if (goesOn.IsAlways && leaves < Budget.UndecidedRounds)
            {
                InRound(isMany: false, () => RunRound(loop, bottom));
                leaves += ReferenceEquals(Guard, outer) ? 0 : 1;
                continue;
            }

            // Whether there is another round is not known: one round stands for all the others.
            Guard = outer & goesOn;
            Forget([loop.Body, condition, .. (loop as IForLoopOperation)?.AtLoopBottom ?? []]);
            InRound(isMany: true, () => RunRound(loop, bottom));
            Guard |= outer.Except(goesOn);
            break;
        }

        Land(loop.ExitLabel);
    }

    private void RunRound(ILoopOperation loop, Action? bottom)
    {
        Execute(loop.Body);
        Land(loop.ContinueLabel);
        if (Guard.IsFeasible)
        {
            bottom?.Invoke();
        }
    }

    /// <summary>Makes unknown what earlier rounds, which are not run, may have left in the variables that a loop assigns.</summary>
    private void Forget(params IOperation?[] parts)
    {
        foreach (var part in parts)
        {
            foreach (var operation in part?.DescendantsAndSelf() ?? [])
            {
                var target = operation switch
                {
                    IAssignmentOperation { Target: var assigned } => assigned,
                    IIncrementOrDecrementOperation { Target: var assigned } => assigned,
                    IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var assigned } => assigned,
                    _ => null,
                };
                ISymbol? variable = target switch
                {
                    ILocalReferenceOperation local => local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    _ => null,
                };
                if (variable is not null && IsReference(variable) && frame.TryFindAlias(variable, out var alias))
                {
                    In(alias.Frame, () =>
                    {
                        Assign(alias.Target, Unknown(target!, "a loop assigns it"), null);
                        return ConstantValue.Null;
                    });
                }
                else if (variable is not null && frame.Find(variable) is { } slot)
                {
                    slot.Write(Guard, Unknown(target!, "a loop assigns it"));
                }
            }
        }
    }
}
