using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What one run of a program built: the nodes of its constructs, as <c>cdk synth</c> would see them at the end.</summary>
internal sealed class CdkGraph
{
    private readonly Dictionary<(Type, string), Node> unknowns = new();
    private readonly List<Node> nodes = [];
    private readonly Dictionary<Type, (object Found, int Seen)> byType = [];
    private readonly Dictionary<(Type, Template), ResourceNode> byArn = [];
    private readonly Dictionary<Template, RepositoryNode> repositoriesByUri = [];
    private readonly Dictionary<Template, RoleNode> rolesByArn = [];
    private int rolesIndexed;
    private PolicyIndex? policies;
    private bool isSealed;

    /// <summary>Every node, in the order in which the program made them.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    public IReadOnlyList<TaskDefinitionNode> TaskDefinitions => Of<TaskDefinitionNode>();

    public IReadOnlyList<RoleNode> Roles => Of<RoleNode>();

    /// <summary>Calls that do nothing or throw because <c>ExecutionRole</c> is still null (EER2008): the call, the task definition, the paths.</summary>
    public List<(IOperation Operation, TaskDefinitionNode TaskDefinition, Guard Guard)> GrantsOnNullRole { get; } = [];

    /// <summary>What the roles are attached to, made when it is first asked for, after the run.</summary>
    public PolicyIndex Policies => policies ??= new PolicyIndex(this);

    /// <summary>What is known of roles that the program only imports.</summary>
    public RolesElsewhere RolesElsewhere { get; set; } = RolesElsewhere.None;

    /// <summary>What to do when the program has run to its end: attach policies, render lazily obtained roles, add default routers. In order.</summary>
    public List<Action> AtSynth { get; } = [];

    /// <summary>The program has run to its end: nothing is added any more, and what is looked up is prepared for several threads.</summary>
    public void Seal()
    {
        _ = Policies;
        IndexArns();
        isSealed = true;
    }

    /// <summary>The nodes of a kind, in the order in which the program made them.</summary>
    public IReadOnlyList<T> Of<T>()
        where T : Node
    {
        if (!isSealed)
        {
            return Find<T>();
        }

        lock (byType)
        {
            return Find<T>();
        }
    }

    private List<T> Find<T>()
        where T : Node
    {
        var (found, seen) = byType.TryGetValue(typeof(T), out var known) ? ((List<T>)known.Found, known.Seen) : ([], 0);
        if (seen < nodes.Count)
        {
            for (; seen < nodes.Count; seen++)
            {
                if (nodes[seen] is T node)
                {
                    found.Add(node);
                }
            }

            byType[typeof(T)] = (found, seen);
        }

        return found;
    }

    public T Add<T>(T node)
        where T : Node
    {
        nodes.Add(node);
        return node;
    }

    /// <summary>The node that stands for an unknown value: one for each identity.</summary>
    public T OfUnknown<T>(UnknownValue value, Func<T> make)
        where T : Node
    {
        if (!unknowns.TryGetValue((typeof(T), value.Key), out var node))
        {
            unknowns.Add((typeof(T), value.Key), node = Add(make()));
        }

        return (T)node;
    }

    /// <summary>The resource whose ARN is <paramref name="arn"/>, for programs that pass a construct's ARN about instead of the construct.</summary>
    public T? FindByArn<T>(Template arn)
        where T : ResourceNode =>
        isSealed ? (byArn.TryGetValue((typeof(T), arn), out var node) ? (T)node : null) : Of<T>().FirstOrDefault(n => n.Arn.Equals(arn));

    /// <summary>The repository whose URI is <paramref name="uri"/>, after the run.</summary>
    public RepositoryNode? FindByUri(Template uri) => repositoriesByUri.TryGetValue(uri, out var node) ? node : null;

    /// <summary>The first role of the program's with an ARN; a role has its ARN as soon as it is made.</summary>
    public RoleNode? FindRole(Template arn)
    {
        for (var roles = Roles; rolesIndexed < roles.Count; rolesIndexed++)
        {
            if (roles[rolesIndexed].Arn is { } own && !rolesByArn.ContainsKey(own))
            {
                rolesByArn.Add(own, roles[rolesIndexed]);
            }
        }

        return rolesByArn.TryGetValue(arn, out var known) ? known : null;
    }

    private void IndexArns()
    {
        foreach (var repository in Of<RepositoryNode>())
        {
            if (!repositoriesByUri.ContainsKey(repository.Uri))
            {
                repositoriesByUri.Add(repository.Uri, repository);
            }
        }

        foreach (var resource in Of<ResourceNode>())
        {
            if (!byArn.ContainsKey((resource.GetType(), resource.Arn)))
            {
                byArn.Add((resource.GetType(), resource.Arn), resource);
            }
        }
    }
}
