using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Code that does not compile: what it will do once it does is not known, so that what it names is lost.</content>
internal sealed partial class Evaluator
{
    internal const string DoesNotCompile = "the code does not compile";

    /// <summary>Marks the identity of what code yields that does not compile: also whatever depends on it need not happen once it does.</summary>
    internal const string Unwritten = Condition.Determined + "!";

    /// <summary>Whether code yields a value that does not compile.</summary>
    internal static bool IsUnwritten(Value value) => value is UnknownValue unknown && IsUnwritten(unknown.Key);

    /// <summary>The same by the identity of the value, or of something that depends on it.</summary>
    internal static bool IsUnwritten(string key) => key.IndexOf(Unwritten, StringComparison.Ordinal) >= 0;

    /// <summary>Whether this run came by code that does not compile.</summary>
    public bool IsBroken { get; private set; } = program.SyntaxErrors is not null;

    /// <summary>A statement that does not parse: the parser may have dropped any part of it.</summary>
    private void LoseNamed(IOperation statement)
    {
        IsBroken = true;
        var words = Words(statement.Syntax.ToFullString());
        LoseTrees(words, Site(statement));
        LoseScope(statement, words.Any(IsOwnMethod) || NamesLocalFunction(statement, words) ? _ => true : words.Contains);
        LoseAssigned(statement);
        foreach (var declarator in (statement as IVariableDeclarationGroupOperation)?.Declarations.SelectMany(d => d.Declarators) ?? [])
        {
            frame.Declare(declarator.Symbol, Guard, Unknown(declarator, DoesNotCompile, declarator.Symbol.Type));
        }

        if (statement is IExpressionStatementOperation)
        {
            Forget(statement);
        }
    }

    /// <summary>The variables that it assigns hold something else than is understood.</summary>
    private void LoseAssigned(IOperation statement)
    {
        var names = new HashSet<string>(
            statement.Syntax.DescendantNodes().OfType<AssignmentExpressionSyntax>()
                .SelectMany(a => a.Left is TupleExpressionSyntax tuple ? tuple.Arguments.Select(p => p.Expression) : [a.Left])
                .OfType<IdentifierNameSyntax>().Select(n => n.Identifier.Text),
            StringComparer.Ordinal);
        for (var scope = names.Count == 0 ? null : frame; scope is not null; scope = scope.Outer)
        {
            foreach (var variable in scope.Variables.Where(v => names.Contains(v.Key.Name)).ToList())
            {
                variable.Value.Write(Guard, Unknown(statement, DoesNotCompile, (variable.Key as ILocalSymbol)?.Type ?? (variable.Key as IParameterSymbol)?.Type));
            }
        }
    }

    /// <summary>Likewise for the local functions in scope.</summary>
    private static bool NamesLocalFunction(IOperation statement, HashSet<string> words) => statement.Syntax.Ancestors()
        .SelectMany(a => a.ChildNodes().Select(c => c is GlobalStatementSyntax top ? top.Statement : c))
        .Any(c => c is LocalFunctionStatementSyntax function && words.Contains(function.Identifier.Text));

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
        IsBroken = true;
        foreach (var child in operation.ChildOperations)
        {
            LoseDeeply(Evaluate(child), operation);
            if (child.Syntax.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
            {
                Assign(child, Unknown(child, DoesNotCompile), null);
            }
        }

        // A method of this class, a local function or a variable that is not there (yet), or goes by another name.
        if (operation.Syntax is InvocationExpressionSyntax invocation && Leftmost(invocation) is SimpleNameSyntax or ThisExpressionSyntax or BaseExpressionSyntax)
        {
            LoseAtHand(operation);
        }

        return Unknown(operation, DoesNotCompile);
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
                Library.LoseTree(root, "Node", Site(operation), DoesNotCompile);
            }
        }
    }

    /// <summary>An assignment to something that is not there: what holds the value then, and goes on with it, has another name, and may be any variable or member at hand.</summary>
    private void AssignUnresolved(IInvalidOperation target, Value value)
    {
        LoseDeeply(value, target);
        foreach (var child in target.ChildOperations)
        {
            Doubtful(Evaluate(child), target);
        }

        if (target.Syntax is SimpleNameSyntax name && !IsInInitializer(name))
        {
            LoseAtHand(target);
            if (frame.Receiver is { } self)
            {
                Doubtful(self, target);
            }
        }
    }

    /// <summary>Whether a name that is assigned to is one of the object that is being made.</summary>
    private static bool IsInInitializer(SyntaxNode name)
    {
        var around = name.Parent;
        while (around is AssignmentExpressionSyntax)
        {
            around = around.Parent;
        }

        return around is InitializerExpressionSyntax;
    }

    /// <summary>Where a chain of members and calls begins.</summary>
    private static ExpressionSyntax Leftmost(ExpressionSyntax chain)
    {
        while (true)
        {
            switch (chain)
            {
                case MemberAccessExpressionSyntax access:
                    chain = access.Expression;
                    break;
                case InvocationExpressionSyntax invocation:
                    chain = invocation.Expression;
                    break;
                case PostfixUnaryExpressionSyntax postfix:
                    chain = postfix.Operand;
                    break;
                default:
                    return chain;
            }
        }
    }

    /// <summary>A value where one of another type is expected: its type, or what is expected, is not what is written there yet.</summary>
    private UnknownValue Inconvertible(Value value, IConversionOperation operation)
    {
        IsBroken = true;
        LoseDeeply(value, operation);
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

    /// <summary>Whether an element of an object initializer gives something to a member that is not there: which of them was meant is not known.</summary>
    private static bool IsDoubtfulElement(IOperation element) => element switch
    {
        IAssignmentOperation { Target: not (IMemberReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation) } => true,

        // The value of one member, left out, is what the next one is given.
        IAssignmentOperation { Value: IAssignmentOperation or IConversionOperation { Operand: IAssignmentOperation } } assignment =>
            IsDoubtfulElement((assignment.Value as IConversionOperation)?.Operand ?? assignment.Value),
        IAssignmentOperation or IInvocationOperation or IDynamicInvocationOperation => false,
        _ => true,
    };

    /// <summary>A value whose expression may be another one: what it was not given, it may have been.</summary>
    private Value Doubtful(Value value, IOperation operation)
    {
        foreach (var alternative in value.Alternatives)
        {
            if (alternative.Value is ObjectValue instance)
            {
                MakeDoubtful(instance);
            }
        }

        LoseDeeply(value, operation);
        return value;
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
    private static string MemberName(string key) => key.Substring(key.LastIndexOf(':') + 1).Trim('<', '>');
}
