namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>Writes a program of the grammar as the text of a case.</summary>
internal sealed class ProgramWriter
{
    private const string Execution = "service-role/AmazonECSTaskExecutionRolePolicy";
    private const string EcsTasks = "new ServicePrincipal(\"ecs-tasks.amazonaws.com\")";

    private readonly ProgramSpec _program;
    private readonly SortedDictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly List<string> _members = [];
    private readonly List<string> _baseMembers = [];
    private readonly Scope _constructor;
    private readonly List<TaskPlace> _places = [];

    private ProgramWriter(ProgramSpec program)
    {
        _program = program;
        _constructor = new Scope(_types, _members, new Counter());
    }

    /// <summary>The text, with the head of a case up to its expectations.</summary>
    public static string Write(ProgramSpec program, string @namespace, IEnumerable<string> expectations) => new ProgramWriter(program).Text(@namespace, expectations);

    private string Text(string @namespace, IEnumerable<string> expectations)
    {
        WriteConstructor();
        var flags = _program.Flags.ToList();
        if (flags.Count > 0)
        {
            _types["Flags"] = "public static class Flags\n{\n    public static readonly bool B = System.Environment.GetEnvironmentVariable(\"FLAG_B\") == \"on\";\n\n"
                + "    public static bool A => System.Environment.GetEnvironmentVariable(\"FLAG_A\") == \"on\";\n}";
        }

        var body = _constructor.Body(2);
        var hasBase = _baseMembers.Count > 0;
        const string Parameters = "(Construct scope, string id, IStackProps? props) : base(scope, id, props)";
        if (hasBase)
        {
            _types["BaseStack"] = $"public abstract class BaseStack : Stack\n{{\n    protected BaseStack{Parameters}\n    {{\n    }}\n\n{Members(_baseMembers)}\n}}";
        }

        var env = _program.Agnostic ? "null" : "new StackProps\n    {\n        Env = new Amazon.CDK.Environment { Account = \"111111111111\", Region = \"us-east-1\" },\n    }";
        string[] head =
        [
            "// A generated program.",
            .. flags.Select(flag => $"// flags: FLAG_{flag}=on|off"),
            .. expectations.Select(line => "// expect: " + line),
            .. Usings.Select(name => $"using {name};"),
            "using SM = Amazon.CDK.AWS.SecretsManager;",
        ];
        return $$"""
            {{string.Join("\n", head)}}

            namespace {{@namespace}};

            {{string.Concat(_types.Values.Select(type => type + "\n\n"))}}public class ServiceStack : {{(hasBase ? "BaseStack" : "Stack")}}
            {
                public ServiceStack{{Parameters}}
                {
            {{body}}
                }{{(_members.Count == 0 ? "" : "\n\n" + Members(_members))}}
            }

            public static class Program
            {
                public static void Build(App app) => new ServiceStack(app, "Service", {{env}});
            }

            """;
    }

    private static readonly string[] Usings =
    [
        "Amazon.CDK", "Amazon.CDK.AWS.ECR", "Amazon.CDK.AWS.ECS", "Amazon.CDK.AWS.IAM", "Amazon.CDK.AWS.KMS", "Amazon.CDK.AWS.Logs", "Amazon.CDK.AWS.S3",
        "Amazon.CDK.AWS.SSM", "Constructs",
    ];

    private static string Members(List<string> members) => string.Join("\n\n", members.Select(member => Scope.Indent(member, 1)));

    private void WriteConstructor()
    {
        var role = _program.Origin == RoleOrigin.MadeByCdk ? null : "role";
        if (role is not null)
        {
            _constructor.Statement($"var {role} = {Shapes.Wrap(_program.RoleShape, RoleType, Role, _constructor)};");
        }

        for (var number = 0; number < _program.Tasks.Length; number++)
        {
            _places.Add(new TaskPlace(_program.Tasks[number], number, RoleType));
        }

        foreach (var place in _places)
        {
            place.DeclareResources(_constructor);
        }

        var early = _program.Grants.Where(grant => _program.GrantsFirst && role is not null && !grant.ToTaskRole && _places[grant.Task].IsInConstructor).ToList();
        early.ForEach(WriteGrant);
        foreach (var place in _places)
        {
            place.Write(_constructor, _baseMembers, role);
        }

        foreach (var grant in _program.Grants.Except(early, ReferenceEqualityComparer.Instance).Cast<GrantSpec>())
        {
            WriteGrant(grant);
        }
    }

    private void WriteGrant(GrantSpec grant)
    {
        var place = _places[grant.Task];
        var resource = Resource.Of(_program.Tasks[grant.Task].Triggers[grant.Trigger].Trigger)!;
        var (role, type) = grant.ToTaskRole ? (place.Definition + ".TaskRole", "IRole")
            : _program.Origin == RoleOrigin.MadeByCdk ? (place.Definition + ".ObtainExecutionRole()", "IRole")
            : ("role", RoleType);
        new GrantWriter(grant, resource, place.Resources[grant.Trigger]!, role, type).Write(_constructor);
    }

    private string RoleType => _program.Origin is RoleOrigin.Frozen or RoleOrigin.Imported ? "IRole" : "Role";

    private string Role
    {
        get
        {
            const string Inline = "InlinePolicies = new Dictionary<string, PolicyDocument> { [\"pull\"] = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"ecr:*\", \"logs:PutLogEvents\" }, Resources = new[] { \"*\" } }) } }) }";
            return _program.Origin switch
            {
                RoleOrigin.New => New(EcsTasks),
                RoleOrigin.NewWithManagedPolicy => New(EcsTasks, $"ManagedPolicies = new[] {{ ManagedPolicy.FromAwsManagedPolicyName(\"{Execution}\") }}"),
                RoleOrigin.NewWithInlinePolicy => New(EcsTasks, Inline),
                RoleOrigin.TrustsOtherService => New("new ServicePrincipal(\"ecs.amazonaws.com\")"),
                RoleOrigin.TrustsSeveralServices => New($"new CompositePrincipal(new ServicePrincipal(\"ec2.amazonaws.com\"), {EcsTasks})"),
                RoleOrigin.Frozen => New(EcsTasks) + ".WithoutPolicyUpdates()",
                RoleOrigin.Imported => "Amazon.CDK.AWS.IAM.Role.FromRoleName(this, \"Execution\", \"platform-execution\")",
                _ => throw new InvalidOperationException(),
            };

            static string New(string principal, string? more = null) =>
                $"new Role(this, \"Execution\", new RoleProps {{ AssumedBy = {principal}{(more is null ? "" : ", " + more)} }})";
        }
    }
}
