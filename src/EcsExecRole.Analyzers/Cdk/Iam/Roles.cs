using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>new Role</c> and what every <c>IRole</c> can do.</summary>
internal static class Roles
{
    private const string Role = "AWS.IAM.Role";
    private const string Interface = "AWS.IAM.IRole";

    public static void Register(Registry r)
    {
        r.Constructor(Role, New)
            .Constructor("AWS.IAM.LazyRole", New)
            .Method(Role, "AddToPolicy", AddStatement)
            .Method("AWS.IAM.LazyRole", "AddToPolicy", AddStatement)
            .Method("AWS.IAM.IPrincipal", "AddToPrincipalPolicy", AddToPrincipalPolicy)
            .Method("AWS.IAM.IIdentity", "AddManagedPolicy", AddManagedPolicy)
            .Method("AWS.IAM.IIdentity", "AttachInlinePolicy", AttachInlinePolicy)
            .Method(Role, "WithoutPolicyUpdates", WithoutPolicyUpdates)
            .Method(Role, "IsRole", c => Call.Node<RoleNode>(c.Arguments[0]) is null ? c.UnknownResult("whether it is a role is not known") : ConstantValue.True)
            .Getter(Role, "AssumeRolePolicy", AssumeRolePolicy)
            .Getter("AWS.IAM.IGrantable", "GrantPrincipal", c => c.Receiver is ObjectValue { Payload: Node } or UnknownValue ? c.Receiver! : c.UnknownResult("its principal is not known"));

        // Grants *on* a role go to the argument.
        foreach (var (name, action) in new[] { ("GrantPassRole", "iam:PassRole"), ("GrantAssumeRole", PrincipalReader.AssumeRole) })
        {
            r.Method(Interface, name, c => GrantOn(c, [action]));
        }

        r.Method(Interface, "Grant", c => GrantOn(c, [.. c.Items(c.Arguments[1], out _).Select(a => a.Value.Text?.Literal).OfType<string>()]))
            .Method("AWS.IAM.RoleGrants", "PassRole", Stacks.Nothing)
            .Method("AWS.IAM.RoleGrants", "AssumeRole", Stacks.Nothing)
            .Method("AWS.IAM.RoleGrants", "FromRole", c => c.UnknownResult("the analyzer does not follow grants on roles"));

        foreach (var type in new[] { Interface, Role, "AWS.IAM.LazyRole" })
        {
            r.Getter(type, "RoleArn", c => Name(c, n => n.Arn)).Getter(type, "RoleName", c => Name(c, n => n.RoleName));
        }
    }

    /// <summary>The role that a value is; a value that is unknown, or of which the model knows nothing, is a role that may have any permission.</summary>
    public static RoleNode? Of(Call call, Value value) => Principals.Of(call, value) as RoleNode;

    /// <summary>A role that the program (or CDK for it) creates: its ARN and name are CloudFormation's to make up.</summary>
    public static RoleNode Create(string key, string name, IOperation? origin, Guard guard, RoleKind kind = RoleKind.Created) => new(key, origin, guard, kind)
    {
        Name = name,
        Arn = Text.Generated(key + ".Arn", name + ".Arn"),
        RoleName = Text.Generated(key + ".Name", name),
    };

    /// <summary>
    /// Makes a role in a scope: created by CDK or, where <c>CustomizeRoles</c> is in force, beforehand by someone else; on some paths only, what it has there is unknown.
    /// </summary>
    /// <param name="call">What makes it.</param>
    /// <param name="scope">Where.</param>
    /// <param name="key">Its identity.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="origin">The expression that makes it; null for CDK itself.</param>
    /// <param name="id">Its construct ID; null where it is not known.</param>
    public static RoleNode Make(Call call, Value scope, string key, string name, IOperation? origin, string? id)
    {
        var (customized, synthesized) = CustomizedRoles.In(call, scope);
        var role = Create(key, name, origin, call.Guard, call.Guard.Implies(customized) && !call.Guard.Implies(synthesized) ? RoleKind.Immutable : RoleKind.Created);
        role.Stack = Scopes.StackOf(call, scope);
        role.IsFrozen = call.Guard.Implies(customized);
        if (role.Kind == RoleKind.Immutable)
        {
            if (CustomizedRoles.NameOf(call, scope, id) is { } known)
            {
                role.RoleName = known;
                role.Arn = Template.Concat("arn:", StackNode.Partition, ":iam::", role.Stack.Account, ":role/", known);
            }
        }
        else if (!role.IsFrozen && customized.IsFeasible)
        {
            role.Unknowns.Add(new(customized, null, "Role.CustomizeRoles may be in force", origin));
        }

        return call.Graph.Add(role);
    }

    /// <summary>What the program gets hold of: the role, or where <c>CustomizeRoles</c> lets it be synthesized without grants a view that drops them.</summary>
    public static RoleNode ViewOf(Call call, RoleNode role) =>
        role is { IsFrozen: true, Kind: RoleKind.Created } ? call.Graph.Add(Frozen(call, role)) : role;

    private static Value New(Call call)
    {
        var role = Make(call, call["scope"], call.Instance.Key, call.Instance.Name ?? "role", call.Site.Operation, call.Instance.Name);
        role.PhysicalName = call.Prop("RoleName") is { IsNull: false } given ? Text.Of(given) : null;
        call.Instance.Payload = ViewOf(call, role);
        AddTrust(call, role);
        RolePolicies.AddManaged(call, role, call.Prop("ManagedPolicies"), call.Where(call["props"], "ManagedPolicies"));
        PermissionsBoundaries.Set(call, role, call.Prop("PermissionsBoundary"), call.Where(call["props"], "PermissionsBoundary"));

        var inline = call.Entries(call.Prop("InlinePolicies"), out var mayHaveMore);
        foreach (var (_, value, guard) in inline)
        {
            role.InlinePolicies.AddRange(PolicyDocuments.Of(call.On(guard), value, call.Where(call["props"], "InlinePolicies")));
        }

        RolePolicies.AddUnknown(role, mayHaveMore, "its inline policies are not known", call.Where(call["props"], "InlinePolicies"));
        return ConstantValue.Null;
    }

    private static void AddTrust(Call call, RoleNode role)
    {
        var origin = call.Where(call["props"], "AssumedBy") ?? call.Site.Operation;
        var document = new PolicyDocumentNode(role.Key + ".AssumeRolePolicy", origin, call.Guard);
        var external = new GuardedTexts();
        PolicyTexts.AddAll(call, call.Prop("ExternalIds"), external);
        foreach (var part in PrincipalReader.PartsOf(call, call.Prop("AssumedBy")))
        {
            var statement = PrincipalReader.Trust(call, part);
            if (!external.IsEmpty)
            {
                Statements.AddCondition(statement, part.Guard, new("StringEquals", "sts:ExternalId", PolicyTexts.On(external, part.Guard)));
            }

            document.Statements.Add(new(part.Guard, statement, origin));
        }

        role.TrustDocuments.Add(new(call.Guard, document, origin));
    }

    private static Value AssumeRolePolicy(Call call) =>
        Of(call, call.Receiver!) is { } role && (role.Wraps ?? role) is { TrustDocuments: [var first, ..] } ? call.NewResult(first.Document) : call.UnknownResult("the role's trust policy is not known");

    private static Value AddStatement(Call call)
    {
        if (Statements.Of(call, call["statement"]) is { } statement)
        {
            Grants.AddToPrincipal(call, call.Receiver!, new(call.Guard, statement, statement.Origin ?? call.Site.Operation));
        }

        return ConstantValue.True;
    }

    private static Value AddToPrincipalPolicy(Call call)
    {
        AddStatement(call);
        var result = call.NewResult(typeof(Roles));
        result.Write("StatementAdded", call.Guard, Of(call, call.Receiver!) is null ? ConstantValue.False : ConstantValue.True, ConstantValue.Null);
        return result;
    }

    private static Value AddManagedPolicy(Call call)
    {
        if (Of(call, call.Receiver!) is { } role)
        {
            foreach (var (policy, guard) in call.Each(call["policy"]))
            {
                if (ManagedPolicyHandlers.Of(call.On(guard), policy) is { } node)
                {
                    RolePolicies.AddManaged(call, role, new(guard, node, call.Site.Operation));
                }
            }
        }

        return ConstantValue.Null;
    }

    private static Value AttachInlinePolicy(Call call)
    {
        if (Of(call, call.Receiver!) is { } role)
        {
            foreach (var (policy, guard) in call.Each(call["policy"]))
            {
                RolePolicies.AttachInline(call.On(guard), role, policy);
            }
        }

        return ConstantValue.Null;
    }

    /// <summary>A view of the role to which CDK does not write; what is written to the role itself still counts.</summary>
    private static Value WithoutPolicyUpdates(Call call)
    {
        if (Of(call, call.Receiver!) is not { } role)
        {
            return ConstantValue.Null;
        }

        var view = Frozen(call, role);
        view.AddGrantsToResources = call.Evaluator.AreEqual(call.Prop("AddGrantsToResources", "options"), ConstantValue.True);
        return call.NewResult(call.Graph.Add(view));
    }

    private static RoleNode Frozen(Call call, RoleNode role) => new(call.Evaluator.NewKey(role.Key + ".Frozen"), call.Site.Operation, call.Guard, RoleKind.Immutable)
    {
        Name = role.Name,
        Arn = role.Arn,
        RoleName = role.RoleName,
        PhysicalName = role.PhysicalName,
        Stack = role.Stack,
        Wraps = role,
        IsFrozen = role.IsFrozen,
    };

    private static Value GrantOn(Call call, string[] actions)
    {
        if (Of(call, call.Receiver!) is { Arn: { } arn })
        {
            return GrantHandlers.Result(call, Grants.ToPrincipal(call, call.Arguments[0], actions, [arn]));
        }

        return call.UnknownResult("the grant is not followed");
    }

    private static Value Name(Call call, Func<RoleNode, Template?> name) =>
        Of(call, call.Receiver!) is { } role && name(role) is { } text ? TextValue.Of(text) : call.UnknownResult("the role's name is not known");
}
