namespace EcsExecRole.Analyzers.CodeFixes;

/// <summary>
/// The key behind an alias that is imported by name: its ARN is not known, and IAM never matches the alias's, but a statement may ask for a key with that alias
/// (<c>kms:ResourceAliases</c>).
/// </summary>
internal static class KeyAlias
{
    /// <summary>Null where the alias's name can't be read at the site.</summary>
    public static StatementText? Statement(Problem problem, Site site)
    {
        if (problem.Resource is not { } alias || Initializers.ArgumentOf(alias.Node, alias.Model, "aliasName") is not { } argument || TextParts.Of(argument, alias.Model).Write(site) is not { } name)
        {
            return null;
        }

        var resource = problem.Permissions.First(p => p.Service == "kms").Resource;
        var key = resource.Substring(0, resource.LastIndexOf('/') < 0 ? resource.Length : resource.IndexOf(":key/", StringComparison.Ordinal) + ":key/".Length) + "*";
        if (PseudoParameters.Parts(key, site)?.Write(site) is not { } arn)
        {
            return null;
        }

        return new(
            ["kms:Decrypt"],
            [arn],
            $"new {CdkNames.Dictionary}\n{{\n    [\"ForAnyValue:StringEquals\"] = new {CdkNames.Dictionary} {{ [\"kms:ResourceAliases\"] = {name} }},\n}}");
    }
}
