namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>The program takes more steps than are followed; what it builds is unknown.</summary>
internal sealed class BudgetException(string limit) : Exception(limit);
