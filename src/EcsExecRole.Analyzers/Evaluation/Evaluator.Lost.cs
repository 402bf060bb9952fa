using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>What code that does not compile takes away: what it names, or has at hand, may be something else once it compiles.</content>
internal sealed partial class Evaluator
{
    /// <summary>The variables that it assigns hold something else than is understood: also the one that it begins with, unless it goes on with a member of it.</summary>
    private void LoseAssigned(IOperation statement)
    {
        var names = new HashSet<string>(
            statement.Syntax.DescendantNodes().OfType<AssignmentExpressionSyntax>()
                .SelectMany(a => a.Left is TupleExpressionSyntax tuple ? tuple.Arguments.Select(p => p.Expression) : [a.Left])
                .OfType<IdentifierNameSyntax>().Select(n => n.Identifier.Text),
            StringComparer.Ordinal);
        var first = statement.Syntax.GetFirstToken();
        if (first.IsKind(SyntaxKind.IdentifierToken) && first.GetNextToken().Kind() is not (SyntaxKind.DotToken or SyntaxKind.QuestionToken or SyntaxKind.ExclamationToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken))
        {
            names.Add(first.Text);
        }

        LoseStored(names, statement);
    }

    /// <summary>What the variables and members of these names hold is not known any more; nor what the references of these names refer to.</summary>
    private void LoseStored(HashSet<string> names, IOperation operation)
    {
        LoseMembers(names, operation);
        for (var scope = names.Count == 0 ? null : frame; scope is not null; scope = scope.Outer)
        {
            foreach (var variable in scope.Variables.Where(v => names.Contains(v.Key.Name)).ToList())
            {
                LoseDeeply(variable.Value.Value, operation);
                variable.Value.Write(Guard, Unknown(operation, DoesNotCompile, TypeOf(variable.Key)));
            }

            foreach (var reference in scope.References.Where(r => names.Contains(r.Name)).ToList())
            {
                AssignVariable(reference, Unknown(operation, DoesNotCompile, TypeOf(reference)));
            }
        }
    }

    /// <summary>What is assigned does not compile: what the variable or member held may be given back to it, or not be taken from it.</summary>
    private void LoseHeld(IOperation target)
    {
        if (target is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } })
        {
            LoseDeeply(Evaluate(target), target);
        }
    }

    /// <summary>What any variable or member at hand holds that can hold what is given to one that is not there.</summary>
    private void LosePlaces(IInvalidOperation target, Value value)
    {
        var given = (target.Parent as IAssignmentOperation)?.Value;
        var from = given is null ? null : WithoutConversion(given).Type;
        bool Takes(ITypeSymbol? to) => to is null
            || (from is not (null or { TypeKind: TypeKind.Error }) ? IsAssignable(from, to)
                : value is FunctionValue ? to.TypeKind == TypeKind.Delegate
                : !value.IsNull || to.IsReferenceType);

        for (var scope = frame; scope is not null; scope = scope.Outer)
        {
            foreach (var variable in scope.Variables.Where(v => Takes(TypeOf(v.Key))).ToList())
            {
                variable.Value.Write(Guard, Unknown(target, DoesNotCompile, TypeOf(variable.Key)));
            }
        }

        foreach (var member in OwnMembers().Where(m => Takes(TypeOf(m))))
        {
            LoseMember(member, target);
        }
    }

    /// <summary>What is stored in the members of these names, of the object at hand or of its class, is not known any more.</summary>
    private void LoseMembers(HashSet<string> names, IOperation operation)
    {
        foreach (var member in OwnMembers().Where(m => names.Contains(m.Name)))
        {
            LoseMember(member, operation);
        }
    }

    private void LoseMember(ISymbol member, IOperation operation)
    {
        var type = TypeOf(member)!;
        var value = Unknown(operation, DoesNotCompile, type);
        if (member.IsStatic)
        {
            InitializeStatics(member.ContainingType);
            AssignStatic(member, type, value);
        }
        else if (frame.Receiver is ObjectValue self)
        {
            var key = SlotKey(member);
            LoseDeeply(GetStored(self, key, type), operation);
            self.Write(key, Guard, value, Initial(self, key, type));
        }
    }

    /// <summary>The fields and properties of the class whose member is running, and of those of the program that it derives from.</summary>
    private IEnumerable<ISymbol> OwnMembers()
    {
        for (var type = frame.Method?.ContainingType; type is not null && IsSource(type); type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IFieldSymbol { IsConst: false, IsImplicitlyDeclared: false } or IPropertySymbol { Parameters.IsEmpty: true })
                {
                    yield return member;
                }
            }
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>A text may be the name of something that the program has made.</summary>
    private void LoseTexts(IOperation operation)
    {
        var texts = new HashSet<string>(operation.Syntax.DescendantTokens().Where(t => t.IsKind(SyntaxKind.StringLiteralToken)).Select(t => t.ValueText), StringComparer.Ordinal);
        texts.UnionWith(operation.DescendantsAndSelf().Select(o => o.ConstantValue).Where(c => c.HasValue).Select(c => c.Value).OfType<string>());
        if (texts.Count > 0)
        {
            Library.LoseNamed(texts, Site(operation), DoesNotCompile);
        }
    }

    /// <summary>What is not there (yet) may do anything to what is at hand.</summary>
    private void LoseAtHand(IOperation operation)
    {
        LoseScope(operation, _ => true);
        if (frame.Receiver is { } self)
        {
            Escape(self, operation, DoesNotCompile);
            if (self is ObjectValue root)
            {
                Library.LoseTree(root, null, Site(operation), DoesNotCompile);
            }
        }
    }

    /// <summary>A call of something that is being typed: it may be any of what is at hand that has such a method.</summary>
    private void LoseLike(ITypeSymbol type, IOperation operation)
    {
        foreach (var value in AtHand().Where(v => v.Alternatives.Any(a => a.Value is ObjectValue one && IsAssignable(one.Type, type))).Distinct().ToList())
        {
            LoseDeeply(value, operation);
        }
    }

    /// <summary><c>return;</c> where there should be a result: it may be any of what is at hand.</summary>
    private UnknownValue ReturnsNothing(IOperation operation, ITypeSymbol type)
    {
        IsBroken = true;
        LoseLike(type, operation);
        return Unknown(operation, DoesNotCompile, type);
    }

    private IEnumerable<Value> AtHand()
    {
        for (var scope = frame; scope is not null; scope = scope.Outer)
        {
            foreach (var variable in scope.Variables)
            {
                yield return variable.Value.Value;
            }
        }

        if (frame.Receiver is { } self)
        {
            yield return self;
            foreach (var slot in (self as ObjectValue)?.Slots ?? [])
            {
                yield return slot.Value.Value;
            }
        }
    }

    /// <summary>What is not there (yet) in the body of a lambda may do anything to what is at hand where the lambda is made.</summary>
    private void LoseAround(FunctionValue function, IOperation operation)
    {
        // Only once: what is lost there may be this lambda again.
        if (function.Scope is { IsLost: false } scope)
        {
            scope.IsLost = true;
            In(scope, () =>
            {
                LoseAtHand(operation);
                return ConstantValue.Null;
            });
            scope.IsLost = false;
        }
    }

    private void MakeDoubtful(ObjectValue instance)
    {
        instance.Escaped |= Guard;
        instance.IsHalfTyped = true;
    }

    /// <summary>What a method gets whose parameters do not parse: its body knows them by names that are not understood.</summary>
    private void LoseArguments(Arguments arguments, IOperation operation)
    {
        foreach (var argument in arguments.Items)
        {
            LoseDeeply(argument.Value, operation);
        }
    }

    /// <summary>A statement that does not parse, but names a way through the construct tree: it may be meant for all that hangs below what it names, or below this construct.</summary>
    private void LoseTrees(HashSet<string> words, CallSite site)
    {
        foreach (var word in words.Where(Library.IsTreeWord))
        {
            for (var scope = frame; scope is not null; scope = scope.Outer)
            {
                foreach (var root in scope.Variables.Where(v => words.Contains(v.Key.Name)).Select(v => v.Value.Value).Append(scope.Receiver).OfType<ObjectValue>().Distinct())
                {
                    Library.LoseTree(root, word, site, DoesNotCompile);
                }
            }
        }
    }

    /// <summary>Loses what the variables, members and static members at hand hold.</summary>
    private void LoseScope(IOperation operation, Func<string, bool> named)
    {
        for (var scope = frame; scope is not null; scope = scope.Outer)
        {
            foreach (var variable in scope.Variables.Where(v => named(v.Key.Name)).ToList())
            {
                LoseDeeply(variable.Value.Value, operation);
            }
        }

        foreach (var slot in (frame.Receiver as ObjectValue)?.Slots.Where(s => named(MemberName(s.Key))).ToList() ?? [])
        {
            LoseDeeply(slot.Value.Value, operation);
        }

        foreach (var member in statics.Where(s => named(s.Key.Name)).ToList())
        {
            LoseDeeply(member.Value.Value, operation);
        }
    }

    /// <summary>The same as <see cref="Escape"/>, and also what the program's own constructs keep to themselves: the code may be theirs.</summary>
    private void LoseDeeply(Value value, IOperation operation)
    {
        var seen = new HashSet<Value>();
        var work = new Stack<Value>([value]);
        while (work.Count > 0 && Guard.IsFeasible)
        {
            var next = work.Pop();
            Escape(next, operation, DoesNotCompile);
            foreach (var data in next.Alternatives.Select(a => a.Value).OfType<ObjectValue>().Where(i => i.Payload is null && !IsRoot(i.Type)))
            {
                MakeDoubtful(data);
                if (data.Type is INamedTypeSymbol type && Library.IsVisitor(type))
                {
                    Attach(data, operation);
                }
            }

            foreach (var instance in next.Alternatives.Select(a => a.Value).OfType<ObjectValue>().Where(i => seen.Add(i) && IsRoot(i.Type)))
            {
                foreach (var slot in instance.Slots)
                {
                    work.Push(slot.Value.Value);
                }
            }
        }
    }

    /// <summary>The words of a text that may be names: a text or a comment without its end swallows what follows.</summary>
    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(text.Substring(start, i - start));
            }
        }

        return words;
    }

    /// <summary>The name of a field, property or captured parameter by the key of its slot.</summary>
    private static string MemberName(string key) => key.Substring(key.LastIndexOfAny([':', '.']) + 1).TrimEnd('>');
}
