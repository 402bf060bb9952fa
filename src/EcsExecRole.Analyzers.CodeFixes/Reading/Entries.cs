using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Entries of dictionaries that the program spells out.</summary>
internal static class Entries
{
    /// <summary>The values for a constant key, in <c>["key"] = value</c> or <c>{ "key", value }</c>.</summary>
    public static IEnumerable<Place> Of(Place dictionary, string key)
    {
        if (dictionary.Node is not BaseObjectCreationExpressionSyntax { Initializer: { } initializer })
        {
            yield break;
        }

        foreach (var element in initializer.Expressions)
        {
            var (name, value) = element switch
            {
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [var index] } } assignment => (index.Expression, assignment.Right),
                InitializerExpressionSyntax { Expressions: [var first, var second] } => (first, second),
                _ => (null, null),
            };
            if (name is not null && dictionary.Model.GetConstantValue(name) is { HasValue: true, Value: string text } && text == key)
            {
                yield return dictionary.At(value!);
            }
        }
    }
}
