using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Logs;

public class LogGroupTests
{
    private const string Write = "Allow logs:CreateLogStream, logs:PutLogEvents on ";

    [Theory]
    [InlineData("new LogGroup(this, \"G\")", "logs:log-group:${G}:*")]
    [InlineData("new LogGroup(this, \"G\", new LogGroupProps { LogGroupName = \"/ecs/app\" })", "logs:log-group:/ecs/app:*")]
    [InlineData("LogGroup.FromLogGroupName(this, \"G\", \"/ecs/app\")", "logs:log-group:/ecs/app:*")]
    [InlineData("LogGroup.FromLogGroupName(this, \"G\", \"/ecs/app:*\")", "logs:log-group:/ecs/app:*")]
    [InlineData("LogGroup.FromLogGroupArn(this, \"G\", \"arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/app\")", "arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/app:*")]
    [InlineData("LogGroup.FromLogGroupArn(this, \"G\", \"arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/app:*\")", "arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/app:*")]
    [InlineData("other", "${other.LogGroupArn}")]
    public void WriteIsGrantedOn(string group, string resource) =>
        Assert.Equal(Write + resource, ResourceRun.Of($"var g = {group}; g.GrantWrite(role);", parameters: "ILogGroup other").Allows());

    [Theory]
    [InlineData("g.Grants.Write(role)", Write + "logs:log-group:app:*")]
    [InlineData("LogGroupGrants.FromLogGroup(g).Write(role)", Write + "logs:log-group:app:*")]
    [InlineData("LogGroupGrants.FromLogGroup(new CfnLogGroup(this, \"L1\", new CfnLogGroupProps { LogGroupName = \"l1\" })).Write(role)", Write + "logs:log-group:l1:*")]
    [InlineData("g.Grants.Actions(role, new[] { \"logs:CreateLogStream\" })", "Allow logs:CreateLogStream on logs:log-group:app, logs:log-group:app:*")]
    [InlineData("g.Grant(role, \"logs:CreateLogGroup\")", "Allow logs:CreateLogGroup on logs:log-group:app, logs:log-group:app:*")]
    [InlineData("g.GrantRead(role)", "Allow logs:FilterLogEvents, logs:GetLogEvents, logs:GetLogGroupFields, logs:DescribeLogGroups, logs:DescribeLogStreams on logs:log-group:app, logs:log-group:app:*")]
    public void Grants(string code, string expected) => Assert.Equal(
        expected,
        ResourceRun.Of($"var g = new LogGroup(this, \"G\", new LogGroupProps {{ LogGroupName = \"app\" }}); {code};", cdk: "2.277.0").Allows());

    [Theory]
    [InlineData("new LogGroup(this, \"G\", new LogGroupProps { LogGroupName = \"app\" }).LogGroupName", "app")]
    [InlineData("new LogGroup(this, \"G\", new LogGroupProps { LogGroupName = \"app\" }).LogGroupArn", "logs:log-group:app:*")]
    [InlineData("new CfnLogGroup(this, \"G\", new CfnLogGroupProps { LogGroupName = \"app\" }).Ref", "app")]
    [InlineData("new CfnLogGroup(this, \"G\").AttrArn", "logs:log-group:${G}:*")]
    [InlineData("LogGroup.FromLogGroupArn(this, \"G\", \"arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/app:*\").LogGroupName", "/ecs/app")]
    [InlineData("other.LogGroupName", "${other.LogGroupName}")]
    public void Text(string expression, string expected) => Assert.Equal(expected, ResourceRun.TextOf(expression, "ILogGroup other"));
}
