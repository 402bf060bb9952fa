using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>The calls of a method in its project.</summary>
internal static class Callers
{
    /// <summary>What the calls give a parameter; a default is not among it.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="place">Anywhere in the project.</param>
    public static IEnumerable<Place> ArgumentsOf(IParameterSymbol parameter, Place place) =>
        CallsOf((IMethodSymbol)parameter.ContainingSymbol, place).Select(call => (call, Argument: ArgumentOf(call, parameter))).Where(c => c.Argument is not null).Select(c => c.call.At(c.Argument!));

    public static IEnumerable<Place> CallsOf(IMethodSymbol method, Place place)
    {
        foreach (var tree in place.Model.Compilation.SyntaxTrees)
        {
            var calls = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(i => NameOf(i) == method.Name).ToList();
            if (calls.Count > 0 && place.Document.Project.Solution.GetDocument(tree) is { } document)
            {
                var model = tree == place.Node.SyntaxTree ? place.Model : place.Model.Compilation.GetSemanticModel(tree);
                foreach (var call in calls.Where(c => model.GetSymbolInfo(c).Symbol is IMethodSymbol called && SymbolEqualityComparer.Default.Equals((called.ReducedFrom ?? called).OriginalDefinition, method.OriginalDefinition)))
                {
                    yield return new(document, model, call);
                }
            }
        }
    }

    /// <summary>The receiver is what an extension method's first parameter is given.</summary>
    private static ExpressionSyntax? ArgumentOf(Place call, IParameterSymbol parameter) =>
        parameter.Ordinal == 0 && call.Model.GetSymbolInfo(call.Node).Symbol is IMethodSymbol { ReducedFrom: not null }
            ? ((InvocationExpressionSyntax)call.Node).Expression switch
            {
                MemberAccessExpressionSyntax access => access.Expression,
                MemberBindingExpressionSyntax => call.Node.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
                _ => null,
            }
            : Initializers.ArgumentOf(call.Node, call.Model, parameter.Name);

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
