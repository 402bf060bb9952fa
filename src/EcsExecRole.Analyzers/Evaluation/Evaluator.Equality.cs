using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Equality of objects.</content>
internal sealed partial class Evaluator
{
    /// <summary>The paths on which two values are equal as their <c>Equals</c> says, which is how collections tell their elements apart.</summary>
    public Guard AreSame(Value left, Value right)
    {
        if (left is ChoiceValue or ObjectValue && right is ChoiceValue or ObjectValue)
        {
            return left.Alternatives.Aggregate(Guard.Never, (sum, a) => right.Alternatives.Aggregate(sum, (all, b) =>
                all | (a.Guard & b.Guard & (a.Value is ObjectValue one && b.Value is ObjectValue other && EqualsOf(one.Type) is { } method
                    ? ReferenceEquals(one, other) ? Guard.Always : AsGuard(Under(a.Guard & b.Guard, () => CallEquals(method, one, other)))
                    : AreEqual(a.Value, b.Value)))));
        }

        return AreEqual(left, right);
    }

    private Value CallEquals(IMethodSymbol method, ObjectValue left, ObjectValue right) => left.Origin is { } site
        ? Invoke(method, left, new Arguments([new Argument(method.Parameters[0], right, null)]), site, isVirtual: false)
        : ConstantValue.False;

    /// <summary>Two objects with <c>==</c>, which no operator of the program's own defines.</summary>
    private Guard ObjectsEqual(ObjectValue left, ObjectValue right)
    {
        if (!SymbolEqualityComparer.Default.Equals(left.Type, right.Type) || !HasValueEquality(left.Type))
        {
            return left.Type.IsTupleType && right.Type.IsTupleType ? MembersEqual(left, right) : Guard.Never;
        }

        return left.Type.IsRecord && EqualsOf(left.Type) is { } own ? AsGuard(CallEquals(own, left, right))
            : left.Payload is not null || right.Payload is not null || left.IsOpaque || right.IsOpaque ? OpaqueEqual(left, right)
            : MembersEqual(left, right);
    }

    private Guard MembersEqual(ObjectValue left, ObjectValue right)
    {
        var equal = Guard.Always;
        foreach (var member in left.Slots.Concat(right.Slots).Select(s => s.Key).Where(k => !k.StartsWith("<", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList())
        {
            equal &= AreSame(GetStored(left, member, MemberType(left, member)), GetStored(right, member, MemberType(right, member)));
            if (!equal.IsFeasible)
            {
                break;
            }
        }

        return equal;
    }

    private static ITypeSymbol? MemberType(ObjectValue instance, string member) =>
        (LookUpMember(instance.Type, member.Substring(member.LastIndexOf(':') + 1)) switch { IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, _ => null });

    private static bool HasValueEquality(ITypeSymbol type) => type.IsRecord || type.IsValueType || type.IsAnonymousType || type.Name == "Tuple";

    /// <summary>The program's own <c>Equals</c> for objects of a type; null where that is the compiler's or the base library's.</summary>
    private IMethodSymbol? EqualsOf(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null && IsSource(current); current = current.BaseType)
        {
            var own = current.GetMembers("Equals").OfType<IMethodSymbol>().Where(m => !m.IsImplicitlyDeclared && !m.IsStatic && m.Parameters.Length == 1).ToList();
            if (own.Count > 0)
            {
                return own.FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.Parameters[0].Type, current)) ?? own[0];
            }
        }

        return null;
    }
}
