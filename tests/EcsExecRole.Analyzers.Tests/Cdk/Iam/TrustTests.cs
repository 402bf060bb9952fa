using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Iam;

/// <summary>Who may assume a role.</summary>
public class TrustTests
{
    [Theory]
    [InlineData("new ServicePrincipal(\"ecs-tasks.amazonaws.com\")", "Allow ecs-tasks.amazonaws.com sts:AssumeRole")]
    [InlineData("new ServicePrincipal(\"ecs-tasks\")", "Allow ecs-tasks${suffix} sts:AssumeRole")]
    [InlineData("new CompositePrincipal(new ServicePrincipal(\"a.amazonaws.com\"), new AccountPrincipal(\"111122223333\"))", "Allow a.amazonaws.com sts:AssumeRole\nAllow arn:${AWS::Partition}:iam::111122223333:root sts:AssumeRole")]
    [InlineData("new ArnPrincipal(\"arn:aws:iam::1:role/x\")", "Allow arn:aws:iam::1:role/x sts:AssumeRole")]
    [InlineData("new AccountRootPrincipal()", "Allow arn:${AWS::Partition}:iam::${AWS::AccountId}:root sts:AssumeRole")]
    [InlineData("new FederatedPrincipal(\"x\", new Dictionary<string, object>(), \"sts:AssumeRoleWithWebIdentity\")", "Allow nobody sts:AssumeRoleWithWebIdentity")]
    [InlineData("new ServicePrincipal(\"a.amazonaws.com\").WithConditions(new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:SourceAccount\"] = \"1\" } })", "Allow a.amazonaws.com sts:AssumeRole if StringEquals aws:SourceAccount 1")]
    [InlineData("new PrincipalWithConditions(new ServicePrincipal(\"a.amazonaws.com\"), new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:SourceAccount\"] = \"1\" } })", "Allow a.amazonaws.com sts:AssumeRole if StringEquals aws:SourceAccount 1")]
    [InlineData("new ServicePrincipal(\"a.amazonaws.com\", new ServicePrincipalOpts { Conditions = new Dictionary<string, object> { [\"ArnLike\"] = new Dictionary<string, object> { [\"aws:SourceArn\"] = \"x\" } } })", "Allow a.amazonaws.com sts:AssumeRole if ArnLike aws:SourceArn x")]
    [InlineData("new SessionTagsPrincipal(new ServicePrincipal(\"a.amazonaws.com\"))", "Allow a.amazonaws.com sts:AssumeRole, sts:TagSession")]
    [InlineData("new ServicePrincipal(\"a.amazonaws.com\").WithSessionTags()", "Allow a.amazonaws.com sts:AssumeRole, sts:TagSession")]
    [InlineData("unknown", "Allow … sts:AssumeRole, … if …")]
    [InlineData("prod ? new ServicePrincipal(\"a.amazonaws.com\") : new ServicePrincipal(\"b.amazonaws.com\")", "Allow a.amazonaws.com sts:AssumeRole when prod\nAllow b.amazonaws.com sts:AssumeRole when not prod")]
    public void IsAssumedBy(string principal, string expected) => Assert.Equal(
        expected,
        CdkRun.Stack($"new Role(this, \"Role\", new RoleProps {{ AssumedBy = {principal} }});", parameters: "IPrincipal unknown, bool prod").Trust("Role"));

    [Theory]
    [InlineData("role.AssumeRolePolicy.AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"sts:AssumeRole\" }, Principals = new[] { new ServicePrincipal(\"b.amazonaws.com\") } }));", "\nAllow b.amazonaws.com sts:AssumeRole")]
    [InlineData("var s = new PolicyStatement(); s.AddServicePrincipal(\"b.amazonaws.com\"); s.AddActions(\"sts:AssumeRole\"); role.AssumeRolePolicy?.AddStatements(s);", "\nAllow b.amazonaws.com sts:AssumeRole")]
    [InlineData("((CfnRole)role.Node.DefaultChild).AddPropertyOverride(\"AssumeRolePolicyDocument.Statement.0.Principal.Service\", \"b.amazonaws.com\");", "\nunknown")]
    [InlineData("((CfnRole)role.Node.DefaultChild).AddPropertyOverride(\"Description\", \"x\");", "")]
    public void MayBeChangedLater(string code, string expected) => Assert.Equal(
        "Allow a.amazonaws.com sts:AssumeRole" + expected,
        CdkRun.Stack("var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"a.amazonaws.com\") });" + code).Trust("Role"));

    [Fact]
    public void AStaticServicePrincipalIsTakenAsItIs() => Assert.Equal(
        "Allow ecs.amazonaws.com sts:AssumeRole",
        CdkRun.Stack("new Role(this, \"Role\", new RoleProps { AssumedBy = ServicePrincipal.FromStaticServicePrincipleName(\"ecs.amazonaws.com\") });", cdk: "2.277.0").Trust("Role"));

    [Fact]
    public void ExternalIdsAreConditions() => Assert.Equal(
        "Allow a.amazonaws.com sts:AssumeRole if StringEquals sts:ExternalId x",
        CdkRun.Stack("new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"a.amazonaws.com\"), ExternalIds = new[] { \"x\" } });").Trust("Role"));

    [Fact]
    public void AnImportedRolesTrustIsUnknown() => Assert.Equal("unknown", CdkRun.Stack("Role.FromRoleName(this, \"Role\", \"r\");").Trust("Role"));
}
