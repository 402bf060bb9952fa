using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>A call that ECS will make with the role's credentials, as IAM sees it.</summary>
internal sealed record IamRequest
{
    private static readonly ImmutableDictionary<string, TemplateList> NoContext =
        ImmutableDictionary.Create<string, TemplateList>(StringComparer.OrdinalIgnoreCase);

    private readonly ImmutableDictionary<string, TemplateList> context = NoContext;

    /// <param name="action">The IAM action, <c>service:Operation</c>.</param>
    /// <param name="resource">
    /// The ARN of what it acts on, as AWS will name it and not as a policy would: a log stream's ARN for <c>logs:PutLogEvents</c>, a key's for
    /// <c>kms:Decrypt</c>. <c>*</c> for an action without a resource.
    /// </param>
    /// <param name="context">The condition keys whose value at the time of the call is known; see <see cref="Context"/>.</param>
    public IamRequest(string action, Template resource, ImmutableDictionary<string, TemplateList>? context = null)
    {
        Action = action;
        ActionTemplate = action;
        Resource = EcsActions.HasNoResource(action) ? EcsActions.AnyResource : resource;
        if (context is not null)
        {
            Context = context;
        }

        AbsentKeys = EcsActions.AbsentKeys(action);
    }

    public string Action { get; }

    /// <summary><see cref="Action"/>, to compare patterns with.</summary>
    internal Template ActionTemplate { get; }

    public Template Resource { get; init; }

    /// <summary>
    /// The condition keys (case-insensitive) whose value is known, for example <c>kms:ViaService</c>. A key that is neither here nor in
    /// <see cref="AbsentKeys"/> may have any value or none.
    /// </summary>
    public ImmutableDictionary<string, TemplateList> Context
    {
        get => context;
        init => context = NoContext.SetItems(value);
    }

    /// <summary>
    /// The condition keys that the call certainly does not carry. By default those of Fargate; a caller that knows of another launch type sets
    /// its own.
    /// </summary>
    public ImmutableHashSet<string> AbsentKeys { get; init; }
}
