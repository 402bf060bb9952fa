using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER1007: the role can't read an environment file in S3.</summary>
internal sealed class EER1007EnvironmentFile() : PermissionRule(Descriptors.EnvironmentFile, NeedKind.EnvironmentFile);
