using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>Role.CustomizeRoles(scope, options)</c>: CDK does not write to the roles below the scope, but reports what they would be granted. They are made beforehand by
/// someone else, under the names of <c>UsePrecreatedRoles</c>; with <c>PreventSynthesis = false</c> they are in the template as they were created, without any grant.
/// </summary>
internal static class CustomizedRoles
{
    public static void Register(Registry r) => r.Method("AWS.IAM.Role", "CustomizeRoles", Customize);

    /// <summary>The paths on which roles made in <paramref name="scope"/> are customized, and those of them on which they are synthesized nevertheless.</summary>
    public static (Guard Customized, Guard Synthesized) In(Call call, Value scope)
    {
        var (customized, synthesized) = (Guard.Never, Guard.Never);
        foreach (var (_, options, on) in Of(call, scope))
        {
            customized |= on.Guard;
            synthesized |= on.Guard & call.Evaluator.AreEqual(on.Get(options, "PreventSynthesis"), ConstantValue.False);
        }

        return (customized, synthesized);
    }

    /// <summary>The name of the role that stands beforehand for the one at <paramref name="id"/> in <paramref name="scope"/>; null where it is not known.</summary>
    public static Template? NameOf(Call call, Value scope, string? id)
    {
        if (id is null || PathOf(call, scope) is not { } path || Of(call, scope).ToList() is not [var (owner, options, on)] || !call.Guard.Implies(on.Guard))
        {
            return null;
        }

        var entries = on.Entries(on.Get(options, "UsePrecreatedRoles"), out _);
        var names = entries.Where(e => e.Key.Text?.Literal is { } key && Absolute(key) == Join(path, id)).ToList();
        return names is [var (_, name, guard)] && call.Guard.Implies(guard) ? name.Text : null;

        // Paths are given from the app's root or from the scope.
        string Absolute(string key) => PathOf(call, owner.Construct) is { Length: > 0 } prefix && !key.StartsWith(prefix, StringComparison.Ordinal) ? Join(prefix, key) : key;
    }

    /// <summary>The customizations in force in a scope: the nearest on each path.</summary>
    private static IEnumerable<(ConstructInfo Owner, Value Options, Call On)> Of(Call call, Value scope)
    {
        var left = call.Guard;
        foreach (var info in call.Model.Scopes.Ancestry(scope))
        {
            for (var i = (info.RoleCustomizations?.Count ?? 0) - 1; i >= 0; i--)
            {
                var (guard, options) = info.RoleCustomizations![i];
                if ((left & guard).IsFeasible)
                {
                    yield return (info, options, call.On(left & guard));
                    left = left.Except(guard);
                }
            }
        }
    }

    /// <summary>The construct path, which begins below the app; null where an ID on the way is not known.</summary>
    private static string? PathOf(Call call, Value construct)
    {
        var ids = call.Model.Scopes.Ancestry(construct).Select(info => info.Id.IsNull ? "" : info.Id.Text?.Literal).Reverse().ToList();
        return ids.Contains(null) ? null : string.Join("/", ids.Where(id => id!.Length > 0));
    }

    private static string Join(string path, string id) => path.Length == 0 ? id : path + "/" + id;

    private static Value Customize(Call call)
    {
        foreach (var (scope, guard) in call.Each(call["scope"]))
        {
            if (call.Model.Scopes.TryGet(scope, out var info))
            {
                (info.RoleCustomizations ??= []).Add((guard, call["options"]));
            }
        }

        return ConstantValue.Null;
    }
}
