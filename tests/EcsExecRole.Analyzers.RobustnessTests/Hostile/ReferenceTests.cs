using System.Collections.Immutable;
using EcsExecRole.Analyzers.RobustnessTests.Support;
using EcsExecRole.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EcsExecRole.Analyzers.RobustnessTests.Hostile;

/// <summary>References that are missing, doubled or do not fit together, as in the middle of an upgrade: nothing is reported that would not be with the right ones.</summary>
public class ReferenceTests
{
    /// <summary>A role that has all it needs, by ways that the references are part of; beside it, one warning.</summary>
    private static readonly Program App = Program.Of("references", ("App.cs", Apps.Beside(
        """
        var images = new Dictionary<string, string> { ["api"] = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/api:1" };
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AmazonECSTaskExecutionRolePolicy"));
        var key = new Key(this, "Key");
        var secret = new Secret(this, "Secret", new SecretProps { EncryptionKey = key });
        new List<Secret> { secret }.ForEach(s => s.GrantRead(role));
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role });
        foreach (var image in images.Where(i => i.Key.Length > 0).Select(i => i.Value).ToList())
        {
            task.AddContainer("app", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromRegistry(image),
                Logging = LogDriver.AwsLogs(new AwsLogDriverProps { StreamPrefix = "app" }),
                Secrets = new Dictionary<string, EcsSecret> { ["PASSWORD"] = EcsSecret.FromSecretsManager(secret) },
            });
        }
        """)));

    private static readonly Lazy<ImmutableArray<string>> Expected = new(() => Warnings(App.Compilation.References));

    [Fact]
    public void WithTheRightOnesThereIsOneWarning() => Assert.Equal(Descriptors.NoRoleId, Assert.Single(Expected.Value)[..7]);

    public static TheoryData<string> Assemblies => ["Amazon.CDK.Lib", "Constructs", "Amazon.JSII.Runtime", "System.Runtime", "System.Collections", "System.Linq", "System.Private.CoreLib"];

    public static TheoryData<string, string> Versions => new()
    {
        { CdkReferences.Oldest, CdkReferences.Newest },
        { CdkReferences.Newest, CdkReferences.Samples },
        { CdkReferences.Samples, CdkReferences.Oldest },
    };

    /// <summary>Types that stand in for those of CDK, with too little in them.</summary>
    private const string Stub =
        """
        [assembly: System.Reflection.AssemblyVersion("9.0.0.0")]
        namespace Constructs { public class Construct { public Construct(Construct scope, string id) { } } }
        namespace Amazon.CDK { public class Stack : Constructs.Construct { public Stack(Constructs.Construct scope, string id) : base(scope, id) { } } }
        namespace Amazon.CDK.AWS.IAM { public class Role { public object AddToPolicy; } public interface IRole { } }
        namespace Amazon.CDK.AWS.ECS { public struct TaskDefinition { } public class FargateTaskDefinition { public int AddContainer(params object[] all) => 0; } public enum ContainerImage { FromRegistry } }
        """;

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void OneIsMissing(string assembly) => NothingIsInvented([.. App.Compilation.References.Where(r => !Is(r, assembly))]);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void OneIsThereTwice(string assembly) => NothingIsInvented(
        [.. App.Compilation.References, .. App.Compilation.References.Where(r => Is(r, assembly)).Select(r => MetadataReference.CreateFromImage(File.ReadAllBytes(r.Display!)))]);

    [Theory]
    [MemberData(nameof(Versions))]
    public void TwoVersionsOfCdk(string first, string second) => NothingIsInvented([.. CdkReferences.Of(first), .. CdkReferences.Of(second).Except(CdkReferences.Runtime)]);

    [Fact]
    public void ACdkWithoutMostOfItsTypes() => NothingIsInvented([.. CdkReferences.Runtime, Library("Amazon.CDK.Lib", Stub)]);

    [Fact]
    public void ANewerCdkWithoutMostOfItsTypesBesideTheRightOne() => NothingIsInvented([.. App.Compilation.References, Library("Amazon.CDK.Lib", Stub)]);

    [Fact]
    public void AnotherLibraryWithTheTypesOfCdk() => NothingIsInvented([.. App.Compilation.References, Library("Fake", Stub)]);

    [Fact]
    public void AReferenceThatIsNoAssembly() => NothingIsInvented([.. App.Compilation.References, MetadataReference.CreateFromImage(new byte[] { 77, 90, 1, 2, 3 }), MetadataReference.CreateFromFile(typeof(ReferenceTests).Assembly.Location)]);

    [Fact]
    public void TwoLibrariesWithOneHelper()
    {
        const string Helper = "public static class Helper { public static void Permit(Amazon.CDK.AWS.IAM.Role role) { } }";
        var compilation = Program.Compile(Apps.Beside(
            """
            Helper.Permit(role);
            new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps { ExecutionRole = role })
                .AddContainer("app", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("111111111111.dkr.ecr.eu-west-1.amazonaws.com/api:1") });
            """));
        compilation = compilation.AddReferences(Library("One", Helper, [.. compilation.References]), Library("Two", Helper, [.. compilation.References]));

        // Which of the two is called can't be told, and so neither what it does to the role.
        Assert.Equal([Descriptors.NoRoleId], Inspection.Build(compilation).Where(d => d.Severity == DiagnosticSeverity.Warning).Select(d => d.Id));
    }

    private static void NothingIsInvented(ImmutableArray<MetadataReference> references) => Assert.Subset(Expected.Value.ToHashSet(), Warnings(references).ToHashSet());

    private static ImmutableArray<string> Warnings(IEnumerable<MetadataReference> references) =>
        [.. Inspection.Build(App.Compilation.WithReferences(references)).Where(d => d.Severity == DiagnosticSeverity.Warning).Select(d => d.Id + " " + d.Location.GetLineSpan())];

    private static bool Is(MetadataReference reference, string assembly) => Path.GetFileNameWithoutExtension(reference.Display) == assembly;

    private static MetadataReference Library(string name, string text, params ImmutableArray<MetadataReference> references)
    {
        var library = CSharpCompilation.Create(name, [Program.Parse(name + ".cs", text)], references.IsDefaultOrEmpty ? CdkReferences.Runtime : references, new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
