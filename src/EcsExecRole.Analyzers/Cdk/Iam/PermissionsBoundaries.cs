using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// Permissions boundaries of roles: the role's own property, the aspects of <c>IAM.PermissionsBoundary.Of(scope)</c>, and those that stacks and stages are given
/// (<c>Amazon.CDK.PermissionsBoundary</c>). Aspects override the property, the scope nearest to the role last.
/// </summary>
internal static class PermissionsBoundaries
{
    private const string Aspect = "AWS.IAM.PermissionsBoundary";
    private const string Core = "PermissionsBoundary";

    public static void Register(Registry r) => r
        .Method(Aspect, "Of", c => c.NewResult(new TreeNode(c["scope"])))
        .Method(Aspect, "Apply", c => Apply(c, Call.Node<TreeNode>(c.Receiver)?.Construct, c.Arguments[0]))
        .Method(Aspect, "Clear", c => Apply(c, Call.Node<TreeNode>(c.Receiver)?.Construct, ConstantValue.Null))
        .Method(Core, "FromArn", c => c.NewResult(new ScopeBoundary(c["arn"])))
        .Method(Core, "FromName", c => c.Map(c["name"], (name, on) => on.NewResult(new ScopeBoundary(TextValue.Of(
            Template.Concat("arn:", StackNode.Partition, ":iam::", StackNode.AgnosticAccount, ":policy/", Text.Of(name) ?? Template.Empty))))));

    /// <summary>The role's own property, an L1 property, or an override of it: a managed policy or its ARN.</summary>
    public static void Set(Call call, RoleNode role, Value policy, IOperation? origin) => Set(call, role, policy, 0, origin);

    /// <summary>What the <c>PermissionsBoundary</c> of a stack's, stage's or app's properties says: an aspect on it.</summary>
    public static void OfScope(Call call)
    {
        foreach (var (value, guard) in call.Each(call.Prop("PermissionsBoundary")))
        {
            if (!value.IsNull)
            {
                var policy = Call.Node<ScopeBoundary>(value)?.Arn ?? new UnknownValue(Evaluator.KeyOf(value), Evaluator.DisplayOf(value), null, "the permissions boundary is not known");
                Apply(call.On(guard), call.Instance, policy);
            }
        }
    }

    /// <summary>At synth the aspect overrides the boundary of every role below the scope.</summary>
    private static Value Apply(Call call, Value? scope, Value policy)
    {
        if (scope is not null)
        {
            var depth = 1 + call.Model.Scopes.Ancestry(scope).Count();
            call.Graph.AtSynth.Add(() =>
            {
                var roles = call.Model.Scopes.Below(scope).Select(c => c.Construct.Payload).OfType<RoleNode>().Concat(call.Model.Scopes.RolesOfCdkBelow(call.Graph, scope));
                foreach (var role in roles.Select(r => r is { IsFrozen: true, Wraps: { } made } ? made : r).Where(r => r.Kind == RoleKind.Created).Distinct().ToList())
                {
                    Set(call, role, policy, depth, call.Site.Operation);
                }
            });
        }

        return ConstantValue.Null;
    }

    private static void Set(Call call, RoleNode role, Value policy, int depth, IOperation? origin)
    {
        foreach (var (value, guard) in call.Each(policy))
        {
            var on = guard;
            for (var i = 0; i < role.Boundaries.Count; i++)
            {
                var other = role.Boundaries[i];
                if (other.Depth > depth)
                {
                    on = on.Except(other.Guard);
                }
                else
                {
                    role.Boundaries[i] = other with { Guard = other.Guard.Except(guard) };
                }
            }

            role.Boundaries.Add(new(on, ManagedPolicyHandlers.Of(call.On(guard), value), depth, origin));
        }
    }

    /// <summary>A boundary for a whole stack or stage: the ARN of a managed policy.</summary>
    private sealed record ScopeBoundary(Value Arn);
}
