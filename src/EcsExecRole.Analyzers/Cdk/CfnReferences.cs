using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>Ref</c> of an L1 resource: its name, ID or ARN, as each resource type has it.</summary>
internal static class CfnReferences
{
    public static void Register(Registry r) => r.Getter("CfnRefElement", "Ref", Ref);

    private static Value Ref(Call call) => call.Receiver switch
    {
        ObjectValue { Payload: Node { Ref: { } text } } => TextValue.Of(text),
        ObjectValue { Payload: RoleNode { RoleName: { } name } } => TextValue.Of(name),
        { } receiver => TextValue.Of(Tokens.Of(Evaluator.KeyOf(receiver) + ".Ref", Evaluator.DisplayOf(receiver) + ".Ref")),
        null => call.UnknownResult("the resource is not known"),
    };
}
