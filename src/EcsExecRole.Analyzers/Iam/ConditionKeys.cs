using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>What is known of condition keys without looking at the program.</summary>
internal static class ConditionKeys
{
    /// <summary>
    /// Keys with which AWS recommends to narrow a role: where, for whom and on whose resources it may be used. Whether the deployed task is on the
    /// right side cannot be seen in the program; that its author put it there on purpose can, so an Allow that they restrict still counts.
    /// </summary>
    private static readonly ImmutableHashSet<string> Restrictions = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn", "aws:VpcSourceIp", "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths",
        "aws:SourceIp", "aws:RequestedRegion", "aws:CurrentTime", "aws:EpochTime",
        "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalArn",
        "aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths",
        "aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths",
        "s3:ResourceAccount", "kms:CallerAccount", "kms:ViaService", "kms:EncryptionContext:SecretARN", "kms:EncryptionContext:PARAMETER_ARN");

    private static readonly ImmutableDictionary<string, TemplateList> Always =
        ImmutableDictionary.Create<string, TemplateList>(StringComparer.OrdinalIgnoreCase)
            // The agents call over TLS with the role's temporary credentials.
            .Add("aws:SecureTransport", TemplateList.Of("true"))
            .Add("aws:PrincipalType", TemplateList.Of("AssumedRole"));

    /// <summary>Whether an Allow is taken to hold although it is not known that this key's condition does.</summary>
    public static bool IsRestriction(string key) => Restrictions.Contains(key);

    /// <summary>What the request's key holds; null where that is not known.</summary>
    public static TemplateList? Values(IamRequest request, string key) =>
        request.Context.TryGetValue(key, out var known) || Always.TryGetValue(key, out known) ? known
        : Same(key, "aws:RequestedRegion") ? OfArn(request.Resource, 3)
        : Same(key, "aws:ResourceAccount") ? OfArn(request.Resource, 4)
        : null;

    /// <summary>A part of the resource's ARN: a call goes to the region that the ARN names, and the account in it is the owner's. Null where it names none, as S3's do not.</summary>
    private static TemplateList? OfArn(Template resource, int part) =>
        resource.Split(':', 6) is { Count: 6 } pieces && pieces[0].Literal == "arn" && pieces[part].Parts.Length > 0 ? TemplateList.Of(pieces[part]) : null;

    private static bool Same(string key, string other) => string.Equals(key, other, StringComparison.OrdinalIgnoreCase);
}
