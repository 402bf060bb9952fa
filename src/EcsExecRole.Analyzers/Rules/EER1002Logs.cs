using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER1002: the role can't write the container's <c>awslogs</c> log, or create its group where it is told to.</summary>
internal sealed class EER1002Logs() : PermissionRule(Descriptors.Logs, NeedKind.Logs);
