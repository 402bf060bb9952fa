using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>Aspects.Of(scope).Add(aspect)</c>: at synth the aspect visits every construct below the scope. One that the program defines is run on those that the program
/// made; one that cannot be seen may change the roles among them.
/// </summary>
internal static class Aspects
{
    /// <summary>Libraries whose aspects only read: cdk-nag's rule packs. CDK's own set tags and properties that no policy depends on.</summary>
    private static readonly string[] Harmless = ["Cdklabs.CdkNag.", "Amazon.CDK."];

    public static void Register(Registry r) => r
        .Method("Aspects", "Of", c => c.NewResult(new TreeNode(c["scope"])))
        .Method("Aspects", "Add", Add)
        .Getter("Aspects", "All", c => c.UnknownResult("the aspects of a construct are not followed"))
        .Method("CloudFormation.Include.CfnInclude", "GetResource", c => c.UnknownResult("the included template is not read"));

    private static Value Add(Call call)
    {
        var scope = Call.Node<TreeNode>(call.Receiver)?.Construct ?? call.Receiver!;
        foreach (var (aspect, guard) in call.Each(call["aspect"]))
        {
            if (!IsHarmless(aspect))
            {
                call.Graph.AtSynth.Add(() => Visit(call.On(guard), scope, aspect));
            }
        }

        return ConstantValue.Null;
    }

    /// <summary>Whether objects of the type are aspects that the program defines.</summary>
    public static bool IsAspect(INamedTypeSymbol type) => !type.IsAbstract && type.AllInterfaces.Any(i => i.Name == "IAspect" && Registry.IsCdk(i));

    /// <summary>An aspect visits every construct that there is.</summary>
    public static void VisitAll(CdkModel model, ObjectValue aspect, CallSite site)
    {
        var visit = aspect.IsHalfTyped ? null : VisitMethod(aspect);
        foreach (var top in model.Scopes.All.Where(c => c.Scope is not ObjectValue).Select(c => c.Construct).ToList())
        {
            if (visit is null)
            {
                Visitors.Lose(model, top, isLater: false, site, Evaluator.DoesNotCompile);
            }
            else
            {
                Visit(new Call(model, visit, aspect, Arguments.None, site), top, aspect);
            }
        }
    }

    private static bool IsHarmless(Value aspect) =>
        aspect is ObjectValue instance && instance.Type.ToDisplayString() is var name && Harmless.Any(h => name.StartsWith(h, StringComparison.Ordinal));

    private static void Visit(Call call, Value scope, Value aspect)
    {
        if (VisitMethod(aspect) is not { } visit)
        {
            Visitors.Forget(call, scope, "an aspect may change it");
            return;
        }

        foreach (var construct in Visitors.Below(call, scope))
        {
            call.Evaluator.CallLater(new FunctionValue(visit, null, null, aspect), [construct], call.Site);
        }
    }

    /// <summary>The aspect's <c>Visit</c>, where its source is here.</summary>
    private static IMethodSymbol? VisitMethod(Value aspect)
    {
        for (var type = (aspect as ObjectValue)?.Type; type is not null; type = type.BaseType)
        {
            if (type.GetMembers("Visit").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == 1 && !m.DeclaringSyntaxReferences.IsEmpty) is { } visit)
            {
                return visit;
            }
        }

        return null;
    }
}
