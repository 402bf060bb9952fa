using System.Collections.Immutable;

namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>Makes a failing program small: takes parts away and puts plain ones in place of others, as long as it still fails.</summary>
internal static class Shrinker
{
    /// <summary>The smallest program found that <paramref name="fails"/> still holds for, within so many tries.</summary>
    public static ProgramSpec Shrink(ProgramSpec program, Func<ProgramSpec, bool> fails, int tries = 150)
    {
        var again = true;
        while (again)
        {
            again = false;
            foreach (var smaller in Smaller(program))
            {
                if (tries-- <= 0)
                {
                    return program;
                }

                if (fails(smaller))
                {
                    program = smaller;
                    again = true;
                    break;
                }
            }
        }

        return program;
    }

    /// <summary>Programs one step smaller, the greatest steps first.</summary>
    public static IEnumerable<ProgramSpec> Smaller(ProgramSpec program)
    {
        for (var task = 0; program.Tasks.Length > 1 && task < program.Tasks.Length; task++)
        {
            yield return WithoutTask(program, task);
        }

        for (var grant = 0; grant < program.Grants.Length; grant++)
        {
            yield return program with { Grants = program.Grants.RemoveAt(grant) };
        }

        foreach (var smaller in program.Tasks.SelectMany((task, t) => task.Triggers.Select((_, k) => WithoutTrigger(program, t, k))))
        {
            yield return smaller;
        }

        if (program.Origin != RoleOrigin.New)
        {
            yield return program with { Origin = RoleOrigin.New };
        }

        if (program.RoleShape != Shape.Inline)
        {
            yield return program with { RoleShape = Shape.Inline };
        }

        if (program.Agnostic)
        {
            yield return program with { Agnostic = false };
        }

        if (program.GrantsFirst)
        {
            yield return program with { GrantsFirst = false };
        }

        foreach (var smaller in program.Tasks.SelectMany((task, t) => Plainer(task).Select(plain => program with { Tasks = program.Tasks.SetItem(t, plain) })))
        {
            yield return smaller;
        }

        foreach (var smaller in program.Grants.SelectMany((grant, g) => Plainer(grant).Select(plain => program with { Grants = program.Grants.SetItem(g, plain) })))
        {
            yield return smaller;
        }
    }

    private static IEnumerable<TaskSpec> Plainer(TaskSpec task)
    {
        if (task.Placement != Placement.Constructor)
        {
            yield return task with { Placement = Placement.Constructor };
        }

        if (task.Kind is TaskKind.Ec2 or TaskKind.External)
        {
            yield return task with { Kind = TaskKind.Fargate };
        }

        for (var at = 0; at < task.Triggers.Length; at++)
        {
            var trigger = task.Triggers[at];
            if (trigger.Shape != Shape.Inline)
            {
                yield return task with { Triggers = task.Triggers.SetItem(at, trigger with { Shape = Shape.Inline }) };
            }

            if (trigger.Flag != Flag.Always)
            {
                yield return task with { Triggers = task.Triggers.SetItem(at, trigger with { Flag = Flag.Always }) };
            }
        }
    }

    private static IEnumerable<GrantSpec> Plainer(GrantSpec grant)
    {
        if (grant.Shape != Shape.Inline)
        {
            yield return grant with { Shape = Shape.Inline };
        }

        if (grant.Vehicle != Vehicle.AddToRole)
        {
            yield return grant with { Vehicle = Vehicle.AddToRole };
        }

        if (grant.Flag != Flag.Always)
        {
            yield return grant with { Flag = Flag.Always };
        }

        if (grant.ToTaskRole)
        {
            yield return grant with { ToTaskRole = false };
        }
    }

    private static ProgramSpec WithoutTask(ProgramSpec program, int task) => program with
    {
        Tasks = program.Tasks.RemoveAt(task),
        Grants = [.. program.Grants.Where(grant => grant.Task != task).Select(grant => grant.Task > task ? grant with { Task = grant.Task - 1 } : grant)],
    };

    private static ProgramSpec WithoutTrigger(ProgramSpec program, int task, int trigger) => program with
    {
        Tasks = program.Tasks.SetItem(task, program.Tasks[task] with { Triggers = program.Tasks[task].Triggers.RemoveAt(trigger) }),
        Grants =
        [
            .. program.Grants.Where(grant => grant.Task != task || grant.Trigger != trigger)
                .Select(grant => grant.Task == task && grant.Trigger > trigger ? grant with { Trigger = grant.Trigger - 1 } : grant),
        ],
    };
}
