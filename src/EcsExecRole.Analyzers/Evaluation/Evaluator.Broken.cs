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

    /// <summary>The words of the code that does not compile, as far as this run came by it.</summary>
    public IReadOnlyCollection<string> BrokenWords => brokenWords;

    private readonly HashSet<string> brokenWords = new(StringComparer.Ordinal);

    /// <summary>A statement that does not parse: the parser may have dropped any part of it.</summary>
    private void LoseNamed(IOperation statement)
    {
        IsBroken = true;
        var words = Words(statement.Syntax.ToFullString());
        brokenWords.UnionWith(words);
        LoseTrees(words, Site(statement));
        LoseScope(statement, words.Any(IsOwnMethod) || NamesLocalFunction(statement, words) ? _ => true : words.Contains);
        LoseAssigned(statement);
        LoseTexts(statement);
        if (statement.Syntax.DescendantNodes().Any(n => n is QualifiedNameSyntax { Left.IsMissing: true }))
        {
            // What is taken for an attribute or a type is a call on something at hand.
            LoseAtHand(statement);
        }

        foreach (var declarator in (statement as IVariableDeclarationGroupOperation ?? (statement as IUsingDeclarationOperation)?.DeclarationGroup)?.Declarations.SelectMany(d => d.Declarators) ?? [])
        {
            frame.Declare(declarator.Symbol, Guard, Unknown(declarator, DoesNotCompile, declarator.Symbol.Type));
        }

        if (statement is IExpressionStatementOperation)
        {
            Forget(statement);
        }
    }

    /// <summary>Whether a word names a local function in scope, which may be meant to be called.</summary>
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
    private UnknownValue Invalid(IOperation operation)
    {
        IsBroken = true;
        if (operation.Parent is not IInvalidOperation)
        {
            var words = Words(operation.Syntax.ToString());
            brokenWords.UnionWith(words);
            LoseTrees(words, Site(operation));
            LoseScope(operation, words.Contains);
            LoseTexts(operation);
        }

        foreach (var child in operation.ChildOperations)
        {
            LoseDeeply(Evaluate(child), operation);
            if (IsAssigned(child.Syntax))
            {
                Assign(child, Unknown(child, DoesNotCompile), null);
            }
        }

        // A role, perhaps, that is given to something by a name that is not there (yet).
        if (Expected(operation) is { } type)
        {
            LoseLike(type, operation);
        }

        // A method that is not there (yet), or goes by another name, or arguments that are not.
        if (operation.Syntax is InvocationExpressionSyntax || (operation.Syntax is BaseObjectCreationExpressionSyntax && operation.Type?.TypeKind != TypeKind.Error))
        {
            LoseAtHand(operation);
        }

        return Unknown(operation, DoesNotCompile);
    }

    /// <summary>Whether what an expression is part of gives another value to what it names.</summary>
    private static bool IsAssigned(SyntaxNode part) => part.Parent switch
    {
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        AssignmentExpressionSyntax assignment => assignment.Left == part,
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => part.Parent.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        _ => false,
    };

    /// <summary>The type of what is expected where an expression stands that an object or a call gets; null where nothing says so.</summary>
    private static ITypeSymbol? Expected(IOperation operation) => operation.Parent switch
    {
        IConversionOperation conversion => conversion.Type,
        IArgumentOperation argument => argument.Parameter?.Type,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment when assignment.Value == operation => property.Type,
        _ => null,
    };

    /// <summary>A variable of a type that is not there, or one that is given a reference and is none.</summary>
    private void LoseDeclared(IVariableDeclaratorOperation declarator, IVariableInitializerOperation? initializer)
    {
        IsBroken = true;
        // The type may be the name of another variable or member, which is assigned then.
        LoseStored([declarator.Symbol.Type.Name], declarator);
        if (declarator.Syntax.Parent is VariableDeclarationSyntax { Type: QualifiedNameSyntax { Left: var left } })
        {
            // `group.Changed handler`: a member of a variable's, and what it was to do with the handler is gone.
            LoseScope(declarator, Words(left.ToString()).Contains);
        }

        if (initializer?.Syntax is EqualsValueClauseSyntax { Value: RefExpressionSyntax })
        {
            LosePlace(initializer.Value);
        }
    }

    /// <summary>Whether a statement names a variable or member and does nothing with it.</summary>
    private static bool IsOnlyNamed(SyntaxNode statement) =>
        statement is MemberAccessExpressionSyntax or SimpleNameSyntax or ParenthesizedExpressionSyntax or TupleExpressionSyntax or ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax or MemberAccessExpressionSyntax };

    /// <summary>
    /// A statement that only names something: a variable will be assigned, called or given away; a member, or what has no name yet, called with anything at hand; several, given
    /// anything at hand.
    /// </summary>
    private void Unfinished(IOperation statement, Value value)
    {
        IsBroken = true;
        LoseDeeply(value, statement);
        var named = statement.Syntax;
        while (named is ParenthesizedExpressionSyntax inner)
        {
            named = inner.Expression;
        }

        if (named is IdentifierNameSyntax { IsMissing: false } name)
        {
            LoseStored([name.Identifier.Text], statement);
        }
        else
        {
            LoseAtHand(statement);
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
            LosePlaces(target, value);
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

    /// <summary>A value where one of another type is expected: its type, or what is expected, is not what is written there yet.</summary>
    private UnknownValue Inconvertible(Value value, IConversionOperation operation)
    {
        IsBroken = true;
        LoseDeeply(value, operation);
        return Unknown(operation, DoesNotCompile);
    }

    /// <summary>An operator that does not go with its operands, or with what one of them will be.</summary>
    private UnknownValue Incalculable(IOperation operation, params ReadOnlySpan<Value> operands)
    {
        IsBroken = true;
        foreach (var operand in operands)
        {
            LoseDeeply(operand, operation);
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
}
