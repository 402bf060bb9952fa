using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>
/// FSx for Windows File Server volumes (R19 of <c>ecs-needs.md</c>), which exist on EC2 only: the agent asks for the file system's address and for the credentials,
/// always with the execution role.
/// </summary>
internal static class FsxNeeds
{
    public static void Add(NeedSink sink, IEnumerable<ReferenceEntry> credentials)
    {
        if (sink.Runs(LaunchTypes.Fargate))
        {
            return;
        }

        foreach (var entry in credentials)
        {
            sink.Add(new(NeedKind.FsxVolume, entry.Guard, $"'{entry.Name ?? "volume"}'", [NeedSink.Call(EcsActions.DescribeFileSystems, EcsActions.AnyResource)]) { Origin = entry.Origin });
            SecretNeeds.Add(sink, [entry], NeedKind.FsxVolume, NeedKind.FsxVolume);
        }
    }
}
