using EcsExecRole.Analyzers.Cdk;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>What ECS needs of a task definition's execution role: section 2 of <c>ecs-needs.md</c>, and nothing of its section 4.</summary>
/// <param name="Needs">The needs, in the order of the containers.</param>
/// <param name="Doubts">Where the program does not tell whether there is one.</param>
internal sealed record TaskNeeds(ImmutableArray<Need> Needs, ImmutableArray<Doubt> Doubts)
{
    public static TaskNeeds Of(TaskDefinitionNode definition, CdkGraph graph, Settings settings)
    {
        var sink = new NeedSink(definition, graph, settings);
        foreach (var container in definition.Containers)
        {
            sink.Enter(container);
            ImageNeeds.Add(sink, container);
            SecretNeeds.AddCredentials(sink, container.Credentials);
            SecretNeeds.Add(sink, container.Secrets);
            LogNeeds.Add(sink, container);
            FileNeeds.AddEnvironmentFiles(sink, container.EnvironmentFiles);
            FileNeeds.AddFirelensFiles(sink, container.FirelensFiles);
            FileNeeds.AddCredentialSpecs(sink, container.CredentialSpecs);
        }

        sink.Enter(null);
        FsxNeeds.Add(sink, definition.VolumeCredentials);
        return sink.ToTaskNeeds();
    }
}
