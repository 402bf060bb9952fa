using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using EcsExecRole.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>What a diagnostic says of the program, as far as fixes need it: they do not analyze again.</summary>
internal sealed record Problem(string Rule, Place Origin)
{
    /// <summary>The missing permissions: actions and the resource's ARN, with <c>${…}</c> for what is known at deployment only.</summary>
    public ImmutableArray<Permission> Permissions { get; init; } = [];

    /// <summary>How the program came by the role: a <see cref="Cdk.RoleKind"/>, <c>AutoCreated</c> or <c>None</c>.</summary>
    public string RoleKind { get; init; } = "";

    /// <summary><c>Secret</c>, <c>Repository</c>, …; empty where no construct is known.</summary>
    public string ResourceKind { get; init; } = "";

    /// <summary>Why the nearest statement misses; empty where there is none.</summary>
    public string NearMiss { get; init; } = "";

    /// <summary>The account and region of the task definition's stack, where the program says them, with CloudFormation's names for them.</summary>
    public ImmutableArray<(string Value, string Name)> Environment { get; init; } = [];

    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    public Place? Role { get; init; }

    /// <summary>The expression that gives the task definition its role.</summary>
    public Place? RoleArgument { get; init; }

    public Place? TaskDefinition { get; init; }

    public Place? Container { get; init; }

    public Place? Resource { get; init; }

    public Place? NearMissPlace { get; init; }

    /// <summary>Where the diagnostic is about several needs (a task definition without a role, a mistaken statement): each as a problem of its own.</summary>
    public ImmutableArray<Problem> Needs { get; init; } = [];

    /// <summary>What the fixes that are applied together with this one's have named.</summary>
    public GivenNames Names { get; init; } = GivenNames.None;

    /// <summary>A role that the same plan makes.</summary>
    public NewRole? NewRole { get; init; }

    /// <summary>Whether CDK writes what the program grants to the role.</summary>
    public bool RoleTakesGrants => RoleKind is "Created" or "Imported" or "AutoCreated";

    public Solution Solution => Origin.Document.Project.Solution;

    /// <summary>The same, beside other fixes.</summary>
    public Problem With(GivenNames names) => this with { Names = names, Needs = [.. Needs.Select(n => n with { Names = names })] };

    /// <summary>Null where the diagnostic's place is gone.</summary>
    public static async Task<Problem?> ReadAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var (solution, project) = (document.Project.Solution, document.Project.Id);
        if (await Find(diagnostic.Location).ConfigureAwait(false) is not { } origin)
        {
            return null;
        }

        var problem = new Problem(diagnostic.Id, origin)
        {
            Permissions = Permission.Read(Property(FindingProperties.Policy)),
            RoleKind = Property(FindingProperties.RoleKind),
            ResourceKind = Property(FindingProperties.ResourceKind),
            NearMiss = Property(FindingProperties.NearMiss),
            Environment = EnvironmentOf(Property(FindingProperties.Environment)),
            Properties = diagnostic.Properties,
            Role = await Additional(FindingProperties.RoleLocation).ConfigureAwait(false),
            RoleArgument = await Additional(FindingProperties.RoleArgumentLocation).ConfigureAwait(false),
            TaskDefinition = await Additional(FindingProperties.TaskDefinitionLocation).ConfigureAwait(false),
            Container = await Additional(FindingProperties.ContainerLocation).ConfigureAwait(false),
            Resource = await Additional(FindingProperties.ResourceLocation).ConfigureAwait(false),
            NearMissPlace = await Additional(FindingProperties.NearMissLocation).ConfigureAwait(false),
        };
        var needs = ImmutableArray.CreateBuilder<Problem>();
        foreach (var need in NeedList.Parse(Property(FindingProperties.Needs)))
        {
            if (await AtIndex(need.Origin).ConfigureAwait(false) is { } cause)
            {
                needs.Add(problem with
                {
                    Rule = need.Rule,
                    Origin = cause,
                    Permissions = Permission.Read(need.Policy),
                    ResourceKind = need.ResourceKind,
                    NearMiss = "",
                    TaskDefinition = problem.TaskDefinition ?? origin,

                    // What would give it a role gives it none.
                    RoleArgument = problem.Rule == Descriptors.NoRoleId ? null : problem.RoleArgument,
                    Container = await AtIndex(need.Container).ConfigureAwait(false),
                    Resource = await AtIndex(need.Resource).ConfigureAwait(false),
                });
            }
        }

        return problem with { Needs = needs.ToImmutable() };

        static ImmutableArray<(string, string)> EnvironmentOf(string text) => text.Split('/') is [_, _, var account, var region]
            ? [.. new[] { (account, "AWS::AccountId"), (region, "AWS::Region") }.Where(p => p.Item1.Length > 0 && p.Item1.All(c => char.IsLetterOrDigit(c) || c == '-'))]
            : [];

        string Property(string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value ?? "" : "";

        Task<Place?> Find(Location? location) => Place.FindAsync(solution, project, location, cancellation);

        Task<Place?> AtIndex(int index) => Find(index >= 0 && index < diagnostic.AdditionalLocations.Count ? diagnostic.AdditionalLocations[index] : null);

        Task<Place?> Additional(string key) => AtIndex(int.TryParse(Property(key), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1);
    }
}

/// <summary>Actions on one resource.</summary>
/// <param name="Actions">The IAM actions.</param>
/// <param name="Resource">An ARN or <c>*</c>; see <see cref="Problem.Permissions"/>.</param>
internal sealed record Permission(ImmutableArray<string> Actions, string Resource)
{
    public string Service => Actions[0].Substring(0, Actions[0].IndexOf(':'));

    public static ImmutableArray<Permission> Read(string policy) =>
        [.. PolicyReader.Statements(policy).Where(s => s.Actions.Length > 0).Select(s => new Permission(s.Actions, s.Resource))];
}
