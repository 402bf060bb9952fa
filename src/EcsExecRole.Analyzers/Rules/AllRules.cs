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
    ];

    /// <summary>Those that are off until a user turns them on: most of their work is text that nobody may want.</summary>
    private static readonly ImmutableArray<(string Id, IRule Rule)> OnRequest = [(Descriptors.AuditId, new EER9001Audit()), (Descriptors.ReportId, new EER9002Report())];

    /// <param name="judgement">What the rules read.</param>
    /// <param name="isRequested">Whether a rule that is off by default is on.</param>
    /// <param name="parallel">How the rules are gone through.</param>
    public static IEnumerable<Finding> Report(Judgement judgement, Func<string, bool> isRequested, InParallel parallel)
    {
        var rules = Rules.Concat(OnRequest.Where(r => isRequested(r.Id)).Select(r => r.Rule)).ToList();
        var found = parallel.Map(
            rules,
            rule =>
            {
                var findings = new List<Finding>();
                rule.Report(judgement, findings);
                return findings;
            },
            judgement.Tasks.Length);
        return found.SelectMany(f => f);
    }
}
