using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER1004: the role can't read an SSM parameter, or the secret that it references.</summary>
internal sealed class EER1004Parameter() : PermissionRule(Descriptors.Parameter, NeedKind.Parameter);
