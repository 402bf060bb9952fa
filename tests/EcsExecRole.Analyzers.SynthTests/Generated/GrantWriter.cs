namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>Writes one grant.</summary>
internal sealed class GrantWriter(GrantSpec grant, Resource resource, string construct, string role, string roleType)
{
    /// <summary>Writes the statements of the grant, under its flag.</summary>
    public void Write(Scope outer)
    {
        var scope = outer.Sibling();
        switch (grant.Form)
        {
            case GrantForm.Method:
                scope.Statement(string.Format(null, resource.Grant, Shapes.Wrap(grant.Shape, resource.Type, construct, scope), role) + ";");
                break;
            case GrantForm.ExecutionPolicy:
                AddManagedPolicy("service-role/AmazonECSTaskExecutionRolePolicy", scope);
                break;
            case GrantForm.ReadOnlyPolicy:
                AddManagedPolicy("AmazonEC2ContainerRegistryReadOnly", scope);
                break;
            case GrantForm.PolicyWithoutPath:
                AddManagedPolicy("AmazonECSTaskExecutionRolePolicy", scope);
                break;
            default:
                WriteStatements(scope);
                break;
        }

        outer.Statement(Values.Condition(grant.Flag), scope.Body(0));
    }

    private void AddManagedPolicy(string name, Scope scope) =>
        scope.Statement($"{role}.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName({Shapes.Wrap(grant.Shape, "string", $"\"{name}\"", scope)}));");

    private void WriteStatements(Scope scope)
    {
        var permissions = resource.Statements.Select(Changed).ToList();
        if (grant.Form == GrantForm.FirstStatementOnly)
        {
            permissions = [permissions[0] with { Actions = permissions[0].Actions[..1] }];
        }

        if (grant.Vehicle == Vehicle.FilledAfterwards)
        {
            foreach (var (actions, arn) in permissions)
            {
                var name = scope.Fresh("statement");
                scope.Statement($"var {name} = new PolicyStatement();\n{Add(name)};\n{(grant.Form == GrantForm.Deny ? name + ".Effect = Effect.DENY;\n" : "")}{name}.AddActions({List(actions)});\n{name}.AddResources({arn});");
            }

            return;
        }

        var statements = permissions.Select((permission, index) => index == 0 ? Shapes.Wrap(grant.Shape, "PolicyStatement", Statement(permission), scope) : Statement(permission)).ToList();
        Deliver(statements, scope);
    }

    private void Deliver(List<string> statements, Scope scope)
    {
        var name = scope.Fresh("by");
        var array = $"new PolicyStatement[]\n{{\n{Scope.Indent(string.Join(",\n", statements), 1)},\n}}";
        switch (grant.Vehicle)
        {
            case Vehicle.AddToRole:
                Each("", Add);
                break;
            case Vehicle.PrivateMethod:
                scope.Member($"private static void Allow{name}(IRole role, params PolicyStatement[] statements)\n{{\n    foreach (var statement in statements)\n    {{\n        role.AddToPrincipalPolicy(statement);\n    }}\n}}");
                scope.Statement($"Allow{name}({role}, {string.Join(", ", statements)});");
                break;
            case Vehicle.LocalFunction:
                Each($"void Allow{name}(PolicyStatement statement) => {role}.AddToPrincipalPolicy(statement);", statement => $"Allow{name}({statement})");
                break;
            case Vehicle.ExtensionMethod:
                scope.Type("RoleExtensions", "public static class RoleExtensions\n{\n    public static IRole Allow(this IRole role, PolicyStatement statement)\n    {\n        role.AddToPrincipalPolicy(statement);\n        return role;\n    }\n}");
                scope.Statement($"{role}{string.Concat(statements.Select(statement => $".Allow({statement})"))};");
                break;
            case Vehicle.Lambda:
                Each($"Action<PolicyStatement> {name} = statement => {role}.AddToPrincipalPolicy(statement);", statement => $"{name}({statement})");
                break;
            case Vehicle.ForeachOverArray:
                scope.Statement($"foreach (var statement in {array})\n{{\n    {Add("statement")};\n}}");
                break;
            case Vehicle.ListForEach:
                scope.Statement($"{array}.ToList().ForEach(statement => {role}.AddToPrincipalPolicy(statement));");
                break;
            case Vehicle.PolicyConstruct:
                scope.Statement($"_ = new Policy(this, \"{name}\", new PolicyProps {{ Roles = new IRole[] {{ {role} }}, Statements = {array} }});");
                break;
            case Vehicle.ManagedPolicyConstruct:
                scope.Statement($"_ = new ManagedPolicy(this, \"{name}\", new ManagedPolicyProps {{ Roles = new IRole[] {{ {role} }}, Statements = {array} }});");
                break;
            case Vehicle.AttachInlinePolicy:
                scope.Statement($"{role}.AttachInlinePolicy(new Policy(this, \"{name}\", new PolicyProps {{ Statements = {array} }}));");
                break;
            case Vehicle.TryFinally:
                scope.Statement($"try\n{{\n    Console.Out.Flush();\n}}\nfinally\n{{\n{Scope.Indent(string.Join("\n", statements.Select(statement => Add(statement) + ";")), 1)}\n}}");
                break;
            default:
                throw new InvalidOperationException();
        }

        void Each(string before, Func<string, string> write) =>
            scope.Statement((before.Length == 0 ? "" : before + "\n") + string.Join("\n", statements.Select(statement => write(statement) + ";")));
    }

    private string Add(string statement) => $"{role}.{(roleType == "Role" ? "AddToPolicy" : "AddToPrincipalPolicy")}({statement})";

    private (string[] Actions, string Arn) Changed((string[] Actions, string Arn) permission)
    {
        var arn = string.Format(null, permission.Arn, construct);
        return grant.Form switch
        {
            GrantForm.StatementsOnAnything => permission with { Arn = "\"*\"" },
            GrantForm.ServiceWildcard => ([.. permission.Actions.Select(action => action.Split(':')[0] + ":*").Distinct()], arn),
            GrantForm.OtherCase => ([.. permission.Actions.Select(action => action.Split(':')[0].ToUpperInvariant() + ":" + action.Split(':')[1].ToLowerInvariant())], arn),
            // The token's action knows no resource; everything else is allowed somewhere else.
            GrantForm.OtherResource => permission with { Arn = arn == "\"*\"" ? arn : $"$\"arn:aws:{permission.Actions[0].Split(':')[0]}:{{Region}}:{{Account}}:other/thing\"" },
            _ => permission with { Arn = arn },
        };
    }

    private string Statement((string[] Actions, string Arn) permission) =>
        $"new PolicyStatement(new PolicyStatementProps {{ {(grant.Form == GrantForm.Deny ? "Effect = Effect.DENY, " : "")}Actions = new[] {{ {List(permission.Actions)} }}, Resources = new[] {{ {permission.Arn} }} }})";

    private static string List(IEnumerable<string> actions) => string.Join(", ", actions.Select(action => $"\"{action}\""));
}
