using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER1008: the role can't read the FireLens router's configuration in S3.</summary>
internal sealed class EER1008FirelensFile() : PermissionRule(Descriptors.FirelensFile, NeedKind.FirelensFile);
