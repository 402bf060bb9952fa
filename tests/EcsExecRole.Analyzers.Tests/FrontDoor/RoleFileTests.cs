using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.FrontDoor;

/// <summary>Roles that are managed elsewhere: with a file that describes them they are judged like any other.</summary>
public class RoleFileTests
{
    private const string Managed = "\"ManagedPolicyArns\": [ \"arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy\" ]";

    private static string Import(string mutable = "false", string arn = "arn:aws:iam::111111111111:role/platform/ecs") =>
        $$"""Role.FromRoleArn(this, "Imported", "{{arn}}", new FromRoleArnOptions { Mutable = {{mutable}} })""";

    private static string Task(string role, string image = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/api", string mark = "") => $$"""
        var role = {{role}};
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("{{image}}"),
            Secrets = new Dictionary<string, EcsSecret> { ["LIMIT"] = {{(mark.Length > 0 ? "{|" + mark + ":" : "")}}EcsSecret.FromSsmParameter(StringParameter.FromStringParameterName(this, "Limit", "/shop/limit")){{(mark.Length > 0 ? "|}" : "")}} },
        });
        """;

    private static string Allows(string action) => $$"""{ "Statement": [ { "Effect": "Allow", "Action": "{{action}}", "Resource": "*" } ] }""";

    [Theory]
    [InlineData("{ \"RoleArn\": \"arn:aws:iam::*:role/platform/*\", ")]
    [InlineData("{ \"RoleName\": \"ecs\", ")]
    public Task WhatItLacksIsMissing(string key) => Verify(Task(Import(), mark: "#0"), [("platform.execution-role.json", key + Managed + " }")],
        VerifyRules.Result(Descriptors.Parameter).WithLocation(0).WithMessage(
            "Execution role 'Imported' can't read parameter 'LIMIT' (Limit) of container 'app': it lacks ssm:GetParameters on 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/shop/limit' (CDK drops the grant, because the role may not be written to). ECS stops the task with ResourceInitializationError: unable to pull secrets or registry auth."));

    [Fact]
    public Task WhatItAllowsSuffices() => Verify(Task(Import()), [("platform.execution-role.json", "{ \"RoleName\": \"ecs\", " + Managed + ", \"Policies\": [ " + Allows("ssm:GetParameters") + " ] }")]);

    [Fact]
    public Task CdkAddsToAMutableOne() => Verify(Task(Import("true")), [("platform.execution-role.json", "{ \"RoleName\": \"ecs\", " + Managed + " }")]);

    [Fact]
    public Task ItsBoundaryLimitsIt() => Verify(Task(Import("true"), mark: "EER1004"),
        [("platform.execution-role.json", "{ \"RoleName\": \"ecs\", " + Managed + ", \"PermissionsBoundary\": \"arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy\" }")]);

    [Fact]
    public Task ItsTrustPolicyCounts() => Verify(Task("{|EER2002:" + Import("true") + "|}"),
        [("platform.execution-role.json", "{ \"RoleName\": \"ecs\", " + Managed + ", \"AssumeRolePolicyDocument\": { \"Statement\": { \"Effect\": \"Allow\", \"Principal\": { \"Service\": \"ec2.amazonaws.com\" }, \"Action\": \"sts:AssumeRole\" } } }")]);

    [Fact]
    public Task OfALiteralArnToo() => Verify("""
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = "arn:aws:iam::111111111111:role/platform/ecs",
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "nginx", Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "LIMIT", ValueFrom = {|EER1004:"/shop/limit"|} } } },
            },
        });
        """, [("platform.execution-role.json", "{ \"RoleName\": \"ecs\", " + Managed + " }")]);

    [Theory]
    [InlineData("Service/Task/ExecutionRole", "EER1004")]
    [InlineData("Task/ExecutionRole", "EER1004")]
    [InlineData("Service/Other/ExecutionRole", "")]
    public Task OfARoleMadeBeforehandByItsName(string path, string mark) => Verify($$"""
        Role.CustomizeRoles(this, new CustomizeRolesOptions { UsePrecreatedRoles = new Dictionary<string, string> { ["{{path}}"] = "ecs", ["Service/Task/TaskRole"] = "task" } });
        """ + Task("(IRole?)null", image: "nginx", mark: mark).Replace(", new FargateTaskDefinitionProps { ExecutionRole = role }", ""), [("platform.execution-role.json", "{ \"RoleName\": \"ecs\", " + Managed + " }")]);

    [Fact]
    public Task TheMostExactDescriptionCounts() => Verify(Task(Import()),
        [
            ("a.execution-role.json", "{ \"RoleName\": \"*\", " + Managed + " }"),
            ("b.execution-role.json", "{ \"RoleArn\": \"arn:aws:iam::111111111111:role/platform/ecs\", \"Policies\": [ " + Allows("*") + " ] }"),
        ]);

    [Theory]
    [InlineData("other.json", "{ \"RoleName\": \"ecs\", \"Policies\": [] }")]
    [InlineData("x.execution-role.json", "{ \"RoleName\": \"other\", \"Policies\": [] }")]
    [InlineData("x.execution-role.json", "{ \"RoleName\": \"ecs\", \"ManagedPolicyArns\": [ \"arn:aws:iam::111111111111:policy/ours\" ] }")]
    public Task WithoutADescriptionTheRoleIsUnknown(string file, string text) => Verify(Task("{|EER2003:" + Import() + "|}"), [(file, text)]);

    [Fact]
    public Task ABrokenFileIsOneMistakeAtItsLine() => Verify(Task("{|EER2003:" + Import() + "|}"),
        [("platform.execution-role.json", "{\n  \"RoleName\": \"ecs\",\n  \"Policys\": []\n}")],
        VerifyRules.Result(Descriptors.OptionMistake).WithSpan("platform.execution-role.json", 3, 3, 3, 4).WithMessage(
            "'platform.execution-role.json' is not understood and ignored; a role has no 'Policys', only RoleArn, RoleName, ManagedPolicyArns, Policies, AssumeRolePolicyDocument, PermissionsBoundary, $schema"));

    [Fact]
    public Task ARoleOfTheProgramIsWhatTheProgramSays() => Verify(Task("""new Role(this, "ecs", new RoleProps { RoleName = "ecs", AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") })""", image: "nginx"),
        [("platform.execution-role.json", "{ \"RoleName\": \"ecs\", \"Policies\": [ { \"Statement\": { \"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\" } } ] }")]);

    private static Task Verify(string body, (string Name, string Text)[] files, params DiagnosticResult[] expected) =>
        VerifyRules.Run(CdkSource.Stack(body), [Descriptors.NoManagedPolicyId, Descriptors.AuditId, Descriptors.ReportId], files: files, expected: expected);
}
