using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>An <c>EnvironmentFile</c> or <c>CredentialSpec</c>: an ARN. CDK grants nothing for it, to no role.</summary>
/// <param name="Value">The rendered text for a stack.</param>
/// <param name="Resource">The bucket or parameter, where it is a construct.</param>
internal sealed record ContainerFileNode(Func<StackNode?, Value> Value, Func<Call, ResourceNode?> Resource);

/// <summary><c>EnvironmentFile</c> and <c>CredentialSpec</c>.</summary>
internal static class ContainerFiles
{
    private const string EnvironmentFile = "AWS.ECS.EnvironmentFile";

    /// <summary>Factories and prefixes of the two kinds of credential spec; the classes came with CDK 2.121 or so.</summary>
    private static readonly (string Type, string Prefix)[] Specs =
    [
        ("AWS.ECS.DomainJoinedCredentialSpec", "credentialspec"),
        ("AWS.ECS.DomainlessCredentialSpec", "credentialspecdomainless"),
    ];

    public static void Register(Registry r)
    {
        r.Method(EnvironmentFile, "FromBucket", c => c.NewResult(InBucket(c)))
            .Method(EnvironmentFile, "FromAsset", c => c.NewResult(Asset(c)))
            .Constructor("AWS.ECS.S3EnvironmentFile", c => Construct(c, InBucket(c)))
            .Constructor("AWS.ECS.AssetEnvironmentFile", c => Construct(c, Asset(c)))
            .Constructor("AWS.ECS.CredentialSpec", c => Construct(c, Spec(Text.Of(c["prefixId"]) ?? Template.Empty, c["fileLocation"], null)));
        foreach (var (type, prefix) in Specs)
        {
            r.Constructor(type, c => Construct(c, Spec(prefix, c["fileLocation"], null)))
                .Method(type, "FromS3Bucket", c => FromBucket(c, prefix))
                .Method(type, "FromSsmParameter", c => c.Map(c["parameter"], (one, on) =>
                {
                    var parameter = Parameters.Of(on, one);
                    return on.NewResult(Spec(prefix, TextValue.Of(parameter.Arn), parameter));
                }));
        }
    }

    /// <summary>Reads a list of environment files or credential specs.</summary>
    public static void AddAll(ContainerBinding binding, Value files, IOperation? fallback, List<ReferenceEntry> into)
    {
        var items = binding.Call.Items(files, out var mayHaveMore);
        foreach (var (value, guard) in items)
        {
            var origin = (value as ObjectValue)?.Origin ?? fallback;
            if (Call.Node<ContainerFileNode>(value) is { } file)
            {
                into.Add(new(guard, null, file.Value(binding.Definition.Stack), file.Resource(binding.Call.On(guard)), origin));
            }
            else if (!value.IsNull)
            {
                into.Add(new(guard, null, Unknowns.MemberOf(value, "Arn"), null, origin));
            }
        }

        if (mayHaveMore.IsFeasible)
        {
            into.Add(new(mayHaveMore, null, new UnknownValue(binding.Call.Evaluator.NewKey("files"), "further files", null, "the list is not known"), null, fallback));
        }
    }

    /// <summary><c>arn:PARTITION:s3:::BUCKET/KEY</c>. An object's version is not rendered.</summary>
    private static ContainerFileNode InBucket(Call call)
    {
        var value = call.Map(call["bucket"], (one, on) =>
            TextValue.Of(Template.Concat("arn:", StackNode.Partition, ":s3:::", Buckets.Of(on, one).BucketName, "/", Text.Of(call["key"]) ?? Template.Empty)));
        return new(_ => value, on => on.Each(call["bucket"]).Select(b => b.Value).ToList() is [var bucket] ? Buckets.Of(on, bucket) : null);
    }

    private static ContainerFileNode Asset(Call call)
    {
        var key = Template.Of(new Hole(call.Evaluator.NewKey("asset hash"), HoleKind.Any, "hash"));
        return new(stack => TextValue.Of(Template.Concat("arn:", StackNode.Partition, ":s3:::", ContainerAssets.BucketIn(stack), "/", key)), _ => null);
    }

    private static Value FromBucket(Call call, string prefix) => call.Map(call["bucket"], (one, on) =>
    {
        var bucket = Buckets.Of(on, one);
        var arn = Template.Concat(bucket.Arn, "/", Text.Of(on["key"]) ?? Template.Empty);
        return on.NewResult(Spec(prefix, TextValue.Of(arn), bucket));
    });

    private static ContainerFileNode Spec(Template prefix, Value location, ResourceNode? resource)
    {
        var value = TextValue.Of(Template.Concat(prefix, ":", Text.Of(location) ?? Template.Empty));
        return new(_ => value, _ => resource);
    }

    private static Value Construct(Call call, ContainerFileNode file)
    {
        call.Instance.Payload = file;
        return ConstantValue.Null;
    }
}
