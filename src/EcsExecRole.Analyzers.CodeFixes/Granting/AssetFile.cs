using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// An environment file from an asset. Where CDK keeps the asset is known to CDK alone, unless the program makes the asset itself: it then has a bucket, a key, and a grant
/// method.
/// </summary>
internal static class AssetFile
{
    private const string Name = "environmentFile";

    /// <summary>Null where the file is no asset that is named in place, or where neither it nor the role can be reached.</summary>
    public static FixPlan? Plan(Problem problem)
    {
        if (problem.Rule != Descriptors.EnvironmentFileId
            || Sources.Of(problem.Origin).FirstOrDefault(IsAsset) is not { Node: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var path }] } call } file
            || Site.AnchorOf(call) is not { } anchor || anchor is ExpressionSyntax)
        {
            return null;
        }

        // The asset has to be there before the container, the role's grant may come after it.
        var (before, site) = (new Site(file.Document, file.Model, anchor, IsAfter: false), Site.Beside(file).First());
        var number = NumberOf(file);
        var name = Names.Free(file, Name, number);
        return before.CanRead(path, file.Model) && ScopeOf(problem, before) is { } scope && RoleFinder.At(problem, site).FirstOrDefault() is { Edits.Length: 0 } role
            ? new(
                $"{problem.Rule}_Asset",
                $"Make the asset here, and add '{name}.GrantRead({role.Grantable})'",
                [
                    new InsertEdit(before, new Declaration(name, CdkNames.Asset, $"new {CdkNames.Asset}({scope}, \"{Id(name)}\", new {CdkNames.Asset}Props {{ Path = {path.WithoutTrivia()} }})")),
                    new ReplaceEdit(file.Document, call.Span, $"{CdkNames.EnvironmentFile}.FromBucket({name}.Bucket, {name}.S3ObjectKey)"),
                    new InsertEdit(site, new PlainStatement($"{name}.GrantRead({role.Grantable});")),
                ])
            : null;
    }

    private static bool IsAsset(Place place) =>
        place.Node is InvocationExpressionSyntax && place.CanBeEdited && place.Model.GetSymbolInfo(place.Node).Symbol is IMethodSymbol { Name: "FromAsset", Parameters.Length: > 0 } method
        && method.ContainingType.Is(CdkNames.EnvironmentFile.Substring("global::".Length));

    /// <summary>The task definition, in which the IDs of other tasks' files are no matter.</summary>
    private static string? ScopeOf(Problem problem, Site site) =>
        RoleFinder.At(problem, site).FirstOrDefault(r => r is { Form: RoleForm.TaskDefinition, Edits.Length: 0 })?.Expression;

    /// <summary>How many others the member has before it.</summary>
    private static int NumberOf(Place file) =>
        Site.MemberOf(file.Node)?.DescendantNodes().OfType<InvocationExpressionSyntax>().TakeWhile(i => i != file.Node).Count(i => IsAsset(file.At(i))) ?? 0;

    private static string Id(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
