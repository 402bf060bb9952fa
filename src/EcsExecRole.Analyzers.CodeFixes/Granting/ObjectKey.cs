using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>The key of the S3 object that a container's file is: the argument <c>key</c> of <c>EnvironmentFile.FromBucket</c>, <c>CredentialSpec.FromS3Bucket</c>, ….</summary>
internal static class ObjectKey
{
    /// <summary>An expression at the site; null where the program has none there.</summary>
    public static string? Of(Problem problem, Site site) =>
        Sources.Of(problem.Origin)
            .Where(p => p.Node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
            .Select(p => (Key: Initializers.ArgumentOf(p.Node, p.Model, "key"), p.Model))
            .FirstOrDefault(k => k.Key is not null && site.CanRead(k.Key, k.Model)).Key?.WithoutTrivia().ToString();
}
