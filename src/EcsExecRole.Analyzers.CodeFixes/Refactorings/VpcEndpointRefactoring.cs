using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// Forbids the execution role to pull images other than through a VPC endpoint. It is a Deny, since CDK's own grants and AWS's managed policy allow pulls from everywhere;
/// <c>ecr:GetAuthorizationToken</c> stays free, because Fargate calls it from outside of the VPC.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(VpcEndpointRefactoring)), Shared]
public sealed class VpcEndpointRefactoring : TaskDefinitionRefactoring
{
    internal const string Key = "RestrictEcrPulls";

    private const string PolicyName = "PullThroughEndpoint";

    private static readonly ImmutableArray<string> Pulls = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

    private protected override (FixPlan Plan, CodeAction Action)? Offer(Place definition, Place role)
    {
        // It is restricted already.
        if (Site.MemberOf(definition.Node)?.DescendantTokens().Any(t => t.IsKind(SyntaxKind.StringLiteralToken) && t.ValueText.StartsWith("aws:SourceVpc", StringComparison.OrdinalIgnoreCase)) != false)
        {
            return null;
        }

        return Plan(definition, role) is { } plan
            ? (plan, CodeAction.Create(plan.Title, c => PlanApplier.ApplyAsync(definition.Document.Project.Solution, [plan], c), plan.Key))
            : null;
    }

    private static FixPlan? Plan(Place definition, Place role)
    {
        var problem = new Problem("", definition) { RoleKind = "Created", RoleArgument = role, TaskDefinition = definition };
        foreach (var site in Site.Beside(definition))
        {
            foreach (var handle in RoleFinder.At(problem, site))
            {
                if (EndpointAt(site, definition) is var (key, value, edits))
                {
                    return new(Key, Title(value), [.. handle.Edits, .. edits, new InsertEdit(site, new AllowStatement(handle, Deny(key, value)))]);
                }
            }
        }

        // A level-1 role takes the statement into its policies.
        return LevelOne(role) is { } creation && Site.Before(creation) is { } before && EndpointAt(before, definition) is var (name, endpoint, more)
            ? new(Key, Title(endpoint), [.. more, new InlinePolicyEdit(creation, PolicyName, Deny(name, endpoint))])
            : null;
    }

    private static string Title(string endpoint) => $"Restrict ECR pulls to a VPC endpoint ('{endpoint}')";

    private static StatementText Deny(string key, string value) => new(
        Pulls,
        ["\"*\""],
        $"new {CdkNames.Dictionary}\n{{\n    [\"StringNotEquals\"] = new {CdkNames.Dictionary} {{ [\"{key}\"] = {value} }},\n}}") { IsDeny = true };

    private static Place? LevelOne(Place role)
    {
        var node = Storage.Unwrap(role.Node) is MemberAccessExpressionSyntax arn ? arn.Expression : role.Node;
        return Sources.Definition(role.At(node)).FirstOrDefault(p => p.Node is BaseObjectCreationExpressionSyntax && p.Model.GetTypeInfo(p.Node).Type.Is(CdkNames.CfnRole) && Initializers.PropsOf(p.Node)?.Initializer is not null);
    }

    /// <summary>An endpoint in scope; else the endpoints of a VPC in scope; else one that is named when the stack is deployed.</summary>
    private static (string Key, string Value, ImmutableArray<Edit> Edits)? EndpointAt(Site site, Place definition)
    {
        var symbols = site.Model.LookupSymbols(site.Position).Where(s => s is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol && site.Sees(s)).ToList();
        if (First(symbols, CdkNames.IVpcEndpoint) is { } endpoint)
        {
            return ("aws:SourceVpce", endpoint + ".VpcEndpointId", []);
        }

        if (First(symbols, CdkNames.IVpc) is { } vpc)
        {
            return ("aws:SourceVpc", vpc + ".VpcId", []);
        }

        if (Initializers.ArgumentOf(definition.Node, definition.Model, "scope") is not { } scope || !site.CanRead(scope, definition.Model))
        {
            return null;
        }

        var name = Names.Free(definition, "ecrEndpointId");
        var value = $"new global::{CdkNames.CfnParameter}({scope.WithoutTrivia()}, \"EcrEndpointId\", new global::{CdkNames.CfnParameter}Props {{ Description = \"The VPC endpoint for ECR's Docker registry\" }})";
        return ("aws:SourceVpce", name + ".ValueAsString", [new InsertEdit(site, new Declaration(name, "global::" + CdkNames.CfnParameter, value))]);
    }

    /// <summary>A variable of that type, or a property of the program's own props.</summary>
    private static string? First(IReadOnlyList<ISymbol> symbols, string type) =>
        symbols.FirstOrDefault(s => Storage.TypeOf(s).Is(type))?.Name
        ?? (from symbol in symbols
            where symbol is IParameterSymbol or IFieldSymbol && Storage.TypeOf(symbol) is { Locations: [{ IsInSource: true }, ..] }
            from property in Storage.TypeOf(symbol)!.GetMembers().OfType<IPropertySymbol>()
            where property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } && property.Type.Is(type)
            select symbol.Name + "." + property.Name).FirstOrDefault();
}
