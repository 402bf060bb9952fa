using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers;

/// <content>EER2xxx: the role itself, and statements that do not do what they seem to.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor NoRole = new(
        NoRoleId,
        "The task definition needs an execution role and has none",
        "Task definition '{0}' has no execution role{1}, but needs one for {2}; {3}",
        Role, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "CDK creates an execution role only when one of its own grants asks for it; L1 task definitions never get one.",
        helpLinkUri: Help(NoRoleId, RolePage));

    public static readonly DiagnosticDescriptor Trust = new(
        TrustId,
        "ECS can't assume the execution role",
        "ECS can't assume execution role '{0}'{1}: its trust policy does not let ecs-tasks.amazonaws.com call sts:AssumeRole{2}",
        Role, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "ECS assumes the task execution role as the service ecs-tasks.amazonaws.com.",
        helpLinkUri: Help(TrustId, RolePage));

    public static readonly DiagnosticDescriptor ImportedRole = new(
        ImportedRoleId,
        "CDK adds no permissions to this imported execution role",
        "CDK adds no permissions to imported execution role '{0}', and says nothing; for {1} it must already allow {2}",
        Role, DiagnosticSeverity.Info, isEnabledByDefault: true,
        description: "Grants to an immutable role are dropped silently. The property Policy holds what the role must already allow.",
        helpLinkUri: Help(ImportedRoleId, "https://docs.aws.amazon.com/cdk/v2/guide/permissions.html"));

    public static readonly DiagnosticDescriptor ManagedPolicy = new(
        ManagedPolicyId,
        "The managed policy does not exist as written, or is dropped",
        "Managed policy '{0}' gives execution role '{1}' nothing: {2}",
        Role, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "CDK does not check the names of managed policies, and can't attach them to imported roles.",
        helpLinkUri: Help(ManagedPolicyId, "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html"));

    public static readonly DiagnosticDescriptor TaskRoleGrant = new(
        TaskRoleGrantId,
        "The permission was granted to the task role",
        "This grants {0} to the task role '{1}', but ECS uses the execution role '{2}' for it, which lacks it",
        Role, DiagnosticSeverity.Info, isEnabledByDefault: true,
        description: "The task role is for the application in the container; what ECS does before it starts, it does with the execution role.",
        helpLinkUri: Help(TaskRoleGrantId, Ecs + "security-ecs-iam-role-overview.html"));

    public static readonly DiagnosticDescriptor PartialSecret = new(
        PartialSecretId,
        "The secret is imported without the suffix of its ARN",
        "Secret '{0}' is imported by {1}, so ECS gets an ARN without its six-character suffix{2}; import it by its complete ARN",
        Role, DiagnosticSeverity.Info, isEnabledByDefault: true,
        description: "Secrets Manager finds a secret by a partial ARN only sometimes, and never if the name itself ends with a hyphen and six characters.",
        helpLinkUri: Help(PartialSecretId, "https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html"));

    public static readonly DiagnosticDescriptor TokenCondition = new(
        TokenConditionId,
        "The condition on ecr:GetAuthorizationToken can never be met",
        "Fargate calls ecr:GetAuthorizationToken from outside the task's VPC, so that the condition on {0} is never met and role '{1}' gets no token; allow the action in a statement of its own",
        Role, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "aws:SourceVpc and aws:SourceVpce may restrict the other ECR actions, but not ecr:GetAuthorizationToken.",
        helpLinkUri: Help(TokenConditionId, RolePage));

    public static readonly DiagnosticDescriptor NullRole = new(
        NullRoleId,
        "ExecutionRole is still null here",
        "The ExecutionRole of task definition '{0}' is still null here{1}: this grant {2}; use ObtainExecutionRole()",
        Role, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "CDK creates the execution role when something first obtains it; until then the property is null.",
        helpLinkUri: Help(NullRoleId, "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs.TaskDefinition.html"));

    public static readonly DiagnosticDescriptor DeadStatement = new(
        DeadStatementId,
        "The statement never matches what ECS asks for",
        "This statement never allows {0}: {1}",
        Role, DiagnosticSeverity.Info, isEnabledByDefault: true,
        description: "The statement's resource has a form that the action's requests never have, and the permission is missing.",
        helpLinkUri: Help(DeadStatementId, "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"));

    public static readonly DiagnosticDescriptor NoManagedPolicy = new(
        NoManagedPolicyId,
        "The execution role does not have AmazonECSTaskExecutionRolePolicy",
        "Execution role '{0}' does not have the managed policy service-role/AmazonECSTaskExecutionRolePolicy, to which AWS may add what future features need",
        Role, DiagnosticSeverity.Hidden, isEnabledByDefault: true,
        description: "The manual recommends to attach the managed policy; a role with exact permissions is as good today.",
        helpLinkUri: Help(NoManagedPolicyId, RolePage));
}
