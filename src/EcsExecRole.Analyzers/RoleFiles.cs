using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Iam.Documents;

namespace EcsExecRole.Analyzers;

/// <summary>The additional files <c>*.execution-role.json</c>, read when they are first asked for. A file that can't be read as a whole counts for nothing.</summary>
internal sealed class RoleFiles(ImmutableArray<AdditionalText> files)
{
    public const string Ending = ".execution-role.json";

    private readonly ImmutableArray<AdditionalText> files = files.IsDefault
        ? []
        : [.. files.Where(f => f.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)).OrderBy(f => f.Path, StringComparer.Ordinal)];

    private Content? content;

    /// <summary>The roles that the files describe.</summary>
    public RolesElsewhere Read(CancellationToken cancellation) => Get(cancellation).Roles;

    /// <summary>The files that can't be read: where, which one, and why.</summary>
    public ImmutableArray<(Location Location, string File, string Mistake)> Mistakes(CancellationToken cancellation) => Get(cancellation).Mistakes;

    // Read twice by two threads at once it would come to the same.
    private Content Get(CancellationToken cancellation) => content ??= ReadAll(cancellation);

    private Content ReadAll(CancellationToken cancellation)
    {
        var roles = new List<RoleDescription>();
        var mistakes = ImmutableArray.CreateBuilder<(Location, string, string)>();
        foreach (var file in files)
        {
            if (file.GetText(cancellation) is not { } text)
            {
                continue;
            }

            try
            {
                roles.AddRange(RoleDescriptionReader.Read(text.ToString()));
            }
            catch (DocumentException e)
            {
                var line = text.Lines.GetLinePosition(Math.Min(e.Position, text.Length));
                var span = new TextSpan(Math.Min(e.Position, text.Length), e.Position < text.Length ? 1 : 0);
                mistakes.Add((Location.Create(file.Path, span, new(line, new(line.Line, line.Character + span.Length))), $"'{Path.GetFileName(file.Path)}'", e.Message));
            }
        }

        return new(new RolesElsewhere(roles), mistakes.ToImmutable());
    }

    private sealed record Content(RolesElsewhere Roles, ImmutableArray<(Location, string, string)> Mistakes);
}
