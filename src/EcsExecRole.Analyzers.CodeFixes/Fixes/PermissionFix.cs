using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>EER1002 to EER1010: grants the role what it lacks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PermissionFix)), Shared]
public sealed class PermissionFix() : ExecutionRoleFix(
    Descriptors.LogsId,
    Descriptors.SecretId,
    Descriptors.ParameterId,
    Descriptors.RegistryCredentialsId,
    Descriptors.KeyId,
    Descriptors.EnvironmentFileId,
    Descriptors.FirelensFileId,
    Descriptors.CredentialSpecId,
    Descriptors.FsxVolumeId)
{
    private protected override IEnumerable<FixPlan> Plans(Problem problem) => GrantPlanner.Plans(problem);
}
