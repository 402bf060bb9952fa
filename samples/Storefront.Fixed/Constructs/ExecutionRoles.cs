using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Storefront.Constructs;

/// <summary>The kinds of execution role that our tasks use: what ECS itself works with, before the first line of our code runs.</summary>
internal static class ExecutionRoles
{
    /// <summary>A role without a policy of its own: CDK grants what the containers of an L2 task definition use.</summary>
    public static Role ForService(Construct scope, string id, string service) => new(scope, id, new RoleProps
    {
        Description = $"Lets ECS start the tasks of {service}",
        AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
    });

    /// <summary>The AWS managed role, for tasks that do nothing unusual.</summary>
    public static Role ForJob(Construct scope, string id, string job) => new(scope, id, new RoleProps
    {
        Description = $"Lets ECS start the job {job}",
        AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy")],
    });
}
