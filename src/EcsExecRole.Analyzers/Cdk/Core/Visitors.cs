using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Whatever walks the construct tree: what it meets, and what is lost where it cannot be seen.</summary>
internal static class Visitors
{
    /// <summary>Every construct below <paramref name="scope"/>, as an object of the program's: those it made, the L1 resources below them, and CDK's own roles.</summary>
    public static IReadOnlyList<ObjectValue> Below(Call call, Value scope)
    {
        // What was made in a scope that is not known may hang there, too.
        foreach (var adrift in call.Model.Scopes.Adrift)
        {
            Forget(call, adrift, "the scope it was made in is not known");
        }

        var all = new List<ObjectValue>();
        foreach (var construct in call.Model.Scopes.Below(scope).Select(c => c.Construct)
            .Concat(call.Model.Scopes.RolesOfCdkBelow(call.Graph, scope).Select(r => DefaultChildren.OfRole(call, r)).OfType<ObjectValue>())
            .ToList())
        {
            all.Add(construct);
            if (DefaultChildren.Of(call, construct) is { } child)
            {
                all.Add(child);
            }
        }

        // Aspects that add aspects, or constructs for the others to visit, need not come to an end. To look for CDK's own roles is a walk through all there are.
        call.Evaluator.Charge(all.Count + (call.Graph.Roles.Count / 8));
        return all;
    }

    /// <summary>Code that cannot be seen may have changed what hangs below <paramref name="scope"/>.</summary>
    public static void Forget(Call call, Value scope, string reason) => Forget(call.Model, scope, call.Site, reason);

    /// <summary>The same for code that got hold of the tree itself.</summary>
    /// <param name="isLater">Whether that code runs at synth: also what is made until then is lost.</param>
    public static void Lose(CdkModel model, Value scope, bool isLater, CallSite site, string reason)
    {
        if (isLater)
        {
            model.Graph.AtSynth.Add(() => Forget(model, scope, site, reason));
        }
        else
        {
            Forget(model, scope, site, reason);
        }
    }

    private static void Forget(CdkModel model, Value scope, CallSite site, string reason)
    {
        var nodes = model.Scopes.Below(scope).Select(c => c.Construct.Payload).Concat(model.Scopes.RolesOfCdkBelow(model.Graph, scope));
        foreach (var node in nodes.Distinct().ToList())
        {
            switch (node)
            {
                case RoleNode role:
                    RolePolicies.AddUnknown(role, site.Guard, reason, site.Operation);
                    role.TrustUnknown |= site.Guard;
                    role.BoundaryUnknown |= site.Guard;
                    break;
                case TaskDefinitionNode definition:
                    definition.MayHaveMoreContainers |= site.Guard;
                    definition.ExecutionRole = ChoiceValue.Of(
                        site.Guard,
                        new UnknownValue(definition.Key + ".ExecutionRole", "the execution role", null, reason),
                        definition.ExecutionRole);
                    break;
            }
        }
    }
}
