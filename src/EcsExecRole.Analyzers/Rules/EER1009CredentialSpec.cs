using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER1009: the role can't read a gMSA credential spec.</summary>
internal sealed class EER1009CredentialSpec() : PermissionRule(Descriptors.CredentialSpec, NeedKind.CredentialSpec);
