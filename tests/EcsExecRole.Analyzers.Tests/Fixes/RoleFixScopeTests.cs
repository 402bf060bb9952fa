using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>EER2002, EER2004 and EER2007 where the role, its policy or its statement is made elsewhere than in a local.</summary>
public class RoleFixScopeTests
{
    private static string Task(string role) => $$"""

        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = {{role}} });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1") });
        """;

    private const string Field = "private readonly Role _role;";

    private static string Helper(string role) => CdkSource.Usings + $$"""

        public static class Roles
        {
            public static Role For(Construct scope) => {{role}};
        }
        """;

    private static Task InOtherFile<TFix>(string before, string after)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new()
    {
        var program = CdkSource.Stack(VerifyFix.Indented(Task("Roles.For(this)").TrimStart()));
        return VerifyFix.Program<TFix>(program, program, more: [("Roles.cs", Helper(before), Helper(after))]);
    }

    private static string Trusting(string service, string scope = "this") =>
        $$"""new Role({{scope}}, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("{{service}}") })""";

    [Fact]
    public Task TrustOfARoleInAField() => VerifyFix.Body<EER2002TrustFix>(
        $"_role = {{|EER2002:{Trusting("ec2.amazonaws.com")}|}};" + Task("_role"),
        $"_role = {Trusting("ecs-tasks.amazonaws.com")};" + Task("_role"),
        members: Field);

    [Fact]
    public Task TrustOfARoleOfAnotherFile() => InOtherFile<EER2002TrustFix>(
        $"{{|EER2002:{Trusting("ec2.amazonaws.com", "scope")}|}}",
        Trusting("ecs-tasks.amazonaws.com", "scope"));

    private static string WithPolicy(string name) =>
        $$"""new Role(scope, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName({{name}})] })""";

    [Fact]
    public Task PolicyOfARoleOfAnotherFile() => InOtherFile<EER2004ManagedPolicyFix>(
        WithPolicy("{|EER2004:\"AmazonECSTaskExecutionRolePolicy\"|}"),
        WithPolicy("\"service-role/AmazonECSTaskExecutionRolePolicy\""));

    private static string WithPolicies(string before, string policies) => $$"""
        {{before}}
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"), ManagedPolicies = {{policies}} });
        """ + Task("role");

    [Theory]
    [InlineData("var names = new[] { \"NAME\", \"AmazonSSMReadOnlyAccess\" };", "Array.ConvertAll(names, name => ManagedPolicy.FromAwsManagedPolicyName({|EER2004:name|}))")]
    [InlineData("var names = new List<string> { \"NAME\" };", "names.ConvertAll(name => ManagedPolicy.FromAwsManagedPolicyName({|EER2004:name|})).ToArray()")]
    [InlineData("var names = new[] { \"NAME\" };", "names.Select(name => ManagedPolicy.FromAwsManagedPolicyName({|EER2004:name|})).ToArray()")]
    [InlineData("const string Policy = \"NAME\";", "new[] { ManagedPolicy.FromAwsManagedPolicyName({|EER2004:Policy|}) }")]
    public Task PolicyNamedElsewhere(string before, string policies) => VerifyFix.Body<EER2004ManagedPolicyFix>(
        WithPolicies(before.Replace("NAME", "AmazonECSTaskExecutionRolePolicy"), policies),
        WithPolicies(before.Replace("NAME", "service-role/AmazonECSTaskExecutionRolePolicy"), policies.Replace("{|EER2004:", "").Replace("|}", "")));

    [Fact]
    public Task PolicyAddedToARoleInAField() => VerifyFix.Body<EER2004ManagedPolicyFix>(
        $"_role = {Trusting("ecs-tasks.amazonaws.com")};" + Task("_role") + """

        _role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName({|EER2004:"AmazonECSTaskExecutionRolePolicy"|}));
        """,
        $"_role = {Trusting("ecs-tasks.amazonaws.com")};" + Task("_role") + """

        _role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        """,
        members: Field);

    private static string Statement(string actions, bool isConditional = true) => $$"""
        new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { {{actions}} },
            Resources = new[] { "*" },{{(isConditional ? "\n    Conditions = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:SourceVpce\"] = \"vpce-0123456789abcdef0\" } }," : "")}}
        })
        """;

    private const string Token = "\"ecr:GetAuthorizationToken\"";

    private const string Pull = "\"ecr:BatchGetImage\", \"ecr:GetDownloadUrlForLayer\"";

    private static string AddedToTaskDefinition(string statement, string before = "") => $$"""
        _task = new FargateTaskDefinition(this, "Task");
        _task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1") });
        {{before}}_task.AddToExecutionRolePolicy({{statement}});
        """;

    [Fact]
    public Task StatementAddedToATaskDefinitionInAField() => VerifyFix.Body<EER2007TokenConditionFix>(
        AddedToTaskDefinition($"{{|EER2007:{Statement($"{Token}, {Pull}")}|}}"),
        AddedToTaskDefinition(Statement(Pull), $"_task.AddToExecutionRolePolicy({Statement(Token, isConditional: false)});\n"),
        members: "private readonly TaskDefinition _task;");

    private static string Inline(string statements) => $$"""
        var role = new Role(this, "ExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["Pull"] = new PolicyDocument(new PolicyDocumentProps
                {
                    Statements = new[]
                    {
                        {{VerifyFix.Indented(statements, "                ")}},
                    },
                }),
            },
        });
        """ + Task("role");

    [Fact]
    public Task StatementOfAnInlinePolicy() => VerifyFix.Body<EER2007TokenConditionFix>(
        Inline($"{{|EER2007:{Statement($"{Token}, {Pull}")}|}}"),
        Inline(Statement(Pull) + ",\n" + Statement(Token, isConditional: false)));

    private static string InLocal(string statement, string before = "") => $$"""
        var role = {{Trusting("ecs-tasks.amazonaws.com")}};
        var statement = {{statement}};
        {{before}}role.AddToPolicy(statement);
        """ + Task("role");

    [Fact]
    public Task StatementInALocal() => VerifyFix.Body<EER2007TokenConditionFix>(
        InLocal($"{{|EER2007:{Statement($"{Token}, {Pull}")}|}}"),
        InLocal(Statement(Pull), $"role.AddToPolicy({Statement(Token, isConditional: false)});\n"));

    private static string OfHelper(string before = "") => $$"""
        var role = {{Trusting("ecs-tasks.amazonaws.com")}};
        {{before}}role.AddToPolicy(PullThroughEndpoint());
        """ + Task("role");

    [Theory]
    [InlineData("=> ", ";")]
    [InlineData("{ return ", "; }")]
    public Task StatementOfAHelper(string open, string close) => VerifyFix.Body<EER2007TokenConditionFix>(
        OfHelper(),
        OfHelper($"role.AddToPolicy({Statement(Token, isConditional: false)});\n"),
        members: $"private static PolicyStatement PullThroughEndpoint() {open}{{|EER2007:{Statement($"{Token}, {Pull}")}|}}{close}",
        fixedMembers: $"private static PolicyStatement PullThroughEndpoint() {open}{Statement(Pull)}{close}");

    [Fact]
    public Task AStatementOfSeveralRolesIsLeftToThePerson()
    {
        var text = InLocal($"{{|EER2007:{Statement($"{Token}, {Pull}")}|}}", "new Role(this, \"Other\", new RoleProps { AssumedBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") }).AddToPolicy(statement);\n");
        return VerifyFix.Body<EER2007TokenConditionFix>(text, text);
    }
}
