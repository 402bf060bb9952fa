using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Testing;

namespace EcsExecRole.Analyzers.Tests.Rules;

/// <summary>EER3001 to EER3004: more than the role needs. EER9001 and EER9002: what could not be told, and what is needed.</summary>
public class HygieneTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf";

    private const string Role = """
        var role = new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        """;

    private static string Allow(string action, string resource = "*") => $$"""
        role.AddToPolicy({|#0:new PolicyStatement(new PolicyStatementProps { Actions = new[] { "{{action}}" }, Resources = new[] { "{{resource}}" } })|});
        """;

    private static string Unmarked(string source) => source.Replace("{|#0:", "").Replace("|}", "");

    private static string L1(string taskRole = "") => $$"""
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            ExecutionRoleArn = role.RoleArn,
            {{taskRole}}
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "nginx",
                    Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "PASSWORD", ValueFrom = "{{Arn}}" } },
                },
            },
        });
        """;

    [Fact]
    public Task AllSecretsWhereOneIsNeeded() => VerifyRules.All(CdkSource.Stack(Role + Allow("secretsmanager:GetSecretValue") + L1()),
        VerifyRules.Result(Descriptors.Wildcard).WithLocation(0).WithMessage(
            $"Execution role 'ExecutionRole' may use secretsmanager:GetSecretValue on every resource, though its tasks need only '{Arn}'"));

    [Fact]
    public Task TheSecretItself() => VerifyRules.All(CdkSource.Stack(Unmarked(Role + Allow("secretsmanager:GetSecretValue", Arn) + L1())));

    [Fact]
    public Task WhereASecretIsNotKnownAWildcardMayBeNeeded() => VerifyRules.Only("EER3001", CdkSource.Library("string arn", Unmarked(Role + Allow("secretsmanager:GetSecretValue") + L1().Replace($"\"{Arn}\"", "arn"))));

    [Fact]
    public Task Administrator() => VerifyRules.Only("EER3002", CdkSource.Stack(Role + Allow("*") + L1()), VerifyRules.Result(Descriptors.Administrator).WithLocation(0));

    [Theory]
    [InlineData("AdministratorAccess")]
    [InlineData("PowerUserAccess")]
    public async Task AdministratorByManagedPolicy(string policy) =>
        Assert.Contains(await Analysis.Build(CdkSource.Stack(Role + $$"""role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("{{policy}}"));""" + L1())), d => d.Id == "EER3002");

    [Theory]
    [InlineData("dynamodb:GetItem")]
    [InlineData("sqs:*")]
    [InlineData("s3:PutObject")]
    [InlineData("ssmmessages:CreateDataChannel")]
    public Task ApplicationPermissions(string action) => VerifyRules.Only("EER3003", CdkSource.Stack(Role + Allow(action) + L1()), VerifyRules.Result(Descriptors.ApplicationPermission).WithLocation(0));

    [Theory]
    [InlineData("s3:GetObject")]
    [InlineData("logs:PutLogEvents")]
    [InlineData("kms:Decrypt")]
    [InlineData("ecr:BatchGetImage")]
    public Task WhatEcsUses(string action) => VerifyRules.Only("EER3003", CdkSource.Stack(Unmarked(Role + Allow(action) + L1())));

    [Fact]
    public Task WhereTheRoleIsBothTheApplicationMayNeedThem() => VerifyRules.Only("EER3003", CdkSource.Stack(Unmarked(Role + Allow("dynamodb:GetItem") + L1("TaskRoleArn = role.RoleArn,"))));

    [Fact]
    public Task OneRoleForBoth() => VerifyRules.Only("EER3004", CdkSource.Stack(Role.Replace("new Role(", "{|EER3004:new Role(").Replace("});", "})|};") + L1("TaskRoleArn = role.RoleArn,")));

    [Fact]
    public Task TwoRoles() => VerifyRules.Only("EER3004", CdkSource.Stack(Role + """
        var taskRole = new Role(this, "TaskRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        """ + L1("TaskRoleArn = taskRole.RoleArn,")));

    [Fact]
    public Task AuditTellsWhy() => VerifyRules.Only("EER9001", CdkSource.Stack("""
        var role = Role.FromRoleName(this, "Imported", "ecsTaskExecutionRole");
        """ + L1().Replace($"\"{Arn}\"", $$"""{|#0:"{{Arn}}"|}""")), VerifyRules.Result(Descriptors.AuditUnknown).WithLocation(0).WithMessage(
        $"Could not tell whether execution role 'Imported' allows secretsmanager:GetSecretValue on '{Arn}', because the role is imported, and has the policies it has in its account"));

    [Fact(Skip = CdkReferences.NotInOldest)]
    public Task AuditTellsOfTheSecretInADomainlessCredentialSpec() => VerifyRules.Only(
        "EER9001",
        CdkSource.Stack(Role + Unmarked(Allow("*")) + L1().Replace("Image = \"nginx\",", "Image = \"nginx\", CredentialSpecs = {|#0:new[] { \"credentialspecdomainless:arn:aws:s3:::specs/app.json\" }|},")),
        VerifyRules.Result(Descriptors.AuditUnknown).WithLocation(0).WithMessage(
            "Could not tell whether the execution role allows all that is needed, because the domainless credential spec names a secret that only the file tells"));

    [Fact]
    public Task ReportListsTheNeeds() => VerifyRules.Only("EER9002", CdkSource.Stack(Role + L1().Replace("new CfnTaskDefinition(", "{|#0:new CfnTaskDefinition(").Replace("});", "})|};")), VerifyRules.Result(Descriptors.Report).WithLocation(0).WithMessage(
        $"The execution role of task definition 'Task' needs secretsmanager:GetSecretValue on '{Arn}'"));
}
