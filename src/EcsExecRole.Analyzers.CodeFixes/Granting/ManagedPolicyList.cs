using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Puts AmazonECSTaskExecutionRolePolicy into the <c>ManagedPolicies</c> that a role is created with.</summary>
internal static class ManagedPolicyList
{
    public const string Title = "Attach AmazonECSTaskExecutionRolePolicy";

    public static string Policy { get; } = $"{CdkNames.ManagedPolicy}.FromAwsManagedPolicyName(\"{CdkNames.ExecutionRolePolicy}\")";

    /// <summary>Null where the role's creation has no such list: another call then adds the policy.</summary>
    public static FixPlan? Plan(Problem problem)
    {
        if (problem.Role is not { Node: BaseObjectCreationExpressionSyntax creation } role || !role.Model.GetTypeInfo(creation).Type.Is(CdkNames.Role)
            || Initializers.ValueOf(creation, "ManagedPolicies") is not { } list || ListEdits.Append(role, list, Policy) is not { } edits)
        {
            return null;
        }

        return new(problem.Rule + "_ManagedPolicy", Title, edits);
    }
}
