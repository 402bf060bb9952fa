using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Assignments to properties.</content>
internal sealed partial class Evaluator
{
    private void AssignProperty(IPropertyReferenceOperation operation, Value value, IOperation? origin)
    {
        var property = operation.Property;
        var arguments = IndexArguments(operation);
        if (operation.Instance is null)
        {
            if (SetterBody(property, FactsOf(property)) is { } staticBody)
            {
                RunMethod(property.SetMethod!, null, WithValue(arguments, property, value, origin), operation, staticBody);
            }
            else if (IsSource(property))
            {
                InitializeStatics(property.ContainingType);
                AssignStatic(property, property.Type, value);
            }

            return;
        }

        var receiver = ChoiceValue.On(Guard, Place(operation.Instance));
        if (receiver is ChoiceValue)
        {
            AssignEach(operation, receiver, arguments, value, origin);
        }
        else
        {
            SetProperty(property, receiver, arguments, value, operation, origin);
        }
    }

    private void AssignEach(IPropertyReferenceOperation target, Value receivers, Arguments arguments, Value value, IOperation? origin) =>
        Map(receivers, one => SetProperty(target.Property, one, arguments, value, target, origin));

    private Value SetProperty(IPropertySymbol property, Value receiver, Arguments arguments, Value value, IOperation operation, IOperation? origin)
    {
        if (receiver.IsNull)
        {
            return NullDereference();
        }

        var facts = FactsOf(property);
        if (facts is { IsDispatched: true, Setter: { } declared } && receiver is ObjectValue && operation is not IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { Syntax: BaseExpressionSyntax } } && Implementation(declared, receiver)?.AssociatedSymbol is IPropertySymbol actual)
        {
            property = actual;
            facts = FactsOf(actual);
        }

        if (SetterBody(property, facts) is { } body)
        {
            return RunMethod(facts.Setter!, receiver, WithValue(arguments, property, value, origin), operation, body);
        }

        // The site is the value's expression, so that what it causes points there.
        var site = Site(origin ?? operation);
        if (!facts.IsSource
            && ((facts.IsKnownSetter && KnownLibrary.TrySet(this, property, receiver, arguments, value, site)) || (arguments.Count == 0 && (facts.IsLibrarySetter ??= Library.HasSetter(property)) && Library.TrySet(property, receiver, value, site))))
        {
            return value;
        }

        if (receiver is ObjectValue instance && arguments.Count == 0)
        {
            var key = PropertyKey(property, facts);
            var slot = instance.TryGetSlot(key, out var known) ? known : null;
            value = Stored(Accumulated(slot, instance.Age, value, property, facts.Type), property.Name);
            instance.Write(key, Guard, value, slot is null && !instance.Birth.Implies(Guard) ? Initial(instance, key, facts.Type) : ConstantValue.Null, origin);
        }
        else if (arguments.Count > 0)
        {
            Escape(receiver, operation, "an element of it is assigned");
        }

        return value;
    }

    private static Arguments WithValue(Arguments arguments, IPropertySymbol property, Value value, IOperation? origin) =>
        new(arguments.Items.Add(new Argument(property.SetMethod!.Parameters[property.SetMethod.Parameters.Length - 1], value, origin)));

    private IOperation? SetterBody(IPropertySymbol property, PropertyFacts facts)
    {
        if (!facts.IsSource)
        {
            return null;
        }

        var found = facts.SetterBody ??= new(facts.Setter is { IsImplicitlyDeclared: false } setter ? BodyOf(setter) ?? PartialSetterBody(property) : null);
        return found.Operation;
    }

    private IOperation? PartialSetterBody(IPropertySymbol property) => DeclarationsOf(property.OriginalDefinition).OfType<PropertyDeclarationSyntax>()
        .SelectMany(p => p.AccessorList?.Accessors ?? default)
        .Where(a => a.Keyword.Text is "set" or "init" && (a.Body is not null || a.ExpressionBody is not null))
        .Select(Program.OperationOf).FirstOrDefault();
}
