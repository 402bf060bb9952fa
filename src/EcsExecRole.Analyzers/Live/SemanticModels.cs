using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Live;

/// <summary>
/// The models of a compilation's trees. The compiler hands its analyzers models in which it has bound each method already, and drops them with the last member of a
/// tree; these are kept until the program is evaluated, so that nothing is bound twice. Who asks while the compiler is still at work follows it: he gets a tree when the
/// compiler has gone on to others. Thread-safe.
/// </summary>
internal sealed class SemanticModels(Compilation compilation)
{
    /// <summary>How much text may be kept bound, in characters. Bound code takes many times the memory of its text; beyond this much, it is bound again.</summary>
    internal const int MaxCharacters = 8_000_000;

    /// <summary>How many trees the compiler is let go ahead: in the same tree both would bind the same methods.</summary>
    internal const int Distance = 4;

    /// <summary>How many trees may be bound before the compiler comes to them, where it would be long in coming: one may hold the entry point, another what all stacks use.</summary>
    internal const int Ahead = 2;

    /// <summary>How long, in milliseconds, a compiler that hands out nothing is waited for: it may have been given up without a word.</summary>
    private const int Patience = 10_000;

    private readonly ConcurrentDictionary<SyntaxTree, (SemanticModel Model, int Number)> models = new();
    private readonly Dictionary<SyntaxTree, int> places = [];
    private readonly object handed = new();
    private CancellationTokenRegistration registration;
    private volatile bool isFollowing;
    private int characters;
    private int count;
    private int countOfFirstHalf;
    private int ahead;

    /// <summary>Whether there are so many trees that to follow the compiler is more than to wait for it.</summary>
    public bool CanFollow { get; } = compilation.SyntaxTrees.Skip(2 * Distance).Any();

    /// <summary>Keeps a model that the compiler handed out.</summary>
    public void Keep(SemanticModel model)
    {
        if (models.ContainsKey(model.SyntaxTree))
        {
            return;
        }

        lock (handed)
        {
            if (characters < MaxCharacters && models.TryAdd(model.SyntaxTree, (model, count)))
            {
                characters += model.SyntaxTree.Length;
            }

            // One that there is no room for has been handed out as well.
            count++;
            countOfFirstHalf += places.TryGetValue(model.SyntaxTree, out var place) && place < places.Count / 2 ? 1 : 0;
            Monitor.PulseAll(handed);
        }
    }

    /// <summary>The model of a tree: the one that was kept, or else one that binds when it is asked.</summary>
    public SemanticModel Of(SyntaxTree tree)
    {
        if (isFollowing)
        {
            Await(tree);
        }

        return models.TryGetValue(tree, out var known) ? known.Model : models.GetOrAdd(tree, (compilation.GetSemanticModel(tree), -Distance)).Model;
    }

    /// <summary>From now on, until <see cref="StopFollowing"/> or the cancellation, who asks for a model waits for the compiler to hand it out.</summary>
    public void StartFollowing(CancellationToken cancellation)
    {
        lock (handed)
        {
            foreach (var tree in compilation.SyntaxTrees)
            {
                places.Add(tree, places.Count);
            }

            isFollowing = true;
        }

        registration = cancellation.Register(StopFollowing);
    }

    /// <summary>The compiler hands out no more.</summary>
    public void StopFollowing()
    {
        lock (handed)
        {
            isFollowing = false;
            Monitor.PulseAll(handed);
        }
    }

    /// <summary>Lets all of them go.</summary>
    public void Clear()
    {
        registration.Dispose();
        models.Clear();
    }

    private void Await(SyntaxTree tree)
    {
        lock (handed)
        {
            while (isFollowing && !MayHave(tree))
            {
                if (!Monitor.Wait(handed, Patience))
                {
                    isFollowing = false;
                }
            }
        }
    }

    /// <summary>Whether a tree may be had now; one that the compiler has not reached uses up what may be bound ahead of it.</summary>
    private bool MayHave(SyntaxTree tree)
    {
        if (models.TryGetValue(tree, out var known))
        {
            return count >= known.Number + Distance;
        }

        if (characters >= MaxCharacters)
        {
            return true;
        }

        if (ahead == Ahead || !IsFar(places[tree]))
        {
            return false;
        }

        ahead++;
        return true;
    }

    /// <summary>Whether the compiler will be long in coming to a tree: it works from both ends of the list towards the middle.</summary>
    private bool IsFar(int place)
    {
        var (fromStart, fromEnd) = (place - countOfFirstHalf, places.Count - 1 - place - (count - countOfFirstHalf));
        return Math.Min(fromStart, fromEnd) > Math.Max(2 * Distance, places.Count / 4);
    }
}
