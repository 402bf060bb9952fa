using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>EER2002, EER2004 and EER2007: what the role itself says, corrected.</summary>
public class RoleFixTests
{
    private const string Task = """

        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1") });
        """;

    [Fact]
    public Task ServicePrincipal() => VerifyFix.Body<EER2002TrustFix>(
        """
        var role = {|EER2002:new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ec2.amazonaws.com") })|};
        """ + Task,
        """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        """ + Task);

    private static string L1Task(string role) => role + """

        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            ExecutionRoleArn = role.AttrArn,
            ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "nginx" } },
        });
        """;

    private const string TrustHelper = """
        private static Dictionary<string, object> Trust(string service) => new()
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new[]
            {
                new Dictionary<string, object> { ["Effect"] = "Allow", ["Principal"] = new Dictionary<string, object> { ["Service"] = service }, ["Action"] = "sts:AssumeRole" },
            },
        };
        """;

    [Fact]
    public Task ServiceInADocumentOfL1() => VerifyFix.Body<EER2002TrustFix>(
        L1Task("""var role = {|EER2002:new CfnRole(this, "ExecutionRole", new CfnRoleProps { AssumeRolePolicyDocument = Trust("ec2.amazonaws.com") })|};"""),
        L1Task("""var role = new CfnRole(this, "ExecutionRole", new CfnRoleProps { AssumeRolePolicyDocument = Trust("ecs-tasks.amazonaws.com") });"""),
        members: TrustHelper);

    [Fact]
    public Task PrincipalInALocal() => VerifyFix.Body<EER2002TrustFix>(
        """
        var principal = new ServicePrincipal("ecs.amazonaws.com");
        var role = {|EER2002:new Role(this, "ExecutionRole", new RoleProps { AssumedBy = principal })|};
        """ + Task,
        """
        var principal = new ServicePrincipal("ecs-tasks.amazonaws.com");
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = principal });
        """ + Task);

    [Fact]
    public Task TwoOtherPrincipalsAreLeftToThePerson()
    {
        const string Text = """
            var role = {|EER2002:new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new CompositePrincipal(new ServicePrincipal("ec2.amazonaws.com"), new ServicePrincipal("lambda.amazonaws.com")) })|};
            """ + Task;
        return VerifyFix.Body<EER2002TrustFix>(Text, Text);
    }

    private static string WithPolicy(string policy) => $$"""
        var role = new Role(this, "ExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = new[] { {{policy}} },
        });
        """ + Task;

    private const string Corrected = """ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy")""";

    [Theory]
    [InlineData("""ManagedPolicy.FromAwsManagedPolicyName({|EER2004:"AmazonECSTaskExecutionRolePolicy"|})""", Corrected)]
    [InlineData("""ManagedPolicy.FromManagedPolicyName(this, "Policy", {|EER2004:"AmazonECSTaskExecutionRolePolicy"|})""", Corrected)]
    [InlineData(
        """ManagedPolicy.FromManagedPolicyArn(this, "Policy", {|EER2004:"arn:aws:iam::aws:policy/AmazonECSTaskExecutionRolePolicy"|})""",
        """ManagedPolicy.FromManagedPolicyArn(this, "Policy", "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy")""")]
    public Task NameOfTheManagedPolicy(string before, string after) => VerifyFix.Body<EER2004ManagedPolicyFix>(WithPolicy(before), WithPolicy(after));

    private const string Setup = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });

        """;

    private const string Condition = """
        new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceVpce"] = "vpce-0123456789abcdef0" } }
        """;

    [Fact]
    public Task SplitStatement() => VerifyFix.Body<EER2007TokenConditionFix>(
        Setup + $$"""
        role.AddToPolicy({|EER2007:new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer" },
            Resources = new[] { "*" },
            Conditions = {{Condition}},
        })|});
        """ + Task,
        Setup + $$"""
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "ecr:GetAuthorizationToken" },
            Resources = new[] { "*" },
        }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer" },
            Resources = new[] { "*" },
            Conditions = {{Condition}},
        }));
        """ + Task);
}
