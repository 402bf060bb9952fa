using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Fixes;

/// <summary>EER1008 to EER1010: FireLens configurations, gMSA credential specs and FSx volumes of level-1 task definitions.</summary>
public class FileFixTests
{
    private const string NewRole = """new Role(this, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") })""";

    private static string Task(string container, string task = "", string role = "role") => $$"""
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "EC2" },
            ExecutionRoleArn = {{role}}.RoleArn,{{task}}
            ContainerDefinitions = new object[] { new CfnTaskDefinition.ContainerDefinitionProperty { Name = "app", Image = "nginx", {{container}} } },
        });
        """;

    private static string Statement(string role, string actions, string resource) => $$"""

        {{role}}(new PolicyStatement(new PolicyStatementProps
        {
            Actions = new[] { {{actions}} },
            Resources = new[] { {{resource}} },
        }));
        """;

    private static string Router(string mark = "", string end = "") => $$"""
        FirelensConfiguration = new CfnTaskDefinition.FirelensConfigurationProperty
        {
            Type = "fluentbit",
            Options = {{mark}}new Dictionary<string, string> { ["config-file-type"] = "s3", ["config-file-value"] = "arn:aws:s3:::logging/router.conf" }{{end}},
        }
        """;

    private static string ReadFile(string role) =>
        Statement(role, "\"s3:GetObject\"", "\"arn:aws:s3:::logging/router.conf\"") + Statement(role, "\"s3:GetBucketLocation\"", "\"arn:aws:s3:::logging\"");

    [Fact]
    public Task ConfigurationOfARouter() => VerifyFix.Body<PermissionFix>(
        $"var role = {NewRole};\n" + Task(Router("{|EER1008:", "|}")),
        $"var role = {NewRole};\n" + Task(Router()) + ReadFile("role.AddToPolicy"));

    [Fact]
    public Task ConfigurationWithTheRoleInAField() => VerifyFix.Body<PermissionFix>(
        $"_role = {NewRole};\n" + Task(Router("{|EER1008:", "|}"), role: "_role"),
        $"_role = {NewRole};\n" + Task(Router(), role: "_role") + ReadFile("_role.AddToPolicy"),
        members: "private readonly Role _role;");

    [Fact]
    public Task ConfigurationWithTheRoleInAParameter()
    {
        static string Helper(string router, string grant) => $$"""
            private void AddTask(IRole role)
            {
                {{VerifyFix.Indented(Task(router) + grant, "    ")}}
            }
            """;
        return VerifyFix.Body<PermissionFix>(
            $"AddTask({NewRole});",
            $"AddTask({NewRole});",
            members: Helper(Router("{|EER1008:", "|}"), ""),
            fixedMembers: Helper(Router(), ReadFile("role.AddToPrincipalPolicy")));
    }

    private static string Volumes(string credentials) => $$"""

            Volumes = new object[]
            {
                new CfnTaskDefinition.VolumeProperty
                {
                    Name = "shared",
                    FSxWindowsFileServerVolumeConfiguration = new CfnTaskDefinition.FSxWindowsFileServerVolumeConfigurationProperty
                    {
                        FileSystemId = "fs-0123456789",
                        RootDirectory = "share",
                        AuthorizationConfig = new CfnTaskDefinition.FSxAuthorizationConfigProperty { CredentialsParameter = {{credentials}}, Domain = "corp.example.com" },
                    },
                },
            },
        """;

    private const string Credentials = "\"arn:aws:secretsmanager:eu-west-1:111111111111:secret:fsx-AbCdEf\"";

    private static string ReadShare(string role, string secret = Credentials) =>
        Statement(role, "\"secretsmanager:GetSecretValue\"", secret) + Statement(role, "\"fsx:DescribeFileSystems\"", "\"*\"");

    [Fact(Skip = CdkReferences.NotInOldest)]
    public Task CredentialsOfAVolume() => VerifyFix.Body<PermissionFix>(
        $"var role = {NewRole};\n" + Task("", Volumes($"{{|EER1010:{Credentials}|}}")),
        $"var role = {NewRole};\n" + Task("", Volumes(Credentials)) + ReadShare("role.AddToPolicy"));

    [Fact(Skip = CdkReferences.NotInOldest)]
    public Task CredentialsThatAreAConstruct() => VerifyFix.Body<PermissionFix>(
        $"var role = {NewRole};\nvar secret = new Secret(this, \"Share\");\n" + Task("", Volumes("{|EER1010:secret.SecretArn|}")),
        $"var role = {NewRole};\nvar secret = new Secret(this, \"Share\");\n" + Task("", Volumes("secret.SecretArn")) + "\nsecret.GrantRead(role);" + Statement("role.AddToPolicy", "\"fsx:DescribeFileSystems\"", "\"*\""));

    [Fact(Skip = CdkReferences.NotInOldest)]
    public Task CredentialSpec()
    {
        static string Spec(string mark, string end) => $$"""CredentialSpecs = {{mark}}new[] { "credentialspec:arn:aws:s3:::gmsa/app.json" }{{end}}""";
        return VerifyFix.Body<PermissionFix>(
            $"var role = {NewRole};\n" + Task(Spec("{|EER1009:", "|}")),
            $"var role = {NewRole};\n" + Task(Spec("", "")) + Statement("role.AddToPolicy", "\"s3:GetObject\"", "\"arn:aws:s3:::gmsa/app.json\""));
    }
}
