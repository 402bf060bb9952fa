using System.Collections.Immutable;

namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>Draws programs from the grammar. The same seed and number give the same program on every machine (<see cref="Random"/> with a seed is stable).</summary>
public sealed class Sampler
{
    private static readonly Trigger[] Images = [Trigger.PublicImage, Trigger.RegistryUri, Trigger.RegistryUri, Trigger.RegistryUriOfStack, Trigger.OwnRepositoryUri, Trigger.OwnRepository, Trigger.RegistryCredentials];
    private static readonly Trigger[] Logs = [Trigger.AwsLogs, Trigger.GenericLogs, Trigger.GenericLogsCreatingGroup, Trigger.FireLens];
    private static readonly Trigger[] Others = [Trigger.OwnSecret, Trigger.SecretWithImportedKey, Trigger.SecretByName, Trigger.ParameterByName, Trigger.EnvironmentFile];

    // No level-1 form of these, or none that a template decides (a secret's name alone).
    private static readonly Trigger[] NotInCfn = [Trigger.AwsLogs, Trigger.FireLens, Trigger.OwnRepository, Trigger.SecretByName];

    private readonly Random _random;

    private Sampler(int seed, int number) => _random = new Random(unchecked(seed * 1_000_003 + number));

    /// <summary>Program <paramref name="number"/> of the series that <paramref name="seed"/> names.</summary>
    public static ProgramSpec Draw(int seed, int number) => new Sampler(seed, number).Program();

    private ProgramSpec Program()
    {
        var origin = One(
            RoleOrigin.MadeByCdk, RoleOrigin.MadeByCdk, RoleOrigin.New, RoleOrigin.New, RoleOrigin.New, RoleOrigin.New, RoleOrigin.NewWithManagedPolicy,
            RoleOrigin.NewWithInlinePolicy, RoleOrigin.TrustsOtherService, RoleOrigin.TrustsSeveralServices, RoleOrigin.Frozen, RoleOrigin.Imported);
        var tasks = Many(1, 2, () => Task());
        var grantable = tasks.SelectMany((task, t) => task.Triggers.Select((trigger, k) => (Task: t, Trigger: k, Value: trigger)))
            .Where(place => Resource.Of(place.Value.Trigger) is not null && (origin != RoleOrigin.MadeByCdk || tasks[place.Task].Kind != TaskKind.Cfn))
            .ToList();

        // Most needs get a grant, most of them a good one: about half of the programs shall be correct.
        var grants = grantable.Where(_ => Chance(75)).Select(place => Grant(origin, place.Task, place.Trigger, place.Value, tasks[place.Task]))
            .Concat(grantable.Count > 0 && Chance(20) ? [Grant(origin, grantable[0].Task, grantable[0].Trigger, grantable[0].Value, tasks[grantable[0].Task])] : []);
        return new ProgramSpec(origin, AnyShape(), Agnostic: Chance(25), GrantsFirst: Chance(40), tasks, [.. grants]);
    }

    private TaskSpec Task()
    {
        var kind = One(TaskKind.Fargate, TaskKind.Fargate, TaskKind.Fargate, TaskKind.Ec2, TaskKind.External, TaskKind.Cfn);
        IEnumerable<Trigger> drawn =
        [
            .. Chance(75) ? [One(Images)] : Array.Empty<Trigger>(),
            .. Chance(40) ? [One(Logs)] : Array.Empty<Trigger>(),
            .. Others.Where(_ => Chance(15)),
        ];
        return new TaskSpec(
            kind,
            One(Enum.GetValues<Placement>()),
            [.. drawn.Where(trigger => kind != TaskKind.Cfn || !NotInCfn.Contains(trigger)).Select(trigger => new TriggerSpec(trigger, AnyShape(), AnyFlag()))]);
    }

    private GrantSpec Grant(RoleOrigin origin, int task, int number, TriggerSpec trigger, TaskSpec of) => new(
        Shown(origin, Chance(70)
            ? One(GrantForm.Method, GrantForm.Method, GrantForm.Statements, GrantForm.Statements, GrantForm.StatementsOnAnything, GrantForm.ServiceWildcard, GrantForm.ExecutionPolicy)
            : One(Enum.GetValues<GrantForm>())),
        task,
        number,
        AnyShape(),
        One(Enum.GetValues<Vehicle>()),
        Chance(80) ? trigger.Flag : AnyFlag(),
        of.Kind != TaskKind.Cfn && Chance(6));

    // A frozen role drops a managed policy without a word: the template does not show what the analyzer says of it.
    private static GrantForm Shown(RoleOrigin origin, GrantForm form) =>
        origin == RoleOrigin.Frozen && form is (GrantForm.ExecutionPolicy or GrantForm.ReadOnlyPolicy or GrantForm.PolicyWithoutPath) ? GrantForm.Statements : form;

    private Flag AnyFlag() => Chance(80) ? Flag.Always : One(Flag.A, Flag.A, Flag.NotA, Flag.B);

    private Shape AnyShape() => Chance(25) ? Shape.Inline : One(Enum.GetValues<Shape>());

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T One<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    private ImmutableArray<T> Many<T>(int least, int most, Func<T> make) => [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make())];
}
