using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers;

/// <content>EER3xxx: more than the role needs. EER9xxx: what the analyzer could not tell, and what it found out.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor Wildcard = new(
        WildcardId,
        "Secrets, parameters or keys are granted on *",
        "Execution role '{0}' may use {1} on every resource, though its tasks need only {2}",
        Hygiene, DiagnosticSeverity.Info, isEnabledByDefault: true,
        description: "A role that can read every secret is worth stealing; the ARNs are known here.",
        helpLinkUri: Help(WildcardId, "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"));

    public static readonly DiagnosticDescriptor Administrator = new(
        AdministratorId,
        "The execution role has administrator-like access",
        "Execution role '{0}' may do nearly everything ({1}); ECS needs a few actions",
        Hygiene, DiagnosticSeverity.Info, isEnabledByDefault: true,
        description: "Whoever may run a task with this role has its permissions.",
        helpLinkUri: Help(AdministratorId, "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"));

    public static readonly DiagnosticDescriptor ApplicationPermission = new(
        ApplicationPermissionId,
        "The application's permissions belong on the task role",
        "Execution role '{0}' may use {1}, which ECS never does; the containers get their permissions from the task role",
        Hygiene, DiagnosticSeverity.Info, isEnabledByDefault: true,
        description: "Code in the containers runs with the task role; permissions of the execution role do not reach it.",
        helpLinkUri: Help(ApplicationPermissionId, Ecs + "task-iam-roles.html"));

    public static readonly DiagnosticDescriptor SharedRole = new(
        SharedRoleId,
        "One role is both task role and execution role",
        "Role '{0}' is both task role and execution role of task definition '{1}', so that the containers can do all that ECS can",
        Hygiene, DiagnosticSeverity.Info, isEnabledByDefault: true,
        description: "With one role for both, the application can read every secret that ECS reads for it.",
        helpLinkUri: Help(SharedRoleId, Ecs + "security-ecs-iam-role-overview.html"));

    public static readonly DiagnosticDescriptor AuditUnknown = new(
        AuditId,
        "It could not be told whether the execution role suffices",
        "Could not tell whether {0} allows {1}, because {2}",
        Audit, DiagnosticSeverity.Info, isEnabledByDefault: false,
        description: "The analyzer warns only where it is certain; this lists where it was not.",
        helpLinkUri: Help(AuditId, RolePage));

    public static readonly DiagnosticDescriptor Report = new(
        ReportId,
        "What the execution role needs",
        "The execution role of task definition '{0}' needs {1}",
        Audit, DiagnosticSeverity.Info, isEnabledByDefault: false,
        description: "The property Policy holds the policy document.",
        helpLinkUri: Help(ReportId, RolePage));

    public static readonly DiagnosticDescriptor OptionMistake = new(
        OptionId,
        "An option or a role file is not understood",
        "{0} is not understood and ignored; {1}",
        Audit, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        description: "A misspelt option in .editorconfig, or a broken *.execution-role.json, would otherwise go unnoticed. Reported once a build, at the line of the file; .editorconfig has no place that a diagnostic could name.",
        helpLinkUri: Help(OptionId, RolePage),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
