using System.Collections.Immutable;

namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>What makes a task definition need something of its execution role. Those that CDK grants itself are among them, for the false alarms.</summary>
public enum Trigger
{
    PublicImage,
    RegistryUri,
    RegistryUriOfStack,
    OwnRepositoryUri,
    OwnRepository,
    AwsLogs,
    GenericLogs,
    GenericLogsCreatingGroup,
    OwnSecret,
    SecretWithImportedKey,
    SecretByName,
    ParameterByName,
    EnvironmentFile,
    RegistryCredentials,
    FireLens,
}

/// <summary>The kinds of task definitions; <see cref="Cfn"/> is the level-1 one, for which CDK grants nothing.</summary>
public enum TaskKind
{
    Fargate,
    Ec2,
    External,
    Cfn,
}

/// <summary>Where the execution role comes from.</summary>
public enum RoleOrigin
{
    /// <summary>Nobody gives one; CDK makes it when it needs it, and grants ask for it by <c>ObtainExecutionRole()</c>.</summary>
    MadeByCdk,
    New,
    NewWithManagedPolicy,
    NewWithInlinePolicy,
    TrustsOtherService,
    TrustsSeveralServices,
    Frozen,
    Imported,
}

/// <summary>In what part of the program the task definition is made.</summary>
public enum Placement
{
    Constructor,
    Method,
    Construct,
    Loop,
    LocalFunction,
    BaseClass,
}

/// <summary>What a grant says, right or nearly right.</summary>
public enum GrantForm
{
    Method,
    Statements,
    StatementsOnAnything,
    ServiceWildcard,
    FirstStatementOnly,
    OtherResource,
    OtherCase,
    Deny,
    ExecutionPolicy,
    ReadOnlyPolicy,
    PolicyWithoutPath,
}

/// <summary>How a policy statement reaches the role.</summary>
public enum Vehicle
{
    AddToRole,
    PrivateMethod,
    LocalFunction,
    ExtensionMethod,
    Lambda,
    ForeachOverArray,
    ListForEach,
    PolicyConstruct,
    ManagedPolicyConstruct,
    AttachInlinePolicy,
    FilledAfterwards,
    TryFinally,
}

/// <summary>The condition under which a need or a grant is there.</summary>
public enum Flag
{
    Always,
    A,
    NotA,
    B,
}

/// <summary>One need, the way its value travels, and when it is there.</summary>
public sealed record TriggerSpec(Trigger Trigger, Shape Shape, Flag Flag);

/// <summary>One task definition with one container.</summary>
public sealed record TaskSpec(TaskKind Kind, Placement Placement, ImmutableArray<TriggerSpec> Triggers);

/// <summary>One grant, made for the resource of one trigger of one task definition.</summary>
/// <param name="ToTaskRole">Whether it is, wrongly, given to the task role.</param>
public sealed record GrantSpec(GrantForm Form, int Task, int Trigger, Shape Shape, Vehicle Vehicle, Flag Flag, bool ToTaskRole);

/// <summary>A whole program: what is random about it, nothing else. Its text is a function of this.</summary>
/// <param name="Agnostic">Whether the stack has no account and region.</param>
/// <param name="GrantsFirst">Whether grants stand before the task definitions, where the role is there already.</param>
public sealed record ProgramSpec(
    RoleOrigin Origin,
    Shape RoleShape,
    bool Agnostic,
    bool GrantsFirst,
    ImmutableArray<TaskSpec> Tasks,
    ImmutableArray<GrantSpec> Grants)
{
    /// <summary>The flags that the program reads.</summary>
    public IEnumerable<Flag> Flags => Tasks.SelectMany(task => task.Triggers).Select(trigger => trigger.Flag).Concat(Grants.Select(grant => grant.Flag))
        .Where(flag => flag != Flag.Always).Select(flag => flag == Flag.NotA ? Flag.A : flag).Distinct().Order();
}
