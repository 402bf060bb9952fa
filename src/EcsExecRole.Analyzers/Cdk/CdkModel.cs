using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What CDK's constructs and methods do to the graph, for one run of a program.</summary>
internal sealed class CdkModel(CdkTypes types, Registry registry) : Library
{
    private readonly Dictionary<INamedTypeSymbol, bool> dataTypes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> cdkTypes = new(SameObject.Comparer);

    public CdkGraph Graph { get; } = new();

    public CdkTypes Types { get; } = types;

    /// <summary>The construct tree.</summary>
    public Scopes Scopes { get; } = new();

    /// <summary>Keys that one service's model keeps for itself.</summary>
    public Dictionary<string, object> State { get; } = new(StringComparer.Ordinal);

    public override bool IsRoot(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, Types.Construct))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names of what makes a task definition, or the app that the program's stacks are in.</summary>
    public override bool IsRootWord(string identifier) => identifier is "App" or "Stack" || EcsWords.Contains(identifier);

    public override bool TryConstruct(ObjectValue instance, IMethodSymbol constructor, Arguments arguments, CallSite site)
    {
        if (!IsCdk(constructor.ContainingType))
        {
            return false;
        }

        if (arguments.Find("id")?.Value.Text is { IsLiteral: true } id)
        {
            instance.Name ??= id.Literal;
        }

        if (arguments.Find("scope") is { } scope)
        {
            Scopes.Add(instance, scope.Value, arguments["id"]);
        }

        if (registry.FindConstructor(constructor) is { } handler)
        {
            handler(new Call(this, constructor, instance, arguments, site));
            return true;
        }

        // One of CDK's plain data classes holds what it is given; any other object has members that nobody knows, and may grant to what it gets.
        if (!IsData(constructor.ContainingType))
        {
            instance.IsOpaque = true;
            UnmodelledCalls.Receive(this, constructor, arguments, site);
        }

        return true;
    }

    public override bool TryInvoke(IMethodSymbol method, Value? receiver, Arguments arguments, CallSite site, out Value result)
    {
        if (!IsCdk(method.ContainingType))
        {
            result = ConstantValue.Null;
            return false;
        }

        NullRoles.NoteArguments(Graph, method, arguments, site);
        var call = new Call(this, method, receiver, arguments, site);
        if (registry.FindMethod(method, TypeOf(receiver)) is { } handler)
        {
            result = method.IsStatic ? RunStatic(handler, call) : Run(handler, call);
            return true;
        }

        UnmodelledCalls.Receive(this, method, arguments, site);
        result = method.ReturnsVoid || site.Evaluator.IsDiscarded(method, site.Operation) ? ConstantValue.Null : call.UnknownResult("the analyzer does not model " + method.ContainingType.Name + "." + method.Name);
        return true;
    }

    public override bool TryGet(IPropertySymbol property, Value? receiver, CallSite site, out Value result)
    {
        if (registry.FindGetter(property, TypeOf(receiver)) is { } handler)
        {
            result = handler(new Call(this, property, receiver, Arguments.None, site));
            return true;
        }

        // What a construct of CDK's computes is unknown, not null; what a data class was not given is null.
        if (receiver is ObjectValue instance && IsCdk(property.ContainingType) && !IsDataObject(instance.Type) && !instance.TryGetSlot(property.Name, out _))
        {
            result = new Call(this, property, receiver, Arguments.None, site).UnknownResult("the analyzer does not model " + property.ContainingType.Name + "." + property.Name);
            return true;
        }

        result = ConstantValue.Null;
        return false;
    }

    public override bool HasSetter(IPropertySymbol property) => registry.HasSetter(property);

    public override bool TrySet(IPropertySymbol property, Value receiver, Value value, CallSite site)
    {
        if (registry.FindSetter(property, TypeOf(receiver)) is not { } handler || property.SetMethod?.Parameters.LastOrDefault() is not { } parameter)
        {
            return false;
        }

        handler(new Call(this, property, receiver, new Arguments([new Argument(parameter, value, site.Operation)]), site));
        return true;
    }

    public override void Escape(Value value, CallSite site, string reason) => UnmodelledCalls.Escape(this, value, site, null, reason);

    public override bool IsTreeWord(string identifier) => identifier is "Node" or "Aspects" or "CustomizeRoles";

    public override void LoseTree(ObjectValue root, string? word, CallSite site, string reason) =>
        Visitors.Lose(this, root, isLater: word is "Aspects" or "CustomizeRoles", site, reason);

    public override void LoseNamed(IReadOnlyCollection<string> names, CallSite site, string reason) => Graph.AtSynth.Add(() =>
    {
        foreach (var role in Graph.Roles.Where(r => PolicyIndex.NamesOf(r).Any(n => n.IsLiteral && names.Contains(n.Literal))))
        {
            RolePolicies.AddUnknown(role, site.Guard, reason, site.Operation);
        }
    });

    public override bool IsVisitor(INamedTypeSymbol type) => Aspects.IsAspect(type);

    public override void Attach(ObjectValue visitor, CallSite site) => Graph.AtSynth.Add(() => Aspects.VisitAll(this, visitor, site));

    public override void CallOnNull(ConstantValue receiver, IMethodSymbol method, CallSite site) => NullRoles.NoteReceiver(Graph, method, receiver, site);

    /// <summary>Synth: runs what waited for the program's end, and what that adds.</summary>
    public override void Finish()
    {
        for (var i = 0; i < Graph.AtSynth.Count; i++)
        {
            Graph.AtSynth[i]();
        }

        // An aspect may have handed a definition on after it was rendered.
        foreach (var definition in Graph.TaskDefinitions)
        {
            ExecutionRoles.Finish(definition);
        }
    }

    /// <summary>What a factory imports into a scope (<c>Role.FromRoleArn(scope, id, …)</c>) is a construct there.</summary>
    private Value Run(Handler handler, Call call)
    {
        var result = handler(call);
        AddImported(call.Arguments, result);
        return result;
    }

    /// <summary>Runs a factory; where its texts depend on the path, once for each.</summary>
    private Value RunStatic(Handler handler, Call call)
    {
        if (!TextChoices.AreIn(call.Arguments))
        {
            return Run(handler, call.Receiver is null ? call : new(this, call.Member, null, call.Arguments, call.Site));
        }

        return RunEach(handler, call);
    }

    private Value RunEach(Handler handler, Call call)
    {
        var texts = TextChoices.Each(call.Arguments, call.Site);
        return texts.Count == 1 && texts[0].Guard.IsAlways
            ? Run(handler, new(this, call.Member, null, texts[0].Arguments, call.Site))
            : ChoiceValue.Of(texts.Select(t => new Alternative(t.Guard, Run(handler, new Call(this, call.Member, null, t.Arguments, call.Site.On(t.Guard))))).ToList());
    }

    private void AddImported(Arguments arguments, Value result)
    {
        if (arguments.Find("scope") is { } scope && arguments.Find("id") is { } id)
        {
            foreach (var alternative in result.Alternatives)
            {
                if (alternative.Value is ObjectValue instance)
                {
                    instance.Name ??= id.Value.Text?.Literal;
                    Scopes.Add(instance, scope.Value, id.Value);
                }
            }
        }
    }

    private static ITypeSymbol? TypeOf(Value? receiver) => receiver switch
    {
        ObjectValue instance => instance.Type,
        UnknownValue unknown => unknown.Type,
        _ => null,
    };

    /// <summary>Whether objects of the type are structs of jsii's, be it that the program derives from one.</summary>
    private bool IsDataObject(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (IsCdk(current))
            {
                return IsData(current);
            }
        }

        return true;
    }

    /// <summary>Whether a type is CDK's, found once for each.</summary>
    private bool IsCdk(INamedTypeSymbol type)
    {
        if (!cdkTypes.TryGetValue(type, out var known))
        {
            cdkTypes.Add(type, known = Registry.IsCdk(type));
        }

        return known;
    }

    /// <summary>
    /// Whether the class is a struct of jsii's: passed by value, with settable properties and no behaviour. In CDK's own assemblies these are the classes without a base; to read the
    /// attribute that says so is slow.
    /// </summary>
    private bool IsData(INamedTypeSymbol type)
    {
        if (!dataTypes.TryGetValue(type, out var isData))
        {
            dataTypes.Add(type, isData = type.BaseType is { SpecialType: SpecialType.System_Object } && ((type.ContainingAssembly?.Name is { } assembly && CdkTypes.IsOfCdk(assembly)) || type.GetAttributes().Any(a => a.AttributeClass?.Name == "JsiiByValueAttribute")));
        }

        return isData;
    }
}
