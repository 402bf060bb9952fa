using System.Collections.Immutable;
using EcsExecRole.Analyzers.RobustnessTests.Support;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.RobustnessTests.Hostile;

/// <summary>Code that a source generator writes is part of the program: it is evaluated, and neither reported nor changed.</summary>
public class GeneratedCodeTests
{
    private const string Image = "\"111111111111.dkr.ecr.eu-west-1.amazonaws.com/api:1\"";

    private const string Role = "new Role(this, \"ExecutionRole\", new RoleProps { AssumedBy = new ServicePrincipal(\"ecs-tasks.amazonaws.com\") })";

    private const string TaskDefinition = "new FargateTaskDefinition(this, \"Task\", new FargateTaskDefinitionProps { ExecutionRole = role }).AddContainer(\"app\", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry(" + Image + ") });";

    private static readonly string Written = Apps.Beside($"Permit(role); {TaskDefinition}", "partial void Permit(Role role);").Replace("public class HostileStack", "public partial class HostileStack", StringComparison.Ordinal);

    [Fact]
    public void AGeneratedGrantCounts() =>
        Assert.DoesNotContain(Build(Written, Part("partial void Permit(Role role) => role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonECSTaskExecutionRolePolicy\"));")), d => d.Id == Descriptors.ImageId);

    [Fact]
    public void AGeneratedGrantOfAGenericMethodCounts() =>
        Assert.DoesNotContain(
            Build(
                Written.Replace("Permit(Role role)", "Permit<T>(T role) where T : Role", StringComparison.Ordinal),
                Part("partial void Permit<T>(T role) where T : Role => role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonECSTaskExecutionRolePolicy\"));")),
            d => d.Id == Descriptors.ImageId);

    [Fact]
    public void AGeneratedConstructorCounts() =>
        Assert.DoesNotContain(
            Build(
                Written.Replace("Permit(role);", "new Permissions(role);", StringComparison.Ordinal) + "partial class Permissions { public partial Permissions(Role role); }",
                Usings + "partial class Permissions { public partial Permissions(Role role) => role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AmazonECSTaskExecutionRolePolicy\")); }"),
            d => d.Id == Descriptors.ImageId);

    [Fact]
    public void AGeneratedPartThatGrantsNothingDoesNot() =>
        Assert.Single(Build(Written, Part("partial void Permit(Role role) { }")), d => d.Id == Descriptors.ImageId);

    [Fact]
    public void AGeneratedPartThatDoesNotCompileIsUnknown() =>
        Assert.DoesNotContain(Build(Written, Part("partial void Permit(Role role) => role.Undefined();")), d => d.Id == Descriptors.ImageId);

    [Fact]
    public void AGeneratedStackIsNotReported() =>
        Assert.Single(Build(Apps.Beside(""), Usings + Apps.Healthy.Replace("HealthyStack", "GeneratedStack", StringComparison.Ordinal)), d => d.Id == Descriptors.NoRoleId);

    [Fact]
    public void AnEditorSeesTheSame()
    {
        var compilation = Generated(Written, Part("partial void Permit(Role role) { }"));
        Assert.Equal(Inspection.Build(compilation).Select(Inspection.Text), Inspection.Live(compilation).Select(Inspection.Text));
    }

    [Fact]
    public void AGeneratedRoleIsReadAndNotChanged()
    {
        var written = Apps.Beside($"var mine = Generated; {TaskDefinition.Replace("= role", "= mine", StringComparison.Ordinal)}").Replace("public class HostileStack", "public partial class HostileStack", StringComparison.Ordinal);
        using var fixing = new Fixing(Program.Compile(written), [new Writes(Part($"Role? generated; Role Generated => generated ??= {Role.Replace("ExecutionRole", "Own", StringComparison.Ordinal)};")).AsSourceGenerator()]);
        Assert.Single(fixing.Diagnostics, d => d.Id == Descriptors.ImageId);
        var actions = fixing.Actions();
        Assert.NotEmpty(actions);
        foreach (var after in actions.Select(Fixing.Apply).Append(fixing.ApplyAll()))
        {
            Assert.Empty(fixing.NewErrors(after));
            Assert.NotEqual(Texts(fixing.Solution), Texts(after));
        }
    }

    private static string Usings => CdkSource.Usings;

    private static string Part(string members) => $"{Usings}\npartial class HostileStack {{ {members} }}";

    private static IEnumerable<string> Texts(Solution solution) => solution.Projects.Single().Documents.Select(d => d.GetTextAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult().ToString());

    private static ImmutableArray<Diagnostic> Build(string written, string generated) => Inspection.Build(Generated(written, generated));

    private static Compilation Generated(string written, string generated)
    {
        CSharpGeneratorDriver.Create([new Writes(generated).AsSourceGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.Preview))
            .RunGeneratorsAndUpdateCompilation(Program.Compile(written), out var compilation, out _, TestContext.Current.CancellationToken);
        return compilation;
    }

    private sealed class Writes(string text) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(c => c.AddSource("Part.g.cs", text));
    }
}
