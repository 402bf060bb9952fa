using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam.Matching;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>Statements that the program writes to the policy of a resource: <c>AddToResourcePolicy</c>, <c>KeyProps.Policy</c>.</summary>
internal static class ResourcePolicies
{
    /// <summary>
    /// <c>AddToResourcePolicy(statement)</c>: an owned resource's policy gets the statement, which may still change until synth; an imported one's is not CDK's,
    /// and the call does nothing.
    /// </summary>
    public static Value Add(Call call, ResourceNode resource, Value statement)
    {
        foreach (var (value, guard) in call.Each(statement))
        {
            if (Call.Node<StatementNode>(value) is { } node)
            {
                Add(call.Graph, resource, new(guard, node, call.Site.Operation));
            }
            else if (resource.Kind == ResourceKind.Owned)
            {
                resource.ResourcePolicyUnknown |= guard;
            }
        }

        return call.UnknownResult("whether the statement was added is not followed");
    }

    /// <summary>The policy document that a construct is created with: a <c>PolicyDocument</c>, null, or anything else, of which nothing is known.</summary>
    public static void AddDocument(Call call, ResourceNode resource, Value document)
    {
        foreach (var (value, guard) in call.Each(document))
        {
            if (Call.Node<PolicyDocumentNode>(value) is { } node)
            {
                call.Graph.AtSynth.Add(() =>
                {
                    resource.ResourcePolicyUnknown |= node.MayHaveMore & guard;
                    foreach (var entry in node.Statements)
                    {
                        Apply(call.Graph, resource, entry with { Guard = entry.Guard & guard });
                    }
                });
            }
            else if (!value.IsNull)
            {
                resource.ResourcePolicyUnknown |= guard;
            }
        }
    }

    /// <summary>
    /// A policy that is a construct of its own and names its resource by text (<c>CfnBucketPolicy</c>): CloudFormation attaches it, be the resource owned or
    /// imported.
    /// </summary>
    public static Value Attach<T>(Call call, Value resource, Value document)
        where T : ResourceNode
    {
        call.Instance.IsOpaque = true;
        var text = resource.Text;
        foreach (var node in call.Graph.Of<T>().Where(n => text is not null && (text.Equals(n.Ref) || text.Equals(n.Arn))).ToList())
        {
            AddDocument(call, node, document);
        }

        return call.Instance;
    }

    /// <summary>A policy that is a construct of its own (<c>S3.BucketPolicy</c>), with a document that the program may add to.</summary>
    public static Value Open(Call call, Func<Call, Value, ResourceNode> find, Value resource)
    {
        call.Instance.IsOpaque = true;
        foreach (var (value, guard) in call.Each(resource))
        {
            find(call, value).ResourcePolicyUnknown |= guard;
        }

        return call.Instance;
    }

    /// <summary>Adds a statement with principals, which is read when the program has run to its end.</summary>
    public static void Add(CdkGraph graph, ResourceNode resource, PolicyEntry entry)
    {
        if (resource.Kind == ResourceKind.Owned)
        {
            graph.AtSynth.Add(() => Apply(graph, resource, entry));
        }
    }

    /// <summary>
    /// Finds the roles that a statement names. The account's root is no role: it only leaves the decision to the identity's own policies.
    /// </summary>
    private static void Apply(CdkGraph graph, ResourceNode resource, PolicyEntry entry)
    {
        var statement = entry.Statement;
        resource.ResourcePolicyUnknown |= entry.Guard & (statement.PrincipalsUnknown | statement.AwsPrincipals.MayHaveMore | statement.Escaped);
        if (statement.AwsPrincipals.Count == 0)
        {
            return;
        }

        foreach (var role in graph.Roles)
        {
            foreach (var (guard, principal) in statement.AwsPrincipals.Items)
            {
                var on = entry.Guard & guard;
                switch (Names(principal, role))
                {
                    case Ternary.Yes when on.IsFeasible:
                        resource.ResourceGrants.Add((role, entry with { Guard = on }));
                        break;
                    case Ternary.Unknown:
                        resource.ResourcePolicyUnknown |= on;
                        break;
                }
            }
        }
    }

    private static Ternary Names(Template principal, RoleNode role) =>
        principal.Literal == "*" ? Ternary.Yes
        : principal.Suffix.EndsWith(":root", StringComparison.Ordinal) ? Ternary.No
        : role.Arn is { } arn ? TemplateMatcher.Equal(principal, arn)
        : role.Kind == RoleKind.Created ? Ternary.No
        : Ternary.Unknown;
}
