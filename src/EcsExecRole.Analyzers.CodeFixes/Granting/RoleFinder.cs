using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>Finds the ways to reach a problem's role at a site, the best first.</summary>
internal static class RoleFinder
{
    public static IEnumerable<RoleHandle> At(Problem problem, Site site)
    {
        if (problem.NewRole is { } made && made.IsVisible(site))
        {
            yield return made.Handle;
        }

        var inArgument = FromArgument(problem, site);
        // Of a role that may be null the task definition knows better.
        if (inArgument is not null && !inArgument.Expression.EndsWith("!", StringComparison.Ordinal) && problem.RoleArgument!.Node.SyntaxTree == site.Anchor.SyntaxTree && Site.MemberOf(problem.RoleArgument.Node) == site.Member)
        {
            yield return inArgument;
        }

        // A role that no argument gives, but an override of the template, is not the one that the task definition knows.
        var fromDefinition = IsOverridden(problem) ? [] : FromContainer(problem.Container, site).Concat(FromVariable(problem.TaskDefinition, site));
        foreach (var handle in fromDefinition.Concat(FromVariable(problem.Role, site)))
        {
            yield return handle;
        }

        if (inArgument is not null)
        {
            yield return inArgument;
        }

        if (!IsOverridden(problem) && Hatch.DefinitionOf(problem.Origin) is { } hatch && site.CanRead(hatch.Node, hatch.Model))
        {
            yield return new(hatch.Node.WithoutTrivia().ToString(), RoleForm.TaskDefinition, []);
        }

        foreach (var handle in FromInline(problem, site))
        {
            yield return handle;
        }
    }

    /// <summary>Whether an override of the template says what the role is, or that there is none.</summary>
    public static bool IsOverridden(Problem problem) => (problem.RoleKind, problem.RoleArgument) switch
    {
        _ when problem.NewRole is not null => false,
        ("AutoCreated", _) or ("None", null) => false,
        (_, null) => true,
        ("None", { Node: not InvocationExpressionSyntax }) => false,
        (_, var argument) => argument.Model.GetTypeInfo(argument.Node).Type is null or { SpecialType: SpecialType.System_Void },
    };

    /// <summary>The expression that gives the task definition its role.</summary>
    private static RoleHandle? FromArgument(Problem problem, Site site)
    {
        if (problem.RoleArgument is not { } place)
        {
            return null;
        }

        var role = Role(place);
        return site.CanRead(role, place.Model) && FormOf(place.Model.GetTypeInfo(role).Type) is { } form ? new(Text(role, place.Model), form, []) : null;
    }

    /// <summary>The receiver of <c>AddContainer</c>, or a pattern's or job's own container.</summary>
    private static IEnumerable<RoleHandle> FromContainer(Place? container, Site site)
    {
        if (container is null)
        {
            return [];
        }

        return Receiver(container) is { } definition
            ? site.CanRead(definition, container.Model) ? [new(Text(definition, container.Model), RoleForm.TaskDefinition, [])] : []
            : FromVariable(container, site);
    }

    /// <summary>The variable that keeps a task definition, a pattern, a job's container or a role.</summary>
    private static IEnumerable<RoleHandle> FromVariable(Place? place, Site site)
    {
        if (place is not null && Storage.Of(place) is { } symbol && site.Sees(symbol) && HandleOf(Storage.TypeOf(symbol), symbol.Name, []) is { } handle)
        {
            yield return handle;
        }
    }

    /// <summary>What has no name yet gets one.</summary>
    private static IEnumerable<RoleHandle> FromInline(Problem problem, Site site)
    {
        var receiver = problem.Container is { } container ? Receiver(container) is { } definition ? container.At(definition) : container : null;
        var argument = problem.RoleArgument is { } given ? given.At(Role(given)) : null;
        var places = IsOverridden(problem) ? [problem.Role] : new[] { receiver, problem.TaskDefinition, argument, problem.Role };
        foreach (var place in places.OfType<Place>())
        {
            if (!IsNameable(place.Node) || place.Node.SyntaxTree != site.Anchor.SyntaxTree || Site.AnchorOf(place.Node) != site.Anchor)
            {
                continue;
            }

            var type = place.Model.GetTypeInfo(place.Node).Type;
            var (fallback, suffix) = NameOf(type);
            var name = Names.For(place, fallback, suffix, problem.Names);
            Edit? edit = Storage.IsDiscarded(place)
                ? site.IsAfter ? new NameEdit(site, place.Node, name, type!.Global()) : null
                : Storage.Of(place) is null && (site.IsAfter || !IsExpressionBody(place.Node)) ? new ExtractEdit(site with { IsAfter = false }, place.Node, name, type!.Global()) : null;
            if (edit is not null && HandleOf(type, name, [edit]) is { } handle)
            {
                yield return handle;
            }
        }
    }

    private static bool IsExpressionBody(ExpressionSyntax node) => Site.AnchorOf(node) == node;

    private static bool IsNameable(ExpressionSyntax node) => node is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax;

    private static (string Name, string Suffix) NameOf(ITypeSymbol? type) =>
        type.Is(CdkNames.TaskDefinition) ? ("taskDefinition", "Task")
        : type.Is(CdkNames.IRole) ? ("executionRole", "Role")
        : type?.Name.Contains("Service") == true ? ("service", "Service")
        : type?.Name.Contains("Scheduled") == true ? ("task", "Task")
        : ("container", "Container");

    private static RoleHandle? HandleOf(ITypeSymbol? type, string name, ImmutableArray<Edit> edits)
    {
        if (type.Is(CdkNames.TaskDefinition))
        {
            return new(name, RoleForm.TaskDefinition, edits);
        }

        if (FormOf(type) is { } form)
        {
            return new(name, form, edits);
        }

        // The patterns of ECS.Patterns, and the containers of Batch.
        return PropertyType(type, "TaskDefinition").Is(CdkNames.TaskDefinition) ? new(name + ".TaskDefinition", RoleForm.TaskDefinition, edits)
            : PropertyType(type, "ExecutionRole").Is(CdkNames.IRole) && !type.Is(CdkNames.ContainerDefinition) ? new(name + ".ExecutionRole", RoleForm.IRole, edits)
            : null;
    }

    private static RoleForm? FormOf(ITypeSymbol? type) =>
        type.Is(CdkNames.Role) || type.Is(CdkNames.LazyRole) ? RoleForm.Role : type.Is(CdkNames.IRole) ? RoleForm.IRole : null;

    private static ITypeSymbol? PropertyType(ITypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property.Type;
            }
        }

        return null;
    }

    /// <summary>The task definition that a container is added to, as the program has it there.</summary>
    private static ExpressionSyntax? Receiver(Place container)
    {
        var definition = container.Node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
            BaseObjectCreationExpressionSyntax creation when container.Model.GetTypeInfo(creation).Type.Is(CdkNames.ContainerDefinition) =>
                Initializers.ValueOf(creation, "TaskDefinition"),
            _ => null,
        };
        return definition is not null && container.Model.GetTypeInfo(definition).Type.Is(CdkNames.TaskDefinition) ? definition : null;
    }

    /// <summary>The role itself, of an expression that may be its ARN.</summary>
    private static ExpressionSyntax Role(Place place) =>
        Storage.Unwrap(place.Node) is var node && node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RoleArn" } arn ? Storage.Unwrap(arn.Expression) : node;

    private static string Text(ExpressionSyntax expression, SemanticModel model) =>
        expression.WithoutTrivia() + (model.GetTypeInfo(expression).Nullability.FlowState == NullableFlowState.MaybeNull ? "!" : "");
}
