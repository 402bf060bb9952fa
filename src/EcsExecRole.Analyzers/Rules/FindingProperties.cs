namespace EcsExecRole.Analyzers.Rules;

/// <summary>The keys of a diagnostic's properties: the contract with fixes and with readers of SARIF files.</summary>
internal static class FindingProperties
{
    /// <summary>The missing IAM actions, comma-separated, in ordinal order.</summary>
    public const string Actions = nameof(Actions);

    /// <summary>The resource that they are missing on: an ARN with <c>${…}</c> for what is known at deployment only.</summary>
    public const string Resource = nameof(Resource);

    /// <summary>The role's construct ID, name or ARN.</summary>
    public const string Role = nameof(Role);

    /// <summary>The task definition's construct ID or variable; several are separated by commas.</summary>
    public const string TaskDefinition = nameof(TaskDefinition);

    /// <summary>The account and region of the task definition's stack, as CDK writes them: <c>aws://ACCOUNT/REGION</c>.</summary>
    public const string Environment = nameof(Environment);

    /// <summary>The container's name.</summary>
    public const string Container = nameof(Container);

    /// <summary>The missing permissions, or those needed, as an IAM policy document (JSON).</summary>
    public const string Policy = nameof(Policy);

    /// <summary>The <see cref="Cdk.RoleKind"/>; <c>AutoCreated</c> for one that CDK makes.</summary>
    public const string RoleKind = nameof(RoleKind);

    /// <summary>The kind of construct that the permission is missing on: <c>Secret</c>, <c>Repository</c>; absent where there is none.</summary>
    public const string ResourceKind = nameof(ResourceKind);

    /// <summary>The <see cref="Iam.MissReason"/> of the nearest miss, or <c>TaskRole</c> or <c>Dropped</c>.</summary>
    public const string NearMiss = nameof(NearMiss);

    /// <summary>Which of the additional locations is the role's creation; absent where the program has none.</summary>
    public const string RoleLocation = nameof(RoleLocation);

    /// <summary>Which of the additional locations is the task definition's creation.</summary>
    public const string TaskDefinitionLocation = nameof(TaskDefinitionLocation);

    /// <summary>Which of the additional locations is the creation or import of the resource.</summary>
    public const string ResourceLocation = nameof(ResourceLocation);

    /// <summary>Which of the additional locations is the call or creation that makes the container.</summary>
    public const string ContainerLocation = nameof(ContainerLocation);

    /// <summary>The needs that the diagnostic speaks of where there are several: see <see cref="NeedList"/>.</summary>
    public const string Needs = nameof(Needs);

    /// <summary>Which of the additional locations is the nearest miss.</summary>
    public const string NearMissLocation = nameof(NearMissLocation);

    /// <summary>Which of the additional locations is the expression that gives the task definition its role.</summary>
    public const string RoleArgumentLocation = nameof(RoleArgumentLocation);
}
