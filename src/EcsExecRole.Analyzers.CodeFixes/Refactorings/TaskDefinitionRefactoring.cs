using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>What the refactorings have in common: the caret is in the first line of a task definition's creation that is given an execution role.</summary>
public abstract class TaskDefinitionRefactoring : CodeRefactoringProvider
{
    private protected TaskDefinitionRefactoring()
    {
    }

    /// <inheritdoc/>
    public sealed override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var cancellation = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || root.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var creation in statement.DescendantNodes(n => n == statement || n is not StatementSyntax).OfType<BaseObjectCreationExpressionSyntax>())
        {
            var definition = new Place(context.Document, model, creation);
            if (model.GetTypeInfo(creation).Type is { } type && RoleProperty.MayHave(type) && RoleProperty.ValueIn(definition) is { } role && Offer(definition, definition.At(role)) is var (plan, action))
            {
                if (await TornCode.CanTakeAsync(context.Document.Project.Solution, plan, cancellation).ConfigureAwait(false))
                {
                    context.RegisterRefactoring(action);
                }

                return;
            }
        }
    }

    /// <summary>What is offered, and what it changes first; null where nothing can be.</summary>
    /// <param name="definition">The creation of the task definition.</param>
    /// <param name="role">The expression that gives it its role, or the role's ARN.</param>
    private protected abstract (FixPlan Plan, CodeAction Action)? Offer(Place definition, Place role);
}
