using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <content>Properties and fields.</content>
internal sealed partial class Evaluator
{
    private Value GetProperty(IPropertySymbol property, Value? receiver, IOperation operation) => throw new NotImplementedException();
    private Value GetField(IFieldSymbol field, Value? receiver, IOperation operation) => throw new NotImplementedException();
    private Value GetStored(ObjectValue instance, string member, ITypeSymbol? type) => throw new NotImplementedException();
}
