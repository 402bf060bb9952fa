using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>Why a statement without the action was probably meant to have it.</summary>
internal static class ActionMiss
{
    /// <summary>As many edits as lie between a misspelt action and the right one.</summary>
    private const int Typo = 2;

    /// <summary>Actions of the same service that are taken for the one asked for, though their names differ more than a misspelling.</summary>
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Mistaken =
        ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase)
            .Add(EcsActions.GetParameters, ["ssm:GetParametersByPath", "ssm:GetParameterHistory", "ssm:DescribeParameters"])
            .Add(EcsActions.GetSecretValue, ["secretsmanager:BatchGetSecretValue", "secretsmanager:DescribeSecret", "secretsmanager:GetSecret"])
            .Add(EcsActions.Decrypt, ["kms:Encrypt", "kms:GenerateDataKey", "kms:DescribeKey"])
            .Add(EcsActions.GetAuthorizationToken, ["ecr-public:GetAuthorizationToken", "sts:GetServiceBearerToken"])
            .Add(EcsActions.BatchGetImage, ["ecr:DescribeImages", "ecr:ListImages", "ecr:PullImage"]);

    public static NearMiss? Explain(PlacedStatement placed, IamRequest request)
    {
        if (placed.ManagedPolicy is { } policy && ManagedPolicies.SeemsToCover(policy, request.Action))
        {
            return new(placed, MissReason.NotInManagedPolicy, $"{policy} does not contain {request.Action}");
        }

        // On another resource a similar action says nothing; but for an action without one, any will do.
        var statement = placed.Statement;
        if (statement.Actions is not { } actions
            || (!EcsActions.HasNoResource(request.Action) && StatementMatcher.Resource(statement, request) == Ternary.No))
        {
            return null;
        }

        NearMiss? sameService = null;
        foreach (var action in actions.Items)
        {
            if (action.Literal is not { } name)
            {
                continue;
            }

            if (IsMistakenFor(name, request.Action))
            {
                return new(placed, MissReason.WrongAction, $"{name} is not {request.Action}");
            }

            if (EcsActions.Same(EcsActions.Service(name), EcsActions.Service(request.Action)))
            {
                sameService ??= new(placed, MissReason.OtherAction, $"{name} does not include {request.Action}");
            }
        }

        return sameService;
    }

    private static bool IsMistakenFor(string name, string action) =>
        (Mistaken.TryGetValue(action, out var mistaken) && mistaken.Contains(name, StringComparer.OrdinalIgnoreCase))
        || EcsActions.Same(Operation(name), Operation(action))
        || (HasSameVerb(name, action) && Distance(name.ToLowerInvariant(), action.ToLowerInvariant(), Typo) <= Typo);

    // Get and Put are two edits apart, and no misspelling of each other.
    private static bool HasSameVerb(string name, string action) =>
        string.Compare(Operation(name), 0, Operation(action), 0, 3, StringComparison.OrdinalIgnoreCase) == 0;

    private static string Operation(string action) => action.Substring(action.IndexOf(':') + 1);

    /// <summary>How many characters have to be put in, taken out or replaced (Levenshtein); more than <paramref name="limit"/> is not told apart.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
