using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>Compiles a program against the real CDK and evaluates it: what the model made of it.</summary>
internal sealed class CdkRun
{
    public const string Cdk = CdkReferences.Default;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Amazon.CDK;
        using Amazon.CDK.AWS.IAM;
        using Constructs;
        using Secret = Amazon.CDK.AWS.SecretsManager.Secret;
        """;

    private readonly CdkModel model;

    private CdkRun(CdkModel model, Guard completed)
    {
        this.model = model;
        Completed = completed;
    }

    public CdkGraph Graph => model.Graph;

    public CdkModel Model => model;

    /// <summary>The paths on which the program runs to its end.</summary>
    public Guard Completed { get; }

    /// <summary>Runs an app with one stack.</summary>
    /// <param name="body">The body of the stack's constructor.</param>
    /// <param name="members">More members of the stack, or types after a line <c>---</c>.</param>
    /// <param name="props">The stack's properties, an expression.</param>
    /// <param name="parameters">More parameters of the stack's constructor, which are unknown.</param>
    /// <param name="usings">More using directives.</param>
    public static CdkRun Stack(string body, string members = "", string props = "null", string parameters = "", string usings = "", string cdk = Cdk)
    {
        var parts = members.Split("---");
        var names = parameters.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => ", " + p.Trim().Split(' ')[^1]);
        return Program($$"""
            {{Usings}}
            {{usings}}

            public class TestStack : Stack
            {
                public TestStack(Construct scope, string id, IStackProps props{{(parameters.Length > 0 ? ", " + parameters : "")}}) : base(scope, id, props)
                {
                    {{body}}
                }

                {{parts[0]}}
            }

            {{string.Concat(parts.Skip(1))}}

            public static class App1
            {
                public static void Run({{parameters}})
                {
                    var app = new App();
                    new TestStack(app, "Test", {{props}}{{string.Concat(names)}});
                    app.Synth();
                }
            }
            """, "App1", "Run", cdk);
    }

    /// <summary>Runs one method of a source text that compiles against the CDK.</summary>
    public static CdkRun Program(string source, string type, string method, string cdk = Cdk)
    {
        var compilation = Compile(source, cdk);
        var root = compilation.GetTypeByMetadataName(type)!.GetMembers(method).OfType<IMethodSymbol>().Single();
        Exception? failure = null;
        var registry = CdkRegistry.Create();
        var types = CdkTypes.TryCreate(compilation)!;
        var roots = new Roots(new ProgramText(compilation, t => compilation.GetSemanticModel(t), default), () => new CdkModel(types, registry), default) { OnFailure = (_, e) => failure = e };
        var run = roots.Start(root);
        if (failure is not null)
        {
            throw new InvalidOperationException("the evaluator failed: " + failure, failure);
        }

        return run is null ? throw new InvalidOperationException("the run went over a budget") : new((CdkModel)run.Library, run.Completed);
    }

    /// <summary>Compiles a source text against the CDK; errors fail.</summary>
    public static CSharpCompilation Compile(string source, string cdk = Cdk)
    {
        var compilation = CSharpCompilation.Create(
            "snippet",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview), path: "Snippet.cs")],
            CdkReferences.Of(cdk),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Disable));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors) + "\n" + source);
        return compilation;
    }

    /// <summary>The role that the program names so: by construct ID or variable.</summary>
    public RoleNode Role(string name) => Graph.Roles.FirstOrDefault(r => r.Name == name)
        ?? throw new InvalidOperationException($"no role {name}, only {string.Join(", ", Graph.Roles.Select(r => r.Name))}");

    public RolePermissions Permissions(string role) => EcsExecRole.Analyzers.Cdk.Permissions.Of(Role(role), Graph);

    /// <summary>All that is known of a role's permissions, a line each.</summary>
    public string Describe(string role)
    {
        var permissions = Permissions(role);
        return string.Join("\n", permissions.Statements.Select(PolicyText.Of)
            .Concat(permissions.Unknowns.Select(u => "unknown" + (u.Services is { } services ? " " + string.Join("/", services) : "") + PolicyText.When(u.Guard)))
            .Concat(permissions.Dropped.Select(d => "dropped " + string.Join(",", d.Statement.Actions.Items.Select(a => a.Text)) + PolicyText.When(d.Guard)))
            .Concat(permissions.DroppedManagedPolicies.Select(d => "dropped policy " + d.Policy.Name)));
    }

    /// <summary>The trust policy, a line for each statement.</summary>
    public string Trust(string role)
    {
        var permissions = Permissions(role);
        return string.Join("\n", permissions.Trust.Select(PolicyText.Trust).Concat(permissions.TrustUnknown.IsFeasible ? ["unknown" + PolicyText.When(permissions.TrustUnknown)] : []));
    }
}
