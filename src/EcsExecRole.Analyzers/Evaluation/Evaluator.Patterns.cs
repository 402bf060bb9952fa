using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Patterns and type tests.</content>
internal sealed partial class Evaluator
{
    /// <summary>The paths on which a value is an instance of a type (and so not null).</summary>
    internal Guard IsInstance(Value value, ITypeSymbol type)
    {
        type = Resolve(type)!;
        if (value is ChoiceValue)
        {
            return value.Alternatives.Aggregate(Guard.Never, (sum, a) => sum | (a.Guard & IsInstance(a.Value, type)));
        }

        switch (value)
        {
            case { IsNull: true }:
                return Guard.Never;
            case var _ when type.TypeKind == TypeKind.Error:
                return Undecided();
            case ObjectValue instance:
                // An object that the model made for CDK has the static type of the factory; its class may be a more derived one.
                return IsAssignable(instance.Type, type) ? Guard.Always : instance.IsOpaque && !instance.Type.IsSealed && instance.Payload is not null ? Opaque() : Guard.Never;
            case ConstantValue { Content: string }:
                return type.SpecialType is SpecialType.System_String or SpecialType.System_Object ? Guard.Always : Guard.Never;
            case TextValue:
                return type.SpecialType is SpecialType.System_String or SpecialType.System_Object ? Guard.Always : Guard.Never;
            case ConstantValue { Content: bool } or GuardValue:
                return type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Object ? Guard.Always : Guard.Never;
            case ConstantValue { Content: not null, EnumMember: null } number:
                // Arithmetic does not keep apart how wide numbers are.
                return type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType || number.Content.GetType().Name == type.Name ? Guard.Always
                    : type.IsReferenceType && type.TypeKind != TypeKind.Interface ? Guard.Never : Opaque();
            case SequenceValue { Type: { } held } when IsAssignable(held, type):
            case DictionaryValue { Type: { } kept } when IsAssignable(kept, type):
            case DeferredValue { Type: { } yielded } when IsAssignable(yielded, type):
                return Guard.Always;
            case UnknownValue { Type: { } known } when IsAssignable(known, type):
                return !AreEqual(value, ConstantValue.Null);
            case UnknownValue unknown:
                return Guards.IsType(unknown.Key, type.ToDisplayString(), unknown.Display + " is " + type.Name);
            default:
                return Opaque();
        }

        // Which type it will be is not written.
        Guard Undecided()
        {
            IsBroken = true;
            var key = Unwritten + KeyOf(value);
            return Guards.Opaque(key + " is " + type.ToDisplayString(), [key], DisplayOf(value) + " is of a type that is not there");
        }

        Guard Opaque() => Guards.Opaque(KeyOf(value) + " is " + type.ToDisplayString(), [.. Subjects(value)], DisplayOf(value) + " is " + type.Name);
    }

    private bool IsAssignable(ITypeSymbol from, ITypeSymbol to) =>
        ((CSharpCompilation)Program.Compilation).ClassifyConversion(from, to) is { IsImplicit: true, IsUserDefined: false };

    /// <summary>The paths on which a value matches a pattern; the pattern's variables are assigned on them.</summary>
    private Guard Match(Value value, IPatternOperation pattern)
    {
        Step();
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return Guard.Always;
            case IConstantPatternOperation constant:
                return AreEqual(value, Evaluate(constant.Value));
            case INegatedPatternOperation negated:
                return !Match(value, negated.Pattern);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                var left = Match(value, either.LeftPattern);
                return left | MatchOn(!left, value, either.RightPattern);
            case IBinaryPatternOperation both:
                var first = Match(value, both.LeftPattern);
                return first & MatchOn(first, value, both.RightPattern);
            case ITypePatternOperation type:
                return IsInstance(value, type.MatchedType);
            case IRelationalPatternOperation relational:
                return AsGuard(Compare(relational.OperatorKind, value, Evaluate(relational.Value), relational));
            case IDeclarationPatternOperation declaration:
                return MatchDeclaration(value, declaration);
            case IRecursivePatternOperation recursive:
                return MatchRecursive(value, recursive);
            case IListPatternOperation list:
                return MatchList(value, list);
            default:
                return Guards.Opaque(NewKey("pattern@" + pattern.Syntax.SpanStart), [.. Subjects(value)], pattern.Syntax.ToString());
        }
    }

    private Guard MatchOn(Guard guard, Value value, IPatternOperation pattern)
    {
        var outer = Guard;
        Guard = outer & guard;
        var result = Guard.IsFeasible ? Match(ChoiceValue.On(Guard, value), pattern) : Guard.Never;
        Guard = outer;
        return result;
    }

    private Guard MatchDeclaration(Value value, IDeclarationPatternOperation pattern)
    {
        var matched = pattern.MatchesNull ? Guard.Always : pattern.MatchedType is { } type ? IsInstance(value, type) : !AreEqual(value, ConstantValue.Null);
        Bind(pattern.DeclaredSymbol, matched, value);
        return matched;
    }

    private void Bind(ISymbol? variable, Guard matched, Value value)
    {
        if (variable is not null && (Guard & matched).IsFeasible)
        {
            frame.Declare(variable, Guard & matched, ChoiceValue.On(Guard & matched, value));
        }
    }

    private Guard MatchRecursive(Value value, IRecursivePatternOperation pattern)
    {
        var matched = pattern.InputType is { IsValueType: true } && SymbolEqualityComparer.Default.Equals(pattern.InputType, pattern.MatchedType)
            ? Guard.Always
            : IsInstance(value, pattern.MatchedType);
        foreach (var property in pattern.PropertySubpatterns)
        {
            var soFar = matched;
            var outer = Guard;
            Guard = outer & soFar;
            if (Guard.IsFeasible)
            {
                implicitReceivers.Push(ChoiceValue.On(Guard, value));
                var member = MemberOf(property.Member, ChoiceValue.On(Guard, value));
                implicitReceivers.Pop();
                matched &= Match(member, property.Pattern);
            }

            Guard = outer;
        }

        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            var index = i;
            var part = Map(value, one => Deconstructed(one, index, pattern.DeconstructionSubpatterns.Length, pattern));
            matched &= MatchOn(matched, part, pattern.DeconstructionSubpatterns[i]);
        }

        Bind(pattern.DeclaredSymbol, matched, value);
        return matched;
    }

    private Value MemberOf(IOperation member, Value receiver) => member switch
    {
        IPropertyReferenceOperation property => Map(receiver, one => GetProperty(property.Property, one, property)),
        IFieldReferenceOperation field => Map(receiver, one => GetField(field.Field, one, field)),
        _ => Unknown(member, "it is a member in a pattern"),
    };

    private Guard MatchList(Value value, IListPatternOperation pattern)
    {
        if (value is ChoiceValue)
        {
            return value.Alternatives.Aggregate(Guard.Never, (sum, a) => sum | (a.Guard & MatchOn(a.Guard, a.Value, pattern)));
        }

        var slice = pattern.Patterns.Select((p, i) => (Pattern: p as ISlicePatternOperation, Index: i)).FirstOrDefault(p => p.Pattern is not null);
        var wanted = pattern.Patterns.Length - (slice.Pattern is null ? 0 : 1);
        if (value is not SequenceValue sequence || !sequence.IsKnownOn(Guard))
        {
            return value.IsNull ? Guard.Never : Guards.Opaque(KeyOf(value) + " matches " + pattern.Syntax, [.. Subjects(value)], pattern.Syntax.ToString());
        }

        var elements = sequence.On(Guard).ToList();
        if (slice.Pattern is null ? elements.Count != wanted : elements.Count < wanted)
        {
            return Guard.Never;
        }

        var matched = Guard.Always;
        for (var i = 0; i < pattern.Patterns.Length; i++)
        {
            if (pattern.Patterns[i] is ISlicePatternOperation { Pattern: var inner })
            {
                if (inner is not null)
                {
                    var part = new SequenceValue(NewKey(sequence.Key), elements.Skip(i).Take(elements.Count - wanted), Guard.Never);
                    matched &= MatchOn(matched, part, inner);
                }

                continue;
            }

            var index = slice.Pattern is not null && i > slice.Index ? elements.Count - (pattern.Patterns.Length - i) : i;
            matched &= MatchOn(matched, elements[index].Value, pattern.Patterns[i]);
        }

        Bind(pattern.DeclaredSymbol, matched, value);
        return matched;
    }

    private Value SwitchExpression(ISwitchExpressionOperation operation)
    {
        var value = Evaluate(operation.Value);
        var remaining = Guard;
        var results = new List<Alternative>();
        var after = Guard.Never;
        foreach (var arm in operation.Arms)
        {
            if (!remaining.IsFeasible)
            {
                break;
            }

            Guard = remaining;
            var matched = remaining & Match(ChoiceValue.On(remaining, value), arm.Pattern);
            if (arm.Guard is not null && matched.IsFeasible)
            {
                Guard = matched;
                matched &= Test(arm.Guard);
            }

            remaining = remaining.Except(matched);
            Guard = matched;
            if (Guard.IsFeasible)
            {
                var result = Evaluate(arm.Value);
                results.Add(new(matched, result));
                after |= Guard;
            }
        }

        // Where no arm matches, the expression throws.
        Guard = remaining;
        EndPaths(NewException("System.Runtime.CompilerServices.SwitchExpressionException"));
        Guard = after;
        return results.Count == 0 ? ConstantValue.Null : ChoiceValue.Of(results);
    }
}
