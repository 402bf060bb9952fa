using EcsExecRole.Analyzers.CodeFixes;
using EcsExecRole.Analyzers.SynthTests.Conformance;
using EcsExecRole.Analyzers.SynthTests.Oracle;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace EcsExecRole.Analyzers.SynthTests.Fixing;

/// <summary>Programs that are clean stay so when a refactoring has changed them: they compile, synthesize, and the role has what ECS asks for.</summary>
public sealed class RefactoredTests
{
    private const string Caret = "$$";

    private const string Trust = """
        AssumeRolePolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { "sts:AssumeRole" }, Principals = new[] { new ServicePrincipal("ecs-tasks.amazonaws.com") } }) } })
        """;

    private const string LevelTwo = """
        var role = new Role(this, "ExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy") },
        });
        var key = Key.FromKeyArn(this, "Key", "arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555");
        var secret = Secret.FromSecretAttributes(this, "Secret", new SecretAttributes { SecretCompleteArn = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop-AbCdEf", EncryptionKey = key });
        key.GrantDecrypt(role);
        var task = $$new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        task.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1"),
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
            Secrets = new Dictionary<string, EcsSecret> { ["KEY"] = EcsSecret.FromSecretsManager(secret) },
        });
        """;

    private static string LevelOne(string role, string arn) => $$"""
        {{role}}
        _ = ^new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "FARGATE" },
            NetworkMode = "awsvpc",
            ExecutionRoleArn = {{arn}},
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api:1",
                    Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "LIMIT", ValueFrom = "/shop/limit" } },
                },
            },
        });
        """.Replace("^", Caret);

    private static string LevelOneWithRole => LevelOne("""
        var role = new Role(this, "ExecutionRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName("AdministratorAccess") },
        });
        """, "role.RoleArn");

    private static string LevelOneWithLevelOneRole => LevelOne($$"""
        var role = new CfnRole(this, "ExecutionRole", new CfnRoleProps
        {
            {{Trust}},
            ManagedPolicyArns = new[] { "arn:aws:iam::aws:policy/AdministratorAccess" },
        });
        """, "role.AttrArn");

    public static TheoryData<string> Programs => ["LevelTwo", "LevelOneWithRole", "LevelOneWithLevelOneRole"];

    [Theory, MemberData(nameof(Programs))]
    public async Task A_least_privilege_role_suffices(string name)
    {
        var text = await VerifyAsync<LeastPrivilegeRoleRefactoring>(name, verdict => false);
        Assert.Contains("ExecutionRole\", new RoleProps", text, StringComparison.Ordinal);
        Assert.Matches("ExecutionRole(Arn)? = executionRole", text);
    }

    [Theory, MemberData(nameof(Programs))]
    public async Task Pulls_through_the_endpoint_stay_allowed(string name)
    {
        // Whether a task pulls through the endpoint is not in the template.
        var text = await VerifyAsync<VpcEndpointRefactoring>(name, verdict => verdict.Kind == VerdictKind.Unknown);
        Assert.Contains("Effect = Effect.DENY", text, StringComparison.Ordinal);
        Assert.Contains("[\"aws:SourceVpce\"]", text, StringComparison.Ordinal);
    }

    private static async Task<string> VerifyAsync<TRefactoring>(string name, Func<Verdict, bool> mayBe)
        where TRefactoring : CodeRefactoringProvider, new()
    {
        Assert.SkipWhen(Synthesizer.Node is null, "See ConformanceTests.Node_is_installed.");
        var marked = Program(name switch { "LevelTwo" => LevelTwo, "LevelOneWithRole" => LevelOneWithRole, _ => LevelOneWithLevelOneRole });
        Assert.All(Synthesize(marked.Replace(Caret, "")).Tasks, task => Assert.Empty(task.Verdicts));

        var text = await RefactorAsync<TRefactoring>(marked);
        Assert.DoesNotContain("global::", text, StringComparison.Ordinal);
        var outcome = Synthesize(text);
        Assert.All(outcome.Syntheses, synthesis => Assert.True(synthesis.Error is null, synthesis.Error + "\n" + text));
        Assert.True(outcome.Tasks.Count == 1 && outcome.Tasks[0].Verdicts.All(mayBe), outcome.Report() + "\n" + text);
        Assert.DoesNotContain(CompiledAnalyzer.Shipped.Analyze(Compile(text)), f => f.Severity == DiagnosticSeverity.Warning);
        return text;
    }

    private static async Task<string> RefactorAsync<TRefactoring>(string marked)
        where TRefactoring : CodeRefactoringProvider, new()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var program = Compile(marked.Replace(Caret, ""));
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Refactored", "Refactored", LanguageNames.CSharp,
            compilationOptions: program.Options, parseOptions: program.SyntaxTrees[0].Options, metadataReferences: program.References));
        var solution = program.SyntaxTrees.Aggregate(project.Solution, (s, tree) => s.AddDocument(DocumentId.CreateNewId(project.Id), tree.FilePath, tree.GetText(cancellation), filePath: tree.FilePath));
        var document = solution.GetProject(project.Id)!.Documents.Single(d => d.Name == "Refactored.cs");

        CodeAction? offered = null;
        await new TRefactoring().ComputeRefactoringsAsync(new(document, new(marked.IndexOf(Caret, StringComparison.Ordinal), 0), action => offered ??= action, cancellation));
        Assert.NotNull(offered);
        var changes = (await offered.GetOperationsAsync(cancellation)).OfType<ApplyChangesOperation>().Single();
        return (await changes.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(cancellation)).ToString();
    }

    private static string Program(string body) => $$"""
        using Amazon.CDK;
        using Amazon.CDK.AWS.ECS;
        using Amazon.CDK.AWS.IAM;
        using Amazon.CDK.AWS.KMS;
        using Constructs;
        using EcsSecret = Amazon.CDK.AWS.ECS.Secret;
        using Secret = Amazon.CDK.AWS.SecretsManager.Secret;
        using SecretAttributes = Amazon.CDK.AWS.SecretsManager.SecretAttributes;

        namespace Cases.Refactored;

        public class ServiceStack : Stack
        {
            public ServiceStack(Construct scope, string id, IStackProps props)
                : base(scope, id, props)
            {
                {{body.Replace("\n", "\n        ")}}
            }
        }

        public static class Program
        {
            public static void Build(App app) => new ServiceStack(app, "Service", new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } });
        }
        """;

    private static CaseOutcome Synthesize(string source)
    {
        var file = CaseFile.Parse("Refactored", source);
        return CaseOutcome.Of(file, Synthesizer.Run(file, CaseCompiler.Emit(Compile(source))));
    }

    private static CSharpCompilation Compile(string source) => CaseCompiler.Compile("Refactored", source);
}
