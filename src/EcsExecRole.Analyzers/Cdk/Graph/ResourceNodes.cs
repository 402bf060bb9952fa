using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>How the program came by a resource.</summary>
internal enum ResourceKind
{
    /// <summary>The program creates it: its resource policy is CDK's to write.</summary>
    Owned,

    /// <summary>Imported: statements for its resource policy are dropped.</summary>
    Imported,

    /// <summary>A parameter or the result of something unseen.</summary>
    Unknown,
}

/// <summary>A resource that roles are granted access to.</summary>
internal abstract class ResourceNode(string key, IOperation? origin, Guard birth, ResourceKind kind) : Node(key, origin, birth)
{
    public ResourceKind Kind { get; } = kind;

    /// <summary>The ARN as the resource's own property renders it (what a <c>ValueFrom</c> gets).</summary>
    public Template Arn { get; set; } = Template.Empty;

    /// <summary>The resource part of the statements that CDK's grants write.</summary>
    public Template GrantArn { get; set; } = Template.Empty;

    /// <summary>Statements of its resource policy that name a role: role, statement and the paths.</summary>
    public List<(RoleNode Role, PolicyEntry Entry)> ResourceGrants { get; } = [];

    /// <summary>The paths on which its resource policy may allow more than is known.</summary>
    public Guard ResourcePolicyUnknown { get; set; } = Guard.Never;
}

/// <summary>A Secrets Manager secret.</summary>
internal sealed class SecretNode(string key, IOperation? origin, Guard birth, ResourceKind kind) : ResourceNode(key, origin, birth, kind)
{
    /// <summary>The KMS key as CDK knows it: a <see cref="KeyNode"/>, null, or unknown; may be a choice.</summary>
    public Value EncryptionKey { get; set; } = ConstantValue.Null;

    /// <summary>Whether it was imported by name or partial ARN, without the suffix (EER2006).</summary>
    public bool IsPartial { get; set; }

    public Template SecretName { get; set; } = Template.Empty;
}

/// <summary>An SSM parameter.</summary>
internal sealed class ParameterNode(string key, IOperation? origin, Guard birth, ResourceKind kind) : ResourceNode(key, origin, birth, kind)
{
    public Template ParameterName { get; set; } = Template.Empty;

    /// <summary>As <see cref="SecretNode.EncryptionKey"/>.</summary>
    public Value EncryptionKey { get; set; } = ConstantValue.Null;
}

/// <summary>A KMS key or an alias of one, whose <see cref="ResourceNode.Arn"/> is the alias's own, which no policy matches.</summary>
internal sealed class KeyNode(string key, IOperation? origin, Guard birth, ResourceKind kind) : ResourceNode(key, origin, birth, kind)
{
    /// <summary>
    /// Whether this is an alias whose key is not known (<c>Alias.FromAliasName</c>): CDK's grants on it do nothing.
    /// <see cref="ResourceNode.GrantArn"/> is then the ARN of some key.
    /// </summary>
    public bool IsImportedAlias { get; set; }

    /// <summary>The key that this is an alias of, on which permissions are needed and granted; null for a key.</summary>
    public KeyNode? Target { get; set; }

    /// <summary>The alias's name, <c>alias/…</c>; null for a key.</summary>
    public Template? AliasName { get; set; }

    /// <summary>Whether grants are also written to the key policy (<c>Key.FromCfnKey</c>, whose policy may not trust the account).</summary>
    public bool GrantsToPolicy { get; set; }
}

/// <summary>An ECR repository.</summary>
internal sealed class RepositoryNode(string key, IOperation? origin, Guard birth, ResourceKind kind) : ResourceNode(key, origin, birth, kind)
{
    public Template RepositoryName { get; set; } = Template.Empty;

    /// <summary><c>ACCOUNT.dkr.ecr.REGION.SUFFIX/NAME</c>.</summary>
    public Template Uri { get; set; } = Template.Empty;
}

/// <summary>A CloudWatch log group. <see cref="ResourceNode.Arn"/> ends with <c>:*</c>, as CloudFormation's does.</summary>
internal sealed class LogGroupNode(string key, IOperation? origin, Guard birth, ResourceKind kind) : ResourceNode(key, origin, birth, kind)
{
    public Template LogGroupName { get; set; } = Template.Empty;
}

/// <summary>An S3 bucket.</summary>
internal sealed class BucketNode(string key, IOperation? origin, Guard birth, ResourceKind kind) : ResourceNode(key, origin, birth, kind)
{
    public Template BucketName { get; set; } = Template.Empty;

    /// <summary>As <see cref="SecretNode.EncryptionKey"/>.</summary>
    public Value EncryptionKey { get; set; } = ConstantValue.Null;
}
