using EcsExecRole.Analyzers.Needs;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>EER1010: the role can't mount an FSx for Windows File Server volume.</summary>
internal sealed class EER1010FsxVolume() : PermissionRule(Descriptors.FsxVolume, NeedKind.FsxVolume);
