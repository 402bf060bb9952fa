using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>The property through which a construct is given its execution role: <c>ExecutionRole</c>, or <c>ExecutionRoleArn</c> of a level-1 one.</summary>
internal static class RoleProperty
{
    private const string Role = "ExecutionRole";

    private const string RoleArn = "ExecutionRoleArn";

    /// <summary>The props within the props that have it: of a pattern, and of a level-1 job.</summary>
    private static readonly ImmutableArray<string> Nested = ["TaskImageOptions", "ContainerProperties"];

    /// <summary>Whether the construct is a task definition, or a pattern that makes one.</summary>
    public static bool MayHave(ITypeSymbol type) =>
        type.Is(CdkNames.TaskDefinition) || type.Is(CdkNames.CfnTaskDefinition) || type.Is(CdkNames.CfnJobDefinition) || type.ContainingNamespace?.ToDisplayString() == CdkNames.EcsPatterns && type.Is(CdkNames.Construct);

    /// <summary>Null where the construct's props can't be given a role, or have one.</summary>
    /// <param name="definition">The construct's creation.</param>
    /// <param name="role">The role.</param>
    /// <param name="site">Before the creation's statement.</param>
    /// <param name="replace">Whether a role that the props have is replaced.</param>
    public static ImmutableArray<Edit>? Assign(Place definition, string role, Site site, bool replace = false)
    {
        var creation = (BaseObjectCreationExpressionSyntax)definition.Node;
        if (definition.Model.GetSymbolInfo(creation).Symbol is not IMethodSymbol constructor
            || !constructor.ContainingType.MayHaveRole()
            || constructor.Parameters.LastOrDefault(p => p.Name == "props") is not { } parameter)
        {
            return null;
        }

        var given = Initializers.ArgumentOf(creation, definition.Model, "props");
        var type = given is null or LiteralExpressionSyntax ? ClassOf(parameter.Type, definition.Model.Compilation) : definition.Model.GetTypeInfo(given).Type;
        switch (given is null ? null : Storage.Unwrap(given))
        {
            case null or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression } when PropertyOf(type) is { } property:
                var props = $"new {type!.Global()} {{ {property} = {Value(property, role)} }}";
                return given is not null
                    ? [new ReplaceEdit(definition.Document, given.Span, props)]
                    : creation.ArgumentList is { Arguments.Count: > 0 } list ? [new ReplaceEdit(definition.Document, new(list.Arguments.Last().Span.End, 0), ", " + props)] : null;
            case BaseObjectCreationExpressionSyntax created when PropertyOf(type) is { } property:
                return Initialize(definition, created, property, role, replace);
            case BaseObjectCreationExpressionSyntax created when Nested.Select(n => ValueOf(created, n)).OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault() is { } options && PropertyOf(definition.Model.GetTypeInfo(options).Type) is { } property:
                return Initialize(definition, options, property, role, replace);
            case IdentifierNameSyntax local when PropertyOf(type) is { } property && definition.Model.GetSymbolInfo(local).Symbol is ILocalSymbol symbol && site.Sees(symbol) && !IsInitialized(symbol, property):
                return [new InsertEdit(site, new PlainStatement($"{symbol.Name}.{property} = {Value(property, role)};"))];
            default:
                return null;
        }
    }

    /// <summary>The role that a construct's props give it, where they are written at its creation; null for none.</summary>
    public static ExpressionSyntax? ValueIn(Place definition)
    {
        var creation = (BaseObjectCreationExpressionSyntax)definition.Node;
        return Initializers.PropsOf(creation) is not { } props ? null
            : new[] { props }.Concat(Nested.Select(n => ValueOf(props, n)).OfType<BaseObjectCreationExpressionSyntax>())
                .Select(p => ValueOf(p, Role) ?? ValueOf(p, RoleArn))
                .FirstOrDefault(v => v is not null and not LiteralExpressionSyntax);
    }

    /// <summary>CDK's own constructs: what another class does with its props is its own affair.</summary>
    private static bool MayHaveRole(this ITypeSymbol type) => MayHave(type) && type.ContainingNamespace.ToDisplayString().StartsWith("Amazon.CDK.", StringComparison.Ordinal);

    private static string Value(string property, string role) => property == RoleArn ? role + ".RoleArn" : role;

    /// <summary>Null where the initializer has the property and says more than that there is none.</summary>
    private static ImmutableArray<Edit>? Initialize(Place definition, BaseObjectCreationExpressionSyntax props, string property, string role, bool replace)
    {
        var item = $"{property} = {Value(property, role)}";
        return props.Initializer is not { } initializer ? [new ReplaceEdit(definition.Document, new(props.Span.End, 0), $" {{ {item} }}")]
            : ValueOf(props, property) switch
            {
                null => ListEdits.Append(definition, initializer, item),
                LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression } nothing => [new ReplaceEdit(definition.Document, nothing.Span, Value(property, role))],
                var other when replace => [new ReplaceEdit(definition.Document, other.Span, Value(property, role))],
                _ => null,
            };
    }

    private static ExpressionSyntax? ValueOf(BaseObjectCreationExpressionSyntax props, string property) =>
        props.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == property)?.Right;

    private static bool IsInitialized(ILocalSymbol local, string property) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax creation } && ValueOf(creation, property) is not null;

    /// <summary>The property that can be set; null for none.</summary>
    private static string? PropertyOf(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => p.SetMethod is not null && (p.Name == RoleArn || (p.Name == Role && p.Type.Is(CdkNames.IRole)))) is { } property)
            {
                return property.Name;
            }
        }

        return null;
    }

    /// <summary>The class of a props interface: <c>XProps</c> of <c>IXProps</c>.</summary>
    private static ITypeSymbol? ClassOf(ITypeSymbol props, Compilation compilation) =>
        props.Name.StartsWith("I", StringComparison.Ordinal) ? compilation.GetTypeByMetadataName(props.ContainingNamespace.ToDisplayString() + "." + props.Name.Substring(1)) : null;
}
