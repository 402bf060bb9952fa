using Xunit;
using static EcsExecRole.Analyzers.SynthTests.OracleTests.Judged;

namespace EcsExecRole.Analyzers.SynthTests.OracleTests;

/// <summary>IAM's evaluation: effects, conditions, boundaries, managed policies, trust, and where policies attach.</summary>
public sealed class IamTests
{
    private const string Missing = "missing ssm:GetParameters";
    private static readonly string Parameter = Task(Secret("\"key\""));

    private static string Permitted(string statements, string more = "") => Of(Role(statements, more) + "," + Parameter);

    [Theory]
    [InlineData("""{ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }""", "")]
    [InlineData("""{ "Effect": "Allow", "NotAction": ["ssm:*"], "Resource": "*" }""", Missing)]
    [InlineData("""{ "Effect": "Allow", "Action": "ssm:*", "NotResource": "arn:aws:ssm:*:*:parameter/other" }""", "")]
    [InlineData("""{ "Effect": "Allow", "Action": "ssm:*", "NotResource": "arn:aws:ssm:*:*:parameter/*" }""", Missing)]
    [InlineData("""{ "Effect": "Allow", "Action": "SSM:getparameters", "Resource": "*" }""", "")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*" }, { "Effect": "Deny", "Action": "ssm:Get*", "Resource": "*" }""", Missing)]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*" }, { "Effect": "Deny", "Action": "ssm:*", "Resource": "arn:aws:ssm:*:*:parameter/other" }""", "")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*" }, { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } }""", "")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*" }, { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "a" } } }""", "unknown ssm:GetParameters")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "us-east-1" } } }""", "")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["us-east-1"] } } }""", Missing)]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "a" } } }""", "unknown ssm:GetParameters")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "a", "aws:RequestedRegion": "eu-west-1" } } }""", Missing)]
    public void Statements(string statements, string expected) => Assert.Equal(expected, Permitted(statements));

    [Theory]
    [InlineData("aws:SourceVpce")]
    [InlineData("aws:SourceVpc")]
    public void The_token_never_comes_through_an_endpoint(string key) => Assert.Equal(
        "missing ecr:GetAuthorizationToken; unknown ecr:BatchGetImage; unknown ecr:GetDownloadUrlForLayer",
        Of(Role(Allow("ecr:*", "*", $$"""{ "StringEquals": { "{{key}}": "vpce-1" } }""")) + ","
            + Task("\"Cpu\": 1").Replace("\"nginx\"", "\"111111111111.dkr.ecr.us-east-1.amazonaws.com/a\"")));

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess", "")]
    [InlineData("arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy", Missing)]
    [InlineData("arn:aws:iam::aws:policy/AmazonECSTaskExecutionRolePolicy", Missing + "; no such managed policy AmazonECSTaskExecutionRolePolicy")]
    [InlineData("arn:aws:iam::111111111111:policy/service-role/AmazonECSTaskExecutionRolePolicy", Missing + "; no such managed policy service-role/AmazonECSTaskExecutionRolePolicy")]
    [InlineData("arn:aws:iam::111111111111:policy/platform", "unknown ssm:GetParameters")]
    [InlineData("arn:aws:iam::aws:policy/PowerUserAccess", "")]
    public void Managed_policies(string arn, string expected) => Assert.Equal(expected, Permitted("", $"\"ManagedPolicyArns\": [\"{arn}\"],"));

    [Theory]
    [InlineData("AWS::IAM::Policy", """ "Roles": [ { "Ref": "Role" } ] """, "")]
    [InlineData("AWS::IAM::ManagedPolicy", """ "Roles": [ { "Ref": "Role" } ] """, "")]
    [InlineData("AWS::IAM::RolePolicy", """ "RoleName": { "Ref": "Role" } """, "")]
    [InlineData("AWS::IAM::Policy", """ "Roles": [ "another" ] """, Missing)]
    public void Attached_policies(string type, string attachment, string expected) => Assert.Equal(expected, Of(
        $$"""{{Role("")}}, {{Parameter}}, "P": { "Type": "{{type}}", "Properties": { {{attachment}}, "PolicyDocument": { "Statement": [ {{Allow("ssm:GetParameters", "*")}} ] } } }"""));

    [Fact]
    public void A_boundary_limits_what_the_policies_allow() => Assert.Equal(Missing, Permitted(
        Allow("*", "*"), "\"PermissionsBoundary\": \"arn:aws:iam::aws:policy/AmazonS3FullAccess\","));

    [Fact]
    public void A_boundary_nobody_sees_leaves_doubt() => Assert.Equal("unknown ssm:GetParameters", Permitted(
        Allow("*", "*"), "\"PermissionsBoundary\": \"arn:aws:iam::111111111111:policy/boundary\","));

    [Theory]
    [InlineData("""{ "Service": "ecs-tasks.amazonaws.com" }""", "{}", "")]
    [InlineData("""{ "Service": ["ec2.amazonaws.com", "ecs-tasks.amazonaws.com"] }""", "{}", "")]
    [InlineData("""{ "Service": { "Fn::Join": ["", ["ecs-tasks.", { "Ref": "AWS::URLSuffix" }]] } }""", "{}", "")]
    [InlineData("""{ "Service": "ecs.amazonaws.com" }""", "{}", "wrong trust")]
    [InlineData("""{ "AWS": "arn:aws:iam::111111111111:root" }""", "{}", "wrong trust")]
    [InlineData("""{ "Service": "ecs-tasks.amazonaws.com" }""", """{ "StringEquals": { "aws:SourceAccount": { "Ref": "AWS::AccountId" } }, "ArnLike": { "aws:SourceArn": "arn:aws:ecs:us-east-1:111111111111:*" } }""", "")]
    [InlineData("""{ "Service": "ecs-tasks.amazonaws.com" }""", """{ "StringEquals": { "aws:SourceAccount": "999999999999" } }""", "wrong trust")]
    public void Trust(string principal, string condition, string expected) => Assert.Equal(expected, Of(
        $$"""
        "Role": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": { "Statement": [
            { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {{principal}}, "Condition": {{condition}} } ] } } },
        {{Task("\"Cpu\": 1")}}
        """));

    [Fact]
    public void An_imported_role_may_have_anything_but_what_is_attached_is_known()
    {
        const string Imported = """ "ExecutionRoleArn": "arn:aws:iam::111111111111:role/path/platform", """;
        const string Policy = """ "P": { "Type": "AWS::IAM::Policy", "Properties": { "Roles": ["platform"], "PolicyDocument": { "Statement": [ { "Effect": "Allow", "Action": "ssm:*", "Resource": "*" } ] } } } """;
        var task = Task(Secret("\"key\""), "FARGATE", Imported);
        Assert.Equal("unknown ssm:GetParameters", Of(task));
        Assert.Equal("", Of(task + "," + Policy));
    }

    [Theory]
    [InlineData("arn:aws:ssm:us-east-1:111111111111:parameter/key", "unknown ssm:GetParameters")]
    [InlineData("arn:aws:ssm:us-east-1:111111111111:parameter/other", Missing)]
    [InlineData("arn:aws:ssm:*:*:parameter/key", "")]
    public void Without_an_environment_a_literal_account_may_be_the_right_one(string resource, string expected) =>
        Assert.Equal(expected, Of(Role(Allow("ssm:GetParameters", resource)) + "," + Parameter, account: null));
}
