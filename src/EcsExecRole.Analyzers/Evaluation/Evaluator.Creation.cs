using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>New objects: constructors and initializers.</content>
internal sealed partial class Evaluator
{
    private Value Creation(IObjectCreationOperation operation)
    {
        if (operation.Constructor is not { } constructor)
        {
            return Invalid(operation);
        }

        var arguments = EvaluateArguments(operation.Arguments);
        return Initialize(Create(constructor, arguments, operation), operation.Initializer);
    }

    private Value TypeParameterCreation(ITypeParameterObjectCreationOperation operation) =>
        Resolve(operation.Type) is INamedTypeSymbol { InstanceConstructors: var constructors } && constructors.FirstOrDefault(c => c.Parameters.IsEmpty) is { } constructor
            ? Initialize(Create(constructor, Arguments.None, operation), operation.Initializer)
            : Unknown(operation, "its type is a type parameter");

    /// <summary>Creates an object and runs its constructor.</summary>
    internal Value Create(IMethodSymbol constructor, Arguments arguments, IOperation operation)
    {
        var type = constructor.ContainingType;
        if (FactsOf(constructor).IsKnown && KnownLibrary.TryCreate(this, constructor, arguments, Site(operation), out var known))
        {
            return known;
        }

        var instance = new ObjectValue(NumberedKey(type.Name), type, operation, Guard);
        RunConstructor(instance, constructor, arguments, operation);
        return instance;
    }

    private Value Initialize(Value value, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null)
        {
            return value;
        }

        if (value is ObjectValue instance && initializer.Initializers.Length > 0)
        {
            instance.Expect(initializer.Initializers.Length);
        }

        implicitReceivers.Push(value);
        try
        {
            foreach (var element in initializer.Initializers)
            {
                if (element is IMemberInitializerOperation member)
                {
                    Initialize(Evaluate(member.InitializedMember), member.Initializer);
                }
                else
                {
                    Evaluate(element);
                    if (IsDoubtfulElement(element))
                    {
                        Doubtful(value, element);
                    }
                }
            }
        }
        finally
        {
            implicitReceivers.Pop();
        }

        return value;
    }

    /// <summary>Runs a constructor, and those it chains to, on an object.</summary>
    private void RunConstructor(ObjectValue instance, IMethodSymbol constructor, Arguments arguments, IOperation operation)
    {
        var facts = FactsOf(constructor);
        if (!facts.IsTypeSource)
        {
            if (constructor.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
            {
                return;
            }

            if (!(facts.IsKnown && KnownLibrary.TryConstruct(this, instance, constructor, arguments, Site(operation))) && !Library.TryConstruct(instance, constructor, arguments, Site(operation)))
            {
                instance.IsOpaque = true;
                EscapeArguments(arguments, operation, "the constructor of " + constructor.ContainingType.Name + " gets it");
            }

            return;
        }

        var definition = constructor.OriginalDefinition;
        active.TryGetValue(definition, out var running);
        if (NestsTooDeeply(running))
        {
            instance.IsOpaque = true;
            EscapeArguments(arguments, operation, "calls nest too deeply");
            return;
        }

        reached.Add(definition);
        InitializeStatics(constructor.ContainingType);
        var caller = frame;
        frame = new Frame(definition, instance, null, caller.Depth + 1) { TypeArguments = TypeArgumentsOf(constructor, instance, caller) };
        active[definition] = (running.Count + 1, running.Entry ?? Guard);
        try
        {
            var implemented = Implemented(definition);
            for (var i = 0; i < implemented.Parameters.Length; i++)
            {
                frame.Declare(implemented.Parameters[i], Guard, i < arguments.Count ? arguments[i] : DefaultOf(implemented.Parameters[i].Type));
            }

            var syntax = implemented.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
            if (syntax is TypeDeclarationSyntax declaration)
            {
                PrimaryConstructor(instance, definition, declaration, operation);
                return;
            }

            var body = syntax is ConstructorDeclarationSyntax ? Program.OperationOf(syntax) as IConstructorBodyOperation : null;
            var chained = body?.Initializer is IExpressionStatementOperation { Operation: IInvocationOperation call } ? call : null;
            // One that lacks its keyword is taken to be of this class.
            var isBroken = errors is not null && syntax is ConstructorDeclarationSyntax { Initializer: { } initializer } && errors.IsBroken(initializer);
            if (isBroken || syntax is not ConstructorDeclarationSyntax { Initializer.ThisOrBaseKeyword.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ThisKeyword })
            {
                RunInitializers(instance);
            }

            if (chained is not null && !isBroken)
            {
                RunConstructor(instance, chained.TargetMethod, EvaluateArguments(chained.Arguments), chained);
            }
            else
            {
                RunImplicitBase(instance, constructor.ContainingType, operation, isBroken);
            }

            if (body is not null)
            {
                RunBody(definition, body);
            }

            if (isBroken && syntax is ConstructorDeclarationSyntax { Body: null, ExpressionBody: null })
            {
                // Its body is cut off.
                MakeDoubtful(instance);
            }
        }
        finally
        {
            Leave(definition, running);
            frame = caller;
        }
    }

    private void PrimaryConstructor(ObjectValue instance, IMethodSymbol constructor, TypeDeclarationSyntax declaration, IOperation operation)
    {
        foreach (var parameter in constructor.Parameters)
        {
            var value = frame.Find(parameter)!.Value;
            instance.Write(CapturedKey(parameter), Guard, value, ConstantValue.Null);

            // A record declares a property for each.
            if (constructor.ContainingType.IsRecord && constructor.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().Any(p => p.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is ParameterSyntax)))
            {
                instance.Write(parameter.Name, Guard, value, ConstantValue.Null);
            }
        }

        RunInitializers(instance);
        var body = Program.OperationOf(declaration) as IConstructorBodyOperation;
        if (body?.Initializer is IExpressionStatementOperation { Operation: IInvocationOperation chained })
        {
            RunConstructor(instance, chained.TargetMethod, EvaluateArguments(chained.Arguments), chained);
        }
        else
        {
            RunImplicitBase(instance, constructor.ContainingType, operation);
        }
    }

    private void RunInitializers(ObjectValue instance)
    {
        if (frame.Method?.ContainingType is not { } type)
        {
            return;
        }

        foreach (var (symbol, initializer) in Initializers(type, isStatic: false))
        {
            var value = Initialized(symbol, initializer);
            instance.Write(SlotKey(symbol), Guard, value, ConstantValue.Null, initializer?.ChildOperations.FirstOrDefault());
        }
    }

    /// <param name="isBroken">Whether what the base class gets is written, but can't be read.</param>
    private void RunImplicitBase(ObjectValue instance, INamedTypeSymbol type, IOperation operation, bool isBroken = false)
    {
        if (type.BaseType is { } parent && parent.InstanceConstructors.FirstOrDefault(c => c.Parameters.All(p => p.IsOptional || p.IsParams)) is { } constructor)
        {
            RunConstructor(instance, constructor, new Arguments([.. constructor.Parameters.Select(p => new Argument(p, isBroken ? Unknown(operation, DoesNotCompile, p.Type) : p.HasExplicitDefaultValue ? Constant(p.ExplicitDefaultValue, p.Type) : ConstantValue.Null, null))]), operation);
        }
    }

    private Value AnonymousObject(IAnonymousObjectCreationOperation operation)
    {
        var instance = new ObjectValue(NewKey("anonymous"), operation.Type!, operation, Guard);
        foreach (var initializer in operation.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (initializer.Target is IPropertyReferenceOperation { Property: var property })
            {
                instance.Write(property.Name, Guard, Evaluate(initializer.Value), ConstantValue.Null, initializer.Value);
            }
        }

        return instance;
    }

    private Value Tuple(ITupleOperation operation)
    {
        // (null, x) has no type of its own: it takes the one that is expected, and where that is not there, none.
        var instance = new ObjectValue(NewKey("tuple"), operation.Type ?? operation.NaturalType ?? Program.Compilation.ObjectType, operation, Guard);
        for (var i = 0; i < operation.Elements.Length; i++)
        {
            instance.Write("Item" + (i + 1), Guard, Evaluate(operation.Elements[i]), ConstantValue.Null, operation.Elements[i]);
        }

        return instance;
    }

    /// <summary>The copy that <c>with</c> begins with: a record may say itself how it is copied.</summary>
    private ObjectValue Copied(ObjectValue instance, IOperation operation)
    {
        if (instance.Type is not INamedTypeSymbol { IsRecord: true } type
            || type.InstanceConstructors.FirstOrDefault(c => !c.IsImplicitlyDeclared && c.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(c.Parameters[0].Type, type)) is not { } constructor)
        {
            return instance.Copy(NewKey(instance.Type.Name), operation, Guard);
        }

        var copy = new ObjectValue(NewKey(type.Name), type, operation, Guard);
        RunConstructor(copy, constructor, new Arguments([new Argument(constructor.Parameters[0], instance, null)]), operation);
        return copy;
    }

    private Value With(IWithOperation operation)
    {
        var source = Evaluate(operation.Operand);
        var copy = Map(source, one => one is ObjectValue instance ? Copied(instance, operation) : Unknown(operation, "it is a copy of an unknown"));
        return Initialize(copy, operation.Initializer);
    }
}
