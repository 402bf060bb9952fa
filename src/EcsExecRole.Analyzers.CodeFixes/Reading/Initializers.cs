using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Reads object initializers and arguments.</summary>
internal static class Initializers
{
    /// <summary>What a property is given, in the initializer of a props object among the creation's arguments or of the creation itself.</summary>
    public static ExpressionSyntax? ValueOf(BaseObjectCreationExpressionSyntax creation, string property) => AssignmentOf(creation, property)?.Right;

    public static AssignmentExpressionSyntax? AssignmentOf(BaseObjectCreationExpressionSyntax creation, string property) =>
        InitializersOf(creation).SelectMany(i => i.Expressions).OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(a => a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == property);

    /// <summary>The initializer of the props object, where the creation is written in one piece.</summary>
    public static BaseObjectCreationExpressionSyntax? PropsOf(ExpressionSyntax creation) =>
        Names.Arguments(creation)?.Arguments.Select(a => Storage.Unwrap(a.Expression)).OfType<BaseObjectCreationExpressionSyntax>().LastOrDefault();

    /// <summary>The argument for a parameter of that name.</summary>
    public static ExpressionSyntax? ArgumentOf(ExpressionSyntax call, SemanticModel model, string parameter)
    {
        if (Names.Arguments(call) is not { } list || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        var index = method.Parameters.Select((p, i) => (p.Name, i)).Where(p => p.Name == parameter).Select(p => p.i).DefaultIfEmpty(-1).First();
        return list.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameter)?.Expression
            ?? (index >= 0 && index < list.Arguments.Count && list.Arguments[index].NameColon is null ? list.Arguments[index].Expression : null);
    }

    private static IEnumerable<InitializerExpressionSyntax> InitializersOf(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.Initializer is { } own)
        {
            yield return own;
        }

        if (PropsOf(creation)?.Initializer is { } props)
        {
            yield return props;
        }
    }
}
