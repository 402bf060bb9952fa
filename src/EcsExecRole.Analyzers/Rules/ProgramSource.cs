using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Rules;

/// <summary>A program to evaluate.</summary>
/// <param name="Text">The program.</param>
/// <param name="Types">The types of CDK that it references.</param>
internal sealed record ProgramSource(ProgramText Text, CdkTypes Types);
