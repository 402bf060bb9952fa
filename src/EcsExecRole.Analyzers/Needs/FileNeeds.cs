using EcsExecRole.Analyzers.Cdk;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Iam;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>Files in S3 that ECS reads before it starts the containers (R15, R16, R18 of <c>ecs-needs.md</c>).</summary>
internal static class FileNeeds
{
    /// <summary>Not for Windows containers, which can't have environment files.</summary>
    public static void AddEnvironmentFiles(NeedSink sink, IEnumerable<ReferenceEntry> files)
    {
        if (sink.Definition.IsWindows == true)
        {
            return;
        }

        if (sink.Definition is { IsPlatformUnwritten: true } or { Instance: ObjectValue { IsHalfTyped: true } })
        {
            foreach (var file in files)
            {
                sink.AddDoubt(file.Guard, Evaluator.DoesNotCompile, file.Origin);
            }

            return;
        }

        AddObjects(sink, files, NeedKind.EnvironmentFile);
    }

    /// <summary>Only on EC2: tasks on Fargate support configuration files of the type <c>file</c> alone.</summary>
    public static void AddFirelensFiles(NeedSink sink, IEnumerable<ReferenceEntry> files)
    {
        if (!sink.Runs(LaunchTypes.Fargate))
        {
            AddObjects(sink, files, NeedKind.FirelensFile);
        }
    }

    /// <summary><c>credentialspec:ARN</c> or <c>credentialspecdomainless:ARN</c>, in S3 or, but for Fargate, in Parameter Store.</summary>
    public static void AddCredentialSpecs(NeedSink sink, IEnumerable<ReferenceEntry> specs)
    {
        foreach (var spec in specs)
        {
            foreach (var (text, guard) in sink.Texts(spec.Value, spec.Guard))
            {
                var location = text.Prefix.StartsWith("credentialspec", StringComparison.Ordinal) && text.Split(':', 2) is { Count: 2 } pieces ? pieces[1] : text;
                AddCredentialSpec(sink, spec, guard, location);
                if (text.Prefix.StartsWith("credentialspecdomainless:", StringComparison.Ordinal))
                {
                    sink.AddDoubt(guard, "the domainless credential spec names a secret that only the file tells", spec.Origin);
                }
            }
        }
    }

    private static void AddCredentialSpec(NeedSink sink, ReferenceEntry spec, Guard guard, Template location)
    {
        var service = ArnTemplate.TryParse(location)?.Service;
        var parameter = spec.Resource as ParameterNode ?? sink.Graph.FindByArn<ParameterNode>(location);
        if (parameter is not null || service == "ssm")
        {
            if (sink.Runs(LaunchTypes.Fargate))
            {
                return;
            }

            if (parameter is not null)
            {
                ParameterNeeds.Add(sink, spec, guard, parameter, NeedKind.CredentialSpec);
            }
            else
            {
                ParameterNeeds.AddArn(sink, spec, guard, location, NeedKind.CredentialSpec);
            }
        }
        else if (service == "s3" || spec.Resource is BucketNode)
        {
            AddObject(sink, spec, guard, location, NeedKind.CredentialSpec, withBucket: false);
        }
        else if (!location.IsLiteral)
        {
            sink.AddDoubt(guard, "it is not known where the credential spec is", spec.Origin);
        }
    }

    private static void AddObjects(NeedSink sink, IEnumerable<ReferenceEntry> files, NeedKind kind)
    {
        foreach (var file in files)
        {
            foreach (var (text, guard) in sink.Texts(file.Value, file.Guard))
            {
                AddObject(sink, file, guard, text, kind, withBucket: true);
            }
        }
    }

    private static void AddObject(NeedSink sink, ReferenceEntry file, Guard guard, Template arn, NeedKind kind, bool withBucket)
    {
        // A bucket's name has no slash; an object's key may have many.
        var pieces = arn.Split('/', 2);
        var bucketArn = pieces[0];
        var bucket = file.Resource as BucketNode ?? sink.Graph.FindByArn<BucketNode>(bucketArn);
        if (pieces.Count < 2 && bucket is null)
        {
            sink.AddDoubt(guard, $"`{arn}` is not known to be an object in S3", file.Origin);
            return;
        }

        var context = NeedSink.Context(("aws:ResourceAccount", sink.Account), ("s3:ResourceAccount", sink.Account));
        var actions = new List<NeededAction> { NeedSink.Call(EcsActions.GetObject, arn, context) };
        if (withBucket)
        {
            actions.Add(NeedSink.Call(EcsActions.GetBucketLocation, bucketArn, context));
        }

        sink.Add(new(kind, guard, $"'{arn}'", [.. actions]) { Origin = file.Origin, Resource = bucket });

        // S3 decrypts an object that is encrypted with a customer's key on behalf of who reads it.
        foreach (var key in bucket?.EncryptionKey.Alternatives ?? [])
        {
            if (key.Value is ObjectValue { Payload: KeyNode { Kind: not ResourceKind.Unknown } node })
            {
                sink.Add(new(kind, guard & key.Guard, $"'{arn}'", [KeyNeeds.Decrypt(sink, node, "s3", Template.Empty)]) { Origin = file.Origin, Resource = node });
            }
        }
    }
}
