namespace EcsExecRole.Analyzers.Rules;

/// <summary>The rules, by ID.</summary>
internal static class AllRules
{
    private static readonly ImmutableArray<IRule> Rules =
    [
        new EER1001Image(),
        new EER1002Logs(),
        new EER1003Secret(),
        new EER1004Parameter(),
        new EER1005RegistryCredentials(),
        new EER1006Key(),
        new EER1007EnvironmentFile(),
        new EER1008FirelensFile(),
        new EER1009CredentialSpec(),
        new EER1010FsxVolume(),
        new EER2001NoRole(),
        new EER2002Trust(),
        new EER2003ImportedRole(),
        new EER2004ManagedPolicy(),
        new EER2005TaskRoleGrant(),
        new EER2006PartialSecret(),
        new EER2007TokenCondition(),
        new EER2008NullRole(),
        new EER2009DeadStatement(),
        new EER2010NoManagedPolicy(),
        new EER3001Wildcard(),
        new EER3002Administrator(),
        new EER3003ApplicationPermission(),
        new EER3004SharedRole(),
        new EER9001Audit(),
        new EER9002Report(),
    ];

    public static List<Finding> Report(Judgement judgement)
    {
        var findings = new List<Finding>();
        foreach (var rule in Rules)
        {
            rule.Report(judgement, findings);
        }

        return findings;
    }
}
