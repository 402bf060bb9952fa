using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER1003: the role can't read a Secrets Manager secret of a container or its log driver.</summary>
internal sealed class EER1003Secret() : PermissionRule(Descriptors.Secret, NeedKind.Secret);
