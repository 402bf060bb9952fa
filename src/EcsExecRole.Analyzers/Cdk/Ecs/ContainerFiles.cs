using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>An <c>EnvironmentFile</c> or <c>CredentialSpec</c>: an ARN. CDK grants nothing for it, to no role.</summary>
/// <param name="Bind">The rendered text in a stack, and the bucket or parameter where it is a construct.</param>
internal sealed record ContainerFileNode(Func<Call, TaskDefinitionNode, IEnumerable<(Value Text, ResourceNode? Resource, Guard Guard)>> Bind);

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
            .Method(EnvironmentFile, "FromAsset", c => c.NewResult(Asset()))
            .Constructor("AWS.ECS.S3EnvironmentFile", c => Construct(c, InBucket(c)))
            .Constructor("AWS.ECS.AssetEnvironmentFile", c => Construct(c, Asset()))
            .Constructor("AWS.ECS.CredentialSpec", c => Construct(c, Spec(Text.Of(c["prefixId"]) ?? Template.Empty, c["fileLocation"])));
        foreach (var (type, prefix) in Specs)
        {
            r.Constructor(type, c => Construct(c, Spec(prefix, c["fileLocation"])))
                .Method(type, "FromS3Bucket", c => c.NewResult(SpecInBucket(c, prefix)))
                .Method(type, "FromSsmParameter", c => c.NewResult(SpecInParameter(c, prefix)));
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
                into.AddRange(file.Bind(binding.Call.On(guard), binding.Definition).Select(f => new ReferenceEntry(f.Guard, null, f.Text, f.Resource, origin)));
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
        var (bucket, key) = (call["bucket"], Text.Of(call["key"]) ?? Template.Empty);
        return new((on, _) => on.Each(bucket).Where(b => !b.Value.IsNull).Select(b =>
        {
            var node = Buckets.Of(on, b.Value);
            return (ObjectIn(node.BucketName, key), (ResourceNode?)node, b.Guard);
        }));
    }

    /// <summary>An object in the bucket of the bootstrap stack.</summary>
    private static ContainerFileNode Asset()
    {
        FileAsset? asset = null;
        return new((on, definition) =>
        {
            asset ??= FileAssets.In(on, definition.StackOrUnknown(on));
            return [(ObjectIn(asset.Bucket.BucketName, asset.ObjectKey), asset.Bucket, on.Guard)];
        });
    }

    private static Value ObjectIn(Template bucket, Template key) => TextValue.Of(Template.Concat("arn:", StackNode.Partition, ":s3:::", bucket, "/", key));

    /// <summary><c>PREFIX:OBJECT ARN</c>.</summary>
    private static ContainerFileNode SpecInBucket(Call call, string prefix)
    {
        var (bucket, key) = (call["bucket"], Text.Of(call["key"]) ?? Template.Empty);
        return new((on, _) => on.Each(bucket).Where(b => !b.Value.IsNull).Select(b =>
        {
            var node = Buckets.Of(on, b.Value);
            return (TextValue.Of(Template.Concat(prefix, ":", Buckets.ArnOfObjects(node, key))), (ResourceNode?)node, b.Guard);
        }));
    }

    /// <summary><c>PREFIX:PARAMETER ARN</c>.</summary>
    private static ContainerFileNode SpecInParameter(Call call, string prefix)
    {
        var parameter = call["parameter"];
        return new((on, _) => on.Each(parameter).Where(p => !p.Value.IsNull).Select(p =>
        {
            var node = Parameters.Of(on, p.Value);
            return (TextValue.Of(Template.Concat(prefix, ":", node.Arn)), (ResourceNode?)node, p.Guard);
        }));
    }

    private static ContainerFileNode Spec(Template prefix, Value location)
    {
        var text = TextValue.Of(Template.Concat(prefix, ":", Text.Of(location) ?? Template.Empty));
        return new((on, _) => [(text, null, on.Guard)]);
    }

    private static Value Construct(Call call, ContainerFileNode file)
    {
        call.Instance.Payload = file;
        return ConstantValue.Null;
    }
}
