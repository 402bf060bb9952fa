using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Queues and stacks; a stack's elements stand in the order in which they are taken.</summary>
internal static class QueuesAndStacks
{
    private static readonly string[] Queues = ["System.Collections.Generic.Queue", "System.Collections.Concurrent.ConcurrentQueue"];
    private static readonly string[] Stacks = ["System.Collections.Generic.Stack", "System.Collections.Concurrent.ConcurrentStack"];

    public static void Register(KnownTable table) => table
        .Methods(Queues, "Enqueue", call => Lists.Change(call, s => s.Add(call.Added(s, call[0]))))
        .Methods(Stacks, "Push", call => Lists.Change(call, s => s.Insert(0, call.Added(s, call[0]))))
        .Methods(Queues, "Clear", call => Lists.Change(call, s => s.Clear(call.Guard)))
        .Methods(Stacks, "Clear", call => Lists.Change(call, s => s.Clear(call.Guard)))
        .Methods(["System.Collections.Generic.Queue", "System.Collections.Generic.Stack"], "Contains", Contains)
        .Methods(["System.Collections.Generic.Queue"], "Dequeue", call => Take(call, remove: true))
        .Methods(["System.Collections.Generic.Stack"], "Pop", call => Take(call, remove: true))
        .Methods(["System.Collections.Generic.Queue", "System.Collections.Generic.Stack"], "Peek", call => Take(call, remove: false))
        .Methods(Queues, "TryDequeue", call => TryTake(call, remove: true))
        .Methods(Stacks, "TryPop", call => TryTake(call, remove: true))
        .Methods(Queues, "TryPeek", call => TryTake(call, remove: false))
        .Methods(Stacks, "TryPeek", call => TryTake(call, remove: false));

    private static Value? Contains(KnownCall call) =>
        call.Sequence() is null ? null : GuardValue.Of(Questions.Contains(call, call.Source(), call[0], ValueIdentity.Exact));

    private static Value? Take(KnownCall call, bool remove)
    {
        if (call.Sequence() is not { } sequence)
        {
            return null;
        }

        var first = Picks.First(call, call.Source(), null, null);
        if (remove)
        {
            RemoveFirst(call, sequence);
        }

        return first;
    }

    private static Value? TryTake(KnownCall call, bool remove)
    {
        if (call.Sequence() is not { } sequence)
        {
            return null;
        }

        var any = Questions.Any(call, call.Source());
        call.Evaluator.AssignOut(call.Arguments.Items[0], Picks.First(call, call.Source(), null, Evaluator.DefaultOf(call.Arguments.Items[0].Parameter.Type)));
        if (remove)
        {
            RemoveFirst(call, sequence);
        }

        return GuardValue.Of(any);
    }

    private static void RemoveFirst(KnownCall call, SequenceValue sequence)
    {
        var remaining = call.Guard;
        for (var i = 0; i < sequence.Elements.Count && remaining.IsFeasible; i++)
        {
            var element = sequence.Elements[i];
            if (element.IsMany || !(remaining & element.Guard).IsFeasible)
            {
                continue;
            }

            var on = remaining & element.Guard;
            remaining = remaining.Except(on);
            if (sequence.Remove(i, on))
            {
                i--;
            }
        }
    }
}
