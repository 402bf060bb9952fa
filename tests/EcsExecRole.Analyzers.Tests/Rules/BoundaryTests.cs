using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>Permissions boundaries: what a role's policies allow beyond them is missing.</summary>
public class BoundaryTests
{
    private const string Tight = """
        var tight = new ManagedPolicy(this, "Tight", new ManagedPolicyProps
        {
            Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "ecr:*", "logs:*" }, Resources = new[] { "*" } }) },
        });
        """;

    private static string Role(string boundary) => $$"""
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"){{(boundary.Length > 0 ? ", PermissionsBoundary = " + boundary : "")}} });
        var parameter = StringParameter.FromStringParameterName(this, "Limit", "/shop/limit");
        """;

    private static string Task(bool missing) => $$"""
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("nginx"),
            Secrets = new Dictionary<string, EcsSecret> { ["LIMIT"] = {{(missing ? "{|#0:" : "")}}EcsSecret.FromSsmParameter(parameter){{(missing ? "|}" : "")}} },
        });
        """;

    [Theory]
    [InlineData("tight", "")]
    [InlineData("", "Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(this).Apply(tight);")]
    [InlineData("", "Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Apply(tight);")]
    [InlineData("""ManagedPolicy.FromAwsManagedPolicyName("AdministratorAccess")""", "Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(this).Apply(tight);")]
    [InlineData("", "((CfnRole)role.Node.DefaultChild).PermissionsBoundary = tight.ManagedPolicyArn;")]
    [InlineData("", """((CfnRole)role.Node.DefaultChild).AddPropertyOverride("PermissionsBoundary", tight.ManagedPolicyArn);""")]
    public Task TooTight(string property, string statement) => VerifyRules.Only("EER1004", CdkSource.Stack(Tight + Role(property) + statement + Task(missing: true)),
        VerifyRules.Result(Descriptors.Parameter).WithLocation(0).WithMessage(
            "Execution role 'ExecutionRole' can't read parameter 'LIMIT' (Limit) of container 'app': it lacks ssm:GetParameters on 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/shop/limit' (the permissions boundary 'Tight' does not allow it). ECS stops the task with ResourceInitializationError: unable to pull secrets or registry auth."));

    [Theory]
    [InlineData("", "Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(this).Apply(tight); Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Clear();")]
    [InlineData("tight", "Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Clear();")]
    [InlineData("tight", """Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(this).Apply(ManagedPolicy.FromAwsManagedPolicyName("AdministratorAccess"));""")]
    [InlineData("tight", """((CfnRole)role.Node.DefaultChild).AddPropertyDeletionOverride("PermissionsBoundary");""")]
    [InlineData("""ManagedPolicy.FromManagedPolicyName(this, "Platform", "platform-boundary")""", "")]
    [InlineData("""ManagedPolicy.FromAwsManagedPolicyName("ReadOnlyAccess")""", "")]
    public Task WideEnoughOrNotKnown(string property, string statement) => VerifyRules.Only("EER1004", CdkSource.Stack(Tight + Role(property) + statement + Task(missing: false)));

    [Fact]
    public Task OfAnL1Role() => VerifyRules.Only("EER1004", CdkSource.Stack(Tight + """
        var l1 = new CfnRole(this, "ExecutionRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "sts:AssumeRole" }, Principals = new[] { new ServicePrincipal("ecs-tasks.amazonaws.com") } }) } }),
            ManagedPolicyArns = new[] { "arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess" },
            PermissionsBoundary = tight.ManagedPolicyArn,
        });
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = l1.AttrArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "nginx", Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "LIMIT", ValueFrom = {|EER1004:"/shop/limit"|} } } },
            },
        });
        """));

    [Fact]
    public Task OnSomePathsOnly() => VerifyRules.Only("EER1004", CdkSource.Library("bool isProduction", Tight + Role("isProduction ? tight : null") + Task(missing: true)),
        VerifyRules.Result(Descriptors.Parameter).WithLocation(0).WithMessage(
            "Execution role 'ExecutionRole' can't read parameter 'LIMIT' (Limit) of container 'app' when isProduction: it lacks ssm:GetParameters on 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/shop/limit' (the permissions boundary 'Tight' does not allow it). ECS stops the task with ResourceInitializationError: unable to pull secrets or registry auth."));
}
