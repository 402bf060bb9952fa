using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Core;

/// <summary>Environments, tokens and intrinsic functions, seen in a statement's resource.</summary>
public class StackTests
{
    private const string Concrete = "new StackProps { StackName = \"shop\", Env = new Amazon.CDK.Environment { Account = \"111122223333\", Region = \"eu-west-1\" } }";

    [Theory]
    [InlineData("this.Account", "${AWS::AccountId}")]
    [InlineData("this.Region", "${AWS::Region}")]
    [InlineData("Stack.Of(this).Region", "${AWS::Region}")]
    [InlineData("Stack.Of(new Construct(this, \"C\")).Region", "${AWS::Region}")]
    [InlineData("new Role(this, \"R\", new RoleProps { AssumedBy = new AnyPrincipal() }).Stack.Region", "${AWS::Region}")]
    [InlineData("Aws.PARTITION", "${AWS::Partition}")]
    [InlineData("this.FormatArn(new ArnComponents { Service = \"s3\", Resource = \"b\", Region = \"\", Account = \"\" })", "arn:${AWS::Partition}:s3:::b")]
    [InlineData("this.FormatArn(new ArnComponents { Service = \"logs\", Resource = \"log-group\", ResourceName = \"g\", ArnFormat = ArnFormat.COLON_RESOURCE_NAME })", "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:g")]
    [InlineData("Arn.Format(new ArnComponents { Service = \"ssm\", Resource = \"parameter\", ResourceName = \"p\" }, this)", "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/p")]
    [InlineData("Fn.Join(\":\", new[] { \"a\", this.Region, \"b\" })", "a:${AWS::Region}:b")]
    [InlineData("Fn.Sub(\"arn:${AWS::Partition}:x:${Name}:${!Literal}\", new Dictionary<string, string> { [\"Name\"] = \"n\" })", "arn:${AWS::Partition}:x:n:${Literal}")]
    [InlineData("Fn.Select(1, new[] { \"a\", \"b\" })", "b")]
    [InlineData("Fn.Select(1, Fn.Split(\"/\", \"a/b\"))", "b")]
    [InlineData("Token.AsString(\"a\")", "a")]
    [InlineData("Token.IsUnresolved(this.Region) ? \"token\" : \"text\"", "token")]
    [InlineData("Token.IsUnresolved(\"x\") ? \"token\" : \"text\"", "text")]
    [InlineData("this.SplitArn(\"arn:aws:ssm:r:a:parameter/p\", ArnFormat.SLASH_RESOURCE_NAME).ResourceName", "p")]
    [InlineData("Stack.Of(new NestedStack(this, \"N\")).Region", "${AWS::Region}")]
    public void Agnostic(string expression, string expected) => Assert.Equal("Allow a:B on " + expected, Describe(expression, "null"));

    [Theory]
    [InlineData("this.Account", "111122223333")]
    [InlineData("Stack.Of(new NestedStack(this, \"N\")).Region", "eu-west-1")]
    [InlineData("$\"arn:aws:s3:::{this.StackName}\"", "arn:aws:s3:::shop")]
    [InlineData("Aws.REGION", "eu-west-1")]
    [InlineData("Token.IsUnresolved(this.Region) ? \"token\" : \"text\"", "text")]
    [InlineData("this.FormatArn(new ArnComponents { Service = \"ssm\", Resource = \"parameter\", ResourceName = \"p\" })", "arn:${AWS::Partition}:ssm:eu-west-1:111122223333:parameter/p")]
    public void Given(string expression, string expected) => Assert.Equal("Allow a:B on " + expected, Describe(expression, Concrete));

    [Fact]
    public void AStageGivesItsEnvironment()
    {
        var run = CdkRun.Program("""
            using Amazon.CDK; using Amazon.CDK.AWS.IAM;
            public static class P
            {
                public static void Main()
                {
                    var stage = new Stage(new App(), "Prod", new StageProps { Env = new Environment { Region = "eu-north-1" } });
                    var stack = new Stack(stage, "S");
                    var role = new Role(stack, "Role", new RoleProps { AssumedBy = new AnyPrincipal() });
                    role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "a:B" }, Resources = new[] { stack.Region + "/" + stack.Account } }));
                }
            }
            """, "P", "Main");
        Assert.Equal("Allow a:B on eu-north-1/${AWS::AccountId}", run.Describe("Role"));
    }

    [Theory]
    [InlineData("if ((string)this.Node.TryGetContext(\"env\") == \"prod\") {0} if ((string)new Construct(this, \"C\").Node.TryGetContext(\"env\") != \"prod\") {0}", "always")]
    [InlineData("this.Node.SetContext(\"env\", \"prod\"); if ((string)this.Node.TryGetContext(\"env\") == \"prod\") {0}", "always")]
    [InlineData("if (this.Node.TryGetContext(\"env\") is \"prod\") {0} if (this.Node.TryGetContext(\"other\") is \"prod\") {0}", "not always")]
    public void ContextIsTheSameWhereverItIsRead(string code, string expected)
    {
        var grant = "role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"a:B\" }, Resources = new[] { \"*\" } }));";
        var run = CdkRun.Stack("var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new AnyPrincipal() });" + code.Replace("{0}", grant));
        var covered = run.Permissions("Role").Statements.Aggregate(Symbolic.Guard.Never, (all, s) => all | s.Guard);
        Assert.Equal(expected == "always", Symbolic.Guard.Always.Implies(covered));
    }

    private static string Describe(string expression, string props) => CdkRun.Stack(
        $"var role = new Role(this, \"Role\", new RoleProps {{ AssumedBy = new AnyPrincipal() }}); role.AddToPolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ \"a:B\" }}, Resources = new[] {{ {expression} }} }}));",
        props: props).Describe("Role");
}
