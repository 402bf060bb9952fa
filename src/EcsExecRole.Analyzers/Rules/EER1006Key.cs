using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER1006: the role can't decrypt with the customer-managed key of a secret, parameter or registry credential.</summary>
internal sealed class EER1006Key() : PermissionRule(Descriptors.Key, NeedKind.Key);
