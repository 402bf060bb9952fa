using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers;

/// <summary>
/// Every rule's ID, title, message, severity and category, side by side. The pages are <c>docs/rules/ID.md</c>; a test holds the two together. The files by
/// thousand: permissions (1), the role (2), hygiene (3), audit (9).
/// </summary>
internal static partial class Descriptors
{
    // The IDs, for whoever names a rule without its descriptor.
    public const string ImageId = "EER1001";
    public const string LogsId = "EER1002";
    public const string SecretId = "EER1003";
    public const string ParameterId = "EER1004";
    public const string RegistryCredentialsId = "EER1005";
    public const string KeyId = "EER1006";
    public const string EnvironmentFileId = "EER1007";
    public const string FirelensFileId = "EER1008";
    public const string CredentialSpecId = "EER1009";
    public const string FsxVolumeId = "EER1010";
    public const string NoRoleId = "EER2001";
    public const string TrustId = "EER2002";
    public const string ImportedRoleId = "EER2003";
    public const string ManagedPolicyId = "EER2004";
    public const string TaskRoleGrantId = "EER2005";
    public const string PartialSecretId = "EER2006";
    public const string TokenConditionId = "EER2007";
    public const string NullRoleId = "EER2008";
    public const string DeadStatementId = "EER2009";
    public const string NoManagedPolicyId = "EER2010";
    public const string WildcardId = "EER3001";
    public const string AdministratorId = "EER3002";
    public const string ApplicationPermissionId = "EER3003";
    public const string SharedRoleId = "EER3004";
    public const string AuditId = "EER9001";
    public const string ReportId = "EER9002";
    public const string OptionId = "EER9003";

    private const string Permissions = "EcsExecRole.Permissions";
    private const string Role = "EcsExecRole.Role";
    private const string Hygiene = "EcsExecRole.Hygiene";
    private const string Audit = "EcsExecRole.Audit";

    /// <summary>Where <c>docs/rules/</c> is published, with the slash; empty until it is anywhere: help then leads to the page of AWS that the rule comes from.</summary>
    private const string Pages = "";

    private const string Ecs = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/";
    private const string RolePage = Ecs + "task_execution_IAM_role.html";

    private static string Help(string id, string aws) => Pages.Length == 0 ? aws : Pages + id + ".md";

    /// <summary>All rules, by ID. Not kept here: the fields of a class in several files have no certain order.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All =>
    [
        Image, Logs, Secret, Parameter, RegistryCredentials, Key, EnvironmentFile, FirelensFile, CredentialSpec, FsxVolume,
        NoRole, Trust, ImportedRole, ManagedPolicy, TaskRoleGrant, PartialSecret, TokenCondition, NullRole, DeadStatement, NoManagedPolicy,
        Wildcard, Administrator, ApplicationPermission, SharedRole,
        AuditUnknown, Report, OptionMistake,
    ];
}
