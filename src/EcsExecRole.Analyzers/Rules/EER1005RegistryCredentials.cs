using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER1005: the role can't read the private registry's credentials.</summary>
internal sealed class EER1005RegistryCredentials() : PermissionRule(Descriptors.RegistryCredentials, NeedKind.RegistryCredentials);
