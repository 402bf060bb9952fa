using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Static state.</content>
internal sealed partial class Evaluator
{
    private readonly Dictionary<ISymbol, Slot> statics = new(SymbolEqualityComparer.Default);

    private readonly HashSet<ITypeSymbol> initialized = new(SymbolEqualityComparer.Default);

    private Value StaticField(IFieldSymbol field, IOperation operation)
    {
        if (field.HasConstantValue)
        {
            return Constant(field.ConstantValue, field.Type);
        }

        if (!IsSource(field))
        {
            return KnownLibrary.TryGetField(this, field, out var known) || Library.TryGetField(field, null, Site(operation), out known)
                ? known
                : UnknownResult(field, null, Arguments.None, Site(operation), "it is " + field.ContainingType.Name + "." + field.Name);
        }

        if (field.IsConst)
        {
            // It has none: its value is being typed.
            IsBroken = true;
            return Unknown(operation, DoesNotCompile, field.Type);
        }

        InitializeStatics(field.ContainingType);
        return StaticSlot(field, field.Type, field.IsReadOnly);
    }

    private Value StaticProperty(IPropertySymbol property, IOperation operation)
    {
        InitializeStatics(property.ContainingType);
        return StaticSlot(property, property.Type, property.SetMethod is null);
    }

    private Value StaticSlot(ISymbol symbol, ITypeSymbol type, bool isReadOnly)
    {
        if (statics.TryGetValue(StaticKey(symbol), out var slot))
        {
            Note(slot);
            return ChoiceValue.On(Guard, slot.Value);
        }

        // Without the program that uses a library, nobody knows what it assigns.
        return isReadOnly || Program.HasEntryPoint || symbol.DeclaredAccessibility == Accessibility.Private
            ? DefaultOf(type)
            : new UnknownValue(symbol.ToDisplayString(), symbol.ContainingType.Name + "." + symbol.Name, type, "the program that uses this library may assign it");
    }

    /// <summary>A static member, of which a generic type has one for each of its type arguments.</summary>
    private ISymbol StaticKey(ISymbol member) => member.ContainingType is { Arity: > 0 } type
        ? Constructed(type).GetMembers(member.Name).First(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, member.OriginalDefinition))
        : member.OriginalDefinition;

    /// <summary>Runs the static initializers of a type, as its first use does.</summary>
    private void InitializeStatics(INamedTypeSymbol type)
    {
        type = Constructed(type);
        if (!IsSource(type) || !initialized.Add(type))
        {
            return;
        }

        var (outerFrame, outerGuard) = (frame, Guard);
        frame = new Frame(null, null, null, outerFrame.Depth + 1) { TypeArguments = TypeArgumentsOf(type) };
        Guard = Guard.Always;
        try
        {
            foreach (var (symbol, initializer) in Initializers(type.OriginalDefinition, isStatic: true))
            {
                statics[StaticKey(symbol)] = new Slot(Guard.Always, Initialized(symbol, initializer));
            }

            if (type.StaticConstructors.FirstOrDefault(c => !c.IsImplicitlyDeclared) is { } constructor && BodyOf(constructor) is { } body)
            {
                RunMethod(constructor, null, Arguments.None, body, body);
            }
        }
        finally
        {
            (frame, Guard) = (outerFrame, outerGuard);
        }
    }
}
