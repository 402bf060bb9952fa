using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Code that does not compile: what it will do once it does is not known, so that what it names is lost.</content>
internal sealed partial class Evaluator
{
    private const string DoesNotCompile = "the code does not compile";

    /// <summary>A statement that does not parse: the parser may have dropped any part of it.</summary>
    private void LoseNamed(IOperation statement)
    {
        var words = Words(statement.Syntax.ToFullString());
        LoseScope(statement, words.Any(IsOwnMethod) ? _ => true : words.Contains);
        foreach (var declarator in (statement as IVariableDeclarationGroupOperation)?.Declarations.SelectMany(d => d.Declarators) ?? [])
        {
            frame.Declare(declarator.Symbol, Guard, Unknown(declarator, DoesNotCompile, declarator.Symbol.Type));
        }

        if (statement is IExpressionStatementOperation)
        {
            Forget(statement);
        }
    }

    /// <summary>Whether a word names a method of the class that is running: it may be meant to be called, and may do anything to what is at hand.</summary>
    private bool IsOwnMethod(string word)
    {
        for (var type = frame.Method?.ContainingType; type is not null && IsSource(type); type = type.BaseType)
        {
            if (type.GetMembers(word).Any(m => m is IMethodSymbol))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What an operation that the compiler could not make sense of yields: unknown, and what it is made of is lost.</summary>
    private UnknownValue Invalid(IInvalidOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            LoseDeeply(Evaluate(child), operation);
            if (child.Syntax.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
            {
                Assign(child, Unknown(child, DoesNotCompile), null);
            }
        }

        // A method of this class, or a local function, that is not there (yet).
        if (operation.Syntax is InvocationExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax or SimpleNameSyntax } })
        {
            LoseScope(operation, _ => true);
            if (frame.Receiver is { } self)
            {
                Escape(self, operation, DoesNotCompile);
            }
        }

        return Unknown(operation, DoesNotCompile);
    }

    /// <summary>Whether a class, or one that it derives from, has members that do not parse: overrides, perhaps.</summary>
    private bool MayOverride(ITypeSymbol type)
    {
        for (var current = type; current is not null && IsSource(current); current = current.BaseType)
        {
            if (errors!.IsBroken(current))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A value whose expression may be another one: what it was not given, it may have been.</summary>
    private Value Doubtful(Value value, IOperation operation)
    {
        foreach (var alternative in value.Alternatives)
        {
            if (alternative.Value is ObjectValue instance)
            {
                instance.Escaped |= Guard;
            }
        }

        LoseDeeply(value, operation);
        return value;
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
    private static string MemberName(string key) => key.Substring(key.LastIndexOf(':') + 1).Trim('<', '>');
}
