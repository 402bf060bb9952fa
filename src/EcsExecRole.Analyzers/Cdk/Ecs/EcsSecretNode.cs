using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// An <c>ECS.Secret</c> or <c>Batch.Secret</c>: what a container's <c>secrets</c> or its log driver's <c>secretOptions</c> refer to.
/// </summary>
internal sealed class EcsSecretNode
{
    /// <summary>The <c>ISecret</c> or <c>IParameter</c>; may be a choice.</summary>
    public Value Source { get; set; } = ConstantValue.Null;

    /// <summary>Whether it is an SSM parameter.</summary>
    public bool IsParameter { get; set; }

    /// <summary>The JSON key; null (the constant) for the whole secret.</summary>
    public Value Field { get; set; } = ConstantValue.Null;

    /// <summary>Whether the program asks for a version (<c>FromSecretsManagerVersion</c>).</summary>
    public bool HasVersion { get; set; }

    public Value VersionStage { get; set; } = ConstantValue.Null;

    public Value VersionId { get; set; } = ConstantValue.Null;

    /// <summary>The resources it may be, each with the <c>valueFrom</c> that CDK renders.</summary>
    public IEnumerable<(ResourceNode Resource, Value ValueFrom, Guard Guard)> Resolve(Call call)
    {
        foreach (var (source, guard) in call.Each(Source))
        {
            if (!source.IsNull)
            {
                var on = call.On(guard);
                ResourceNode node = IsParameter ? Parameters.Of(on, source) : Secrets.Of(on, source);
                yield return (node, IsParameter ? TextValue.Of(node.Arn) : ValueFrom(on, node.Arn), guard);
            }
        }
    }

    /// <summary><c>GrantRead</c>, on the source as it is.</summary>
    public void GrantRead(Call call, Value grantee, bool isAutomatic, IOperation? origin)
    {
        if (IsParameter)
        {
            SsmGrants.Read(call, Source, grantee, isAutomatic, origin);
        }
        else
        {
            SecretsManagerGrants.Read(call, Source, grantee, isAutomatic, origin);
        }
    }

    /// <summary><c>ARN</c>, <c>ARN:FIELD::</c> or <c>ARN:FIELD:STAGE:ID</c>.</summary>
    private Value ValueFrom(Call call, Template arn)
    {
        if (HasVersion)
        {
            return call.Map(Field, (field, on) => on.Map(VersionStage, (stage, where) => where.Map(VersionId, (id, _) =>
                TextValue.Of(Template.Concat(arn, ":", Piece(field), ":", Piece(stage), ":", Piece(id))))));
        }

        return call.Map(Field, (field, _) => TextValue.Of(field.IsNull || field.Text?.Literal == "" ? arn : Template.Concat(arn, ":", Piece(field), "::")));
    }

    private static Template Piece(Value value) => Text.Of(value) ?? Template.Empty;
}
