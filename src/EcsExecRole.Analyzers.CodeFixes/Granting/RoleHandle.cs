namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>What an expression for a role is, which decides how permissions are added to it.</summary>
internal enum RoleForm
{
    /// <summary>A <c>Role</c>.</summary>
    Role,

    /// <summary>Any other <c>IRole</c>, which has no <c>AddToPolicy</c>.</summary>
    IRole,

    /// <summary>The task definition, whose role is given or will be made.</summary>
    TaskDefinition,
}

/// <summary>How new code reaches the execution role.</summary>
/// <param name="Expression">The role or task definition.</param>
/// <param name="Form">Which of the two.</param>
/// <param name="Edits">What makes the expression possible: a new variable.</param>
internal sealed record RoleHandle(string Expression, RoleForm Form, ImmutableArray<Edit> Edits)
{
    /// <summary>The role as an <c>IGrantable</c>.</summary>
    public string Grantable => Form == RoleForm.TaskDefinition ? Expression + ".ObtainExecutionRole()" : Expression;

    /// <summary>The call that adds a statement to the role's policy.</summary>
    public string Allow(string statement) => $"{Adder}({statement});";

    /// <summary>The method that adds a statement to the role's policy.</summary>
    public string Adder => Expression + Form switch
    {
        RoleForm.TaskDefinition => ".AddToExecutionRolePolicy",
        RoleForm.IRole => ".AddToPrincipalPolicy",
        _ => ".AddToPolicy",
    };
}
