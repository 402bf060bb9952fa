using System.Collections.Immutable;
using EcsExecRole.Analyzers.RobustnessTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.RobustnessTests.Determinism;

/// <summary>The same code has the same diagnostics, however the compiler comes to ask: to the last word and location.</summary>
public class DeterminismTests
{
    /// <summary>Enough task definitions that they are judged by several threads; each is another on each of the unknown paths.</summary>
    private static readonly string Crowd = Tests.Support.CdkSource.Usings + $$"""
        public class CrowdedStack : Stack
        {
            public CrowdedStack(Construct scope, string id, bool a, bool b, string name)
                : base(scope, id)
            {
                var shared = new Role(this, "Shared", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
                if (a)
                {
                    shared.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
                }

                {{Support.Apps.Many(60, """
                    {
                        var role = b ? shared : new Role(this, "Role#", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
                        var secret = Secret.FromSecretCompleteArn(this, "Secret#", "arn:aws:secretsmanager:eu-west-1:111111111111:secret:" + name + "-#-AbCdEf");
                        _ = new CfnTaskDefinition(this, "Task#", new CfnTaskDefinitionProps
                        {
                            RequiresCompatibilities = new[] { "FARGATE" },
                            ExecutionRoleArn = (a ? role : shared).RoleArn,
                            ContainerDefinitions = new object[]
                            {
                                new CfnTaskDefinition.ContainerDefinitionProperty
                                {
                                    Name = "app",
                                    Image = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/app-#",
                                    Secrets = new object[] { new CfnTaskDefinition.SecretProperty { Name = "KEY", ValueFrom = secret.SecretArn } },
                                },
                            },
                        });
                    }

                    """)}}
            }
        }
        """;

    private static readonly ImmutableArray<CSharpCompilation> Apps =
    [
        Program.Compile(Crowd),
        .. Corpus.Samples.Select(s => s.Compilation),
        Program.Compile([.. Corpus.Cases.Where((_, i) => i % LongRun.CasesStep == 0).SelectMany(c => c.Files).Select(f => (f.FilePath, f.ToString()))]),
    ];

    private static readonly ImmutableArray<Lazy<string[]>> Once = [.. Apps.Select(a => new Lazy<string[]>(() => Texts(Inspection.Build(a))))];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Apps.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void RunsAndThreads(int app)
    {
        var once = Once[app].Value;
        Assert.NotEmpty(once);
        Assert.Equal(once, Texts(Inspection.Build(Fresh(Apps[app]))));
        var concurrent = Fresh(Apps[app]);
        foreach (var _ in Enumerable.Range(0, LongRun.Repetitions))
        {
            Assert.Equal(once, Texts(Inspection.Build(concurrent.WithOptions(concurrent.Options.WithConcurrentBuild(true)), concurrent: true)));
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void OrderOfFiles(int app)
    {
        var once = Once[app].Value;
        var random = new Random(LongRun.Seed);
        foreach (var _ in Enumerable.Range(0, LongRun.Shuffles))
        {
            var trees = Apps[app].SyntaxTrees.ToArray();
            random.Shuffle(trees);
            Assert.Equal(once, Texts(Inspection.Build(Apps[app].RemoveAllSyntaxTrees().AddSyntaxTrees(trees))));
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void BuildAndEditor(int app) => Assert.Equal(
        Once[app].Value,
        Texts(Inspection.Live(Fresh(Apps[app]), concurrent: true)));

    [Fact]
    public void EditorsThatAskForOneMember()
    {
        var app = Apps[0];
        var members = Inspection.Run(Fresh(app), concurrent: false, async (driver, cancellation) =>
        {
            var all = ImmutableArray<Diagnostic>.Empty;
            foreach (var tree in driver.Compilation.SyntaxTrees.Reverse())
            {
                var model = driver.Compilation.GetSemanticModel(tree);
                foreach (var member in (await tree.GetRootAsync(cancellation)).DescendantNodes().Where(n => n is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or FieldDeclarationSyntax))
                {
                    all = all.AddRange(await driver.GetAnalyzerSemanticDiagnosticsAsync(model, member.Span, cancellation));
                }
            }

            return all;
        });

        Assert.Equal(Texts(Inspection.Live(app)), Texts(members).Distinct());
    }

    private static string[] Texts(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(Inspection.Text)];

    /// <summary>The same, without anything that an earlier run has left in it.</summary>
    private static CSharpCompilation Fresh(CSharpCompilation app) => app.Clone();
}
