using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Where the tasks run, as far as the program tells. ECS asks different things of the role for each.</summary>
[Flags]
internal enum LaunchTypes
{
    None = 0,
    Fargate = 1,
    Ec2 = 2,
    External = 4,
    ManagedInstances = 8,
}

/// <summary>What kind of resource carries the containers.</summary>
internal enum TaskDefinitionKind
{
    /// <summary>An L2 task definition: CDK makes the execution role when something first obtains it.</summary>
    L2,

    /// <summary><c>CfnTaskDefinition</c>: nothing is granted.</summary>
    L1,

    /// <summary><c>CfnExpressGatewayService</c>.</summary>
    ExpressGateway,

    /// <summary><c>CfnDaemonTaskDefinition</c>.</summary>
    Daemon,

    /// <summary>A Batch job definition.</summary>
    Batch,
}

/// <summary>A task definition, as CDK would render it.</summary>
internal sealed class TaskDefinitionNode(string key, IOperation? origin, Guard birth, TaskDefinitionKind kind) : Node(key, origin, birth)
{
    public TaskDefinitionKind Kind { get; } = kind;

    /// <summary>The stack; where it is not known, the one that stands for the unknown scope.</summary>
    public StackNode StackOrUnknown(Call call) => Stack ??= Scopes.StackOf(call, new UnknownValue(Key + ".Stack", "the stack of " + Name, null, "its scope is not known"));

    /// <summary>Empty where it is not known.</summary>
    public LaunchTypes LaunchTypes { get; set; }

    /// <summary>Whether the containers are Windows ones; null where it is not known.</summary>
    public bool? IsWindows { get; set; }

    /// <summary>Whether what would say so is still being typed.</summary>
    public bool IsPlatformUnwritten { get; set; }

    /// <summary>
    /// The role that the rendered template names: an object with a <see cref="RoleNode"/>, null (none), unknown, or a choice of these. For an L2 definition it
    /// becomes the role that CDK makes on the paths on which something obtains it.
    /// </summary>
    public Value ExecutionRole { get; set; } = ConstantValue.Null;

    /// <summary>For an L2 definition: the paths on which no role was given and none has been obtained; there <c>ExecutionRole</c> reads null.</summary>
    public Guard HasNoRoleYet { get; set; } = Guard.Never;

    /// <summary>The role that CDK makes where none is given: one, whatever the path on which it is first obtained; null until then.</summary>
    public ObjectValue? AutoRole { get; set; }

    /// <summary>The execution roles that it is run with instead of its own: roles like <see cref="ExecutionRole"/>, with the expressions that give them.</summary>
    public List<(Guard Guard, Value Role, IOperation? Origin)> RunWith { get; } = [];

    /// <summary>The program's object for an L2 definition.</summary>
    public Value Instance { get; set; } = ConstantValue.Null;

    /// <summary><c>DefaultContainer</c>: the first essential container, unless the program says another.</summary>
    public Value DefaultContainer { get; set; } = ConstantValue.Null;

    /// <summary>The task role, likewise.</summary>
    public Value TaskRole { get; set; } = ConstantValue.Null;

    public List<ContainerNode> Containers { get; } = [];

    /// <summary>The paths on which there may be containers that are not known.</summary>
    public Guard MayHaveMoreContainers { get; set; } = Guard.Never;

    /// <summary>Code that cannot be seen got hold of it, and may have added containers, obtained the role and granted to it.</summary>
    public List<UnknownGrant> Escapes { get; } = [];

    public void Escape(UnknownGrant escape)
    {
        Escapes.Add(escape);
        if (escape.Services is null)
        {
            MayHaveMoreContainers |= escape.Guard & Birth;
        }
    }

    /// <summary>What the program writes to the L1 resource (of an L2 definition: by an escape hatch); rendered at synth.</summary>
    public CfnPropertyBag Cfn { get; } = new();

    /// <summary>Credentials that volumes refer to (FSx for Windows File Server).</summary>
    public List<ReferenceEntry> VolumeCredentials { get; } = [];

    /// <summary>Where the program gives the role: the argument or property; null where it gives none.</summary>
    public IOperation? ExecutionRoleOperation { get; set; }
}

/// <summary>Something through which a program reaches a task definition: a container, a service, a pattern.</summary>
internal interface ITaskDefinitionHolder
{
    /// <summary>The task definition; may be a choice.</summary>
    Value TaskDefinition { get; }
}

/// <summary>A container of a task definition, as it would be rendered.</summary>
internal sealed class ContainerNode(string key, IOperation? origin, Guard birth) : Node(key, origin, birth)
{
    /// <summary>The proxy that ECS adds for Service Connect: configured at the service, no container that CDK renders.</summary>
    public bool IsServiceConnectProxy { get; set; }

    /// <summary>The image, by path.</summary>
    public List<ImageEntry> Images { get; } = [];

    public List<LogConfiguration> Logging { get; } = [];

    /// <summary><c>secrets</c>.</summary>
    public List<ReferenceEntry> Secrets { get; } = [];

    /// <summary><c>repositoryCredentials.credentialsParameter</c>.</summary>
    public List<ReferenceEntry> Credentials { get; } = [];

    /// <summary><c>environmentFiles</c>: S3 object ARNs.</summary>
    public List<ReferenceEntry> EnvironmentFiles { get; } = [];

    /// <summary><c>credentialSpecs</c>: <c>credentialspec:ARN</c> or <c>credentialspecdomainless:ARN</c>.</summary>
    public List<ReferenceEntry> CredentialSpecs { get; } = [];

    /// <summary>FireLens configuration files in S3: object ARNs.</summary>
    public List<ReferenceEntry> FirelensFiles { get; } = [];

    /// <summary>The paths on which it is a FireLens router.</summary>
    public Guard IsFirelensRouter { get; set; } = Guard.Never;

    /// <summary>The same container, gone on the paths of <paramref name="guard"/>.</summary>
    public ContainerNode Without(Guard guard)
    {
        if (!(Birth & guard).IsFeasible)
        {
            return this;
        }

        var rest = new ContainerNode(Key, Origin, Birth.Except(guard)) { Name = Name, Stack = Stack, IsServiceConnectProxy = IsServiceConnectProxy, IsFirelensRouter = IsFirelensRouter.Except(guard) };
        rest.Images.AddRange(Images);
        rest.Logging.AddRange(Logging);
        rest.Secrets.AddRange(Secrets);
        rest.Credentials.AddRange(Credentials);
        rest.EnvironmentFiles.AddRange(EnvironmentFiles);
        rest.CredentialSpecs.AddRange(CredentialSpecs);
        rest.FirelensFiles.AddRange(FirelensFiles);
        return rest;
    }
}

/// <summary>Something that a container refers to by ARN or name, on some paths.</summary>
/// <param name="Guard">The paths on which it does.</param>
/// <param name="Name">The environment variable or option; null where there is none.</param>
/// <param name="Value">The ARN or name (<c>valueFrom</c>): a text, unknown, or a choice.</param>
/// <param name="Resource">The construct it came from, where it is known.</param>
/// <param name="Origin">The expression that causes the need.</param>
internal sealed record ReferenceEntry(Guard Guard, string? Name, Value Value, ResourceNode? Resource, IOperation? Origin);

/// <summary>A container's image on some paths.</summary>
/// <param name="Guard">The paths on which it is this one.</param>
/// <param name="Uri">Its name as ECS gets it: a text, unknown, or a choice.</param>
/// <param name="Repository">The ECR repository it certainly comes from (an <c>EcrImage</c> or asset); null for a name given as a string.</param>
/// <param name="Origin">The expression that gives the image.</param>
internal sealed record ImageEntry(Guard Guard, Value Uri, RepositoryNode? Repository, IOperation? Origin);

/// <summary>A container's <c>logConfiguration</c> on some paths.</summary>
internal sealed class LogConfiguration(Guard guard, IOperation? origin)
{
    public Guard Guard { get; } = guard;

    /// <summary>The expression that gives the log driver.</summary>
    public IOperation? Origin { get; } = origin;

    /// <summary><c>awslogs</c>, <c>awsfirelens</c>, …</summary>
    public Value Driver { get; set; } = ConstantValue.Null;

    /// <summary><c>awslogs-group</c>: its name.</summary>
    public Value Group { get; set; } = ConstantValue.Null;

    /// <summary>The log group, where it is a construct.</summary>
    public LogGroupNode? LogGroup { get; set; }

    /// <summary><c>awslogs-region</c>.</summary>
    public Value Region { get; set; } = ConstantValue.Null;

    /// <summary><c>awslogs-create-group</c>.</summary>
    public Value CreateGroup { get; set; } = ConstantValue.Null;

    /// <summary>FireLens: the option <c>Name</c>, where CDK's own router sends the logs.</summary>
    public Value RouterOutput { get; set; } = ConstantValue.Null;

    /// <summary>FireLens: whether the options may say how long to keep the logs.</summary>
    public bool HasRetention { get; set; }

    public List<ReferenceEntry> SecretOptions { get; } = [];

    /// <summary>A copy for other paths.</summary>
    public LogConfiguration On(Guard guard, IOperation? origin)
    {
        var copy = new LogConfiguration(guard, origin)
        {
            Driver = Driver,
            Group = Group,
            LogGroup = LogGroup,
            Region = Region,
            CreateGroup = CreateGroup,
            RouterOutput = RouterOutput,
            HasRetention = HasRetention,
        };
        copy.SecretOptions.AddRange(SecretOptions);
        return copy;
    }
}
