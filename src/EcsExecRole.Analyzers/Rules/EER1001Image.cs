using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER1001: the role can't pull the container's image from a private ECR repository.</summary>
internal sealed class EER1001Image() : PermissionRule(Descriptors.Image, NeedKind.Image);
