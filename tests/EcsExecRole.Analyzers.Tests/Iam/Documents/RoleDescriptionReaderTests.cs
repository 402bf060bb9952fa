using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Iam.Documents;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Tests.Iam.Documents;

/// <summary>The shapes of a role's description, and what is no description.</summary>
public class RoleDescriptionReaderTests
{
    private const string Read = """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": ["arn:aws:secretsmanager:*:*:secret:shop/*"] } }""";

    [Fact]
    public void TheOwnShape()
    {
        var role = Assert.Single(RoleDescriptionReader.Read($$"""
            {
              "RoleArn": "arn:aws:iam::*:role/platform/*",
              "ManagedPolicyArns": [ "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy" ],
              "Policies": [ {{Read}}, { "PolicyName": "More", "PolicyDocument": {{Read}} } ],
              "AssumeRolePolicyDocument": { "Statement": [ { "Effect": "Allow", "Principal": { "Service": "ecs-tasks.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:SourceAccount": ["111111111111"] } } } ] },
              "PermissionsBoundary": "arn:aws:iam::111111111111:policy/limits"
            }
            """));
        Assert.Equal(("arn:aws:iam::*:role/platform/*", null, "arn:aws:iam::111111111111:policy/limits"), (role.Arn, role.Name, role.BoundaryArn));
        Assert.Equal("arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy", Assert.Single(role.ManagedPolicies));
        Assert.Equal(2, role.Statements.Length);
        Assert.All(role.Statements, s => Assert.Equal("True secretsmanager:GetSecretValue arn:aws:secretsmanager:*:*:secret:shop/*", $"{s.IsAllow} {s.Actions} {s.Resources}"));
        var trust = Assert.Single(role.Trust);
        Assert.Equal("ecs-tasks.amazonaws.com sts:AssumeRole", $"{trust.Principals!.Services} {trust.Actions}");
        Assert.Equal("StringEquals aws:SourceAccount 111111111111", Assert.Single(trust.Conditions) is var c ? $"{c.Operator} {c.Key} {c.Values}" : "");
    }

    [Fact]
    public void WhatTheCommandLineGivesForARole()
    {
        var role = Assert.Single(RoleDescriptionReader.Read(Detail("")));
        Assert.Equal(("arn:aws:iam::111111111111:role/platform/ecs", null), (role.Arn, role.Name));
        Assert.Single(role.Statements);
        Assert.Equal(["arn:aws:iam::111111111111:policy/own"], role.ManagedPolicies);
        Assert.Single(role.Trust);
        Assert.Equal("arn:aws:iam::111111111111:policy/limits", role.BoundaryArn);
        Assert.True(role.Boundary.IsDefault);
    }

    [Fact]
    public void TheWholeOfIt()
    {
        string Policy(string name) => $$"""
            { "PolicyName": "{{name}}", "Arn": "arn:aws:iam::111111111111:policy/{{name}}", "DefaultVersionId": "v2", "PolicyVersionList": [
              { "VersionId": "v2", "IsDefaultVersion": true, "Document": {{Read}} },
              { "VersionId": "v1", "IsDefaultVersion": false, "Document": { "Statement": [] } } ] }
            """;
        var role = Assert.Single(RoleDescriptionReader.Read($$"""{ "UserDetailList": [], "GroupDetailList": [], "RoleDetailList": [ {{Detail("")}} ], "Policies": [ {{Policy("own")}}, {{Policy("limits")}} ] }"""));
        Assert.Equal(2, role.Statements.Length);
        Assert.Empty(role.ManagedPolicies);
        Assert.Single(role.Boundary);
    }

    [Fact]
    public void AListOfRoles() => Assert.Equal(2, RoleDescriptionReader.Read("""[ { "RoleName": "a", "Policies": [] }, { "RoleName": "b*", "ManagedPolicyArns": [] } ]""").Length);

    [Fact]
    public void EncodedDocumentsAreDecoded() =>
        Assert.Single(RoleDescriptionReader.Read($$"""{ "RoleName": "a", "Policies": [ "{{Uri.EscapeDataString(Read)}}" ] }""").Single().Statements);

    [Theory]
    [InlineData("""{ "RoleName": "a", "ManagedPolicyArn": [] }""", "a role has no 'ManagedPolicyArn', only RoleArn,", "\"ManagedPolicyArn\"")]
    [InlineData("""{ "Policies": [] }""", "a role needs a RoleArn or a RoleName, one of the two", "{")]
    [InlineData("""{ "RoleName": "a", "RoleArn": "arn:aws:iam::1:role/a", "Policies": [] }""", "one of the two", "{")]
    [InlineData("""{ "RoleName": "a" }""", "a role needs ManagedPolicyArns or Policies", "{")]
    [InlineData("""{ "RoleName": "role/a", "Policies": [] }""", "'role/a' is not a role's name", "\"role/a\"")]
    [InlineData("""{ "RoleArn": "a", "Policies": [] }""", "'a' is not an ARN with ':role/'", "\"a\"")]
    [InlineData("""{ "RoleName": "a", "ManagedPolicyArns": [ "AmazonECSTaskExecutionRolePolicy" ] }""", "is not an ARN with ':policy/'", "\"AmazonECS")]
    [InlineData("""{ "Role": { "Arn": "arn:aws:iam::1:role/a" } }""", "a role has no 'Role'", "\"Role\"")]
    [InlineData("""[ 1 ]""", "a role has to be an object", "1")]
    [InlineData("""{ "RoleName": "a", "Policies": [ { "Statements": [] } ] }""", "a policy document has no 'Statements', only Version, Id, Statement", "\"Statements\"")]
    [InlineData("""{ "RoleName": "a", "Policies": [ { "Version": "2012-10-17" } ] }""", "a policy document needs a Statement", "{ \"Version\"")]
    [InlineData("""{ "RoleName": "a", "Policies": [ { "Statement": [ { "Action": "*", "Resource": "*" } ] } ] }""", "a statement needs the Effect", "{ \"Action\"")]
    [InlineData("""{ "RoleName": "a", "Policies": [ { "Statement": [ { "Effect": "allow", "Action": "*", "Resource": "*" } ] } ] }""", "a statement needs the Effect", "\"allow\"")]
    [InlineData("""{ "RoleName": "a", "Policies": [ { "Statement": [ { "Effect": "Allow", "Actions": "*", "Resource": "*" } ] } ] }""", "a statement has no 'Actions'", "\"Actions\"")]
    [InlineData("""{ "RoleName": "a", "Policies": [ { "Statement": [ { "Effect": "Allow", "Action": "*" } ] } ] }""", "a statement needs Resource or NotResource", "{ \"Effect\"")]
    [InlineData("""{ "RoleName": "a", "Policies": [ { "Statement": [ { "Effect": "Allow", "Action": "*", "NotAction": "*", "Resource": "*" } ] } ] }""", "either Action or NotAction", "\"*\", \"Resource\"")]
    [InlineData("""{ "RoleName": "a", "Policies": [ { "Statement": [ { "Effect": "Allow", "Action": [ 1 ], "Resource": "*" } ] } ] }""", "Action has to be a string", "1 ]")]
    [InlineData("""{ "RoleName": "a", "Policies": [ { "Statement": [ { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" } ] } ] }""", "has no Principal", "{ \"Effect\"")]
    [InlineData("""{ "RoleName": "a", "Policies": [ { "Statement": [ { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "Bool": { "x": null } } } ] } ] }""", "a condition's value", "null")]
    [InlineData("""{ "RoleName": "a", "Policies": [], "AssumeRolePolicyDocument": { "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole" } } }""", "needs a Principal", "{ \"Effect\"")]
    public void IsClearOnWhatIsWrongAndWhere(string text, string message, string place)
    {
        var e = Assert.Throws<DocumentException>(() => RoleDescriptionReader.Read(text));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.StartsWith(place, text[e.Position..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"RoleArn\": \"arn:aws:iam::111111111111:role/x\"", "arn:aws:iam::111111111111:role/x", true)]
    [InlineData("\"RoleArn\": \"arn:aws:iam::*:role/x\"", "arn:aws:iam::111111111111:role/x", true)]
    [InlineData("\"RoleArn\": \"arn:aws:iam::222222222222:role/x\"", "arn:aws:iam::111111111111:role/x", false)]
    [InlineData("\"RoleName\": \"x\"", "arn:aws:iam::111111111111:role/x", true)]
    [InlineData("\"RoleName\": \"x-*\"", "arn:aws:iam::111111111111:role/x", false)]
    public void MatchesByPattern(string key, string arn, bool matches) =>
        Assert.Equal(matches, RoleDescriptionReader.Read("{ " + key + ", \"Policies\": [] }")[0].Matches(arn, "x"));

    [Fact]
    public void AnUnknownAccountIsNoMatch()
    {
        var arn = Template.Concat("arn:aws:iam::", Template.Of(new Hole("a", HoleKind.Account, "account")), ":role/x");
        Assert.False(RoleDescriptionReader.Read("""{ "RoleArn": "arn:aws:iam::111111111111:role/x", "Policies": [] }""")[0].Matches(arn, "x"));
        Assert.True(RoleDescriptionReader.Read("""{ "RoleArn": "arn:aws:iam::*:role/x", "Policies": [] }""")[0].Matches(arn, "x"));
    }

    private static string Detail(string more) => $$"""
        {
          "Path": "/platform/", "RoleName": "ecs", "RoleId": "AROA", "Arn": "arn:aws:iam::111111111111:role/platform/ecs", "CreateDate": "2024-01-01T00:00:00+00:00",
          "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "ecs-tasks.amazonaws.com" }, "Action": "sts:AssumeRole" } ] },
          "InstanceProfileList": [],
          "RolePolicyList": [ { "PolicyName": "Inline", "PolicyDocument": {{Read}} } ],
          "AttachedManagedPolicies": [ { "PolicyName": "own", "PolicyArn": "arn:aws:iam::111111111111:policy/own" } ],
          "PermissionsBoundary": { "PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": "arn:aws:iam::111111111111:policy/limits" },
          "Tags": [], "RoleLastUsed": {}{{more}}
        }
        """;
}
